"""The curve: how strong a habit has grown, as one soft line between 0 and 1.

Pauses are shaded ground. Two plots are made, one for wide screens and one for phones, so that
words stay readable on both; the words at the gridlines are the theme's.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from generator.charts.plot import Line, Tick
from generator.charts.scale import Days, Linear
from generator.charts.soft import Corner, number, soft
from generator.charts.ticks import ticks

LEAST = 28
"""The ground is so many days long, at least."""
STRIDE = 10
"""The line bends no oftener than every so many units of width."""
LEFT = 48.0
"""Room for the words at the gridlines."""


class Point(msgspec.Struct, frozen=True):
    """The strength at a day's end, from 0 to 1."""

    date: date
    value: float


class Shade(msgspec.Struct, frozen=True):
    """A pause, both days included; `end` is None while it lasts."""

    start: date
    end: date | None


class Ground(msgspec.Struct, frozen=True):
    """A pause as it is drawn, from the top of the plot to its foot."""

    start: date
    end: date | None
    x: float
    width: float


class Plot(msgspec.Struct, frozen=True):
    """Everything to draw, in a box `width` by `height`. `lines` stand at 0, ½ and 1; paths are SVG path data."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    grounds: tuple[Ground, ...]
    line: str
    area: str
    here: Corner | None


class Curve(msgspec.Struct, frozen=True):
    """The chart for wide screens and for phones, and each month's last point as rows for a table."""

    wide: Plot
    narrow: Plot
    rows: tuple[Point, ...]


def curve(points: Sequence[Point], *, today: date, shades: Iterable[Shade] = ()) -> Curve:
    """The curve of these points, which come in the order of days, up to `today`."""
    kept = tuple(point for point in points if point.date <= today)
    paused = tuple(sorted(shades, key=lambda shade: shade.start))
    last = {(point.date.year, point.date.month): point for point in kept}
    return Curve(
        wide=_plot(kept, paused, today, width=760.0, height=210.0, dates=12),
        narrow=_plot(kept, paused, today, width=360.0, height=190.0, dates=5),
        rows=tuple(last.values()),
    )


def _plot(
    points: Sequence[Point], shades: Sequence[Shade], today: date, *, width: float, height: float, dates: int
) -> Plot:
    right, top, bottom = width - 10.0, 12.0, height - 26.0
    first = points[0].date if points else today
    xs = Days(first, max(today, first + timedelta(days=LEAST - 1)), LEFT, right)
    ys = Linear(0.0, 1.0, bottom, top)
    corners = _corners(points, xs, ys)
    line = soft(corners)
    return Plot(
        width=width,
        height=height,
        left=LEFT,
        right=right,
        top=top,
        bottom=bottom,
        lines=tuple(Line(value, ys.at(value)) for value in (0.0, 0.5, 1.0)),
        ticks=ticks(xs, dates),
        grounds=_grounds(shades, today, xs),
        line=line,
        area=f"{line}V{number(bottom)}H{number(corners[0][0])}Z" if len(corners) > 1 else "",
        here=corners[-1] if corners else None,
    )


def _corners(points: Sequence[Point], xs: Days, ys: Linear) -> list[Corner]:
    """The last point of every stride, and the very last; the first too, where the line begins."""
    strides: dict[int, Corner] = {}
    for point in points:
        x = xs.at(point.date)
        strides[int((x - xs.start) // STRIDE)] = (x, ys.at(min(1.0, max(0.0, point.value))))
    corners = [strides[at] for at in sorted(strides)]
    if points and corners[0][0] > xs.start:
        corners.insert(0, (xs.start, ys.at(min(1.0, max(0.0, points[0].value)))))
    return corners


def _grounds(shades: Sequence[Shade], today: date, xs: Days) -> tuple[Ground, ...]:
    """The pauses up to today, each as wide as its days."""
    found: list[Ground] = []
    for shade in shades:
        end = min(shade.end if shade.end is not None else today, today)
        start, stop = max(shade.start, xs.first), min(end + timedelta(days=1), xs.last)
        if start < stop:
            x = xs.at(start)
            found.append(Ground(shade.start, shade.end, x, round(xs.at(stop) - x, 1)))
    return tuple(found)
