"""Momentum: recent wins a week, the nearer the heavier."""

import datetime as dt
from collections.abc import Sequence
from enum import Enum

import msgspec

from generator.journal.journal import Journal
from generator.journal.records import Goal, Win
from generator.journal.rest import Rest, rest_of

HALF_LIFE = 14
"""Unpaused days after which a win weighs half."""


class Drift(Enum):
    """Where momentum is going, against four weeks ago."""

    RISING = "rising"
    STEADY = "steady"
    RESTING = "resting"


class Momentum(msgspec.Struct, frozen=True):
    """`rate` in recent wins a week, None without wins; `drift` None before day 28."""

    rate: float | None
    drift: Drift | None


def momentum(journal: Journal, goal: Goal | None, today: dt.date) -> Momentum:
    """The momentum of a goal, or of the whole journal (None), goal-less wins with it.

    M = 7·(1 − 2^(−1/h))·Σ 2^(−age/h) / (1 − 2^(−n/h)), h = 14; age and n in unpaused days, n from the first win to
    today, both counted, at least 14. An exponentially weighted mean over a history of n days, so that a steady w wins
    a week tends to w. Rising at ≥ 1.2 times the value of 28 days ago, resting at ≤ 0.8 times (design.md, "Momentum").
    """
    wins = journal.wins_of(goal.id) if goal is not None else journal.wins
    rest = rest_of(journal, goal, today)
    now = rate(wins, rest, today)
    before = rate(wins, rest, today - dt.timedelta(days=28))
    if now is None or before is None:
        return Momentum(now, None)
    drift = Drift.RISING if now >= 1.2 * before else Drift.RESTING if now <= 0.8 * before else Drift.STEADY
    return Momentum(now, drift)


def rate(wins: Sequence[Win], rest: Rest, today: dt.date) -> float | None:
    """M on `today`."""
    past = [win for win in wins if win.date <= today]
    if not past:
        return None
    n = max(HALF_LIFE, rest.unpaused(past[0].date, today + dt.timedelta(days=1)))
    weight = sum(2 ** (-rest.unpaused(win.date, today) / HALF_LIFE) for win in past)
    return float(7 * (1 - 2 ** (-1 / HALF_LIFE)) * weight / (1 - 2 ** (-n / HALF_LIFE)))
