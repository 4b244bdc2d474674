"""/2026/02/ : a month, day by day."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.words import sentences, summaries

from .edition import Edition
from .filters import Filters, filters
from .lines import month_url
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


def pages(edition: Edition) -> Iterator[Page]:
    """A page for every month with something in it."""
    journal = edition.journal
    months = sorted({date.replace(day=1) for date in journal.dates})
    by_month: dict[dt.date, list[dt.date]] = {month: [] for month in months}
    for date in journal.dates:
        by_month[date.replace(day=1)].append(date)
    for before, start, after in zip([None, *months], months, [*months[1:], None], strict=False):
        yield from _month(edition, start, by_month[start], before, after)


def _month(
    edition: Edition, start: dt.date, dates: list[dt.date], before: dt.date | None, after: dt.date | None
) -> Iterator[Page]:
    """One month's page; pages, where it has more lines than one can hold."""
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
            earlier=Link(words.month_year(before), month_url(before)) if before else None,
            later=Link(words.month_year(after), month_url(after)) if after else None,
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
