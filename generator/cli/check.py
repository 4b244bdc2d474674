"""`smallwins check`."""

import datetime as dt
from pathlib import Path

import click

from .options import build_options, load_site, site_option, talk_options, today_in, wants_colour


@click.command("check")
@site_option
@build_options
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
    links: bool,
    shape: str | None,
    quiet: bool,
    verbose: bool,
    as_json: bool,
    no_color: bool,
    debug: bool,
) -> None:
    """Say everything that is wrong with the journal, and write nothing.

    All problems at once: errors, for which an entry is left out; warnings; and advice, such as a goal without a next
    step, which is nothing wrong and fails nothing (-q leaves it out). --links asks after every web page that the
    journal links to, which tells their hosts that it does. In GitHub's CI problems are annotated by themselves.

    \b
        smallwins check
        smallwins check --strict -q
        smallwins check --links
        smallwins check --json | jq -r '.problems[].path' | sort -u
    """
    colour, as_json = wants_colour(no_color), as_json or shape == "json"
    site = load_site(folder, base_url, as_json, colour)
    from generator.base.problem import fails, in_reading_order
    from generator.build import Request
    from generator.desk import open_desk
    from generator.desk.advice import advice

    from .report import counted, print_json, report

    request = Request(
        folder=folder, site=site, output=folder / "public", today=today_in(site, today), drafts=drafts, future=future
    )
    desk, problems = open_desk(request)
    if desk is not None:
        problems = in_reading_order((*desk.problems, *(() if quiet else advice(desk))))
        if links:
            from generator.desk.links import dead

            problems = in_reading_order((*problems, *dead(desk, folder)))
    if as_json:
        print_json(folder, problems, desk.withheld_counts if desk else {})
    elif shape == "github":
        from .annotations import annotate

        annotate(folder, problems)
    else:
        report(folder, problems, colour=colour, whole=verbose)
        if not quiet:
            wrong = fails(problems, strict=True)
            click.echo(counted(problems) if problems and wrong else f"Nothing is wrong. {counted(problems)}".strip())
    raise click.exceptions.Exit(2 if desk is None else 1 if fails(problems, strict) else 0)
