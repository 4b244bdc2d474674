"""/reconnect/ : the quiet goals, with what to come back to; and a jar that draws one past win."""

from collections.abc import Iterator

import msgspec

from generator.words import figures as said
from generator.words import summaries

from .cards import step_view
from .description import description
from .edition import Edition
from .lines import marks, win_line
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


class Reconnect(msgspec.Struct, frozen=True, kw_only=True):
    """The goals, and today's draw from the jar."""

    goals: tuple[QuietCard, ...]
    jar: Line | None


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
                goal=Link(goal.title, goal.url),
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
    # Another one each day, the same all day long: written wins, so that a tick is not what comes out of the jar.
    written = [win for win in journal.wins if not win.tick and win.date <= edition.today]
    drawn = written[edition.today.toordinal() * 7919 % len(written)] if written else None
    view = Reconnect(goals=tuple(cards), jar=win_line(edition, drawn) if drawn else None)
    title = words.gettext("Reconnect")
    summary = description(summaries.quiet(words, [card.goal.title for card in cards]))
    yield Page(url="/reconnect/", template=TEMPLATE, title=title, view=view, description=summary, section="/reviews/")
