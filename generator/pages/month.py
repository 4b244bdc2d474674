"""/2026/02/ : a month, day by day."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.words import sentences, summaries

from .edition import Edition
from .lines import month_url
from .page import Page
from .parts import DayBlock, Link
from .timeline import blocks_of

TEMPLATE = "pages/month.html"


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month's view, its days in order."""

    start: dt.date
    sentence: str
    days: tuple[DayBlock, ...]
    year: Link
    earlier: Link | None
    later: Link | None
    review: Link | None


def pages(edition: Edition) -> Iterator[Page]:
    """A page for every month with something in it."""
    journal, words = edition.journal, edition.words
    months = sorted({date.replace(day=1) for date in journal.dates})
    by_month: dict[dt.date, list[dt.date]] = {month: [] for month in months}
    for date in journal.dates:
        by_month[date.replace(day=1)].append(date)
    for before, start, after in zip([None, *months], months, [*months[1:], None], strict=False):
        wins = edition.past(journal.wins_in(start.year, start.month))
        review = Link(words.gettext("The month in review"), f"/reviews/{start.year}-{start.month:02}/")
        view = Month(
            start=start,
            sentence=sentences.wins_on_days(words, len(wins), len({win.date for win in wins})) if wins else "",
            days=blocks_of(edition, by_month[start]),
            year=Link(str(start.year), f"/{start.year}/"),
            earlier=Link(words.month_year(before), month_url(before)) if before else None,
            later=Link(words.month_year(after), month_url(after)) if after else None,
            review=review if wins and edition.reflects else None,
        )
        title = words.month_year(start)
        yield Page(
            url=month_url(start),
            template=TEMPLATE,
            title=title,
            view=view,
            description=summaries.period(words, title, view.sentence),
            section="/timeline/",
        )
