"""`smallwins new`."""

import datetime as dt
from pathlib import Path

import click

from .new_entries import ENTRIES
from .options import Day, wants_colour
from .terminal import say


@click.group("new")
def command() -> None:
    """Begin a journal, or an entry: a file with every key that it may have, as comments.

    \b
        smallwins new site ~/journal
        smallwins new goal "Finish the novel" --value growth
        smallwins new review last-week --edit
    """


@command.command("site", short_help="A small commented journal, which builds at once.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--today", type=Day(), metavar="DATE", help="The journal's first day, if not the clock's.")
@click.option("--timezone", metavar="NAME", help="Where your days end, such as Europe/Berlin.", show_default="here")
@click.option("--debug", is_flag=True, help="Show the traceback of a mistake of ours.")
def site(folder: Path, today: dt.date | None, timezone: str | None, debug: bool) -> None:
    """Make a small commented journal in DIR, which builds at once.

    With it come settings for editors, and a workflow that puts the site on GitHub Pages every day.

    \b
        smallwins new site ~/journal
        smallwins build -C ~/journal
    """
    from generator.edit.new_site import new_site

    from .report import report

    made, problem = new_site(folder, today or dt.date.today(), timezone)
    if problem is not None:
        report(folder, (problem,), colour=wants_colour(False))
        raise click.exceptions.Exit(2)
    for path in made:
        click.echo(f"  {path}")
    import shlex

    if folder == Path():
        say("Your journal is here. Next: smallwins serve")
    else:
        say(f"Your journal is in {folder}. Next: smallwins serve -C {shlex.quote(str(folder))}")


for one in ENTRIES:
    command.add_command(one)
