"""What is being done, while it takes long: on a terminal alone, and only after half a second."""

import sys
import time
from typing import TYPE_CHECKING

from .terminal import has_colours

if TYPE_CHECKING:
    from rich.progress import Progress

AFTER = 0.5
"""Seconds: what is quicker needs no display."""


class Display:
    """A line that says which stage a build is in and how much of that is done; gone once the build is over."""

    def __init__(self) -> None:
        self._shown = has_colours(sys.stderr)
        self._begun = time.perf_counter()
        self._progress: Progress | None = None

    def watch(self, stage: str, share: float) -> None:
        """A stage begins or goes on."""
        if not self._shown or time.perf_counter() - self._begun < AFTER:
            return
        if self._progress is None:
            self._progress = _progress()
            self._progress.add_task(stage, total=1)
            self._progress.start()
        self._progress.update(self._progress.task_ids[0], description=stage, completed=share)

    def end(self) -> None:
        """Take the line away."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None


def _progress() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
