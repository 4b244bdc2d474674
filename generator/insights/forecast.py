"""Forecast: between which two days the target would be met, if the last weeks are a guide."""

import datetime as dt
import math
from statistics import mean, stdev

import msgspec

from generator.journal.journal import Journal
from generator.journal.pace import weekly_gains
from generator.journal.records import Goal
from generator.journal.series import plan, standing

LEAST = 4
"""Weeks that are needed to say anything."""
Z = 0.84
"""The standard normal's 80th percentile: three in five weeks' worth of means lie between."""


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """`rate` is the mean weekly gain in the goal's unit; `fast` and `slow` are the days on which the target is met at
    mean ± 0.84·s/√n a week, `slow` None where the slow rate does not get there."""

    rate: float
    fast: dt.date
    slow: dt.date | None
    weeks: int


def forecast(journal: Journal, goal: Goal, today: dt.date) -> Forecast | None:
    """The goal's forecast on `today`, for kinds sum, count and days with a date to meet; None under 4 unpaused weeks,
    at or past the target, or where even the fast rate does not get there.

    The interval of a mean, with s the sample's standard deviation over n weeks (design.md, "Forecast").
    """
    target, by = plan(goal, today)
    now = standing(journal, goal, today)
    gains = [float(gain) for gain in weekly_gains(journal, goal, today)]
    if goal.measure.kind not in ("sum", "count", "days") or by is None or len(gains) < LEAST:
        return None
    if target is None or now.value is None or now.start is None:
        return None
    sign = 1 if target > now.start else -1
    remaining = float(target - now.value) * sign
    rate = mean(gains) * sign
    spread = Z * stdev(gains) / math.sqrt(len(gains))
    if remaining <= 0 or rate + spread <= 0:
        return None
    fast = _day(today, remaining / (rate + spread))
    slow = _day(today, remaining / (rate - spread)) if rate - spread > 0 else None
    return Forecast(rate=rate * sign, fast=fast, slow=slow, weeks=len(gains)) if fast else None


def _day(today: dt.date, weeks: float) -> dt.date | None:
    """`weeks` from `today`, to the full day; None past a hundred years."""
    days = math.ceil(weeks * 7 - 1e-9)
    return today + dt.timedelta(days=days) if days <= 36525 else None
