"""The way of a measured goal: what it is drawn from, and its lines as SVG path data."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from generator.charts.scale import Days, Linear


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


class Way(msgspec.Struct, frozen=True):
    """What every plot of a goal is drawn from."""

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


def corners(way: Way, xs: Days, ys: Linear) -> tuple[tuple[float, float], ...]:
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


def path(points: Sequence[tuple[float, float]]) -> str:
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


def area(points: Sequence[tuple[float, float]], ground: float) -> str:
    """The field between the way and the ground."""
    if len(points) < 2:
        return ""
    return f"{path(points)}V{_text(ground)}H{_text(points[0][0])}Z"


def _text(number: float) -> str:
    return f"{round(number, 1) + 0.0:g}"


def cone(way: Way, xs: Days, ys: Linear, here: tuple[float, float]) -> str:
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
    return path(corners) + "Z"
