"""/habits/morning-pages/ : a habit, and the days on which it was done."""

from collections.abc import Iterator

import msgspec

from generator.charts.calendar import Calendar
from generator.journal import records
from generator.journal.records import Prose
from generator.words import figures as said
from generator.words import sentences

from .description import description
from .edition import Edition
from .figures import CurveFigure, curve_figure
from .lines import day_blocks, goal_links, marks, mentions, month_blocks
from .page import Page
from .parts import Link, Mention, MonthBlock, ValueMark
from .year import year_calendar

TEMPLATE = "pages/habit.html"


class YearOf(msgspec.Struct, frozen=True):
    """A year of the habit: its calendar and its sentence."""

    year: int
    calendar: Calendar
    sentence: str


class Habit(msgspec.Struct, frozen=True, kw_only=True):
    """A habit's view, newest year first. In its calendars a day's state is done, skipped, paused, missed or unknown."""

    title: str
    cadence: str
    cue: str | None
    small: str | None
    dose: str  # "at least 20 min", "" for none
    sentence: str
    strength: str
    effort: str
    curve: CurveFigure | None
    goal: Link | None
    values: tuple[ValueMark, ...]
    years: tuple[YearOf, ...]
    prose: Prose
    months: tuple[MonthBlock, ...]
    mentions: tuple[Mention, ...]


def subjects(edition: Edition) -> Iterator[tuple[records.Habit]]:
    """Every habit."""
    return zip(edition.journal.habits.values(), strict=True)


def address(habit: records.Habit) -> str:
    """Where the pages of a subject begin."""
    return habit.url


def pages(edition: Edition, habit: records.Habit) -> Iterator[Page]:
    """The page of a habit."""
    view = _habit(edition, habit)
    about = description(habit.cue, view.sentence)
    yield Page(
        url=habit.url,
        template=TEMPLATE,
        title=habit.title,
        view=view,
        description=about,
        section="/habits/",
        params=habit.params,
    )


def _habit(edition: Edition, habit: records.Habit) -> Habit:
    words = edition.words
    ticks = edition.journal.ticks_of(habit.id)
    days = sorted({win.date for win in edition.past(ticks)})
    now = edition.insights.strength[habit.id]
    since = min((day for day in (habit.started, *days[:1]) if day), default=None)
    years = []
    for year in sorted({day.year for day in days}, reverse=True):
        count = sum(day.year == year for day in days)
        sentence = sentences.days(words, count)
        years.append(YearOf(year, year_calendar(edition, year, ticks, dict(now.days), since), sentence))
    return Habit(
        title=habit.title,
        cadence=sentences.cadence(words, habit.cadence),
        cue=habit.cue,
        small=habit.small,
        dose=sentences.dose(words, habit.dose),
        sentence=sentences.habit(words, len(days), days[-1] if days else None),
        strength=said.strength(words, now),
        effort=said.effort(words, now),
        curve=curve_figure(edition, habit, now),
        goal=next(iter(goal_links(edition, [habit.goal] if habit.goal else [])), None),
        values=marks(edition, habit.values),
        years=tuple(years),
        prose=habit.body,
        months=month_blocks(edition, day_blocks(edition, ticks)),
        mentions=mentions(edition, habit.url),
    )
