"""Asking on a terminal, one question at a time, three at most; Enter passes one over."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.desk.names import Name

SHOWN = 9
"""So many names are shown to choose from."""


def is_there() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def line(question: str, required: bool = False, wrong: Callable[[str], str] = lambda _: "") -> str:
    """A line of text; "" where it was passed over. What is `wrong` with one is said, and it is asked for again."""
    while True:
        try:
            said: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ").strip()
        except click.Abort:
            click.echo()  # the shell's own line begins below the question
            raise
        if said and (why := wrong(said)):
            click.echo(f"  {why}")
        elif said or not required:
            return said


def which(question: str, among: Sequence["Name"], kind: str, required: bool = False) -> str | None:
    """One of these, by its number or its name; None where it was passed over, or there is none."""
    if not among:
        return None
    from generator.base.problem import Problem
    from generator.edit.refs import find

    for number, choice in enumerate(among[:SHOWN], 1):
        click.echo(f"  {number} {choice.title}")
    if len(among) > SHOWN:
        click.echo(f"  … and {len(among) - SHOWN} more, by name")
    while said := line(question, required):
        if said.isdigit() and 1 <= int(said) <= min(SHOWN, len(among)):
            return among[int(said) - 1].id
        found = find(said, among, kind, "")
        if not isinstance(found, Problem):
            return found.id
        click.echo(f"  {found.message}; {found.hint}")
    return None
