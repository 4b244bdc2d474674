"""Strength: how much of a habit a habit is, forgiving of single days."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from generator.journal.journal import Journal
from generator.journal.records import Habit
from generator.journal.rest import rest_of_habit

_DAY = dt.timedelta(days=1)


class Strength(msgspec.Struct, frozen=True, kw_only=True):
    """`score` is from 0 to 1, None for a habit that is only watched or has not begun; `curve` is the score at the end
    of each day. `done` is the number of days done up to today, `days` says what each day was: done, skipped, paused or
    missed; a day with no entry at all is unknown, and counts as not done. `effort` is the mean effort of its ticks
    (1 to 5) by the first day of each month that has any."""

    score: float | None
    curve: tuple[tuple[dt.date, float], ...]
    done: int
    days: Mapping[dt.date, str]
    effort: tuple[tuple[dt.date, Decimal], ...] = ()


def strength(journal: Journal, habit: Habit, today: dt.date) -> Strength:
    """The habit's strength on `today`: Loop Habit Tracker's published score.

    m = 0.5^(√f / 13) with f = times / days; for each day s ← s·m + c·(1 − m), c = min(1, done in the window of `days`
    days / times). With `at_least` c = min(1, sum / (at_least · times)), a bare tick meeting it; with `at_most`
    c = clamp(1 − (sum − target) / target), beginning at 1. A boolean habit with f < 1 doubles both times and days.
    From `started` or the first tick through yesterday, and today once it is ticked, or through `ended`. A skip or a
    pause leaves s as it was. The half-life is 13 days for a daily habit, 19.9 for 3/7, 34.4 for a weekly one.
    Source: Loop Habit Tracker, https://github.com/iSoron/uhabits, "How does the habit score work?" and Score.
    """
    done = _doses(journal, habit, today)
    skipped = {date for date, day in journal.days.items() for skip in day.skips if skip.habit == habit.id}
    first = habit.started or min(done, default=None)
    last = today if today in done else today - _DAY
    last = min(last, habit.ended) if habit.ended else last
    rest = rest_of_habit(journal, habit, today)
    cadence = habit.cadence
    days: dict[dt.date, str] = dict.fromkeys(done, "done")
    curve: list[tuple[dt.date, float]] = []
    if first is None:
        return Strength(score=None, curve=(), done=0, days={})
    watched = cadence is None or cadence.times == 0
    times, window = (cadence.times, cadence.days) if cadence and not watched else (1, 1)
    decay = 0.5 ** ((times / window) ** 0.5 / 13)
    boolean = habit.dose is None or (habit.dose.at_least is None and habit.dose.at_most is None)
    if boolean and times < window:
        times, window = 2 * times, 2 * window
    # What should stay under a bound begins whole, as in Loop.
    score = 1.0 if habit.dose is not None and habit.dose.at_most is not None else 0.0
    total, day = 0.0, first
    while day <= last:
        total += done.get(day, 0.0)
        left = day - window * _DAY
        if left >= first:
            total -= done.get(left, 0.0)
        resting = day in skipped or rest.holds(day)
        if day not in done:
            days[day] = (
                "skipped" if day in skipped else "paused" if resting else "missed" if day in journal.days else "unknown"
            )
        if not resting:
            score = score * decay + _completed(habit, total, times) * (1 - decay)
        curve.append((day, score))
        day += _DAY
    if watched:
        return Strength(score=None, curve=(), done=len(done), days=days, effort=_effort(journal, habit, today))
    return Strength(
        score=score if curve else None,
        curve=tuple(curve),
        done=len(done),
        days=days,
        effort=_effort(journal, habit, today),
    )


def _doses(journal: Journal, habit: Habit, today: dt.date) -> dict[dt.date, float]:
    """What was done each day up to today: 1 for a boolean habit; else the sum of its doses, a bare tick being one
    `at_least` (or none of an `at_most`)."""
    dose = habit.dose
    found: dict[dt.date, float] = {}
    known: dict[dt.date, float] = {}
    for win in journal.ticks_of(habit.id):
        if win.date > today:
            continue
        found.setdefault(win.date, 1.0 if dose is None else float(dose.at_least or 0))
        if win.dose is not None and dose is not None and (dose.at_least is not None or dose.at_most is not None):
            known[win.date] = known.get(win.date, 0.0) + float(win.dose)
    if dose is not None and dose.at_least is None and dose.at_most is None:
        found = dict.fromkeys(found, 1.0)
    return found | known


def _effort(journal: Journal, habit: Habit, today: dt.date) -> tuple[tuple[dt.date, Decimal], ...]:
    """The mean effort of the habit's ticks by month."""
    months: dict[dt.date, list[int]] = {}
    for win in journal.ticks_of(habit.id):
        if win.effort is not None and win.date <= today:
            months.setdefault(win.date.replace(day=1), []).append(win.effort)
    return tuple((month, Decimal(sum(said)) / len(said)) for month, said in months.items())


def _completed(habit: Habit, total: float, times: int) -> float:
    """c: how much of what the window asks for is done."""
    dose = habit.dose
    if dose is not None and dose.at_least is not None:
        target = float(dose.at_least) * times
        return min(1.0, total / target) if target > 0 else 1.0
    if dose is not None and dose.at_most is not None:
        target = float(dose.at_most) * times
        if target <= 0:
            return 0.0 if total > 0 else 1.0
        return min(1.0, max(0.0, 1 - (total - target) / target))
    return min(1.0, total / times)
