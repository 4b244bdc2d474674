"""`smallwins setback`."""

from typing import TYPE_CHECKING, Any

import click

from . import asking
from .capturing import Call, Ref, capture_options, in_words

if TYPE_CHECKING:
    from generator.edit.capture import Captured


@click.command("setback")
@click.argument("text", nargs=-1)
@click.option("-g", "--goal", "goals", type=Ref("goals"), multiple=True, help="A goal that it touched.")
@click.option("--habit", type=Ref("habits"), help="The habit that it touched.")
@click.option("--learned", metavar="TEXT", help="What you learned.")
@click.option("--restart", metavar="TEXT", help="The small action that restarts: it becomes the next step.")
@click.option("--time", metavar="HH:MM", help="When.")
@click.option("--private", is_flag=True, help="For your eyes alone.")
@capture_options
def command(text: tuple[str, ...], goals: tuple[str, ...], **given: Any) -> None:
    """Write down what got in the way, and the small action that restarts.

    It goes under the heading Setbacks of today's file. Without TEXT it asks, and with --edit it opens the day's
    file.

    \b
        smallwins setback "Skipped the long run" -g run --restart "walk 20 minutes"
    """
    call = Call(given)
    said = in_words(text)
    if call.edit and not said.strip():
        call.open_day()
    if not said.strip() and not asking.is_there():
        raise click.UsageError('Say what got in the way: smallwins setback "Flu" --restart "walk 20 minutes"')
    from generator.edit.proposals import Typed, item

    from .answer import to_setback

    if not said.strip():
        said = asking.line("What got in the way?", required=True)
        if not goals and (goal := asking.which("Which goal does it touch? (Enter: none)", call.goals(), "goals")):
            goals = (goal,)
        given["restart"] = given["restart"] or asking.line("What small action would begin again? (Enter: not yet)")
    fields = [(key, given[key].strip()) for key in ("learned", "restart", "time") if given[key] and given[key].strip()]
    fields += [("visibility", "private")] if given["private"] else []
    typed = Typed(kind="setback", date=call.date, text=said, goals=goals, habit=given["habit"], fields=tuple(fields))

    def answer(made: "Captured") -> str:
        setback = next(s for s in made.journal.setbacks if (s.origin.path, s.origin.line) == (made.path, made.line))
        return to_setback(setback)

    call.run(lambda material: item(material, typed), answer)
