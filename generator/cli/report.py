"""Problems as a person reads them: code, place, the line with a caret, a hint."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from generator.base.problem import Problem, Severity

from .excerpt import around, columns, excerpt
from .report_json import print_json
from .terminal import say, width_of, wrapped

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
    width = width_of(sys.stderr)
    alike: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        kind = (problem.code, problem.message)
        alike[kind] += not problem.is_error
        if whole or alike[kind] <= ALIKE:
            click.echo(as_text(folder, problem, colour, width), err=True, color=colour)
    for (code, message), number in alike.items():
        if not whole and number > ALIKE:
            say(f"… and {number - ALIKE:,} more of [{code}] {message} (all of them with -v)\n", err=True)


def as_text(folder: Path, problem: Problem, colour: bool = False, width: int = 0) -> str:
    """A problem in a few lines, wrapped at `width` columns where one is given."""

    def styled(text: str, **style: object) -> str:
        return click.style(text, **style) if colour else text  # type: ignore[arg-type]  # style names are click's

    tone = {Severity.ERROR: {"fg": "magenta"}, Severity.WARNING: {"fg": "yellow"}}.get(problem.severity, {"fg": "cyan"})
    place, word = str(problem.origin), problem.severity.value
    head = wrapped(f"{place}: {word}[{problem.code}]: {problem.message}", width)
    head = head.replace(place, styled(place, bold=True), 1).replace(f": {word}[", f": {styled(word, **tone)}[", 1)
    lines = [head]
    if line := excerpt(folder, problem):
        number = str(problem.origin.line)
        before, shown = around(line, problem.origin.column - 1, width - len(number) - 5 if width else 0)
        pad = "".join(character if character == "\t" else " " * columns(character) for character in before)
        lines.append(f"  {number} | {shown}")
        lines.append(f"  {' ' * len(number)} | {pad}{styled('^', **tone)}")
    if problem.hint:
        lines.append(wrapped(f"  hint: {problem.hint}", width).replace("hint:", styled("hint:", dim=True), 1))
    return "\n".join(lines) + "\n"
