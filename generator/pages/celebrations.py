"""/celebrations/ : firsts, round numbers, bests, milestones, effort, and coming back."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

import msgspec

from generator.insights.celebrations import Kind
from generator.words import figures as said
from generator.words import sentences, summaries

from .edition import Edition
from .page import Page
from .parts import Link
from .today import waiting

TEMPLATE = "pages/celebrations.html"


class CelebrationLine(msgspec.Struct, frozen=True, kw_only=True):
    """One celebration: `kind` (count, best, milestone, done, comeback, stretch, effort) may choose its mark."""

    date: dt.date
    kind: str
    text: str
    win: Link | None
    goal: Link | None


class CelebrationMonth(msgspec.Struct, frozen=True):
    """A month's, the newest first."""

    start: dt.date
    lines: tuple[CelebrationLine, ...]


class Waiting(msgspec.Struct, frozen=True):
    """A reward that was promised and not yet had."""

    goal: Link
    sentence: str


class Celebrations(msgspec.Struct, frozen=True, kw_only=True):
    """All celebrations, newest month first."""

    low_days: str
    waiting: tuple[Waiting, ...]
    months: tuple[CelebrationMonth, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where there is anything to celebrate."""
    found = edition.insights.celebrations
    if not found.list or not edition.reflects:
        return
    listed = lines(edition)
    newest = reversed(listed)
    view = Celebrations(
        low_days=said.low_days(edition.words, found.low_days),
        waiting=tuple(Waiting(goal, sentence) for goal, sentence in waiting(edition)),
        months=tuple(
            CelebrationMonth(m, tuple(of)) for m, of in groupby(newest, key=lambda one: one.date.replace(day=1))
        ),
    )
    title = edition.words.gettext("Celebrations")
    summary = summaries.celebrations(edition.words, len(listed), listed[-1].date)
    yield Page(
        url="/celebrations/", template=TEMPLATE, title=title, view=view, description=summary, section="/reviews/"
    )


def lines(edition: Edition) -> list[CelebrationLine]:
    """Every celebration in words, in order. The whole journal's count says more than a goal's on the same win."""
    journal = edition.journal
    found = []
    returned: set[dt.date] = set()  # one return may be a goal's, its parent's and a setback's: it is said once
    for one in edition.insights.celebrations.list:
        if one.kind is Kind.COMEBACK:
            if one.date in returned:
                continue
            returned.add(one.date)
        win = journal.win(one.win) if one.win else None
        goal = journal.goals.get(one.goal or "")
        found.append(
            CelebrationLine(
                date=one.date,
                kind=one.kind.value,
                text=sentences.celebration(edition.words, one, journal),
                win=Link(win.title, win.url) if win else None,
                goal=Link(goal.title, goal.url) if goal else None,
            )
        )
    return found
