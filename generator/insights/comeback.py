"""Comeback: how long a pause that nobody planned usually lasts, until the next win."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import pairwise
from operator import attrgetter
from statistics import median

import msgspec

from generator.journal.intervals import days_of, next_win_after, usual_of
from generator.journal.journal import Journal
from generator.journal.records import Goal, Setback
from generator.journal.rest import rest_of


class Return(msgspec.Struct, frozen=True, order=True):
    """From the last day before (a win's, or the setback's) to the win that came back; `days` are unpaused days."""

    start: dt.date
    end: dt.date
    goal: str | None
    days: int
    win: str
    setback: str | None = None


class Comeback(msgspec.Struct, frozen=True, kw_only=True):
    """`returns` of the whole journal, by their dates; `by_goal` each goal's own, its descendants' setbacks with them;
    `by_setback` the days until a setback's next win, None while it is open."""

    returns: tuple[Return, ...]
    by_goal: Mapping[str, tuple[Return, ...]]
    by_setback: Mapping[str, int | None]

    @property
    def times(self) -> int:
        """On how many days somebody came back: one return may be a goal's, its parent's and a setback's."""
        return len({one.end for one in self.returns})

    @property
    def median_days(self) -> float | None:
        return median_of(self.returns)

    def median_of_goal(self, goal: str) -> float | None:
        return median_of(self.by_goal.get(goal, ()))


def median_of(returns: Iterable[Return]) -> float | None:
    """The median length in days; None without any."""
    days = [one.days for one in returns]
    return float(median(days)) if days else None


def comeback(journal: Journal, today: dt.date) -> Comeback:
    """All comebacks up to `today`.

    A gap is a difference between win days, less paused days, longer than max(3, 2 × usual): its length is the
    comeback. A setback's runs to the next win on a later day on any of its goals (none: any win); a gap that holds a
    setback counts once, as the setback's. Open ones are pauses and left out (design.md, "Comeback").
    """
    by_setback = {s.id: _after(journal, s, today) for s in journal.setbacks if s.date <= today}
    gaps = {goal.id: _gaps(journal, goal, today) for goal in journal.goals.values()}
    closed = [one for one in by_setback.values() if one is not None]
    by_goal = {}
    for goal in journal.goals:
        own = [by_setback[s.id] for s in journal.setbacks_of(goal) if s.id in by_setback]
        by_goal[goal] = tuple(sorted([*gaps[goal], *(one for one in own if one is not None)], key=_order))
    every = sorted([one for found in gaps.values() for one in found] + closed, key=_order)
    return Comeback(
        returns=tuple(every),
        by_goal=by_goal,
        by_setback={name: one.days if one else None for name, one in by_setback.items()},
    )


def _order(one: Return) -> tuple[dt.date, dt.date, str, str]:
    return one.start, one.end, one.goal or "", one.setback or ""


def _gaps(journal: Journal, goal: Goal, today: dt.date) -> list[Return]:
    """The goal's gaps that hold no setback of its own."""
    rest = rest_of(journal, goal, today)
    wins = journal.wins_of(goal.id)
    days = days_of(journal, goal, today)
    longest = max(3.0, 2 * usual_of(journal, goal, today))
    setbacks = [setback.date for setback in journal.setbacks_of(goal.id)]
    return [
        Return(a, b, goal.id, length, wins[bisect_left(wins, b, key=attrgetter("date"))].id)
        for a, b in pairwise(days)
        if (length := rest.unpaused(a, b)) > longest and not any(a <= date < b for date in setbacks)
    ]


def _after(journal: Journal, setback: Setback, today: dt.date) -> Return | None:
    """The comeback of a setback, None while it is open."""
    win = next_win_after(journal, setback, today)
    if win is None:
        return None
    reached = {name for goal in win.goals for name in journal.lineage(goal)}
    served = next((goal for goal in setback.goals if goal in reached), None)
    rest = rest_of(journal, journal.goals[served] if served else None, today)
    first = setback.goals[0] if setback.goals else None
    return Return(setback.date, win.date, first, rest.unpaused(setback.date, win.date), win.id, setback.id)
