"""/2026/02/ : a month, day by day."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

import msgspec

from generator.words import Words, sentences, summaries

from .edition import Edition
from .filters import Filters, filters
from .lines import month_url
from .neighbours import neighbours
from .page import Page
from .paging import MOST, page_url, paged, pager
from .parts import DayBlock, Link, MonthBlock, Pager
from .timeline import blocks_of

TEMPLATE = "pages/month.html"


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month's view, its days in order."""

    start: dt.date
    sentence: str
    days: tuple[DayBlock, ...]
    filters: Filters | None
    pager: Pager
    year: Link
    earlier: Link | None
    later: Link | None
    review: Link | None


Days = tuple[dt.date, ...]


def subjects(edition: Edition) -> Iterator[tuple[Days | None, Days, Days | None]]:
    """Every month with something in it, as its days, between its neighbours."""
    months = groupby(edition.journal.dates, key=lambda date: (date.year, date.month))
    return neighbours([tuple(days) for _, days in months])


def address(_before: Days | None, dates: Days, _after: Days | None) -> str:
    """Where the pages of a subject begin."""
    return month_url(dates[0])


def pages(edition: Edition, before: Days | None, dates: Days, after: Days | None) -> Iterator[Page]:
    """The page of a month; pages, where it has more lines than one can hold."""
    start = dates[0].replace(day=1)
    journal, words = edition.journal, edition.words
    wins = edition.past(journal.wins_in(start.year, start.month))
    review = Link(words.gettext("The month in review"), f"/reviews/{start.year}-{start.month:02}/")
    entries = [
        date for date in dates for _ in range(max(1, len(journal.wins_on(date)) + len(journal.setbacks_on(date))))
    ]
    parts = paged(entries, lambda date: date, longest=MOST)
    for number, part in enumerate(parts, start=1):
        blocks = blocks_of(edition, dict.fromkeys(part))
        view = Month(
            start=start,
            sentence=sentences.wins_on_days(words, len(wins), len({win.date for win in wins})) if wins else "",
            days=blocks,
            filters=filters(edition, [MonthBlock(start=start, url="", sentence="", days=blocks)]),
            pager=pager(words, month_url(start), number, len(parts)),
            year=Link(str(start.year), f"/{start.year}/"),
            earlier=_link(words, before),
            later=_link(words, after),
            review=review if wins and edition.reflects and edition.draws("review") else None,
        )
        yield Page(
            url=page_url(month_url(start), number, len(parts)),
            template=TEMPLATE,
            title=words.month_year(start),
            view=view,
            description=summaries.period(words, words.month_year(start), view.sentence),
            section="/timeline/",
        )


def _link(words: Words, dates: Days | None) -> Link | None:
    return Link(words.month_year(dates[0]), month_url(dates[0])) if dates else None
