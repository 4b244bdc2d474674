"""Drawing on a terminal: words that wrap, and small walls. rich is imported here and nowhere else."""

import shutil
import sys
from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from generator.charts.wall import Laid, Wall

WIDEST = 80
"""Lines of more columns are hard to read."""
COURSES = 2
"""So many courses of a wall are shown, the newest."""
NARROW = 24
"""With fewer columns a second one is no help."""
TALL = 45
"""A terminal of fewer lines shows less, so that what stands first stays in sight."""
_CELLS = {"a": 2, "b": 3, "c": 4, "stretch": 7}
# The terminal's own colours, so that they can be read on its ground; red means nothing good in a terminal.
_TONES = ("cyan", "yellow", "green", "blue", "magenta")

_ASCII = str.maketrans("▄▂█╌", "=_#-")


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """As everywhere: see `while_somebody_reads`."""
        raise BrokenPipeError


class Paper:
    """A terminal to write on, `WIDEST` columns at most; a pipe has neither colours nor another width."""

    def __init__(self, no_color: bool) -> None:
        columns, lines = shutil.get_terminal_size() if sys.stdout.isatty() else (None, None)  # rich asks no dumb one
        self._console = _Console(
            width=columns, height=lines, no_color=no_color or None, highlight=False, markup=False, emoji=False
        )
        self.width = min(self._console.width, WIDEST)
        self._is_unicode = self._console.encoding.startswith("utf")
        self.is_short = self._console.is_terminal and self._console.height < TALL

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def line(self, *parts: str | tuple[str, str], indent: int = 0, hang: int = 0) -> None:
        """A line of parts, each a text or a text with its style, wrapped where it is too long; what is wrapped hangs
        `hang` columns deeper."""
        text, room = _text(*parts), self.width - indent
        if text.cell_len <= room:
            self._put(text, indent)
            return
        for number, one in enumerate(text.wrap(self._console, max(room - hang, 12))):
            self._put(one, indent + (hang if number else 0))

    def row(self, label: str, width: int, *parts: str | tuple[str, str], indent: int = 0) -> None:
        """A line of two columns, the first `width` wide; what is wrapped stays in the second. Where there is little
        room the second stands below."""
        room = self.width - indent - width
        if room < NARROW:
            self.line((label.rstrip(), "dim"), indent=indent)
            self.line(*parts, indent=indent + 2)
            return
        for number, one in enumerate(_text(*parts).wrap(self._console, room)):
            first = _text((f"{'' if number else label:<{width}}", "dim"))
            self._put(first.append_text(one), indent)

    def _put(self, text: Text, indent: int) -> None:
        text.rstrip()
        self._console.print(Padding(text, (0, 0, 0, indent), expand=False), soft_wrap=True)

    def wall(self, wall: Wall, positions: Mapping[str, int], indent: int = 0) -> None:
        """The newest courses of a wall; `positions` says which colour a value has."""
        for course in courses(wall, self.width - indent)[-COURSES:][::-1]:
            text = Text(" " * indent)
            for number, stone in enumerate(course):
                text.append(" " if number else "")
                position = positions.get(stone.value or "") if stone else None
                cells = _stone(stone) if self._is_unicode else _stone(stone).translate(_ASCII)
                text.append(cells, "dim" if position is None else _TONES[position % len(_TONES)])
            self._console.print(text, soft_wrap=True)


def _text(*parts: str | tuple[str, str]) -> Text:
    text = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(printable(words), style)
    return text


def printable(text: str) -> str:
    """The text in a line, without what would steer a terminal."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)


def courses(wall: Wall, width: int) -> list[list[Laid | None]]:
    """The stones of a wall in courses of `width` columns, from the ground up. A pause is a course of its own, None."""
    found: list[list[Laid | None]] = []
    for section in wall.sections:
        found += _filled(section.stones, width)
        if section.gap is not None:
            found.append([None])
    return found


def _filled(stones: tuple[Laid, ...], width: int) -> Iterator[list[Laid | None]]:
    course: list[Laid | None] = []
    used = 0
    for stone in stones:
        cells = len(_stone(stone))
        if course and used + 1 + cells > width:
            yield course
            course, used = [], 0
        used += cells + (1 if course else 0)
        course.append(stone)
    if course:
        yield course


def _stone(stone: Laid | None) -> str:
    """A stone's cells: a tick lies flat, a milestone stands higher; a pause is a dashed line."""
    if stone is None:
        return "╌" * 12
    return ("█" if stone.capstone else "▂" if stone.tick else "▄") * _CELLS.get(stone.width, 4)
