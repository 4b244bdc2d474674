"""The trail: the way of a measured goal, drawn as a path through days and amounts.

Milestones stand as flags beside the way, pauses and seasons are shaded ground, the plan is a
dotted line that bends where it was changed, and the forecast is a soft cone. Two plots are
made, one for wide screens and one for phones, so that words stay readable on both.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

import msgspec

from generator.charts.labels import LETTER, Anchor, Box, Place, along, box, room, short
from generator.charts.scale import Days, Linear, day_ticks, month_ticks, nice_ticks

Unit = Literal["day", "month", "year"]

ROWS = 120
"""A table longer than this keeps the last reading of each month."""


class Reading(msgspec.Struct, frozen=True):
    """What stood on a day."""

    date: date
    value: float


class Milestone(msgspec.Struct, frozen=True):
    """A target on the way; `reached` is None while it lies ahead."""

    title: str
    value: float
    reached: date | None = None


class Shade(msgspec.Struct, frozen=True):
    """A pause or a season, both days included; `end` is None while it lasts."""

    start: date
    end: date | None
    label: str = ""


class Cone(msgspec.Struct, frozen=True):
    """A forecast: when the target may be met, at the quick and at the slow of the usual rates."""

    fast: date
    slow: date | None
    target: float


class Size(msgspec.Struct, frozen=True):
    """A plot's box in SVG units, and how many gridlines and dates it has room for."""

    width: float
    height: float
    lines: int
    dates: int
    letters: int


WIDE = Size(760, 320, 4, 12, 34)
NARROW = Size(360, 280, 4, 5, 18)


class Line(msgspec.Struct, frozen=True):
    """A level line: the value it stands for and its height."""

    value: float
    y: float


class Tick(msgspec.Struct, frozen=True):
    """A date on the ground line; `unit` says how much of the date to print."""

    date: date
    x: float
    unit: Unit


class Flag(msgspec.Struct, frozen=True):
    """A milestone's mark and its label; a `text` of "" is one that found no room."""

    title: str
    text: str
    value: float
    reached: date | None
    x: float
    y: float
    text_x: float
    text_y: float
    anchor: Anchor


class Ground(msgspec.Struct, frozen=True):
    """Shaded ground, from the top of the plot to its foot; the text is "" where it has no room."""

    start: date
    end: date | None
    text: str
    x: float
    width: float


class Plot(msgspec.Struct, frozen=True):
    """Everything to draw, in a box `width` by `height`. Paths are SVG path data."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    grounds: tuple[Ground, ...]
    way: str
    area: str
    plan: str
    cone: str
    target: Line | None
    flags: tuple[Flag, ...]
    here: tuple[float, float] | None
    today: float


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


class _Way(msgspec.Struct, frozen=True):
    """What both plots are drawn from."""

    readings: tuple[Reading, ...]
    origin: Reading
    target: float | None
    today: date
    first: date
    last: date
    values: tuple[float, ...]
    milestones: tuple[Milestone, ...]
    shades: tuple[Shade, ...]
    plan: tuple[Reading, ...]
    cone: Cone | None
    stepped: bool
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
    way = _Way(
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
        wide=_plot(way, WIDE),
        narrow=_plot(way, NARROW),
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


def _plot(way: _Way, size: Size) -> Plot:
    values = nice_ticks(min(way.values), max(way.values), size.lines)
    digits = max(len(f"{value:,.10g}") for value in values)
    left, right = 12 + LETTER * max(2, digits), size.width - 10.0
    top, bottom = 26.0, size.height - 26.0
    ys = Linear(values[0], values[-1], bottom, top)
    xs = Days(way.first, way.last, round(left, 1), right)
    stands = way.readings[-1].value if way.readings else way.origin.value
    here = (xs.at(min(way.today, way.last)), ys.at(stands))
    points = _points(way, xs, ys) if way.readings else ()
    target = Line(way.target, ys.at(way.target)) if way.target is not None else None
    taken: list[Box] = []
    if way.readings:
        taken.append(Box(here[0] - 6, here[1] - 6, here[0] + 6, here[1] + 6))
    grounds = _grounds(way, xs, taken, top)
    return Plot(
        width=size.width,
        height=size.height,
        left=round(left, 1),
        right=right,
        top=top,
        bottom=bottom,
        lines=tuple(Line(value, ys.at(value)) for value in values),
        ticks=_ticks(way, xs, size.dates),
        grounds=grounds,
        way=_path(points),
        area=_area(points, ys.at(values[-1] if way.falling else values[0])),
        plan=_path([(xs.at(point.date), ys.at(point.value)) for point in way.plan]),
        cone=_cone(way, xs, ys, here),
        target=target,
        flags=_flags(way, xs, ys, size, taken, points),
        here=here if way.readings else None,
        today=xs.at(min(way.today, way.last)),
    )


def _points(way: _Way, xs: Days, ys: Linear) -> tuple[tuple[float, float], ...]:
    """The way's corners; days that fall on one unit of width keep their last reading."""
    columns: dict[int, tuple[float, float]] = {}
    if way.stepped:
        start = (xs.at(way.origin.date), ys.at(way.origin.value))
        columns[int(start[0])] = start
    for reading in way.readings:
        x = xs.at(reading.date)
        columns[int(x)] = (x, ys.at(reading.value))
    corners = [columns[column] for column in sorted(columns)]
    if way.stepped:
        corners = _steps(corners)
    until = xs.at(min(way.today, way.last))
    if way.stepped and corners[-1][0] < until:
        corners.append((until, corners[-1][1]))
    return tuple(corners)


def _steps(corners: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Hold each value until the next; a run of steps on one height is one line."""
    steps = [corners[0]]
    for (_, before), (x, y) in pairwise(corners):
        if y != before:
            steps += [(x, before), (x, y)]
    if steps[-1][0] < corners[-1][0]:
        steps.append((corners[-1][0], steps[-1][1]))
    return steps


def _path(points: Sequence[tuple[float, float]]) -> str:
    """SVG path data, upright and level strokes in their short form."""
    if not points:
        return ""
    parts = [f"M{_text(points[0][0])} {_text(points[0][1])}"]
    for (x0, y0), (x, y) in pairwise(points):
        if y == y0:
            parts.append(f"H{_text(x)}")
        elif x == x0:
            parts.append(f"V{_text(y)}")
        else:
            parts.append(f"L{_text(x)} {_text(y)}")
    return "".join(parts)


def _area(points: Sequence[tuple[float, float]], ground: float) -> str:
    if len(points) < 2:
        return ""
    return f"{_path(points)}V{_text(ground)}H{_text(points[0][0])}Z"


def _text(number: float) -> str:
    return f"{round(number, 1) + 0.0:g}"


def _cone(way: _Way, xs: Days, ys: Linear, here: tuple[float, float]) -> str:
    """From where the way stands to the target's quick and slow date, cut at the right edge."""
    if way.cone is None:
        return ""
    edge, aim = xs.at(way.last), ys.at(way.cone.target)
    x, y = here

    def arrive(day: date | None) -> tuple[float, float]:
        if day is None:
            return edge, y
        reach = max(xs.at(day), x)
        if reach <= edge:
            return reach, aim
        return edge, round(y + (aim - y) * (edge - x) / (reach - x), 1)

    fast, slow = arrive(way.cone.fast), arrive(way.cone.slow)
    corners = [here, fast]
    if fast[1] == aim and slow[1] != aim:
        corners.append((edge, aim))
    corners.append(slow)
    return _path(corners) + "Z"


def _ticks(way: _Way, xs: Days, most: int) -> tuple[Tick, ...]:
    months = month_ticks(way.first, way.last, most)
    if len(months) < 2:
        days = day_ticks(way.first, way.last, min(most, 6))
        return tuple(Tick(day, xs.at(day), "day") for day in days)
    yearly = all(month.month == 1 for month in months)
    unit: Unit = "year" if yearly else "month"
    return tuple(Tick(month, xs.at(month), unit) for month in months)


def _grounds(way: _Way, xs: Days, taken: list[Box], top: float) -> tuple[Ground, ...]:
    within = Box(xs.start - 30, 0, xs.end, top)
    grounds: list[Ground] = []
    for shade in sorted(way.shades, key=lambda shade: shade.start):
        end = shade.end if shade.end is not None else way.today
        start, stop = max(shade.start, way.first), min(end + timedelta(days=1), way.last)
        if start > way.today or stop <= start:
            continue
        x, x1 = xs.at(start), xs.at(stop)
        place = room(shade.label, [((x + x1) / 2, top - 8, "middle")], taken, within)
        if place is not None:
            taken.append(box(shade.label, place))
        text = shade.label if place is not None else ""
        grounds.append(Ground(shade.start, shade.end, text, x, round(max(x1 - x, 1.5), 1)))
    return tuple(grounds)


def _flags(
    way: _Way,
    xs: Days,
    ys: Linear,
    size: Size,
    taken: list[Box],
    points: Sequence[tuple[float, float]],
) -> tuple[Flag, ...]:
    """Milestones, reached ones first, each label where it meets no other and not the way."""
    lines = along(points)
    within = Box(xs.start - 4, 2, size.width - 2, size.height - 26)
    reached = [milestone for milestone in way.milestones if milestone.reached is not None]
    ahead = [milestone for milestone in way.milestones if milestone.reached is None]
    taken += [_mark(*_stand(milestone, way, xs, ys)) for milestone in reached]
    flags: list[Flag] = []
    for milestone in [*reached, *ahead]:
        x, y = _stand(milestone, way, xs, ys)
        if milestone.reached is None:
            tries: list[Place] = [(x, y - 5, "end"), (x, y + 13, "end")]
        else:
            tries = _beside(x, y, way.falling)
        wanted = short(milestone.title, size.letters)
        found = room(wanted, tries, [*taken, *lines], within)
        if found is not None:
            taken.append(box(wanted, found))
        place: Place = found or (x, y, "start")
        flags.append(
            Flag(
                title=milestone.title,
                text=wanted if found else "",
                value=milestone.value,
                reached=milestone.reached,
                x=x,
                y=y,
                text_x=round(place[0], 1),
                text_y=round(place[1], 1),
                anchor=place[2],
            )
        )
    return tuple(flags)


def _beside(x: float, y: float, falling: bool) -> list[Place]:
    """Places for a label by its flag, best first: before the way where it rises, after it falls."""
    before: list[Place] = [(x - 9, y - 5, "end"), (x - 5, y - 12, "end")]
    over: list[Place] = [(x, y - 14, "middle"), (x - 9, y - 22, "end")]
    after: list[Place] = [(x + 9, y + 15, "start"), (x + 9, y + 28, "start")]
    above: list[Place] = [(x + 9, y - 6, "start"), (x + 9, y - 22, "start")]
    if falling:
        return [*above, *over, (x - 9, y + 15, "end"), (x - 9, y + 28, "end"), *before]
    return [*before, *over, *after, *above]


def _mark(x: float, y: float) -> Box:
    """The room of a flag's mark."""
    return Box(x - 4, y - 10, x + 4, y + 4)


def _stand(milestone: Milestone, way: _Way, xs: Days, ys: Linear) -> tuple[float, float]:
    """Where a flag stands: on its day, or at the right edge while it lies ahead."""
    y = ys.at(milestone.value)
    if milestone.reached is None:
        return xs.end, y
    return xs.at(min(max(milestone.reached, way.first), way.last)), y
