"""Rest: the days on which nothing is expected, and counting the others.

U(a, b), design.md's "unpaused days", is the days from a up to, not including, b outside a goal's `paused` ranges (a
parent's cover its children and their habits) and outside seasons. `status: paused` without a range that reaches today
pauses from the day after the last win.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from generator.entries.fields import Span

from .journal import Journal
from .records import Goal, Habit

_DAY = dt.timedelta(days=1)


class Rest:
    """Spans of days, merged, in order; each lookup takes the logarithm of their number. A value, not to be changed."""

    __slots__ = ("_days", "_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[dt.date, dt.date | None]]) -> None:
        starts: list[int] = []
        ends: list[int] = []  # each the first day after its span
        for start, end in sorted((s.toordinal(), (e or dt.date.max - _DAY).toordinal() + 1) for s, e in spans):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        self._starts, self._ends = starts, ends
        self._days = [0, *accumulate(end - start for start, end in zip(starts, ends, strict=True))]

    def _before(self, day: int) -> int:
        """Resting days before `day`."""
        at = bisect_right(self._starts, day)
        if not at:
            return 0
        return self._days[at] - max(0, self._ends[at - 1] - day)

    def unpaused(self, a: dt.date, b: dt.date) -> int:
        """U(a, b): the days from `a` up to, not including, `b` that are no rest; 0 where `b` is not after `a`."""
        first, last = a.toordinal(), b.toordinal()
        if not self._starts:
            return max(0, last - first)
        return max(0, last - first - (self._before(last) - self._before(first))) if last > first else 0

    def holds(self, day: dt.date) -> bool:
        """Whether `day` is a day of rest."""
        return self.unpaused(day, day + _DAY) == 0

    def touches(self, first: dt.date, last: dt.date) -> bool:
        """Whether any day from `first` to `last`, both included, is a day of rest."""
        return self.unpaused(first, last + _DAY) != (last - first).days + 1


def _seasons(journal: Journal) -> list[tuple[dt.date, dt.date | None]]:
    return [(season.start, season.end) for season in journal.seasons]


def pauses(journal: Journal, goal: Goal, today: dt.date) -> tuple[Span, ...]:
    """The goal's own pauses, with the one that `status: paused` alone declares."""
    written = goal.paused
    if goal.status == "paused" and not any(s.start <= today and (s.end is None or s.end >= today) for s in written):
        wins = [win for win in journal.wins_of(goal.id) if win.date <= today]
        if wins:
            return (*written, Span(start=wins[-1].date + _DAY))
    return written


def rest_of(journal: Journal, goal: Goal | None, today: dt.date) -> Rest:
    """The rest of a goal: its pauses, its ancestors' and the seasons. Of the whole journal (None): the seasons."""
    spans = _seasons(journal)
    if goal is not None:
        for name in journal.lineage(goal.id):
            spans += [(span.start, span.end) for span in pauses(journal, journal.goals[name], today)]
    return Rest(spans)


def rest_of_habit(journal: Journal, habit: Habit, today: dt.date) -> Rest:
    """The rest of a habit: its pauses, those of its goal and that goal's ancestors, and the seasons."""
    spans = _seasons(journal) + [(span.start, span.end) for span in habit.paused]
    if habit.goal:
        for name in journal.lineage(habit.goal):
            spans += [(span.start, span.end) for span in pauses(journal, journal.goals[name], today)]
    return Rest(spans)


def resting_since(journal: Journal, goal: Goal, today: dt.date) -> dt.date | None:
    """The first day of the declared pause that the goal is in on `today`, None where it is in none."""
    for name in journal.lineage(goal.id):
        for span in pauses(journal, journal.goals[name], today):
            if span.start <= today and (span.end is None or span.end >= today):
                return span.start
    return None
