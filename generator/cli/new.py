"""`smallwins new`."""

import datetime as dt
from pathlib import Path

import click

from .options import Day, wants_colour
from .report import report


@click.group("new")
def command() -> None:
    """Begin a journal.

    \b
        smallwins new site ~/journal
    """


@command.command("site")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--today", type=Day(), metavar="DATE", help="The journal's first day, if not the clock's.")
@click.option("--debug", is_flag=True, help="Show the traceback of a mistake of ours.")
def site(folder: Path, today: dt.date | None, debug: bool) -> None:
    """Make a small commented journal in DIR, which builds at once.

    \b
        smallwins new site ~/journal
        smallwins build -C ~/journal
    """
    from generator.edit.new_site import new_site

    made, problem = new_site(folder, today or dt.date.today())
    if problem is not None:
        report(folder, (problem,), colour=wants_colour(False))
        raise click.exceptions.Exit(2)
    for path in made:
        click.echo(f"  {path}")
    click.echo(f"Your journal is in {folder}. Next: smallwins build -C {folder}")
