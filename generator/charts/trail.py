"""The trail: the way of a measured goal, drawn as a path through days and amounts.

Milestones stand as flags beside the way, pauses and seasons are shaded ground, the plan is a
dotted line that bends where it was changed, and the forecast is a soft cone. Two plots are
made, one for wide screens and one for phones, so that words stay readable on both.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from generator.charts.plot import NARROW, WIDE, Plot, plot
from generator.charts.way import Cone, Milestone, Reading, Shade, Way

__all__ = ["Cone", "Milestone", "Plot", "Reading", "Shade", "Trail", "trail"]

ROWS = 120
"""A table longer than this keeps the last reading of each month."""


class Trail(msgspec.Struct, frozen=True):
    """The chart for wide screens and for phones, and its numbers as rows for a table.

    `monthly` says that the rows are each month's last reading.
    """

    wide: Plot
    narrow: Plot
    rows: tuple[Reading, ...]
    monthly: bool
    milestones: tuple[Milestone, ...]
    falling: bool


def trail(
    readings: Sequence[Reading],
    *,
    today: date,
    origin: Reading,
    target: float | None = None,
    milestones: Sequence[Milestone] = (),
    shades: Iterable[Shade] = (),
    plan: Sequence[Reading] = (),
    cone: Cone | None = None,
    stepped: bool = True,
) -> Trail:
    """The trail from `origin` (the goal's first day and what it started from) to `today`.

    `readings` come in the order of days, the value as it stood at the day's end. `stepped`
    draws a total, which holds until the next win; without it, points are joined by a line, as
    for weights. A goal falls where its target lies below its origin.
    """
    by_day = {reading.date: reading for reading in readings}
    kept = tuple(by_day[day] for day in sorted(by_day))
    falling = target is not None and target < origin.value
    way = Way(
        readings=kept,
        origin=origin,
        target=target,
        today=today,
        first=min([origin.date, *(reading.date for reading in kept)]),
        last=_last_day(kept, origin, today, plan, cone),
        values=_values(kept, origin, target, milestones, plan),
        milestones=tuple(milestones),
        shades=tuple(shades),
        plan=tuple(plan),
        cone=cone,
        stepped=stepped,
        falling=falling,
    )
    rows, monthly = _rows(kept)
    return Trail(
        wide=plot(way, WIDE),
        narrow=plot(way, NARROW),
        rows=rows,
        monthly=monthly,
        milestones=tuple(milestones),
        falling=falling,
    )


def _last_day(
    readings: Sequence[Reading],
    origin: Reading,
    today: date,
    plan: Sequence[Reading],
    cone: Cone | None,
) -> date:
    """The right edge: today or the plan's end, and as much of the forecast as stays readable."""
    first = min([origin.date, *(reading.date for reading in readings)])
    planned = max([today, *(point.date for point in plan)])
    last = max(planned, first + timedelta(days=27))
    if cone is None:
        return last
    room = last + timedelta(days=max(28, (last - first).days // 3))
    return max(last, min(cone.slow or cone.fast, room))


def _values(
    readings: Sequence[Reading],
    origin: Reading,
    target: float | None,
    milestones: Sequence[Milestone],
    plan: Sequence[Reading],
) -> tuple[float, ...]:
    values = [origin.value, *(reading.value for reading in readings)]
    values += [milestone.value for milestone in milestones]
    values += [point.value for point in plan]
    if target is not None:
        values.append(target)
    return tuple(values)


def _rows(readings: tuple[Reading, ...]) -> tuple[tuple[Reading, ...], bool]:
    if len(readings) <= ROWS:
        return readings, False
    last = {(reading.date.year, reading.date.month): reading for reading in readings}
    return tuple(last[month] for month in sorted(last)), True
