"""/reviews/2026-W07/ : a week, a month or a year: what was counted beside what the person wrote."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

import msgspec

from generator.base.origin import Origin
from generator.charts.calendar import Calendar
from generator.insights.periods import Period
from generator.journal import records
from generator.journal.records import Prose
from generator.words import figures as said
from generator.words import sentences, summaries

from .alignment import Doubt, doubts
from .cards import goal_card, step_view, wall_figure
from .celebrations import CelebrationLine, lines
from .description import description, first_line
from .edition import Edition
from .figures import ThreadFigure, thread_figure
from .lines import goal_links, link, mark, mentions, setback_line, win_line
from .neighbours import neighbours
from .page import Page
from .parts import DayBlock, Figure, GoalCard, Line, Link, Mention, Step, ValueMark, WallFigure
from .reviews import kind_of, title_of, url_of, written_for
from .timeline import blocks_of
from .year import year_calendar

TEMPLATE = "pages/review.html"


class NextLine(msgspec.Struct, frozen=True):
    """A goal's next step, or what its wins are moving, as the review says it."""

    goal: Link
    step: Step | None = None
    moving: str | None = None


class Served(msgspec.Struct, frozen=True):
    """A goal or a value and how many of the period's wins served it ("9 wins")."""

    link: Link
    sentence: str
    mark: ValueMark | None = None


class MonthRow(msgspec.Struct, frozen=True, kw_only=True):
    """A month of the year in review: wins beside mood and energy ("" where they were not noted)."""

    start: dt.date
    url: str
    sentence: str
    mood: str


class YearReview(msgspec.Struct, frozen=True, kw_only=True):
    """What only a year has: made to be printed."""

    wall: WallFigure | None
    calendar: Calendar
    months: tuple[MonthRow, ...]
    goals: tuple[GoalCard, ...]
    celebrations: tuple[CelebrationLine, ...]
    stories: tuple[Line, ...]


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A review's view. `adjust_before` is what the review before it meant to do differently. What looks at today (the
    thread, what becomes a habit, the motion check) stands only in the newest week's; `year` only in a year's."""

    title: str
    kind: str  # week | month | year
    start: dt.date
    end: dt.date
    sentence: str
    figures: tuple[Figure, ...]
    mood: str
    goals: tuple[Served, ...]
    values: tuple[Served, ...]
    adjust_before: tuple[str, ...]
    worked: tuple[str, ...]
    adjust: tuple[str, ...]
    next: tuple[NextLine, ...]
    moving: tuple[NextLine, ...]
    prose: Prose
    unlinked: str
    unlinked_lines: tuple[Line, ...]
    becoming: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    thread: ThreadFigure | None
    days: tuple[DayBlock, ...]
    setbacks: tuple[Line, ...]
    year: YearReview | None
    earlier: Link | None
    later: Link | None
    mentions: tuple[Mention, ...]


def subjects(edition: Edition) -> Iterator[tuple[Period | None, Period, Period | None]]:
    """Every year and month with wins, and every week that was written about, between neighbours of its kind."""
    for kind in ("week", "month", "year") if edition.reflects else ():
        yield from neighbours([one for one in edition.insights.periods if kind_of(one.name) == kind])


def address(_before: Period | None, one: Period, _after: Period | None) -> str:
    """Where the pages of a subject begin."""
    return url_of(one.name)


def pages(edition: Edition, before: Period | None, one: Period, after: Period | None) -> Iterator[Page]:
    """The page of a period."""
    title, view = title_of(edition, one), _view(edition, one, before, after)
    url = url_of(one.name)
    counted = view.sentence if kind_of(one.name) == "year" else summaries.period(edition.words, title, view.sentence)
    summary = description(first_line(view.prose), counted)
    written = written_for(edition, one.name)
    yield Page(
        url=url,
        template=TEMPLATE,
        title=title,
        view=view,
        description=summary,
        section="/reviews/",
        params=written.params if written else {},
    )


def _view(edition: Edition, one: Period, before: Period | None, after: Period | None) -> Review:
    journal, words = edition.journal, edition.words
    written = written_for(edition, one.name) or records.Review(
        id=one.name, title=one.name, url=url_of(one.name), origin=Origin(""), start=one.start, end=one.end
    )
    kind = kind_of(one.name)
    newest = kind == "week" and after is None
    dates = journal.dates[bisect_left(journal.dates, one.start) : bisect_right(journal.dates, one.end)]
    setbacks = [setback for date in dates for setback in journal.setbacks_on(date)]
    unlinked = [journal.win(name) for name in one.unlinked if not journal.win(name).tick]
    sentence = sentences.wins_on_days(words, one.wins, one.days) if one.wins else ""
    if kind == "year" and one.wins:
        came = len({back.end for back in edition.insights.comeback.returns if back.end.year == one.start.year})
        sentence = said.year(words, one.start.year, one.wins, one.days, came)
    return Review(
        title=title_of(edition, one),
        kind=kind,
        start=one.start,
        end=one.end,
        sentence=sentence,
        figures=_figures(edition, one),
        mood=said.mood(words, one.mood, one.energy),
        goals=_served(edition, one.by_goal, goals=True),
        values=_served(edition, one.by_value, goals=False),
        adjust_before=one.adjust,
        worked=written.worked,
        adjust=written.adjust,
        next=tuple(
            NextLine(goal_links(edition, [goal])[0], step=step_view(step))
            for goal, steps in written.next.items()
            for step in steps
        ),
        moving=tuple(NextLine(goal_links(edition, [goal])[0], moving=text) for goal, text in written.moving.items()),
        prose=written.body,
        unlinked=said.unlinked(words, len(unlinked)) if kind == "week" else "",
        unlinked_lines=tuple(win_line(edition, win) for win in unlinked) if kind == "week" else (),
        becoming=_becoming(edition) if newest else (),
        doubts=doubts(edition) if newest else (),
        thread=thread_figure(edition) if newest else None,
        days=blocks_of(edition, dates) if kind == "week" else (),
        setbacks=tuple(setback_line(edition, setback) for setback in setbacks),
        year=_year(edition, one) if kind == "year" else None,
        earlier=Link(title_of(edition, before), url_of(before.name)) if before else None,
        later=Link(title_of(edition, after), url_of(after.name)) if after else None,
        mentions=mentions(edition, url_of(one.name)),
    )


def _figures(edition: Edition, one: Period) -> tuple[Figure, ...]:
    """What was counted: wins, days, goals that were served, stretch wins."""
    words = edition.words
    rows = [
        (one.wins, words.ngettext("win", "wins", one.wins)),
        (one.days, words.ngettext("day with a win", "days with a win", one.days)),
        (len(one.by_goal), words.ngettext("goal served", "goals served", len(one.by_goal))),
        (one.stretch, words.ngettext("stretch win", "stretch wins", one.stretch)),
    ]
    return tuple(Figure(words.number(number), label) for number, label in rows if number)


def _served(edition: Edition, counts: Mapping[str, int], goals: bool) -> tuple[Served, ...]:
    journal, words = edition.journal, edition.words
    found = []
    for name, count in counts.items():
        record = journal.goals[name] if goals else journal.values[name]
        own = None if goals else mark(edition, journal.values[name])
        found.append(Served(link(edition, record), sentences.wins(words, count), own))
    return tuple(found)


def _becoming(edition: Edition) -> tuple[str, ...]:
    goals = edition.journal.goals
    return tuple(said.becoming(edition.words, one, goals[one.goal].title) for one in edition.insights.becoming)


def _year(edition: Edition, one: Period) -> YearReview:
    journal, words, year = edition.journal, edition.words, one.start.year
    wins = [win for win in journal.wins_in(year) if win.date <= edition.today]
    months = [m for m in edition.insights.periods if kind_of(m.name) == "month" and m.start.year == year]
    return YearReview(
        wall=wall_figure(edition, wins),
        calendar=year_calendar(edition, year, wins, since=journal.dates[0] if journal.dates else None),
        months=tuple(
            MonthRow(
                start=month.start,
                url=url_of(month.name),
                sentence=sentences.wins_on_days(words, month.wins, month.days) if month.wins else "",
                mood=said.mood(words, month.mood, month.energy),
            )
            for month in months
        ),
        goals=tuple(goal_card(edition, journal.goals[goal]) for goal in one.by_goal),
        celebrations=tuple(line for line in lines(edition) if line.date.year == year and line.kind != "effort"),
        stories=tuple(win_line(edition, win) for win in wins if win.story),
    )
