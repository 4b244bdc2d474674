"""/timeline/ : the latest wins, and the way to every year and month."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from generator.journal.journal import Journal
from generator.words import summaries

from .edition import Edition
from .filters import Filters, filters
from .lines import day_blocks, month_blocks, month_url
from .page import Page
from .paging import LONGEST
from .parts import DayBlock, Link, MonthBlock

TEMPLATE = "pages/timeline.html"


class MonthLink(msgspec.Struct, frozen=True):
    """A month and how many wins it holds."""

    start: dt.date
    url: str
    count: int


class YearLink(msgspec.Struct, frozen=True):
    """A year, how many wins it holds, and its months (those with something in them)."""

    year: int
    url: str
    count: int
    months: tuple[MonthLink, ...]


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The latest days by month, newest first."""

    months: tuple[MonthBlock, ...]
    filters: Filters | None
    years: tuple[YearLink, ...]
    earlier: Link | None


LATEST = 60
"""The timeline has the newest months with so many wins between them; months and years hold the rest."""


def pages(edition: Edition) -> Iterator[Page]:
    """The timeline's first page, where there is anything on it."""
    journal = edition.journal
    if not journal.dates:
        return
    words = edition.words
    latest = _latest(journal)
    months = month_blocks(edition, blocks_of(edition, latest))
    view = Timeline(
        months=months,
        filters=filters(edition, months),
        years=tuple(_years(edition)),
        earlier=_month_before(edition, latest[-1]),
    )
    title = words.gettext("Timeline")
    wins = edition.past(journal.wins)
    summary = summaries.timeline(words, len(wins), sorted({win.date for win in wins}))
    yield Page(url="/timeline/", template=TEMPLATE, title=title, view=view, description=summary, section="/timeline/")


def blocks_of(edition: Edition, dates: Iterable[dt.date]) -> tuple[DayBlock, ...]:
    """These days with everything that happened on them."""
    journal = edition.journal
    chosen = tuple(dates)
    wins = [win for date in chosen for win in journal.wins_on(date)]
    setbacks = [setback for date in chosen for setback in journal.setbacks_on(date)]
    return day_blocks(edition, wins, setbacks, chosen)


def _latest(journal: Journal) -> list[dt.date]:
    """The days of the newest months that hold `LATEST` wins together; of a month too full for a page its last days."""
    chosen: list[dt.date] = []
    count = 0
    for _, days in groupby(reversed(journal.dates), key=lambda date: date.replace(day=1)):
        for day in days:
            if count >= LONGEST:
                return chosen
            chosen.append(day)
            count += len(journal.wins_on(day)) + len(journal.setbacks_on(day))
        if count >= LATEST:
            break
    return chosen


def _month_before(edition: Edition, day: dt.date) -> Link | None:
    """Where the timeline goes on: the month of the last day before `day`."""
    at = bisect_left(edition.journal.dates, day)
    if not at:
        return None
    month = edition.journal.dates[at - 1].replace(day=1)
    return Link(edition.words.month_year(month), month_url(month))


def _years(edition: Edition) -> Iterator[YearLink]:
    """Every year with something in it, the newest first."""
    journal = edition.journal
    months = sorted({date.replace(day=1) for date in journal.dates})
    for year in sorted({month.year for month in months}, reverse=True):
        links = tuple(
            MonthLink(month, month_url(month), len(journal.wins_in(year, month.month)))
            for month in months
            if month.year == year
        )
        yield YearLink(year, f"/{year}/", len(journal.wins_in(year)), links)
