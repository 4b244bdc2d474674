"""What is measured: a generator, the journal as it reads it, and the command that builds the site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from .sample import Journal


class Subject(Protocol):
    """A generator. Its sites have their pages at the same urls as everybody's, below `public/`."""

    @property
    def name(self) -> str:
        """What it is called in a table."""

    @property
    def kept(self) -> tuple[str, ...]:
        """What a build leaves in the site's folder, the output first; a cold build begins without."""

    def install(self, tools: Path) -> str:
        """Have it below `tools`, from its registry; the version that is there."""

    def files(self, journal: Journal) -> Iterator[tuple[str, str]]:
        """Every file that the build reads: its path in the site's folder and its text."""

    def command(self, tools: Path) -> tuple[str, ...]:
        """What builds the site, run in its folder."""


def folder_files(folder: Path, below: str = "") -> Iterator[tuple[str, str]]:
    """The files of a folder, as `files` gives them, put below a path."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield f"{below}{path.relative_to(folder).as_posix()}", path.read_text("utf-8")
