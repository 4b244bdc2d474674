"""Alignment: what the wins serve, and whether they move it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from generator.journal.journal import Journal
from generator.journal.pace import expected, legs, value_on
from generator.journal.records import Goal, Win
from generator.journal.rest import rest_of

WINDOW = 28
"""Days that the motion check looks at."""
RESTS = 56
"""Days for which a review's `moving` answers it."""


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of wins up to today. `by_value` are shares that sum to 1, Σ 1/k over the wins with k values ÷ their
    number; `months` the same by the first day of each month. `unlinked` are the ids of wins that stand on their own.
    `lacking` maps a question (value, identity, measure, next) to the active goals that have no answer. `in_doubt` are
    the goals that the motion check asks about. `stretch` is the share of stretch wins by month."""

    wins: int
    with_goal: int
    with_value: int
    by_value: Mapping[str, Decimal]
    months: Mapping[dt.date, Mapping[str, Decimal]]
    unlinked: tuple[str, ...]
    lacking: Mapping[str, tuple[str, ...]]
    in_doubt: tuple[str, ...]
    stretch: Mapping[dt.date, Decimal]


def alignment(journal: Journal, today: dt.date) -> Alignment:
    """The alignment of everything up to `today` (design.md, "Alignment")."""
    wins = [win for win in journal.wins if win.date <= today]
    by_month: dict[dt.date, list[Win]] = {}
    for win in wins:
        by_month.setdefault(win.date.replace(day=1), []).append(win)
    active = [goal for goal in journal.goals.values() if goal.status == "active"]
    return Alignment(
        wins=len(wins),
        with_goal=sum(bool(win.goals) for win in wins),
        with_value=sum(bool(win.values) for win in wins),
        by_value=shares(wins),
        months={month: shares(of) for month, of in by_month.items()},
        unlinked=tuple(win.id for win in wins if not win.goals),
        lacking={
            "value": tuple(goal.id for goal in active if not goal.values),
            "identity": tuple(goal.id for goal in active if not goal.identity),
            "measure": tuple(
                goal.id for goal in active if goal.measure.kind == "count" and goal.measure.target is None
            ),
            "next": tuple(goal.id for goal in active if not goal.next),
        },
        in_doubt=tuple(goal.id for goal in active if _in_doubt(journal, goal, today)),
        stretch={m: Decimal(sum(win.stretch for win in of)) / len(of) for m, of in by_month.items()},
    )


def shares(wins: Iterable[Win]) -> dict[str, Decimal]:
    """Each value's share of the wins that have values, by id; a win with k values gives each 1/k."""
    linked = [win for win in wins if win.values]
    # Exact: wins with as many values are counted together before anything is divided.
    counts: Counter[tuple[str, int]] = Counter((value, len(win.values)) for win in linked for value in win.values)
    found: dict[str, Decimal] = {}
    for (value, k), count in sorted(counts.items()):
        found[value] = found.get(value, Decimal(0)) + Decimal(count) / k / len(linked)
    return found


def _in_doubt(journal: Journal, goal: Goal, today: dt.date) -> bool:
    """The motion check: five wins or more in 28 days, and under a quarter of the change that the pace expects."""
    plan = legs(journal, goal, today)
    rest = rest_of(journal, goal, today)
    if goal.measure.kind not in ("sum", "count", "days") or not plan or rest.holds(today):
        return False
    first = today - dt.timedelta(days=WINDOW - 1)
    if sum(first <= win.date <= today for win in journal.wins_of(goal.id)) < 5 or _answered(journal, goal, today):
        return False
    before, value = today - dt.timedelta(days=WINDOW), value_on(journal, goal, today)
    due = expected(plan, rest, today) - expected(plan, rest, before)
    return due != 0 and (value(today) - value(before)) / due < Decimal("0.25")


def _answered(journal: Journal, goal: Goal, today: dt.date) -> bool:
    """Whether a review of the last eight weeks said what the goal's wins are moving."""
    return any(goal.id in review.moving and 0 <= (today - review.end).days <= RESTS for review in journal.reviews)
