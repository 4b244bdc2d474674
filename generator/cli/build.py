"""`smallwins build`."""

import datetime as dt
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import build_options, load_site, site_option, talk_options, today_in, wants_colour
from .report import count, counted, report, said

if TYPE_CHECKING:
    from generator.build import Built


@click.command("build")
@site_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where the site goes.", show_default="public in the journal"
)
@build_options
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing for the next build.")
@click.option("--offline", is_flag=True, help="Links that work from a disk too, without a server.")
@talk_options
def command(
    folder: Path,
    output: Path | None,
    base_url: str | None,
    drafts: bool,
    future: bool,
    strict: bool,
    today: dt.date | None,
    no_cache: bool,
    offline: bool,
    quiet: bool,
    verbose: bool,
    as_json: bool,
    no_color: bool,
    debug: bool,
) -> None:
    """Build the site into public/.

    Every problem of the journal is said at once. An entry with an error is left out and the rest is built; the exit
    status is then 1.

    \b
        smallwins build
        smallwins build -C ~/journal -o /srv/www --today 2026-02-14
    """
    begun = time.perf_counter()
    colour = wants_colour(no_color)
    site = load_site(folder, base_url, as_json, colour)
    import gc

    from generator.build import Request, build

    gc.disable()  # a build makes much that lasts and hardly a cycle: looking for some takes a quarter of its time

    built = build(
        Request(
            folder=folder,
            site=site,
            output=output if output is not None else folder / "public",
            today=today_in(site, today),
            drafts=drafts,
            future=future,
            offline=offline,
            cache=not no_cache,
        )
    )
    wrong = built.configuration or built.written is None
    errors = sum(problem.is_error for problem in built.problems)
    failed = errors or (strict and built.problems)
    if as_json:
        _print_json(folder, built)
    else:
        report(folder, built.problems, colour=colour, whole=verbose)
        if not quiet and not wrong:
            _summary(built, output or folder / "public", time.perf_counter() - begun)
    raise click.exceptions.Exit(2 if wrong else 1 if failed else 0)


def _summary(built: "Built", output: Path, seconds: float) -> None:
    """What was published and what was not, and why, in two lines."""
    from generator.journal.visibility import Withheld

    assert built.written is not None
    assert built.published is not None
    journal = built.published.journal
    parts = [
        count(len(journal.wins), "win"),
        count(len(journal.goals), "goal"),
        count(len(journal.values), "value"),
        count(built.pages, "page"),
    ]
    done = built.written
    files = f"{done.written} written, {done.unchanged} unchanged, {done.removed} removed"
    click.echo(f"{', '.join(parts)} → {output}/ in {seconds:.2f} s ({files})")
    counts = built.published.counts
    names = {
        Withheld.PRIVATE: "private",
        Withheld.DRAFT: "draft",
        Withheld.FUTURE: "in the future",
        Withheld.ERROR: "with an error",
    }
    withheld = [f"{counts[why]} {name}" for why, name in names.items() if counts[why]]
    if withheld:
        click.echo(f"Withheld: {', '.join(withheld)}.")
    if built.problems:
        click.echo(counted(built.problems))


def _print_json(folder: Path, built: "Built") -> None:
    import msgspec

    counts = built.published.counts if built.published else {}
    done = built.written
    shown = {
        "problems": [said(folder, problem) for problem in built.problems],
        "withheld": {why.value: number for why, number in sorted(counts.items(), key=lambda pair: pair[0].value)},
        "pages": built.pages,
        "files": done and {"written": done.written, "unchanged": done.unchanged, "removed": done.removed},
    }
    click.echo(msgspec.json.format(msgspec.json.encode(shown), indent=2))
