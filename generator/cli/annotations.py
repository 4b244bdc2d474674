"""Problems as annotations of GitHub's CI, which shows them beside the line that was changed.

The format is GitHub's "Workflow commands": `::error file=…,line=…,col=…,title=…::message`.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from generator.base.problem import Problem, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def annotate(folder: Path, problems: Sequence[Problem]) -> None:
    """Print them to the standard output, with paths as they are in the repository."""
    root = os.environ.get("GITHUB_WORKSPACE") or Path.cwd()
    for problem in problems:
        click.echo(annotation(problem, os.path.relpath(folder / problem.origin.path, root)))


def annotation(problem: Problem, path: str) -> str:
    """One problem, in one line."""
    place = {"file": Path(path).as_posix()}
    if problem.origin.line:
        place |= {"line": str(problem.origin.line), "col": str(problem.origin.column)}
    place["title"] = problem.code
    keys = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in place.items())
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{_LEVELS[problem.severity]} {keys}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(sign):02X}" if sign in "%\r\n" + more else sign for sign in text)
