"""The options that several commands share, and what they stand for."""

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .terminal import has_colours, say

if TYPE_CHECKING:
    from generator.config.schema import Site
    from generator.desk import Desk

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A civil date, as 2026-02-14."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        from generator.base.dates import parse_date

        day = parse_date(str(value))
        if day is None:
            self.fail(f"{value!r} is no date; write year-month-day, such as 2026-02-14", param, ctx)
        return day


def site_option(command: F) -> F:
    """-C: which journal."""
    return click.option(
        "-C",
        "--site",
        "folder",
        type=click.Path(path_type=Path),
        default=_journal,
        help="The journal's folder.",
        show_default="here, or above",
    )(command)


def _journal() -> Path:
    """The folder that was named before the command, or where we are."""
    named: Path | None = click.get_current_context().find_root().params.get("folder")
    return named or journal_above()


def journal_above() -> Path:
    """The folder that we are in, or the nearest one above it with a journal."""
    here = Path.cwd()
    found = next((folder for folder in (here, *here.parents) if (folder / "site.yaml").is_file()), here)
    return Path() if found == here else Path(os.path.relpath(found))


def build_options(command: F) -> F:
    """What decides about a build."""
    for option in reversed(
        (
            click.option("-b", "--base-url", help="Where the site will stand; overrules site.yaml."),
            click.option("-D", "--drafts", is_flag=True, help="Include drafts."),
            click.option("-F", "--future", is_flag=True, help="Include what is dated after today."),
            click.option("-s", "--strict", is_flag=True, help="Let warnings fail it too."),
            click.option("--today", type=Day(), metavar="DATE", help="As of this day, not of the clock's."),
        )
    ):
        command = option(command)
    return command


def talk_options(command: F) -> F:
    """How much is said, and how."""
    for option in reversed(
        (
            click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong."),
            click.option("-v", "--verbose", is_flag=True, help="Say more."),
            click.option("--json", "as_json", is_flag=True, help="Say it as JSON, for programs."),
            click.option("--no-color", is_flag=True, help="No colours (NO_COLOR works too)."),
            click.option("--debug", is_flag=True, help="Show the traceback of a mistake of ours."),
        )
    ):
        command = option(command)
    return command


def desk_options(command: F) -> F:
    """What is shown of the journal on its writer's own screen."""
    return click.option("--public", is_flag=True, help="Only what readers would see.")(see_options(command))


def see_options(command: F) -> F:
    """As of when something is shown, and how."""
    for option in reversed(
        (
            click.option("--today", type=Day(), metavar="DATE", help="As of this day, not of the clock's."),
            click.option("--json", "as_json", is_flag=True, help="Say it as JSON, for programs."),
            click.option("--no-color", is_flag=True, help="No colours (NO_COLOR works too)."),
            click.option("--debug", is_flag=True, help="Show the traceback of a mistake of ours."),
        )
    ):
        command = option(command)
    return command


def open_or_exit(folder: Path, today: dt.date | None, public: bool, as_json: bool, no_color: bool) -> "Desk":
    """The journal as its writer sees it; what of its set-up stands in the way ends the command with 2. Entries with an
    error are left out, and it is said how many there are."""
    colour = wants_colour(no_color)
    site = load_site(folder, None, as_json, colour)
    import gc

    from generator.build import Request
    from generator.desk import open_desk

    from .report import count, report

    gc.disable()  # as in a build: much that lasts, hardly a cycle

    request = Request(folder=folder, site=site, output=folder / "public", today=today_in(site, today))
    desk, problems = open_desk(request, public)
    if desk is None:
        report(folder, problems, as_json=as_json, colour=colour)
        raise click.exceptions.Exit(2)
    if errors := sum(problem.is_error for problem in desk.problems):
        said = f"{count(errors, 'error')} in the journal; what has one is left out here. `smallwins check` says where."
        say(said, err=True)
    return desk


def load_site(folder: Path, base_url: str | None, as_json: bool, colour: bool) -> "Site":
    """site.yaml with what the command line overrules; what is wrong with it ends the command with 2."""
    from generator.config.load import load

    from .report import report

    environment = dict(os.environ)
    if base_url is not None:
        environment["SMALLWINS_BASE_URL"] = base_url
    site, problems = load(folder, environment)
    if site is None:
        report(folder, problems, as_json=as_json, colour=colour)
        raise click.exceptions.Exit(2)
    return site


def today_in(site: "Site", given: dt.date | None) -> dt.date:
    """The civil date that it is, taken once, in the site's timezone; or the one that was given."""
    if given is not None:
        return given
    from zoneinfo import ZoneInfo

    return dt.datetime.now(ZoneInfo(site.timezone)).date()


def wants_colour(no_color: bool) -> bool:
    """Colours only on a terminal, and not where NO_COLOR is set (https://no-color.org)."""
    return not no_color and not os.environ.get("NO_COLOR") and has_colours(sys.stderr)
