"""/reconnect/ : the quiet goals, with what to come back to; and a jar that draws one past win."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from math import gcd

import msgspec

from generator.journal.records import Win
from generator.words import figures as said
from generator.words import summaries

from .cards import step_view
from .description import description
from .edition import Edition
from .lines import link, marks, win_line
from .page import Page
from .parts import Line, Link, Step, ValueMark

TEMPLATE = "pages/reconnect.html"


class QuietCard(msgspec.Struct, frozen=True, kw_only=True):
    """A goal, quietest first. `question` is set where no next step is written."""

    goal: Link
    identity: str | None
    why: str | None
    values: tuple[ValueMark, ...]
    resting: bool
    sentence: str
    last: Line | None
    step: Step | None
    question: str


class Jar(msgspec.Struct, frozen=True, kw_only=True):
    """The win that was drawn today. `years` says how many each year has, for a script that draws another."""

    line: Line
    today: dt.date
    years: tuple[tuple[int, int], ...]
    many: bool  # more than one, so that another can be drawn


class Reconnect(msgspec.Struct, frozen=True, kw_only=True):
    """The goals, and the jar."""

    goals: tuple[QuietCard, ...]
    jar: Jar | None


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where there is an active goal."""
    found = edition.insights.reconnect
    if not found or not edition.reflects:
        return
    journal, words = edition.journal, edition.words
    cards = []
    for quiet in found:
        goal = journal.goals[quiet.goal]
        count = sum(win.date <= edition.today for win in journal.wins_of(goal.id))
        step = edition.insights.next_steps.by_goal.get(goal.id)
        sentence = said.resting if quiet.resting else None
        cards.append(
            QuietCard(
                goal=link(edition, goal),
                identity=goal.identity,
                why=goal.why,
                values=marks(edition, goal.values),
                resting=quiet.resting,
                sentence=sentence(words, goal.title, quiet.last_day, count)
                if sentence
                else said.last_laid(words, quiet.last_day, count),
                last=win_line(edition, journal.win(quiet.last_win)) if quiet.last_win else None,
                step=step_view(step.step) if step else None,
                question="" if step else said.ask_for_next(words),
            )
        )
    view = Reconnect(goals=tuple(cards), jar=_jar(edition))
    title = words.gettext("Reconnect")
    summary = description(summaries.quiet(words, [card.goal.title for card in cards]))
    yield Page(url="/reconnect/", template=TEMPLATE, title=title, view=view, description=summary, section="/reviews/")


def _jar(edition: Edition) -> Jar | None:
    """What the jar gives today; None while there is nothing in it. Only written wins are: no tick comes out of it."""
    inside = [win for win in edition.past(edition.journal.wins) if not win.tick]
    if not inside:
        return None
    return Jar(
        line=win_line(edition, drawn(inside, edition.today)),
        today=edition.today,
        years=tuple(sorted(Counter(win.date.year for win in inside).items())),
        many=len(inside) > 1,
    )


def drawn(wins: Sequence[Win], day: dt.date) -> Win:
    """The win of a day: another on the next day, each once before one comes again, and neighbours far apart.

    The step is the first from the golden section of their number that has no divisor in common with it.
    """
    many = len(wins)
    step = next(step for step in range(round(many * 0.618), many + 1) if gcd(step, many) == 1)
    return wins[day.toordinal() * step % many]
