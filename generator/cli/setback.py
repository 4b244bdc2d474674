"""`smallwins setback`."""

from typing import TYPE_CHECKING, Any

import click

from . import asking
from .capturing import Call, Ref, capture_options
from .saying import Saying, in_words

if TYPE_CHECKING:
    from generator.edit.capture import Captured


@click.command("setback", cls=Saying)
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

    It goes under the heading Setbacks of today's file. Without TEXT it asks; --edit alone opens the day's file.

    \b
        smallwins setback "Skipped the long run" -g run --restart "walk 20 minutes"
    """
    call = Call(given)
    said = in_words(text)
    from generator.edit.proposals import Typed, item

    from .answer import to_setback

    def typed(said: str, **more: str) -> Typed:
        told = given | more
        keys = ("learned", "restart", "time")
        fields = [(key, told[key].strip()) for key in keys if told[key] and told[key].strip()]
        fields += [("visibility", "private")] if told["private"] else []
        return Typed(kind="setback", date=call.date, text=said, goals=goals, habit=told["habit"], fields=tuple(fields))

    def why_not(about: str, said: str, **more: str) -> str:
        return call.why_not(about, lambda material: item(material, typed(said, **more)))

    if call.edit and not said.strip() and typed("") == Typed(kind="setback", date=call.date, text=""):
        call.open_day()
    if not said.strip() and not asking.is_there():
        raise click.UsageError('Say what got in the way: smallwins setback "Flu" --restart "walk 20 minutes"')
    if not said.strip():
        said = asking.line("What got in the way?", required=True, wrong=lambda line: why_not("TEXT", line))
        if not goals and (goal := asking.which("Which goal does it touch? (Enter: none)", call.goals(), "goals")):
            goals = (goal,)
        given["restart"] = given["restart"] or asking.line(
            "What small action would begin again? (Enter: not yet)",
            wrong=lambda line: why_not("--restart", said, restart=line),
        )

    def answer(made: "Captured") -> str:
        setback = next(s for s in made.journal.setbacks if (s.origin.path, s.origin.line) == (made.path, made.line))
        return to_setback(setback)

    call.run(lambda material: item(material, typed(said)), answer)
