"""The plan of a goal as straight legs, and its gains by week: what pace, forecast and the motion check share."""

import datetime as dt
from bisect import bisect_right
from decimal import Decimal

import msgspec

from .journal import Journal
from .records import Goal
from .rest import Rest, rest_of
from .series import readings, standing

_DAY = dt.timedelta(days=1)


class Leg(msgspec.Struct, frozen=True):
    """From `base` on `start` to `target` on `by`, evenly over unpaused days."""

    start: dt.date
    base: Decimal
    target: Decimal
    by: dt.date


def begun(journal: Journal, goal: Goal) -> dt.date | None:
    """The day on which a goal begins: `started`, else its first win."""
    wins = journal.wins_of(goal.id)
    return goal.started or (wins[0].date if wins else None)


def legs(journal: Journal, goal: Goal, today: dt.date) -> tuple[Leg, ...]:
    """The legs of the plan up to `today`: the first as it was written, one more for each change since. None without a
    beginning, a target or a date."""
    start, base = begun(journal, goal), standing(journal, goal, today).start
    target, by = goal.measure.target, goal.by
    if goal.measure.kind in ("milestones", "goals"):
        target = Decimal(1)
    rest = rest_of(journal, goal, today)
    found: list[Leg] = []
    if start is not None and base is not None and target is not None and by is not None:
        found.append(Leg(start, base, target, by))
    for change in goal.changed:
        if change.on > today:
            break
        target = change.target if change.target is not None else target
        by = change.by or by
        at = expected(tuple(found), rest, change.on) if found else base
        if at is not None and target is not None and by is not None and start is not None:
            found.append(Leg(change.on if found else max(start, change.on), at, target, by))
    return tuple(found)


def expected(plan: tuple[Leg, ...], rest: Rest, day: dt.date) -> Decimal:
    """The value that the plan (not empty) has on `day`: on its leg base + (target − base) · U(start, day) / U(start,
    by), clamped."""
    leg = next((leg for leg in reversed(plan) if leg.start <= day), plan[0])
    whole = rest.unpaused(leg.start, leg.by)
    gone = rest.unpaused(leg.start, day)
    if gone >= whole:
        return leg.target if day >= leg.by or whole else leg.base
    return leg.base + (leg.target - leg.base) * gone / whole


def value_on(journal: Journal, goal: Goal, today: dt.date) -> "_Values":
    """The goal's value at the end of any day up to `today`, by lookup."""
    return _Values(journal, goal, today)


class _Values:
    def __init__(self, journal: Journal, goal: Goal, today: dt.date) -> None:
        series = readings(journal, goal, today)
        self._days = [reading.date for reading in series]
        self._values = [reading.value for reading in series]
        self._start = standing(journal, goal, today).start or Decimal(0)

    def __call__(self, day: dt.date) -> Decimal:
        at = bisect_right(self._days, day)
        return self._values[at - 1] if at else self._start


def weekly_gains(journal: Journal, goal: Goal, today: dt.date, most: int = 8) -> tuple[Decimal, ...]:
    """The gains of the last `most` 7-day blocks back from `today`, the newest first; those that touch a pause, or begin
    before the goal did, are left out. In the goal's unit a week."""
    start = begun(journal, goal)
    if start is None or goal.measure.kind not in ("sum", "count", "days", "latest", "max", "min"):
        return ()
    rest, value = rest_of(journal, goal, today), value_on(journal, goal, today)
    gains: list[Decimal] = []
    last = today
    while len(gains) < most and (first := last - 6 * _DAY) >= start:
        if not rest.touches(first, last):
            gains.append(value(last) - value(first - _DAY))
        last = first - _DAY
    return tuple(gains)
