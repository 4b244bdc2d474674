"""Problems as a person reads them: code, place, the line with a caret, a hint; or as JSON for programs."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from generator.base.problem import Problem, Severity


class Said(msgspec.Struct, frozen=True):
    """A problem as `--json` prints it."""

    severity: str
    code: str
    path: str
    line: int
    column: int
    message: str
    hint: str
    excerpt: str


def said(folder: Path, problem: Problem) -> Said:
    """A problem with the line that it is about."""
    origin = problem.origin
    return Said(
        problem.severity.value,
        problem.code,
        origin.path,
        origin.line,
        origin.column,
        problem.message,
        problem.hint,
        _excerpt(folder, problem),
    )


ALIKE = 5
"""So many warnings of the same code and words are said in full; the rest are counted."""


def count(number: int, word: str) -> str:
    """3 errors"""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def counted(problems: Sequence[Problem]) -> str:
    """How many there were of each."""
    errors = sum(problem.is_error for problem in problems)
    parts = [count(n, word) for n, word in ((errors, "error"), (len(problems) - errors, "warning")) if n]
    return f"{' and '.join(parts)}, said above."


def report(
    folder: Path, problems: Sequence[Problem], *, as_json: bool = False, colour: bool = False, whole: bool = True
) -> None:
    """Print all problems to the standard error, or nothing but JSON to the standard output. Without `whole` warnings
    that repeat themselves are counted from the sixth on."""
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode([said(folder, p) for p in problems]), indent=2))
        return
    alike: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        kind = (problem.code, problem.message)
        alike[kind] += not problem.is_error
        if whole or alike[kind] <= ALIKE:
            click.echo(as_text(folder, problem, colour), err=True, color=colour)
    for (code, message), number in alike.items():
        if not whole and number > ALIKE:
            click.echo(f"… and {number - ALIKE:,} more of [{code}] {message} (all of them with -v)\n", err=True)


def as_text(folder: Path, problem: Problem, colour: bool = False) -> str:
    """A problem in a few lines."""

    def styled(text: str, **style: object) -> str:
        return click.style(text, **style) if colour else text  # type: ignore[arg-type]  # style names are click's

    word = {Severity.ERROR: "error", Severity.WARNING: "warning"}[problem.severity]
    tone = {"fg": "magenta"} if problem.is_error else {"fg": "yellow"}
    lines = [f"{styled(str(problem.origin), bold=True)}: {styled(word, **tone)}[{problem.code}]: {problem.message}"]
    excerpt = _excerpt(folder, problem)
    if excerpt:
        number = str(problem.origin.line)
        before = excerpt[: problem.origin.column - 1]
        pad = "".join(character if character == "\t" else " " * _width(character) for character in before)
        lines.append(f"  {number} | {excerpt}")
        lines.append(f"  {' ' * len(number)} | {pad}{styled('^', **tone)}")
    if problem.hint:
        lines.append(f"  {styled('hint:', dim=True)} {problem.hint}")
    return "\n".join(lines) + "\n"


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
