"""Problems as a person reads them: code, place, the line with a caret, a hint; or as JSON for programs."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import click
import msgspec

from generator.base.problem import Problem, Severity


class FixSaid(msgspec.Struct, frozen=True):
    """`new` in the place of `old`, which stands at `line` and `column`."""

    line: int
    column: int
    old: str
    new: str


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A problem. `path` is relative to the journal's folder; `line` and `column` count from 1, line 0 being the file as
    a whole; `excerpt` is the line. `fix` mends it, null where that is not certain."""

    severity: Literal["error", "warning", "advice"]
    code: str
    path: str
    line: int
    column: int
    message: str
    hint: str
    excerpt: str
    fix: FixSaid | None


class Files(msgspec.Struct, frozen=True):
    """What became of the site's files."""

    written: int
    unchanged: int
    removed: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All problems in reading order, and how many there are of each severity. `withheld` says how many entries and
    items readers don't see, by the reason; `pages` and `files` are null where nothing was built."""

    format: Literal["smallwins-problems"] = "smallwins-problems"
    version: Literal[1] = 1
    errors: int
    warnings: int
    advice: int
    problems: tuple[Said, ...]
    withheld: Mapping[str, int] = {}
    pages: int | None = None
    files: Files | None = None


def said(folder: Path, problem: Problem) -> Said:
    """A problem with the line that it is about."""
    fix = problem.fix
    return Said(
        severity=problem.severity.value,
        code=problem.code,
        path=problem.origin.path,
        line=problem.origin.line,
        column=problem.origin.column,
        message=problem.message,
        hint=problem.hint,
        excerpt=_excerpt(folder, problem),
        fix=FixSaid(fix.origin.line, fix.origin.column, fix.old, fix.new) if fix else None,
    )


def print_json(
    folder: Path,
    problems: Sequence[Problem],
    withheld: Mapping[str, int] | None = None,
    pages: int | None = None,
    files: Files | None = None,
) -> None:
    """The report as JSON, on the standard output."""
    counts = Counter(problem.severity for problem in problems)
    whole = Report(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        advice=counts[Severity.ADVICE],
        problems=tuple(said(folder, problem) for problem in problems),
        withheld=withheld or {},
        pages=pages,
        files=files,
    )
    click.echo(msgspec.json.format(msgspec.json.encode(whole), indent=2))


ALIKE = 5
"""So many warnings of the same code and words are said in full; the rest are counted."""


def count(number: int, word: str) -> str:
    """3 errors"""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def counted(problems: Sequence[Problem]) -> str:
    """How many there were of each."""
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "suggestion"}
    counts = Counter(problem.severity for problem in problems)
    parts = [count(counts[severity], word) for severity, word in words.items() if counts[severity]]
    if not parts:
        return ""
    return f"{', '.join(parts[:-1])}{' and ' if parts[1:] else ''}{parts[-1]}, said above."


def report(
    folder: Path, problems: Sequence[Problem], *, as_json: bool = False, colour: bool = False, whole: bool = True
) -> None:
    """Print all problems to the standard error, or nothing but JSON to the standard output. Without `whole` what
    repeats itself and is no error is counted from the sixth on. In GitHub's CI they are annotations too."""
    if as_json:
        print_json(folder, problems)
        return
    if os.environ.get("GITHUB_ACTIONS") == "true":
        from .annotations import annotate

        annotate(folder, problems)
    width = shutil.get_terminal_size().columns if sys.stderr.isatty() else 0
    alike: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        kind = (problem.code, problem.message)
        alike[kind] += not problem.is_error
        if whole or alike[kind] <= ALIKE:
            click.echo(as_text(folder, problem, colour, width), err=True, color=colour)
    for (code, message), number in alike.items():
        if not whole and number > ALIKE:
            click.echo(f"… and {number - ALIKE:,} more of [{code}] {message} (all of them with -v)\n", err=True)


def as_text(folder: Path, problem: Problem, colour: bool = False, width: int = 0) -> str:
    """A problem in a few lines, wrapped at `width` columns where one is given."""

    def styled(text: str, **style: object) -> str:
        return click.style(text, **style) if colour else text  # type: ignore[arg-type]  # style names are click's

    tone = {Severity.ERROR: {"fg": "magenta"}, Severity.WARNING: {"fg": "yellow"}}.get(problem.severity, {"fg": "cyan"})
    place, word = str(problem.origin), problem.severity.value
    head = _wrapped(f"{place}: {word}[{problem.code}]: {problem.message}", width)
    head = head.replace(place, styled(place, bold=True), 1).replace(f": {word}[", f": {styled(word, **tone)}[", 1)
    lines = [head]
    excerpt = _excerpt(folder, problem)
    if excerpt:
        number = str(problem.origin.line)
        before, shown = _around(excerpt, problem.origin.column - 1, width - len(number) - 5 if width else 0)
        pad = "".join(character if character == "\t" else " " * _width(character) for character in before)
        lines.append(f"  {number} | {shown}")
        lines.append(f"  {' ' * len(number)} | {pad}{styled('^', **tone)}")
    if problem.hint:
        lines.append(_wrapped(f"  hint: {problem.hint}", width).replace("hint:", styled("hint:", dim=True), 1))
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int) -> str:
    """The text in lines of so many columns, what is wrapped a little deeper; a path is never broken."""
    if not width or len(text) <= width:
        return text
    import textwrap

    return textwrap.fill(text, max(width, 20), subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def _around(line: str, column: int, room: int) -> tuple[str, str]:
    """What stands before `column` of a line, and the line; both cut where it has no room, with dots."""
    if room <= 0 or sum(_width(character) for character in line) <= room:
        return line[:column], line
    start = end = min(column, len(line))
    used, room = 0, max(room - 3, 8)  # the dots, and half of a character that is two columns wide
    while used < room and (start > 0 or end < len(line)):
        if start > 0 and (column - start <= end - column or end >= len(line)):
            start -= 1
            used += _width(line[start])
        else:
            used += _width(line[end])
            end += 1
    left = "…" if start else ""
    return left + line[start:column], left + line[start:end] + ("…" if end < len(line) else "")


def _width(character: str) -> int:
    """How many columns of a terminal a character takes."""
    import unicodedata

    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _excerpt(folder: Path, problem: Problem) -> str:
    """The line that a problem is about, read from its file; "" where there is none."""
    if not problem.origin.line:
        return ""
    try:
        text = (folder / problem.origin.path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line = lines[problem.origin.line - 1] if problem.origin.line <= len(lines) else ""
    printable = "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in line)
    return printable[:200].rstrip()
