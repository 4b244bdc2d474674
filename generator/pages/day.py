"""/2026/02/15/ : a day: its wins, its setbacks, its prose. A win of the day's file is `#its-id` here."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from generator.journal.records import Prose
from generator.journal.urls import day_url
from generator.words import Words, sentences

from .description import description, first_line
from .edition import Edition
from .lines import habit_link, mentions, month_url, setback_line, win_line
from .neighbours import neighbours
from .page import Page
from .parts import Line, Link, Mention

TEMPLATE = "pages/day.html"


class SkipLine(msgspec.Struct, frozen=True):
    """A habit that was let go on purpose."""

    habit: Link
    why: str | None


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A day's view. `title` is the person's own for the day, "" without one; mood and energy are 1 to 5, or None."""

    date: dt.date
    title: str
    sentence: str
    wins: tuple[Line, ...]
    ticks: tuple[Line, ...]
    setbacks: tuple[Line, ...]
    skips: tuple[SkipLine, ...]
    prose: Prose
    mood: int | None
    energy: int | None
    month: Link
    earlier: Link | None
    later: Link | None
    mentions: tuple[Mention, ...]


def subjects(edition: Edition) -> Iterator[tuple[dt.date | None, dt.date, dt.date | None]]:
    """Every day with something on it, between its neighbours."""
    return neighbours(edition.journal.dates)


def subject_at(edition: Edition, url: str) -> tuple[dt.date | None, dt.date, dt.date | None] | None:
    """The day whose page stands there: there may be ten thousand to look through."""
    dates = edition.journal.dates
    at = bisect_left(dates, url, key=day_url)  # days come in the order of their urls
    if at == len(dates) or day_url(dates[at]) != url:
        return None
    return dates[at - 1] if at else None, dates[at], dates[at + 1] if at + 1 < len(dates) else None


def pages(edition: Edition, before: dt.date | None, date: dt.date, after: dt.date | None) -> Iterator[Page]:
    """The page of a day."""
    journal, words = edition.journal, edition.words
    lines = [win_line(edition, win) for win in journal.wins_on(date)]
    written = journal.days.get(date)
    url = day_url(date)
    skips = written.skips if written else ()
    view = Day(
        date=date,
        title=written.title if written else "",
        sentence=sentences.wins(words, len(lines)) if lines else "",
        wins=tuple(line for line in lines if line.kind == "win"),
        ticks=tuple(line for line in lines if line.kind == "tick"),
        setbacks=tuple(setback_line(edition, setback) for setback in journal.setbacks_on(date)),
        skips=tuple(SkipLine(link, skip.why) for skip in skips if (link := habit_link(edition, skip.habit))),
        prose=written.body if written else Prose(),
        mood=written.mood if written else None,
        energy=written.energy if written else None,
        month=Link(words.month_year(date), month_url(date)),
        earlier=Link(words.long_date(before), day_url(before)) if before else None,
        later=Link(words.long_date(after), day_url(after)) if after else None,
        mentions=mentions(edition, url),
    )
    title = words.full_date(date)
    yield Page(
        url=url,
        template=TEMPLATE,
        title=title,
        view=view,
        description=_description(view, title),
        section="/timeline/",
        params=written.params if written else {},
    )


VIEW = Day


def reworded(_: Words, page: Page, prose: Prose) -> Page:
    """The page of a day that says the same in other words."""
    assert isinstance(page.view, Day)
    view = msgspec.structs.replace(page.view, prose=prose)
    return msgspec.structs.replace(page, view=view, description=_description(view, page.title))


def _description(view: Day, title: str) -> str:
    lines = (*view.wins, *view.ticks) or view.setbacks
    return description(" · ".join(line.text for line in lines[:3]), view.title, first_line(view.prose), title)
