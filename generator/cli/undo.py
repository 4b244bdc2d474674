"""`smallwins undo`."""

from typing import Any

import click

from .as_json import echo_json
from .options import site_option, talk_options, wants_colour


@click.command("undo")
@site_option
@talk_options
def command(**given: Any) -> None:
    """Take back the last capture, and with every further call the one before it.

    The file is then, byte for byte, what it was. What was changed by hand since stays, and so does a capture that was.

    \b
        smallwins undo
    """
    folder, as_json = given["folder"], given["as_json"]
    from .options import load_site
    from .report import report

    colour = wants_colour(given["no_color"])
    load_site(folder, None, as_json, colour)
    from generator.edit.undo import undo

    undone = undo(folder)
    if undone.problem is not None:
        report(folder, (undone.problem,), as_json=as_json, colour=colour)
        raise click.exceptions.Exit(1)
    assert undone.capture is not None
    paths = [change.path for change in undone.capture.changes]
    if as_json:
        echo_json({"what": undone.capture.what, "paths": paths})
    elif not given["quiet"]:
        where = ", ".join(paths) if len(paths) < 4 else f"{len(paths)} files"
        click.echo(f"Taken back from {where}: {undone.capture.what}")
