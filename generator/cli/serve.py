"""`smallwins serve`."""

import datetime as dt
import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from .options import Day, load_site, site_option, wants_colour
from .report_json import said

PORT = 8000
HOST_HELP = "Where it listens; 0.0.0.0 lets others in."
PORT_HELP = f"The port.  [default: {PORT}, or the next free one]"


@click.command("serve")
@site_option
@click.option("-p", "--port", type=click.IntRange(0, 65535), metavar="PORT", help=PORT_HELP)
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help=HOST_HELP)
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

    It shows everything, also what is private, a draft, or dated after today, and marks it. Nothing is written to
    public/. Ctrl-C ends it.

    \b
        smallwins serve
        smallwins serve --public --open
        smallwins serve --gallery
    """
    colour = wants_colour(no_color)
    title = load_site(folder, None, False, colour).title
    import asyncio
    import errno
    import socket

    from generator.edit.lock import LockedError, locked
    from generator.serve.app import app
    from generator.serve.hosts import names_of
    from generator.serve.order import Order, Outcome
    from generator.serve.pages import Pages
    from generator.serve.preview import follow
    from generator.serve.process import Builder
    from generator.serve.reload import Reload
    from generator.serve.server import address, listen, network_address, run
    from generator.serve.watch import Watch
    from generator.write.output import PREVIEWS

    from .serving import Talk

    try:
        listening = listen(host, port, PORT)
    except socket.gaierror:
        raise click.BadParameter(f"{host!r} is no address and no name of one.", param_hint="'--host'") from None
    except OSError as error:
        port_is_wrong = port is not None and error.errno in (errno.EADDRINUSE, errno.EACCES)
        hint = "; without -p it finds a free one" if port_is_wrong else ""
        reason = os.strerror(error.errno) if error.errno else error
        raise click.ClickException(f"It can't listen on {host}, port {port or PORT}: {reason}{hint}.") from None
    site = folder.resolve()
    order = Order(
        folder=site,
        output=site / PREVIEWS["gallery" if gallery else "public" if public else "whole"],
        base_url=address(listening, host),
        today=today,
        public=public,
        drafts=drafts,
        future=future,
        gallery=gallery,
        debug=debug,
    )
    talk = Talk(order, colour=colour, quiet=quiet, whole=verbose, opens=opens)

    async def go() -> None:
        pages, builder = Pages(order.output), Builder()
        reload = Reload(pages, lambda problem: said(site, problem))

        def tell(outcome: Outcome, changed: frozenset[str]) -> None:
            reload.tell(outcome)
            talk.tell(outcome, changed)

        try:
            following = asyncio.create_task(follow(builder, order, Watch(site, poll), tell, reload.open_pages))
            await run(app(pages, reload, names_of(host)), listening, following, reload.end)
        finally:
            builder.close()

    try:
        with locked(site, f"{order.output.name}.lock", patience=0), suppress(KeyboardInterrupt):  # its ordinary end
            talk.welcome(title, network_address(listening, host))
            asyncio.run(go())
    except LockedError:
        hint = "end it first, or use the address that it printed"
        raise click.ClickException(f"`smallwins serve` shows this journal already: {hint}.") from None
    if sys.stdout.isatty():
        click.echo()  # below the terminal's ^C
