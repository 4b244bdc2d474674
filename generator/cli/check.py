"""`smallwins check`."""

import datetime as dt
from pathlib import Path

import click

from .options import build_options, load_site, site_option, talk_options, today_in, wants_colour
from .report import counted, report


@click.command("check")
@site_option
@build_options
@talk_options
def command(
    folder: Path,
    base_url: str | None,
    drafts: bool,
    future: bool,
    strict: bool,
    today: dt.date | None,
    quiet: bool,
    verbose: bool,
    as_json: bool,
    no_color: bool,
    debug: bool,
) -> None:
    """Say everything that is wrong with the journal, and write nothing.

    \b
        smallwins check
        smallwins check --strict --json
    """
    colour = wants_colour(no_color)
    site = load_site(folder, base_url, as_json, colour)
    from generator.build import Request, examine

    request = Request(
        folder=folder, site=site, output=folder / "public", today=today_in(site, today), drafts=drafts, future=future
    )
    examined = examine(request)
    problems = examined.problems
    report(folder, problems, as_json=as_json, colour=colour, whole=verbose)
    errors = any(problem.is_error for problem in problems)
    if not problems and not quiet and not as_json:
        click.echo("Nothing is wrong.")
    elif not quiet and not as_json:
        click.echo(counted(problems))
    if examined.configuration:
        raise click.exceptions.Exit(2)
    raise click.exceptions.Exit(1 if errors or (strict and problems) else 0)
