"""`smallwins check`."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import build_options, load_site, site_option, talk_options, today_in, wants_colour
from .terminal import say

if TYPE_CHECKING:
    from generator.config.schema import Site

TONES = {"+": "green", "-": "magenta", "@": "cyan"}


@click.command("check")
@site_option
@build_options
@click.option("--fix", "mends", is_flag=True, help="Mend what is certain first, and show it.")
@click.option("--diff", "shows", is_flag=True, help="Show what --fix would do, and write nothing.")
@click.option("--links", is_flag=True, help="Ask after every link to elsewhere, too.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "github"]),
    help="How it is said; github is for annotations in its CI.  [default: text]",
)
@talk_options
def command(
    folder: Path,
    base_url: str | None,
    drafts: bool,
    future: bool,
    strict: bool,
    today: dt.date | None,
    mends: bool,
    shows: bool,
    links: bool,
    shape: str | None,
    quiet: bool,
    verbose: bool,
    as_json: bool,
    no_color: bool,
    debug: bool,
) -> None:
    """Say everything that is wrong with the journal.

    All problems at once: errors, for which an entry is left out; warnings; and advice, such as a goal without a next
    step, which is nothing wrong and fails nothing (-q leaves it out). --links asks after every web page that the
    journal links to, which tells their hosts that it does. In GitHub's CI problems are annotated by themselves.

    --fix mends what is certain and leaves every other byte: a key or a word with one letter wrong, a + without its
    space, text that YAML wants in quotes. `smallwins undo` takes it back. Without it nothing is written.

    \b
        smallwins check
        smallwins check --strict -q
        smallwins check --fix
        smallwins check --links
        smallwins check --json | jq -r '.problems[].path' | sort -u
    """
    colour, as_json = wants_colour(no_color), as_json or shape == "json"
    site = load_site(folder, base_url, as_json, colour)
    import gc

    from generator.base.problem import fails, in_reading_order
    from generator.build import Request
    from generator.desk import open_desk
    from generator.desk.advice import advice

    from .report import count, counted, report
    from .report_json import print_json

    gc.disable()  # as in a build: much that lasts, hardly a cycle
    if mends or shows:
        _mend(folder, site, colour, as_json, keep=mends and not shows)
    request = Request(
        folder=folder, site=site, output=folder / "public", today=today_in(site, today), drafts=drafts, future=future
    )
    desk, problems = open_desk(request)
    if desk is not None:
        problems = in_reading_order((*desk.problems, *(() if quiet else advice(desk))))
        if links:
            from generator.desk.links import addresses, dead

            places = addresses(desk, folder)
            if sys.stderr.isatty():
                say(f"Asking after {count(len(places), 'link')} …", err=True)
            problems = in_reading_order((*problems, *dead(places)))
    if as_json:
        print_json(folder, problems, desk.withheld_counts if desk else {})
    elif shape == "github":
        from .annotations import annotate

        annotate(folder, problems)
    else:
        report(folder, problems, colour=colour, whole=verbose)
        if not quiet:
            wrong = fails(problems, strict=True)
            say(counted(problems) if problems and wrong else f"Nothing is wrong. {counted(problems)}".strip())
            if mendable := sum(problem.fix is not None for problem in problems):
                say(f"`smallwins check --fix` would mend {mendable:,} of them.")
    raise click.exceptions.Exit(2 if desk is None else 1 if fails(problems, strict) else 0)


def _mend(folder: Path, site: "Site", colour: bool, as_json: bool, keep: bool) -> None:
    """Mend what is certain, and show it on the standard error; what stands in the way ends the command with 1."""
    from generator.edit.mending import mend

    from .drawing import printable
    from .report import count, report

    mended, problems = mend(folder, site, keep)
    if problems:
        report(folder, problems, as_json=as_json, colour=colour)
        raise click.exceptions.Exit(1)
    for line in (line for one in mended for line in one.diff):
        tone = TONES.get(line[:1]) if colour else None
        click.echo(click.style(printable(line), fg=tone) if tone else printable(line), err=True, color=colour)
    said = count(sum(len(one.problems) for one in mended), "mistake")
    what = "mended; `smallwins undo` takes it back" if keep else "would be mended"
    say(f"{said} {what}.\n" if mended else "There is nothing that could be mended with certainty.\n", err=True)
