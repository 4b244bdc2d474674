"""`smallwins skip`."""

from typing import Any

import click

from . import asking
from .capturing import Call, Ref, capture_options


@click.command("skip")
@click.argument("habit", type=Ref("habits"), required=False)
@click.option("--why", metavar="TEXT", help="Why, if you like.")
@capture_options
def command(habit: str | None, why: str | None, **given: Any) -> None:
    """Let a habit go for a day, on purpose: its strength stays as it was. Without HABIT it asks.

    \b
        smallwins skip jog --why travel
    """
    call = Call(given)
    from generator.edit.proposals import skip

    from .answer import to_skip

    if not habit and not asking.is_there():
        raise click.UsageError("Say which habit: smallwins skip jog")
    if not habit:
        habit = asking.which("Which habit?", call.habits(), "habits", required=True) or ""
        why = why or asking.line(
            "Why? (Enter: no reason needed)",
            wrong=lambda line: call.why_not("--why", lambda material: skip(material, call.date, habit, line)),
        )

    call.run(
        lambda material: skip(material, call.date, habit, (why or "").strip() or None),
        lambda made: to_skip(made.journal.habits[made.subject], call.date),
    )
