"""The calendar: a year's days, weeks as columns, so that a year is seen at a glance.

A year is drawn in two halves, which stand side by side on a wide screen and under each other
on a phone. Days to come are not drawn, and an empty day is simply a pale one.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal

import msgspec

from generator.charts.scale import add_months

PITCH = 14
"""From one cell to the next, in SVG units."""
CELL = 12
"""A cell's side."""
LEFT = 26
"""Room for the names of the days."""
TOP = 18
"""Room for the names of the months."""

FirstDay = Literal[0, 6]
"""The day a week starts with: 0 is Monday, 6 is Sunday."""


class Cell(msgspec.Struct, frozen=True):
    """One day: its place, how much happened (0 none, 1 one, 2 several), and a habit's state."""

    date: date
    x: int
    y: int
    level: int
    count: int
    state: str | None = None


class MonthLabel(msgspec.Struct, frozen=True):
    """The first day of a month and where its name begins."""

    start: date
    x: int


class WeekdayLabel(msgspec.Struct, frozen=True):
    """Any day that falls on this weekday (for its name), and the middle of its row."""

    date: date
    y: int


class Span(msgspec.Struct, frozen=True):
    """A pause as shaded ground: one rectangle per column that it touches."""

    x: int
    y: int
    width: int
    height: int


class Half(msgspec.Struct, frozen=True):
    """Six months of cells in a box `width` by `height`."""

    width: int
    height: int
    cells: tuple[Cell, ...]
    months: tuple[MonthLabel, ...]
    weekdays: tuple[WeekdayLabel, ...]
    pauses: tuple[Span, ...]


class MonthCount(msgspec.Struct, frozen=True):
    """A month's numbers, for the table: wins, and the days that had one."""

    start: date
    count: int
    days: int


class Calendar(msgspec.Struct, frozen=True):
    """A year in two halves. A half without a day to draw is left out: of a year to come, or from before it all began,
    nothing is there. A half that is there has a cell and a month's name at least."""

    year: int
    cell: int
    halves: tuple[Half, ...]
    months: tuple[MonthCount, ...]
    count: int
    days: int


def calendar(
    counts: Mapping[date, int],
    *,
    year: int,
    today: date,
    first_day: FirstDay = 0,
    pauses: Iterable[tuple[date, date | None]] = (),
    states: Mapping[date, str] | None = None,
    since: date | None = None,
) -> Calendar:
    """The calendar of `year` up to `today`.

    `counts` gives the wins of a day, `states` what a habit was on it; `pauses` are ranges with
    both ends included, open where the end is None. Days before `since` (a habit's first) are not
    drawn either.
    """
    begin = max(since or date(year, 1, 1), date(year, 1, 1))
    last = min(today, date(year, 12, 31))
    ranges = tuple(pauses)
    halves = tuple(
        _half(date(year, month, 1), counts, states or {}, (begin, last), first_day, ranges)
        for month in (1, 7)
        if max(begin, date(year, month, 1)) <= min(last, _half_end(date(year, month, 1)))
    )
    months = tuple(_month(name.start, counts, begin, last) for half in halves for name in half.months)
    return Calendar(
        year=year,
        cell=CELL,
        halves=halves,
        months=months,
        count=sum(month.count for month in months),
        days=sum(month.days for month in months),
    )


def place(day: date, first: date, first_day: FirstDay = 0) -> tuple[int, int]:
    """The column (weeks since the week of `first`) and the row (0 is the week's first day)."""
    lead = (first.weekday() - first_day) % 7
    column, row = divmod((day - first).days + lead, 7)
    return column, row


def level(count: int) -> int:
    """None, one, several."""
    return min(2, max(0, count))


def _half(
    first: date,
    counts: Mapping[date, int],
    states: Mapping[date, str],
    drawn: tuple[date, date],
    first_day: FirstDay,
    pauses: tuple[tuple[date, date | None], ...],
) -> Half:
    begin, last = drawn
    end = _half_end(first)
    columns = place(end, first, first_day)[0] + 1
    cells: list[Cell] = []
    months: list[MonthLabel] = []
    spans: list[Span] = []
    day = first
    while day <= min(end, last):
        column, row = place(day, first, first_day)
        x, y = LEFT + column * PITCH, TOP + row * PITCH
        count = counts.get(day, 0)
        if day.day == 1 and day >= add_months(begin, 0):
            # A month's name stands over its first whole week, clear of the month before.
            months.append(MonthLabel(day, x if row == 0 or day == first else x + PITCH))
        if day >= begin:
            cells.append(Cell(day, x, y, level(count), count, states.get(day)))
        if day >= begin and any(start <= day and (stop is None or day <= stop) for start, stop in pauses):
            _shade(spans, x, y)
        day += timedelta(days=1)
    return Half(
        width=LEFT + columns * PITCH,
        height=TOP + 7 * PITCH,
        cells=tuple(cells),
        months=tuple(months),
        weekdays=_weekdays(first_day),
        pauses=tuple(spans),
    )


def _half_end(first: date) -> date:
    return date(first.year, 6, 30) if first.month == 1 else date(first.year, 12, 31)


def _shade(spans: list[Span], x: int, y: int) -> None:
    """Grow the last rectangle downwards while the days stay in its column."""
    if spans and spans[-1].x == x - 1 and spans[-1].y + spans[-1].height == y - 1:
        old = spans.pop()
        spans.append(Span(old.x, old.y, old.width, old.height + PITCH))
    else:
        spans.append(Span(x - 1, y - 1, PITCH, PITCH))


def _weekdays(first_day: FirstDay) -> tuple[WeekdayLabel, ...]:
    """Monday, Wednesday and Friday are named; the others follow from them."""
    monday = date(2024, 1, 1)
    named = (monday, monday + timedelta(days=2), monday + timedelta(days=4))
    rows = [(day, (day.weekday() - first_day) % 7) for day in named]
    return tuple(WeekdayLabel(day, TOP + row * PITCH + CELL // 2) for day, row in rows)


def _month(start: date, counts: Mapping[date, int], begin: date, last: date) -> MonthCount:
    inside = [
        count
        for day, count in counts.items()
        if count > 0 and begin <= day <= last and (day.year, day.month) == (start.year, start.month)
    ]
    return MonthCount(start, sum(inside), len(inside))
