"""A goal's readings in order, and its days: the arithmetic that insights share."""

import datetime as dt
from decimal import Decimal, localcontext

import msgspec

from .journal import Journal
from .records import Goal, Win


class Reading(msgspec.Struct, frozen=True):
    """What a goal stood at once `win` was done, in its unit."""

    date: dt.date
    value: Decimal
    win: str


def own_wins(journal: Journal, goal: Goal, today: dt.date) -> tuple[Win, ...]:
    """The wins that serve the goal itself, not only a goal below it, up to today."""
    return tuple(win for win in journal.wins_of(goal.id) if goal.id in win.goals and win.date <= today)


def begins_at(goal: Goal, readings: tuple[Reading, ...] = ()) -> Decimal | None:
    """Where the goal begins: `from`, else the first reading for latest and min, else 0."""
    measure = goal.measure
    if measure.start is not None:
        return measure.start
    if measure.kind in ("latest", "min"):
        return readings[0].value if readings else None
    return Decimal(0)


def readings(journal: Journal, goal: Goal, today: dt.date) -> tuple[Reading, ...]:
    """The goal's value after each win that moved it, in order (design.md, "Amounts").

    sum: from + Σ. count, days: from + the number of wins, of days with a win. latest: the newest. max, min: the best
    so far. Kinds that are shares (milestones, goals) have their milestones counted by wins, so theirs is a count.
    """
    return journal.once(_readings, goal, today)


def _readings(journal: Journal, goal: Goal, today: dt.date) -> tuple[Reading, ...]:
    kind, start = goal.measure.kind, goal.measure.start or Decimal(0)
    found: list[Reading] = []
    value, total, last_day = start, start, None
    for win in own_wins(journal, goal, today):
        amount = win.readings.get(goal.id)
        if goal.measure.takes_amounts:
            if amount is None:
                continue
            if kind == "sum":
                total += amount
                value = _settled(total)
            elif kind == "latest" or not found:
                value = amount
            else:
                value = max(value, amount) if kind == "max" else min(value, amount)
        elif kind == "days":
            if win.date == last_day:
                continue
            value, last_day = value + 1, win.date
        else:
            value += 1
        found.append(Reading(win.date, value, win.id))
    return tuple(found)


def plan(goal: Goal, today: dt.date) -> tuple[Decimal | None, dt.date | None]:
    """(target, by) as they stand on `today`: each `changed` entry bends them from its day on."""
    target, by = goal.measure.target, goal.by
    for change in goal.changed:
        if change.on <= today:
            target = change.target if change.target is not None else target
            by = change.by or by
    return target, by


def _settled(value: Decimal) -> Decimal:
    """A sum to 15 places: what a conversion left in the 28th (three times 20 min in hours) must not keep it from 1."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -15:
        return value
    with localcontext() as context:
        context.prec = 60
        return value.quantize(Decimal("1e-15")).normalize()


def falls(goal: Goal, readings: tuple[Reading, ...]) -> bool:
    """Whether less is further: for a best low always, for a best high never; else where the target lies below the
    beginning."""
    if goal.measure.kind in ("max", "min"):
        return goal.measure.kind == "min"
    begin = begins_at(goal, readings)
    return goal.measure.target is not None and begin is not None and goal.measure.target < begin


class Hit(msgspec.Struct, frozen=True):
    """When a milestone was reached, and by which win (None where its `done` says so)."""

    date: dt.date
    win: str | None


def reached_milestones(journal: Journal, goal: Goal, today: dt.date) -> tuple[Hit | None, ...]:
    """For each milestone of the goal when it was first reached, by `at`, by a win that names it, or by `done`.

    `at` is reached by the first reading that meets it (≥, or ≤ where the goal falls); later regress never un-reaches
    it.
    """
    series = readings(journal, goal, today)
    down = falls(goal, series)
    named: dict[str, Hit] = {}
    for win in journal.wins_of(goal.id):
        if win.milestone and win.date <= today:
            named.setdefault(win.milestone, Hit(win.date, win.id))
    found: list[Hit | None] = []
    for milestone in goal.milestones:
        hits = [named[key]] if (key := f"{goal.id}/{milestone.id}") in named else []
        at = milestone.at
        if at is not None:
            met = (r for r in series if (r.value <= at if down else r.value >= at))
            hits += [Hit(reading.date, reading.win) for reading in met][:1]
        if milestone.done is not None and milestone.done <= today:
            hits.append(Hit(milestone.done, None))
        found.append(min(hits, key=lambda hit: hit.date, default=None))
    return tuple(found)


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a goal stands. `value` and `start` are in its unit, None before any reading; for the kinds that are shares
    (milestones, goals) they are shares, `done` and `of` what was counted. `target` is the one in force."""

    value: Decimal | None
    start: Decimal | None
    target: Decimal | None
    readings: tuple[Reading, ...]
    done: int = 0
    of: int = 0

    @property
    def fraction(self) -> Decimal | None:
        """(value − from) / (target − from), not clamped; None without a target or a reading."""
        if self.value is None or self.start is None or self.target is None or self.target == self.start:
            return None
        return (self.value - self.start) / (self.target - self.start)


def standing(journal: Journal, goal: Goal, today: dt.date) -> Standing:
    """The goal's standing as of `today` (design.md, "Amounts")."""
    kind = goal.measure.kind
    series = readings(journal, goal, today)
    if kind == "milestones":
        reached = sum(hit is not None for hit in reached_milestones(journal, goal, today))
        return _share(reached, len(goal.milestones), series)
    if kind == "goals":
        children = [journal.goals[child] for child in goal.children if journal.goals[child].status != "released"]
        return _share(sum(child.status == "done" for child in children), len(children), series)
    start, (target, _) = begins_at(goal, series), plan(goal, today)
    value = series[-1].value if series else start if kind in ("sum", "count", "days") else None
    return Standing(value=value, start=start, target=target, readings=series)


def _share(done: int, of: int, series: tuple[Reading, ...]) -> Standing:
    share = Decimal(done) / of if of else None
    return Standing(value=share, start=Decimal(0), target=Decimal(1), readings=series, done=done, of=of)
