"""How far a build is, and how long each of its stages took."""

import time
from collections.abc import Callable


class Stages:
    """A clock that is told when a stage begins, and tells `watch` of it: the stage's name and how much of it is done,
    from 0 to 1."""

    def __init__(self, watch: Callable[[str, float], None] | None = None) -> None:
        self._watch = watch
        self._begun = time.perf_counter()
        self._now = ""
        self.seconds: dict[str, float] = {}

    def begin(self, name: str) -> None:
        """The stage before, if any, is over."""
        self.end()
        self._now = name
        self.reach(0)

    def reach(self, share: float) -> None:
        """So much of the stage is done."""
        if self._watch:
            self._watch(self._now, share)

    def end(self) -> None:
        """The stage is over."""
        now = time.perf_counter()
        if self._now:
            self.seconds[self._now] = self.seconds.get(self._now, 0) + now - self._begun
        self._begun, self._now = now, ""
