"""`smallwins undo`."""

from typing import Any

import click

from .as_json import echo_json
from .options import site_option, talk_options, wants_colour
from .terminal import say


@click.command("undo")
@site_option
@talk_options
def command(**given: Any) -> None:
    """Take back the last capture, and with every further call the one before it.

    The file is then, byte for byte, what it was. What was changed by hand since stays, and so does a capture that was:
    that is said once, and the next call goes on to the one before.

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
    capture = undone.capture
    if as_json:
        echo_json({"what": capture.what, "paths": [change.path for change in capture.changes]})
    elif not given["quiet"]:
        where = ", ".join(capture.paths) if len(capture.paths) < 4 else f"{len(capture.paths)} files"
        say(f"Taken back from {where}: {capture.what}")
