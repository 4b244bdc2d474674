"""`smallwins win`."""

from typing import TYPE_CHECKING, Any

import click

from . import asking
from .capturing import Call, MilestoneRef, Ref, capture_options
from .saying import Saying, in_words

if TYPE_CHECKING:
    from generator.edit.capture import Captured


@click.command("win", cls=Saying)
@click.argument("text", nargs=-1)
@click.option("-g", "--goal", "goals", type=Ref("goals"), multiple=True, help="A goal that it serves.")
@click.option("-a", "--amount", metavar="AMOUNT", help='How much: "5 km", 300 words, 1h 30min; or a bare number.')
@click.option("--habit", type=Ref("habits"), help="The habit that it ticks.")
@click.option("--value", "values", type=Ref("values"), multiple=True, help="A value beyond those of the goal.")
@click.option("--milestone", type=MilestoneRef(), metavar="NAME", help="The milestone that it reaches.")
@click.option("--stretch", is_flag=True, help="A little past what was comfortable.")
@click.option("--effort", metavar="1-5", help="How hard it was.")
@click.option("--worked", metavar="TEXT", help="What helped.")
@click.option("--closer", metavar="TEXT", help="How it moves you closer.")
@click.option("--celebrate", metavar="TEXT", help="How you marked it.")
@click.option("--time", metavar="HH:MM", help="When.")
@click.option("--private", is_flag=True, help="For your eyes alone.")
@capture_options
def command(text: tuple[str, ...], goals: tuple[str, ...], **given: Any) -> None:
    """Write a win into today's file, and answer in one line.

    The beginning of a goal's id, title or alias is enough. Without TEXT it asks; --edit alone
    opens the day's file.

    \b
        smallwins win "Ran 5 km with Sam" -g run
        smallwins win Rang the bank --date yesterday
        smallwins win "Scene three" -g novel -a 540 --stretch --worked "phone in another room"
    """
    call = Call(given)
    said = in_words(text)
    from generator.edit.proposals import Typed, item

    from .answer import to_win

    def typed(said: str, **more: str) -> Typed:
        told = given | more
        keys = ("amount", "milestone", "effort", "worked", "closer", "celebrate", "time")
        fields = [(key, told[key].strip()) for key in keys if told[key] and told[key].strip()]
        fields += [("stretch", "true")] if told["stretch"] else []
        fields += [("visibility", "private")] if told["private"] else []
        return Typed(
            kind="win",
            date=call.date,
            text=said,
            goals=goals,
            values=told["values"],
            habit=told["habit"],
            fields=tuple(fields),
        )

    def why_not(about: str, said: str, **more: str) -> str:
        return call.why_not(about, lambda material: item(material, typed(said, **more)))

    if call.edit and not said.strip() and typed("") == Typed(kind="win", date=call.date, text=""):
        call.open_day()
    if not said.strip() and not asking.is_there():
        raise click.UsageError('Say what you did: smallwins win "Ran 5 km with Sam"')
    if not said.strip():
        said = asking.line("What did you do?", required=True, wrong=lambda line: why_not("TEXT", line))
        if not goals and (goal := asking.which("Which goal does it serve? (Enter: none)", call.goals(), "goals")):
            goals = (goal,)
        given["worked"] = given["worked"] or asking.line(
            "What helped? (Enter: nothing to note)", wrong=lambda line: why_not("--worked", said, worked=line)
        )

    def answer(made: "Captured") -> str:
        win = next(win for win in made.journal.wins if (win.origin.path, win.origin.line) == (made.path, made.line))
        return to_win(made.journal, win, call.today)

    call.run(lambda material: item(material, typed(said)), answer)
