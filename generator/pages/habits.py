"""/habits/ : what is repeated, and in which context."""

from collections.abc import Iterator

import msgspec

from generator.words import sentences, summaries

from .description import description
from .edition import Edition
from .lines import goal_links, marks, withheld
from .page import Page
from .parts import Link, ValueMark

TEMPLATE = "pages/habits.html"


class HabitCard(msgspec.Struct, frozen=True, kw_only=True):
    """A habit where it is one of several."""

    title: str
    url: str
    cadence: str
    cue: str | None
    sentence: str
    goal: Link | None
    values: tuple[ValueMark, ...]
    withheld: str = ""


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """All habits, in the order of their ids."""

    habits: tuple[HabitCard, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The habits' page, where there are habits."""
    journal, words = edition.journal, edition.words
    cards = []
    for habit in journal.habits.values():
        days = sorted({win.date for win in edition.past(journal.ticks_of(habit.id))})
        cards.append(
            HabitCard(
                title=habit.title,
                url=habit.url,
                cadence=sentences.cadence(words, habit.cadence),
                cue=habit.cue,
                sentence=sentences.habit(words, len(days), days[-1] if days else None),
                goal=next(iter(goal_links(edition, [habit.goal] if habit.goal else [])), None),
                values=marks(edition, habit.values),
                withheld=withheld(edition, habit),
            )
        )
    if cards:
        view = Habits(habits=tuple(cards))
        yield Page(
            url="/habits/",
            template=TEMPLATE,
            title=words.gettext("Habits"),
            view=view,
            description=description(summaries.habits(words, [card.title for card in cards])),
            section="/habits/",
        )
