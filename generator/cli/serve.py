"""`smallwins serve`."""

import datetime as dt
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import Day, load_site, site_option, wants_colour
from .report import count, counted, report

if TYPE_CHECKING:
    from generator.serve.order import Outcome

PORT = 8000


@click.command("serve")
@site_option
@click.option("-p", "--port", type=click.IntRange(0, 65535), help=f"The port.  [default: {PORT}, or the next free one]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where it listens; 0.0.0.0 lets others in.")
@click.option("--open", "opens", is_flag=True, help="Open it in your browser.")
@click.option("--public", is_flag=True, help="No more than would be published.")
@click.option("-D", "--drafts", is_flag=True, help="With --public: include drafts.")
@click.option("-F", "--future", is_flag=True, help="With --public: include what is dated after today.")
@click.option("--today", type=Day(), metavar="DATE", help="As of this day, not of the clock's.")
@click.option("--poll", is_flag=True, help="Look for changes every half second: for disks that tell of none.")
@click.option("--gallery", is_flag=True, help="Show what the theme is made of, in the place of the site.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Say more.")
@click.option("--no-color", is_flag=True, help="No colours (NO_COLOR works too).")
@click.option("--debug", is_flag=True, help="Show the traceback of a mistake of ours.")
def command(
    folder: Path,
    port: int | None,
    host: str,
    opens: bool,
    public: bool,
    drafts: bool,
    future: bool,
    today: dt.date | None,
    poll: bool,
    gallery: bool,
    quiet: bool,
    verbose: bool,
    no_color: bool,
    debug: bool,
) -> None:
    """Show the site as you write, in a browser on this machine.

    It shows drafts and what is dated after today, too. Nothing is written to public/. Ctrl-C ends it.

    \b
        smallwins serve
        smallwins serve --public --open
        smallwins serve --gallery
    """
    colour = wants_colour(no_color)
    load_site(folder, None, False, colour)
    import asyncio

    from generator.serve.app import app
    from generator.serve.hosts import names_of
    from generator.serve.order import Order
    from generator.serve.pages import Pages
    from generator.serve.preview import follow
    from generator.serve.process import Builder
    from generator.serve.server import address, listen, run
    from generator.serve.watch import Watch
    from generator.write.output import PREVIEWS

    try:
        listening = listen(host, port, PORT)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        hint = "" if port is None else "; without -p it finds a free one"
        raise click.ClickException(f"It can't listen on {host}, port {port or PORT}: {reason}{hint}.") from None
    site = folder.resolve()
    order = Order(
        folder=site,
        output=site / PREVIEWS[gallery],
        base_url=address(listening, host),
        today=today,
        public=public,
        drafts=drafts,
        future=future,
        gallery=gallery,
    )
    begun: list[bool] = []

    def tell(outcome: "Outcome", changed: frozenset[str]) -> None:
        report(folder, outcome.problems, colour=colour, whole=verbose)
        if outcome.fault:
            click.echo(f"smallwins: a mistake of ours, not of yours: {outcome.fault}", err=True)
        elif outcome.problems:
            click.echo(counted(outcome.problems), err=True)
        if not quiet and begun and (outcome.changed or not outcome.drawn):
            click.echo(_said(outcome, changed, site))
        if not begun:
            begun.append(True)
            click.echo(f"Preview of {outcome.title or folder}: {order.base_url}  (Ctrl-C ends it)")
            if opens:
                click.launch(order.base_url)

    async def go() -> None:
        builder = Builder()
        try:
            watching = asyncio.create_task(follow(builder, order, Watch(site, poll), tell))
            await run(app(Pages(order.output), names_of(host)), listening, watching)
        finally:
            builder.close()

    try:
        asyncio.run(go())
    except KeyboardInterrupt:  # the ordinary end of it
        if not quiet:
            click.echo()


def _said(outcome: "Outcome", changed: frozenset[str], site: Path) -> str:
    """What came of a change, in a line."""
    names = sorted(Path(path).relative_to(site).as_posix() if site in Path(path).parents else path for path in changed)
    what = names[0] if len(names) == 1 else count(len(names), "file") if names else "a new day"
    files = f"{count(outcome.changed, 'file')} of the site" if outcome.drawn else "the last site stays"
    return f"{time.strftime('%H:%M:%S')}  {what} → {files}, {outcome.seconds:.2f} s"
