"""Problems as a person reads them: code, place, the line with a caret, a hint; or as JSON for programs."""

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


def report(folder: Path, problems: Sequence[Problem], *, as_json: bool = False, colour: bool = False) -> None:
    """Print all problems to the standard error, or nothing but JSON to the standard output."""
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode([said(folder, p) for p in problems]), indent=2))
        return
    for problem in problems:
        click.echo(as_text(folder, problem, colour), err=True, color=colour)


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
