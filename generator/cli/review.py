"""`smallwins review`."""

from typing import Any

import click

from .capturing import Call, capture_options, open_editor, periods


@click.command("review")
@click.argument("period", default="week", shell_complete=periods)
@capture_options
def command(period: str, **given: Any) -> None:
    """Open this week's review in your editor; made, with what there is to reflect on, when it is not there yet.

    PERIOD is week, month or year, last-week, last-month or last-year, or one by its name: 2026-W07, 2026-02, 2026.

    \b
        smallwins review
        smallwins review last-month
    """
    call = Call(given | {"edit": False})
    from .reviewing import make_review, review_named, written

    name = review_named(call, period)
    if written(call, name) is None:
        make_review(call, name)
    path = written(call, name)
    assert path is not None
    open_editor(path)
