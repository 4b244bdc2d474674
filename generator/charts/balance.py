"""The balance: what the wins of each month stood for, as a stream of values.

Every month sums to one. The stream is true in the middle of each month and eases from there to
the next; months without valued wins leave a gap. Values lie in the order in which they come, so
that a colour keeps its place from year to year.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec

from generator.charts.labels import LETTER, LINE
from generator.charts.plot import Tick
from generator.charts.scale import Days, Linear, add_months
from generator.charts.soft import Corner, band
from generator.charts.ticks import ticks

VALUES = 3
"""Under so many values there is nothing to balance."""
MONTHS = 6
"""Under so many months with valued wins there is no stream."""
THICK = 20.0
"""A field so high holds its name."""
LEAST_LETTERS = 4
"""With room for fewer a name says nothing."""


class Month(msgspec.Struct, frozen=True):
    """A month (its first day) and the share of each value in it."""

    start: date
    shares: Mapping[str, float]


class Label(msgspec.Struct, frozen=True):
    """Where a value's name stands, and for how many letters there is room; `inside` lies on the field itself."""

    x: float
    y: float
    letters: int
    inside: bool


class Area(msgspec.Struct, frozen=True):
    """A value's field: a path for each run of months. A label of None is one that found no room."""

    value: str
    paths: tuple[str, ...]
    label: Label | None


class Stream(msgspec.Struct, frozen=True):
    """Everything to draw, in a box `width` by `height`."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    ticks: tuple[Tick, ...]
    areas: tuple[Area, ...]


class Row(msgspec.Struct, frozen=True):
    """A month's shares in the order of the balance's `values`: a row of the table."""

    start: date
    shares: tuple[float, ...]


class Balance(msgspec.Struct, frozen=True):
    """The stream for wide screens and for phones, and its numbers; `values` are those that have a share at all."""

    wide: Stream
    narrow: Stream
    values: tuple[str, ...]
    rows: tuple[Row, ...]


def balance(months: Sequence[Month], values: Sequence[str]) -> Balance | None:
    """The balance of `values` over `months`, which come in order; None while there is too little to compare.

    Shares are taken in proportion, so that each month fills the stream's whole height.
    """
    rows = [_row(month, values) for month in months]
    filled = [row for row in rows if row is not None]
    used = [at for at in range(len(values)) if any(row.shares[at] > 0 for row in filled)]
    if len(used) < VALUES or len(filled) < MONTHS:
        return None
    kept = tuple(Row(row.start, tuple(row.shares[at] for at in used)) for row in filled)
    names = tuple(values[at] for at in used)
    return Balance(
        wide=_stream(kept, names, width=760.0, height=300.0, margin=116.0, dates=12),
        narrow=_stream(kept, names, width=360.0, height=280.0, margin=92.0, dates=4),
        values=names,
        rows=kept,
    )


def _row(month: Month, values: Sequence[str]) -> Row | None:
    shares = [max(0.0, month.shares.get(value, 0.0)) for value in values]
    whole = sum(shares)
    return Row(month.start, tuple(share / whole for share in shares)) if whole > 0 else None


def _stream(
    rows: Sequence[Row], names: Sequence[str], *, width: float, height: float, margin: float, dates: int
) -> Stream:
    left, right, top, bottom = 0.0, width - margin, 6.0, height - 26.0
    xs = Days(rows[0].start, add_months(rows[-1].start, 1), left, right)
    ys = Linear(0.0, 1.0, top, bottom)
    runs = _runs(rows)
    labels = _labels(runs, xs, ys, round(margin - 14.0, 1), len(names))
    areas = [
        Area(name, tuple(_field(run, at, xs, ys) for run in runs if any(row.shares[at] > 0 for row in run)), labels[at])
        for at, name in enumerate(names)
    ]
    return Stream(
        width=width,
        height=height,
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        ticks=ticks(Days(xs.first, xs.last - timedelta(days=1), left, xs.at(xs.last - timedelta(days=1))), dates),
        areas=tuple(areas),
    )


def _runs(rows: Sequence[Row]) -> list[list[Row]]:
    """Months that follow one another; a month without valued wins ends a run."""
    runs: list[list[Row]] = []
    for row in rows:
        if runs and add_months(runs[-1][-1].start, 1) == row.start:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _field(run: Sequence[Row], at: int, xs: Days, ys: Linear) -> str:
    """One value's field over a run, from the first day of its first month to the last of its last."""
    return band(_edge(run, at, xs, ys), _edge(run, at + 1, xs, ys))


def _edge(run: Sequence[Row], values: int, xs: Days, ys: Linear) -> list[Corner]:
    """The line under the first so many values."""
    heights = [ys.at(min(1.0, sum(row.shares[:values]))) for row in run]
    middles = [(_middle(row, xs), height) for row, height in zip(run, heights, strict=True)]
    start, end = xs.at(run[0].start), xs.at(add_months(run[-1].start, 1))
    return [(start, heights[0]), *middles, (end, heights[-1])]


def _middle(row: Row, xs: Days) -> float:
    return round((xs.at(row.start) + xs.at(add_months(row.start, 1))) / 2, 1)


def _labels(runs: Sequence[Sequence[Row]], xs: Days, ys: Linear, room: float, count: int) -> list[Label | None]:
    """Names at the right, beside the last month; a value that it lacks is named on its field where that is thick."""
    last = runs[-1][-1]
    beside = [at for at in range(count) if last.shares[at] > 0]
    wanted = [_centre(last, at, ys) for at in beside]
    heights = dict(zip(beside, _apart(wanted, ys.start, ys.end), strict=True))
    labels: list[Label | None] = []
    for at in range(count):
        if at in heights:
            labels.append(Label(round(xs.end + 8, 1), heights[at], int(room / LETTER), inside=False))
        else:
            labels.append(_inside(runs, at, xs, ys))
    return labels


def _centre(row: Row, at: int, ys: Linear) -> float:
    return ys.at(sum(row.shares[:at]) + row.shares[at] / 2)


def _apart(wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Heights as near as can be to those wanted, a line of words apart, from the top down and back up again."""
    step = min(LINE, (bottom - top) / max(1, len(wanted)))
    heights: list[float] = []
    for height in wanted:
        heights.append(max(height, heights[-1] + step if heights else top + step / 2))
    ceiling = bottom - step / 2
    for at in range(len(heights) - 1, -1, -1):
        heights[at] = round(min(heights[at], ceiling), 1)
        ceiling = heights[at] - step
    return heights


def _inside(runs: Sequence[Sequence[Row]], at: int, xs: Days, ys: Linear) -> Label | None:
    """On the field, in the middle of its longest stretch of months in which it is thick enough."""
    best: list[Row] = []
    for run in runs:
        stretch: list[Row] = []
        for row in run:
            stretch = [*stretch, row] if ys.at(row.shares[at]) - ys.start >= THICK else []
            best = max(best, stretch, key=len)
    if not best:
        return None
    middle = best[len(best) // 2]
    x = _middle(middle, xs)
    reach = min(x - xs.at(best[0].start), xs.at(add_months(best[-1].start, 1)) - x)
    letters = int((2 * reach - 14) / LETTER)
    return Label(x, _centre(middle, at, ys), letters, inside=True) if letters >= LEAST_LETTERS else None
