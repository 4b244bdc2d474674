"""smallwins itself, in the theme that is shipped or in the plain one."""

import compileall
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from generator import __version__

from .maker import files
from .sample import LAST_DAY, Journal
from .subject import folder_files

HERE = Path(__file__).parent


class Ours(msgspec.Struct, frozen=True):
    """smallwins with a theme: "plain" lies in this folder and goes into the journal."""

    theme: str
    kept: tuple[str, ...] = ("public", ".smallwins")

    @property
    def name(self) -> str:
        return f"smallwins, {self.theme}"

    def install(self, tools: Path) -> str:
        """As pip does: Python's bytecode is made when it is installed, and not in every build."""
        compileall.compile_dir(HERE.parent / "generator", quiet=1)
        return __version__

    def files(self, journal: Journal) -> Iterator[tuple[str, str]]:
        yield from files(journal, self.theme)
        if (HERE / self.theme).is_dir():
            yield from folder_files(HERE / self.theme, f"themes/{self.theme}/")

    def command(self, tools: Path) -> tuple[str, ...]:
        return (sys.executable, "-m", "generator", "build", "--today", LAST_DAY.isoformat())
