"""A list of wins by month, with what it can be filtered by and the way to its older pages."""

from collections.abc import Iterator, Sequence

import msgspec

from generator.journal.records import Win

from .edition import Edition
from .filters import Filters, filters
from .lines import day_blocks, month_blocks
from .page import Page
from .paging import page_url, paged, pager
from .parts import Link, MonthBlock, Pager

TEMPLATE = "pages/older.html"


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Months, newest first; `filters` has what is on this page."""

    months: tuple[MonthBlock, ...]
    filters: Filters | None
    pager: Pager


class Older(msgspec.Struct, frozen=True, kw_only=True):
    """An older page of the wins of a goal or a value: `of` is the way back to it, `span` the days between which they
    were laid, in words."""

    of: Link
    span: str
    wins: Listed


def listed(edition: Edition, wins: Sequence[Win], base: str) -> tuple[Listed, ...]:
    """These wins as pages, oldest first; the last belongs on the page at `base`."""
    pages = paged(wins, lambda win: win.date.replace(day=1))
    found = []
    for number, part in enumerate(pages, start=1):
        months = month_blocks(edition, day_blocks(edition, part))
        way = pager(edition.words, base, number, len(pages))
        found.append(Listed(months=months, filters=filters(edition, months), pager=way))
    return tuple(found)


def older(edition: Edition, of: Link, pages: Sequence[Listed], section: str) -> Iterator[Page]:
    """The pages of a list but its newest."""
    words = edition.words
    for number, one in enumerate(pages[:-1], start=1):
        span = words.span(one.months[-1].days[-1].date, one.months[0].days[0].date)
        yield Page(
            url=page_url(of.url, number, len(pages)),
            template=TEMPLATE,
            title=words.gettext("%(title)s, page %(number)s") % {"title": of.title, "number": words.number(number)},
            view=Older(of=of, span=span, wins=one),
            description=span,
            section=section,
        )
