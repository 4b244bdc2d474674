"""What a target can do: hand back a file of the last publication, and take a new one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class PublishError(Exception):
    """Why nothing was published, in words, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Target(Protocol):
    """A place that readers can reach. What others put there stays."""

    @property
    def name(self) -> str:
        """What it is called in a question: "the branch gh-pages of origin"."""

    def read(self, path: str) -> bytes | None:
        """A file of the last publication; None where there is none. Raises PublishError."""

    def publish(self, site: Path, files: Sequence[str], before: Sequence[str], message: str) -> str:
        """Put the `files` of `site` there, in the place of those that were published `before`; what was done, in words.
        Raises PublishError, and then nothing was published."""
