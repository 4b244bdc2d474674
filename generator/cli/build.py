"""`smallwins build`."""

import datetime as dt
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cache import last

from .options import build_options, load_site, site_option, talk_options, today_in, wants_colour
from .summary import files, say_built
from .terminal import say

if TYPE_CHECKING:
    from generator.build import Built


@click.command("build")
@site_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where the site goes.", show_default="public in the journal"
)
@build_options
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing for the next build.")
@click.option("--metrics", is_flag=True, help="Say how long each stage and each template took.")
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
    metrics: bool,
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
    where = output if output is not None else folder / "public"
    asked = {"base_url": base_url, "drafts": drafts, "future": future, "offline": offline, "today": today}
    name, read = last.key(folder, where, asked), last.sources(folder)
    kept = None if no_cache or as_json or metrics else last.recall(folder, where, name, today)
    changed = last.changed(kept.sources, read) if kept else None
    if kept and changed == []:
        if not quiet:
            say_built(kept.said, where, time.perf_counter() - begun, {})
        return
    site = load_site(folder, base_url, as_json, colour)
    import gc

    from generator.base.problem import fails
    from generator.base.stages import Stages
    from generator.build import Request, build, touch_up

    from .progress import Display
    from .report import report
    from .summary import say_metrics, told

    gc.disable()  # a build makes much that lasts and hardly a cycle: looking for some takes a quarter of its time

    request = Request(
        folder=folder,
        site=site,
        output=where,
        today=today_in(site, today),
        drafts=drafts,
        future=future,
        offline=offline,
        cache=not no_cache,
    )
    remember = partial(last.remember, folder, where, name, read=read, today=request.today, timezone=site.timezone)
    if kept and changed and (written := touch_up(request, changed)):
        remember(files=written.files, said=kept.said, last=kept)
        if not quiet:
            say_built(kept.said | files(written), where, time.perf_counter() - begun, {})
        return
    display = Display()
    try:
        built = build(request, Stages(display.watch))
    finally:
        display.end()
    failed = fails(built.problems, strict)
    if as_json:
        _print_json(folder, built)
    else:
        report(folder, built.problems, colour=colour, whole=verbose)
        if built.written is not None:
            numbers = told(built)
            if not no_cache and not built.problems:
                same = numbers | {"files": {"written": 0, "unchanged": sum(numbers["files"].values()), "removed": 0}}
                remember(files=built.written.files, said=same)
            if not quiet:
                say_built(numbers, where, time.perf_counter() - begun, built.stages)
            if metrics:
                say_metrics(built, time.perf_counter() - begun)
            if verbose and built.unsought:
                say("Withheld, and not looked for, since it stands in public words too:")
                for secret in built.unsought:
                    click.echo(f"  {secret.text} ({secret.path})")
    raise click.exceptions.Exit(2 if built.configuration else 1 if failed else 0)


def _print_json(folder: Path, built: "Built") -> None:
    from .report_json import Files, print_json

    counts = built.published.counts if built.published else {}
    done = built.written
    print_json(
        folder,
        built.problems,
        {why.value: number for why, number in sorted(counts.items(), key=lambda pair: pair[0].value)},
        built.pages if done else None,
        Files(done.written, done.unchanged, done.removed) if done else None,
    )
