"""Progress: where a goal stands between its beginning and its target."""

import datetime as dt
from decimal import Decimal

import msgspec

from generator.journal.journal import Journal
from generator.journal.records import Goal
from generator.journal.series import Reading, begins_at, plan, reached_milestones, readings


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """`value` and `start` are in the goal's unit, None before any reading; `fraction` = (value − from) / (target −
    from), not clamped, None without a target. For the kinds that are shares (milestones, goals) value and fraction
    are the share, `done` and `of` what was counted. `readings` is the value after each win that moved it."""

    value: Decimal | None
    start: Decimal | None
    target: Decimal | None
    fraction: Decimal | None
    readings: tuple[Reading, ...]
    done: int = 0
    of: int = 0


def progress(journal: Journal, goal: Goal, today: dt.date) -> Progress:
    """The goal's progress as of `today` (design.md, "Amounts")."""
    kind = goal.measure.kind
    series = readings(journal, goal, today)
    if kind == "milestones":
        done = sum(day is not None for day in reached_milestones(journal, goal, today))
        return _share(done, len(goal.milestones), series)
    if kind == "goals":
        children = [journal.goals[child] for child in goal.children if journal.goals[child].status != "released"]
        return _share(sum(child.status == "done" for child in children), len(children), series)
    start, (target, _) = begins_at(goal, series), plan(goal, today)
    if series:
        value: Decimal | None = series[-1].value
    else:
        value = start if kind in ("sum", "count", "days") else None
    fraction = None
    if value is not None and target is not None and start is not None and target != start:
        fraction = (value - start) / (target - start)
    return Progress(value=value, start=start, target=target, fraction=fraction, readings=series)


def _share(done: int, of: int, series: tuple[Reading, ...]) -> Progress:
    share = Decimal(done) / of if of else None
    return Progress(value=share, start=Decimal(0), target=Decimal(1), fraction=share, readings=series, done=done, of=of)
