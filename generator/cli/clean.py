"""`smallwins clean`."""

from pathlib import Path

import click

from .options import load_site, site_option, talk_options, wants_colour
from .report import report
from .terminal import say


@click.command("clean")
@site_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The site's folder.", show_default="public in the journal"
)
@talk_options
def command(
    folder: Path, output: Path | None, quiet: bool, verbose: bool, as_json: bool, no_color: bool, debug: bool
) -> None:
    """Remove the files that builds and previews wrote, what they kept in .smallwins/cache, and nothing else.

    What somebody changed since, and what no build wrote, stays.

    \b
        smallwins clean
    """
    colour = wants_colour(no_color)
    load_site(folder, None, as_json, colour)
    from generator.cache.store import forget
    from generator.write.output import PREVIEWS, refuse
    from generator.write.site import clean_site

    forget(folder)
    for preview in PREVIEWS.values():
        if (folder / preview).is_dir() and not refuse(folder, folder / preview):
            clean_site(folder / preview)
    where = output if output is not None else folder / "public"
    if not where.exists():
        if not quiet:
            say(f"There is no {where}/: nothing to remove.")
        return
    if refused := refuse(folder, where):
        report(folder, (refused,), as_json=as_json, colour=colour)
        raise click.exceptions.Exit(2)
    done = clean_site(where)
    report(folder, done.problems, as_json=as_json, colour=colour)
    if not quiet and not as_json:
        say(f"{done.removed} files removed from {where}/.")
