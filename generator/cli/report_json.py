"""Problems as programs read them: what `--json` prints, one shape for every command."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from generator.base.problem import Problem, Severity

from .as_json import echo_json
from .excerpt import excerpt


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
        excerpt=excerpt(folder, problem),
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
    echo_json(whole)
