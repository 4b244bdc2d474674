"""`smallwins publish`."""

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from .options import Day, load_site, site_option, today_in, wants_colour
from .terminal import say

if TYPE_CHECKING:
    from generator.config.schema import Destination, Site
    from generator.publish.news import Entry, News

SHOWN = 12
"""So many of each are named; the rest are counted."""
EXAMPLE = """\
Say in site.yaml where the site goes, as one of

  publish:
    pages: {branch: gh-pages}                        # a branch of the remote origin
    server: {rsync: "ada@example.org:/srv/www/"}     # another machine, over ssh
    here: {folder: ../www}                           # a folder

or ask for what a host wants to be told: smallwins publish netlify, cloudflare or gitlab."""


def _targets(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
    from generator.config.load import load
    from generator.publish.hosts import HOSTS

    from .completing import folder_of

    site, _ = load(folder_of(ctx), {})
    return [name for name in (*(site.publish if site else ()), *HOSTS) if name.startswith(begun)]


@click.command("publish")
@site_option
@click.argument("target", required=False, metavar="[TARGET]", shell_complete=_targets)
@click.option("-b", "--base-url", help="Where the site will stand; overrules site.yaml.")
@click.option("-m", "--message", help="What the commit says.", show_default="Publish, and the day")
@click.option("-n", "--dry-run", is_flag=True, help="Show what would change, and change nothing there.")
@click.option("-y", "--yes", is_flag=True, help="Don't ask.")
@click.option("-s", "--strict", is_flag=True, help="Let warnings stop it too.")
@click.option("--today", type=Day(), metavar="DATE", help="As of this day, not of the clock's.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Name everything that becomes public.")
@click.option("--no-color", is_flag=True, help="No colours (NO_COLOR works too).")
@click.option("--debug", is_flag=True, help="Show the traceback of a mistake of ours.")
def command(
    folder: Path,
    target: str | None,
    base_url: str | None,
    message: str | None,
    dry_run: bool,
    yes: bool,
    strict: bool,
    today: dt.date | None,
    quiet: bool,
    verbose: bool,
    no_color: bool,
    debug: bool,
) -> None:
    """Build the site, show what becomes newly public, ask, and bring it to where readers find it.

    TARGET is one that site.yaml names under `publish`, or a host that builds the site itself: netlify, cloudflare,
    gitlab; then the few lines that the host wants are printed. Nothing is published while the journal has an error.

    \b
        smallwins publish
        smallwins publish server --dry-run
        smallwins publish --yes
    """
    from generator.publish import target_of
    from generator.publish.hosts import HOSTS
    from generator.publish.news import news, publication
    from generator.publish.target import PublishError

    if target in HOSTS:
        click.echo(HOSTS[target], nl=False)
        return
    site = load_site(folder, base_url, False, wants_colour(no_color))
    place = target_of(_chosen(site, target), folder.resolve())
    day = today_in(site, today)
    output, files = _built(folder, site, day, strict, wants_colour(no_color))
    try:
        before = publication(place.read)
        now = publication(lambda path: (output / path).read_bytes())
        changes = news(before, now)
        if changes.is_empty:
            if not quiet:
                say(f"Nothing has changed since the last publication; {place.name} stays as it is.")
            return
        if not quiet or not (yes or dry_run):
            _show(changes, None if verbose else SHOWN, first=not before.files)
        if dry_run:
            return
        if not yes and not _agrees(place.name):
            say("Nothing was published.")
            raise click.exceptions.Exit(0)
        done = place.publish(output, files, tuple(before.files), message or f"Publish {day.isoformat()}")
    except PublishError as error:
        _stop(str(error), error.hint)
    if not quiet:
        say(f"Published: {done}.")
        if not site.base_url:
            say("site.yaml has no base_url: the site has no sitemap, and its feeds have no whole addresses.")


def _chosen(site: "Site", target: str | None) -> "Destination":
    """The target that was meant; the only one, where none was named."""
    from generator.base.problem import suggestion
    from generator.publish.hosts import HOSTS

    known = site.publish
    if target is None and len(known) == 1:
        return next(iter(known.values()))
    if target is not None and target in known:
        return known[target]
    if not known:
        near = suggestion(target or "", HOSTS)
        raise click.UsageError(f"There is no target {target!r}. {near}\n\n{EXAMPLE}" if target else EXAMPLE)
    if target is None:
        raise click.UsageError(f"There are several targets; name one of {', '.join(known)}.")
    hint = suggestion(target, (*known, *HOSTS)) or f"There are: {', '.join(known)}."
    raise click.UsageError(f"There is no target {target!r}. {hint}")


def _built(folder: Path, site: "Site", day: dt.date, strict: bool, colour: bool) -> tuple[Path, Sequence[str]]:
    """The site as readers will see it, in public/; the journal's errors end the command with 1."""
    from generator.base.problem import fails
    from generator.build import Request, build

    from .report import counted, report

    output = folder / "public"
    request = Request(
        folder=folder, site=site, output=output, today=day, holds=lambda problems: fails(problems, strict)
    )
    built = build(request)
    report(folder, built.problems, colour=colour, whole=False)
    if built.configuration:
        raise click.exceptions.Exit(2)
    if built.written is None or fails(built.problems, strict):
        say(f"{counted(built.problems)} Nothing was published.", err=True)
        raise click.exceptions.Exit(1)
    return output, built.written.files


def _show(changes: "News", most: int | None, first: bool) -> None:
    """What readers will see that they did not, and no longer what they did."""
    _list("Newly public" if not first else "Public for the first time", changes.new, most)
    _list("No longer public", changes.gone, most)
    counts = ((changes.added, "new"), (changes.changed, "changed"), (changes.removed, "removed"))
    say("Files: " + ", ".join(f"{number:,} {word}" for number, word in counts) + ".")


def _list(heading: str, entries: "Sequence[Entry]", most: int | None) -> None:
    if not entries:
        return
    click.echo(f"{heading}:")
    kinds = dict.fromkeys(entry.kind for entry in entries)
    for kind in kinds:
        of_kind = [entry for entry in entries if entry.kind == kind]
        shown = of_kind[-most:] if most and len(of_kind) > most + 1 else of_kind
        for entry in shown:
            click.echo(f"  {kind:<8} {entry.title}")
        if rest := len(of_kind) - len(shown):
            click.echo(f"  {kind:<8} … and {rest:,} more (all of them with -v)")


def _agrees(name: str) -> bool:
    """Whether the person says yes; without a terminal nobody can."""
    if not _is_terminal():
        raise click.UsageError("Nobody is here to ask: say --yes to publish, or --dry-run to look.")
    return click.confirm(f"Publish to {name}?", default=False)


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _stop(message: str, hint: str) -> NoReturn:
    say(f"smallwins: {message}", err=True)
    if hint:
        click.echo(f"  hint: {hint}", err=True)
    raise click.exceptions.Exit(2)
