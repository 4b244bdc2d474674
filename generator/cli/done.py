"""`smallwins done`."""

from typing import Any

import click

from . import asking
from .capturing import Call, Ref, capture_options


@click.command("done")
@click.argument("goal", type=Ref("goals"), required=False)
@capture_options
def command(goal: str | None, **given: Any) -> None:
    """Mark a goal as done, in its own file. Without GOAL it asks.

    \b
        smallwins done novel
    """
    call = Call(given)
    if not goal and not asking.is_there():
        raise click.UsageError("Say which goal: smallwins done novel")
    goal = goal or asking.which("Which goal stands?", call.goals(), "goals", required=True) or ""
    from generator.edit.proposals import done

    from .answer import to_done

    call.run(
        lambda material: done(material, call.date, goal),
        lambda made: to_done(made.journal, made.journal.goals[made.subject], call.today),
    )
