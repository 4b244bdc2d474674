"""/timeline/ : the latest wins, and the way to every year and month."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from generator.words import summaries

from .edition import Edition
from .lines import day_blocks, month_blocks, month_url
from .page import Page
from .parts import DayBlock, MonthBlock, Pager

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
    years: tuple[YearLink, ...]
    pager: Pager


LATEST = 60
"""So many wins stand on the timeline's first page; months and years hold the rest."""


def pages(edition: Edition) -> Iterator[Page]:
    """The timeline's first page, where there is anything on it."""
    journal = edition.journal
    if not journal.dates:
        return
    first = journal.wins[-LATEST].date if len(journal.wins) > LATEST else journal.dates[0]
    latest = [date for date in journal.dates if date >= first]
    view = Timeline(
        months=month_blocks(edition, blocks_of(edition, latest)), years=tuple(_years(edition)), pager=Pager()
    )
    words = edition.words
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
