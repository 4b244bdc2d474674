"""`smallwins tick`."""

from typing import TYPE_CHECKING, Any

import click

from . import asking
from .capturing import Call, Ref, capture_options

if TYPE_CHECKING:
    from generator.edit.capture import Captured


@click.command("tick")
@click.argument("habit", type=Ref("habits"), required=False)
@click.option("-a", "--amount", metavar="AMOUNT", help="How much: 20 min, 5 km, or a bare number.")
@click.option("--effort", metavar="1-5", help="How hard it was.")
@click.option("--worked", metavar="TEXT", help="What helped.")
@click.option("--time", metavar="HH:MM", help="When.")
@capture_options
def command(habit: str | None, **given: Any) -> None:
    """Note that a habit was done. Without HABIT it asks.

    \b
        smallwins tick morning-pages
        smallwins tick jog -a "5 km" --date yesterday
    """
    call = Call(given)
    if not habit and not asking.is_there():
        raise click.UsageError("Say which habit: smallwins tick morning-pages")
    habit = habit or asking.which("Which habit?", call.habits(), "habits", required=True)
    from generator.edit.proposals import tick

    from .answer import to_tick

    keys = ("amount", "effort", "time", "worked")
    fields = {key: given[key].strip() for key in keys if given[key] and given[key].strip()}

    def answer(made: "Captured") -> str:
        own = made.journal.habits[made.subject]
        win = next(win for win in made.journal.ticks_of(own.id) if win.date == call.date)
        return to_tick(made.journal, win, own, call.today)

    call.run(lambda material: tick(material, call.date, habit or "", fields), answer)
