"""Saying things: on a terminal in lines that end between words, into a pipe as they are."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

NARROW = 50
"""In fewer columns what an option does stands below it."""
LEAST = 24
_PLAIN = {"·": "-", "–": "-", "—": "-", "→": "->", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "ß": "ss"}


def say(text: object, err: bool = False) -> None:
    """Print a sentence or more."""
    click.echo(fitted(str(text), width_of(sys.stderr if err else sys.stdout)), err=err)


def width_of(stream: TextIO) -> int:
    """How many columns there are; 0 where it is no terminal, and lines may be as long as they are."""
    if not stream.isatty():
        return 0
    said = os.environ.get("COLUMNS", "")
    return int(said) if said.isdigit() and int(said) else os.get_terminal_size(stream.fileno()).columns or 80


def fitted(text: str, width: int, indent: str = "") -> str:
    """The text in lines of so many columns, what is wrapped a little deeper; a path is never broken, and what is
    indented stays as it was laid out."""
    return "\n".join(line if line[:1] == " " else wrapped(line, width, indent) for line in text.split("\n"))


def wrapped(line: str, width: int, indent: str = "    ") -> str:
    """The same of one line, however it begins."""
    if not width or len(line) <= width:
        return line
    import textwrap

    return textwrap.fill(line, max(width, 20), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def plainly(wrong: UnicodeError) -> tuple[str, int]:
    """What stands for a character that a terminal can't show: for `codecs.register_error`."""
    import unicodedata

    assert isinstance(wrong, UnicodeEncodeError)
    found = []
    for character in wrong.object[wrong.start : wrong.end]:
        bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
        found.append(_PLAIN.get(character) or bare or "?")
    return "".join(found), wrong.end


def has_colours(stream: TextIO) -> bool:
    """Whether a terminal is there that knows colours."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class Help(click.HelpFormatter):
    """A command's manual, as wide as the terminal is, be it narrow."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        import shutil

        columns = shutil.get_terminal_size().columns - 2
        super().__init__(indent_increment, width or (max(columns, LEAST) if columns < NARROW else None), max_width)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl(rows, col_max if self.width >= NARROW else 2, col_spacing)

    def write_text(self, text: str) -> None:
        """Examples stand as they are written; a long one goes on behind a backslash, as a shell reads it."""
        room, is_example, lines = self.width - self.current_indent, False, []
        for line in text.split("\n"):
            is_example = line == "\b" or (is_example and bool(line))
            long = is_example and len(line) > room
            lines.append(_continued(line, room) if long else line)
        super().write_text("\n".join(lines))


def _continued(line: str, room: int) -> str:
    """A call of a command in several lines; what stands in quotes stays on one."""
    import re
    import textwrap

    start = line[: len(line) - len(line.lstrip())]
    quoted = re.sub('"[^"]*"', lambda found: found[0].replace(" ", "\0"), line.strip())
    parts = textwrap.wrap(
        quoted, room - 2, initial_indent=start, subsequent_indent=f"{start}  ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return " \\\n".join(parts).replace("\0", " ")


@contextmanager
def while_somebody_reads() -> Iterator[None]:
    """Who has read enough of a pipe and goes (`| head`) ends the command, and nothing is wrong."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be flushed goes nowhere
        raise click.exceptions.Exit(0) from None
