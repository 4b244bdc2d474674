"""A plot: one drawing of a way, in a box of a given size."""

from datetime import date
from typing import Literal

import msgspec

from generator.charts.flags import Flag, Ground, flags, grounds
from generator.charts.labels import LETTER, Box
from generator.charts.scale import Days, Linear, day_ticks, month_ticks, nice_ticks
from generator.charts.way import Way, area, cone, corners, path

Unit = Literal["day", "month", "year"]
"""How much of a date to print."""


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


def plot(way: Way, size: Size) -> Plot:
    """The way in a box of this size."""
    values = nice_ticks(min(way.values), max(way.values), size.lines, whole=all(v == int(v) for v in way.values))
    digits = max(len(f"{value:,.10g}") for value in values)
    left, right = 12 + LETTER * max(2, digits), size.width - 10.0
    top, bottom = 26.0, size.height - 26.0
    ys = Linear(values[0], values[-1], bottom, top)
    xs = Days(way.first, way.last, round(left, 1), right)
    stands = way.readings[-1].value if way.readings else way.origin.value
    here = (xs.at(min(way.today, way.last)), ys.at(stands))
    points = corners(way, xs, ys) if way.readings else ()
    target = Line(way.target, ys.at(way.target)) if way.target is not None else None
    taken: list[Box] = []
    if way.readings:
        taken.append(Box(here[0] - 6, here[1] - 6, here[0] + 6, here[1] + 6))
    shaded = grounds(way, xs, taken, top)
    return Plot(
        width=size.width,
        height=size.height,
        left=round(left, 1),
        right=right,
        top=top,
        bottom=bottom,
        lines=tuple(Line(value, ys.at(value)) for value in values),
        ticks=_ticks(way, xs, size.dates),
        grounds=shaded,
        way=path(points),
        area=area(points, ys.at(values[-1] if way.falling else values[0])),
        plan=path([(xs.at(point.date), ys.at(point.value)) for point in way.plan]),
        cone=cone(way, xs, ys, here),
        target=target,
        flags=flags(way, xs, ys, size.letters, Box(xs.start - 4, 2, size.width - 2, bottom), taken, points),
        here=here if way.readings else None,
        today=xs.at(min(way.today, way.last)),
    )


def _ticks(way: Way, xs: Days, most: int) -> tuple[Tick, ...]:
    months = month_ticks(way.first, way.last, most)
    if len(months) < 2:
        days = day_ticks(way.first, way.last, min(most, 6))
        return tuple(Tick(day, xs.at(day), "day") for day in days)
    yearly = all(month.month == 1 for month in months)
    unit: Unit = "year" if yearly else "month"
    return tuple(Tick(month, xs.at(month), unit) for month in months)
