"""/worked/ : what worked, in the person's own words, and how it came closer. Counts only, no claim of cause."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from generator.insights.worked import Phrase
from generator.words import figures as said
from generator.words import summaries

from .description import description
from .edition import Edition
from .lines import link
from .page import Page
from .parts import Link

TEMPLATE = "pages/worked.html"
WINS = 6
"""So many wins stand behind a phrase, the newest; the count says how many there are."""


class PhraseLine(msgspec.Struct, frozen=True, kw_only=True):
    """Words, how often they were said ("3 times"), and the wins that say them, newest first."""

    words: str
    times: str
    count: int
    wins: tuple[Link, ...]


class PhraseGroup(msgspec.Struct, frozen=True):
    """A goal's or a habit's phrases."""

    link: Link
    phrases: tuple[PhraseLine, ...]


class CloserLine(msgspec.Struct, frozen=True):
    """How a win came closer."""

    date: dt.date
    words: str
    win: Link


class CloserGroup(msgspec.Struct, frozen=True):
    """A goal's last five."""

    link: Link
    lines: tuple[CloserLine, ...]


class Worked(msgspec.Struct, frozen=True, kw_only=True):
    """The digest."""

    phrases: tuple[PhraseLine, ...]
    by_goal: tuple[PhraseGroup, ...]
    by_habit: tuple[PhraseGroup, ...]
    closer: tuple[CloserGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where anything was written down as `worked` or `closer`."""
    found, journal = edition.insights.worked, edition.journal
    if not edition.reflects or (not found.phrases and not found.closer):
        return
    view = Worked(
        phrases=phrase_lines(edition, [phrase for phrase in found.phrases if len(phrase.wins) > 1]),
        by_goal=tuple(
            PhraseGroup(link(edition, journal.goals[goal]), phrase_lines(edition, phrases))
            for goal, phrases in found.by_goal.items()
        ),
        by_habit=tuple(
            PhraseGroup(link(edition, journal.habits[habit]), phrase_lines(edition, phrases))
            for habit, phrases in found.by_habit.items()
        ),
        closer=tuple(
            CloserGroup(link(edition, goal), closer_lines(edition, goal.id))
            for goal in journal.goals.values()
            if goal.id in found.closer
        ),
    )
    title = edition.words.gettext("What worked")
    phrases = [phrase.words for phrase in found.phrases]
    summary = description(
        summaries.worked(edition.words, phrases) if phrases else "",
        *(line.words for group in view.closer for line in group.lines),
    )
    yield Page(url="/worked/", template=TEMPLATE, title=title, view=view, description=summary, section="/reviews/")


def phrase_lines(edition: Edition, phrases: Sequence[Phrase]) -> tuple[PhraseLine, ...]:
    """Phrases with the wins behind them."""
    journal = edition.journal
    return tuple(
        PhraseLine(
            words=phrase.words,
            times=said.times(edition.words, len(phrase.wins)),
            count=len(phrase.wins),
            wins=tuple(link(edition, journal.win(name)) for name in reversed(phrase.wins[-WINS:])),
        )
        for phrase in phrases
    )


def closer_lines(edition: Edition, goal: str) -> tuple[CloserLine, ...]:
    """How a goal's last wins came closer."""
    found = (edition.journal.win(name) for name in edition.insights.worked.closer.get(goal, ()))
    return tuple(CloserLine(win.date, win.closer or "", link(edition, win)) for win in found)
