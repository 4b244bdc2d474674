"""/celebrations/ : firsts, round numbers, bests, milestones, effort, and coming back."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

import msgspec

from generator.insights.celebrations import Kind
from generator.words import figures as said
from generator.words import sentences, summaries

from .edition import Edition
from .lines import link
from .page import Page
from .paging import page_url, paged, pager
from .parts import Link, Pager
from .today import waiting

TEMPLATE = "pages/celebrations.html"
URL = "/celebrations/"


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
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where there is anything to celebrate."""
    found = edition.insights.celebrations
    if not found.list or not edition.reflects:
        return
    words = edition.words
    listed = lines(edition)
    parts = paged(listed, _month)
    summary = summaries.celebrations(words, len(listed), listed[-1].date)
    for number, part in enumerate(parts, start=1):
        newest = number == len(parts)
        view = Celebrations(
            low_days=said.low_days(words, found.low_days) if newest else "",
            waiting=tuple(Waiting(goal, sentence) for goal, sentence in waiting(edition)) if newest else (),
            months=tuple(CelebrationMonth(month, tuple(of)) for month, of in groupby(reversed(part), key=_month)),
            pager=pager(words, URL, number, len(parts)),
        )
        url = page_url(URL, number, len(parts))
        title = words.gettext("Celebrations")
        yield Page(url=url, template=TEMPLATE, title=title, view=view, description=summary, section="/reviews/")


def _month(line: CelebrationLine) -> dt.date:
    return line.date.replace(day=1)


def lines(edition: Edition) -> tuple[CelebrationLine, ...]:
    """Every celebration in words, in order. The whole journal's count says more than a goal's on the same win."""
    return edition.once(_lines)


def _lines(edition: Edition) -> tuple[CelebrationLine, ...]:
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
                win=link(edition, win) if win else None,
                goal=link(edition, goal) if goal else None,
            )
        )
    return tuple(found)
