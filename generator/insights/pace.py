"""Pace: what the plan asked for by now, and what it asks for from here."""

import datetime as dt
from decimal import Decimal
from statistics import median

import msgspec

from generator.journal.journal import Journal
from generator.journal.pace import Leg, expected, legs, weekly_gains
from generator.journal.records import Goal
from generator.journal.rest import rest_of
from generator.journal.series import standing


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """`expected` is what the plan has on `today`, in the goal's unit; `lead_days` = (value − expected) / daily pace, in
    days, positive ahead of the plan. `ask` is what a week must bring from here to meet the plan, None once it is met
    or its day is past; `usual` the median gain of the last 8 unpaused weeks, None under 4 of them. `legs` are the
    plan's straight parts."""

    expected: Decimal
    lead_days: Decimal | None
    ask: Decimal | None
    usual: Decimal | None
    legs: tuple[Leg, ...]


def pace(journal: Journal, goal: Goal, today: dt.date) -> Pace | None:
    """The goal's pace on `today`; None without a date to meet, a target, a beginning or a reading.

    expected(t) = from + (target − from) · U(started, t) / U(started, by), clamped; a `changed` entry starts a new leg
    on its day, from the value expected then (design.md, "Progress, pace, ask").
    """
    plan = legs(journal, goal, today)
    now = standing(journal, goal, today)
    if not plan or now.value is None:
        return None
    rest = rest_of(journal, goal, today)
    leg = plan[-1]
    whole = rest.unpaused(leg.start, leg.by)
    daily = (leg.target - leg.base) / whole if whole else None
    due = expected(plan, rest, today)
    left = rest.unpaused(today, leg.by)
    remaining = leg.target - now.value
    ask = remaining / left * 7 if left and remaining * (leg.target - leg.base) > 0 else None
    gains = weekly_gains(journal, goal, today)
    return Pace(
        expected=due,
        lead_days=(now.value - due) / daily if daily else None,
        ask=ask,
        usual=Decimal(median(gains)) if len(gains) >= 4 else None,
        legs=plan,
    )
