"""The thread: wins run through goals to what they stand for.

Wide, it is three columns with a flow between each two: the wins of every strand, the goals, the
values. The rows of a column share its height evenly, so that a theme can set the words as words
(they wrap as they like) and stretch the flows beside them. On a phone the strands of each value
gather in a rail that leads down to it. A strand without a value ends open.
"""

from collections.abc import Iterable, Sequence

import msgspec

from generator.charts.soft import band

MOST = 8
"""Rows that are shown; the wins of further strands are counted together."""
WIDTH = 100.0
"""A flow's width, in units that a theme may stretch."""
HEIGHT = 400.0
"""A flow's height, likewise."""
RAIL = 28.0
"""A rail's width, in SVG units."""
THINNEST, THICKEST = 2.0, 30.0
"""How thick a strand may be."""
EACH = 6.0
"""How thick a win may be where there are few."""
OPEN = 58.0
"""Where a strand that ends open has faded."""


class Strand(msgspec.Struct, frozen=True):
    """`count` wins that served `goal` and through it `value`, by their ids; None where the thread ends open."""

    goal: str | None
    value: str | None
    count: int


class Band(msgspec.Struct, frozen=True):
    """A strand in a flow, as SVG path data; an `is_open` one leads nowhere and fades."""

    value: str | None
    path: str
    is_open: bool


class Node(msgspec.Struct, frozen=True):
    """A goal or a value (None: the wins without a goal) and the wins that reach it."""

    id: str | None
    count: int


class Rail(msgspec.Struct, frozen=True):
    """An upright stretch of a strand: where it begins from the left, and how wide it is."""

    x: float
    width: float


class Stage(msgspec.Struct, frozen=True):
    """A strand on its way down a phone: the strand, and the rails beside it, its own the last."""

    strand: Strand
    rails: tuple[Rail, ...]


class Group(msgspec.Struct, frozen=True):
    """The strands that gather in a value (None: those that end open)."""

    value: str | None
    count: int
    stages: tuple[Stage, ...]


class Thread(msgspec.Struct, frozen=True):
    """The strands in the order of their rows, the goals and values likewise, and the flows between the columns.

    `through` is what goes on under the goals; `others` are the wins of the strands that are not
    shown, `count` all of them.
    """

    strands: tuple[Strand, ...]
    goals: tuple[Node, ...]
    values: tuple[Node, ...]
    to_goals: tuple[Band, ...]
    through: tuple[Band, ...]
    to_values: tuple[Band, ...]
    groups: tuple[Group, ...]
    others: int
    count: int
    width: float = WIDTH
    height: float = HEIGHT
    rail: float = RAIL


def thread(strands: Sequence[Strand], others: int) -> Thread:
    """The thread of these strands, the thickest first. Rows are put so that few strands cross: values by the wins
    that reach them, goals beside the value they serve most, the wins without a goal last."""
    thickest = sorted((strand for strand in strands if strand.count > 0), key=lambda strand: -strand.count)
    shown = thickest[:MOST]
    values = _ranked(strand.value for strand in _weighted(shown) if strand.value is not None)
    goals = _goals(shown, values)
    ranks = {value: at for at, value in enumerate(values)}
    ordered = sorted(shown, key=lambda strand: (goals.index(strand.goal), ranks.get(strand.value or "", len(values))))
    left_out = others + sum(strand.count for strand in thickest[MOST:])
    unit = _unit(ordered, goals, values)
    starts = _stacks([[strand] for strand in ordered], unit)
    middles = _stacks([[strand for strand in ordered if strand.goal == goal] for goal in goals], unit)
    ends = _stacks([[strand for strand in ordered if strand.value == value] for value in values], unit)
    return Thread(
        strands=tuple(ordered),
        goals=tuple(_node(goal, (strand for strand in ordered if strand.goal == goal)) for goal in goals),
        values=tuple(_node(value, (strand for strand in ordered if strand.value == value)) for value in values),
        to_goals=tuple(_band(strand, starts[strand], middles[strand], unit) for strand in ordered),
        through=tuple(_band(strand, middles[strand], middles[strand], unit) for strand in ordered),
        to_values=tuple(_band(strand, middles[strand], ends.get(strand), unit) for strand in ordered),
        groups=_groups(ordered, values),
        others=left_out,
        count=sum(strand.count for strand in ordered) + left_out,
    )


def _weighted(strands: Sequence[Strand]) -> Sequence[Strand]:
    """By the wins of their value, most first; a value's strands stay together."""
    weights: dict[str | None, int] = {}
    for strand in strands:
        weights[strand.value] = weights.get(strand.value, 0) + strand.count
    return sorted(strands, key=lambda strand: -weights[strand.value])


def _ranked(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _goals(strands: Sequence[Strand], values: Sequence[str]) -> list[str | None]:
    """Goals in the order of the value that most of their wins stand for; None is the last of all."""
    ranks = {value: at for at, value in enumerate(values)}
    seen = list(dict.fromkeys(strand.goal for strand in strands))

    def order(goal: str | None) -> tuple[bool, int]:
        main = next(strand for strand in strands if strand.goal == goal)  # the thickest comes first
        return goal is None, ranks.get(main.value or "", len(values))

    return sorted(seen, key=order)


def _unit(strands: Sequence[Strand], goals: Sequence[str | None], values: Sequence[str]) -> float:
    """How thick one win is, so that no column's fullest row overflows."""
    rows = [
        (len(strands), max((strand.count for strand in strands), default=1)),
        (len(goals), max((_count(strand for strand in strands if strand.goal == goal) for goal in goals), default=1)),
        (len(values), max((_count(s for s in strands if s.value == value) for value in values), default=1)),
    ]
    fits = [0.8 * HEIGHT / count / fullest for count, fullest in rows if count]
    return min([*fits, THICKEST / rows[0][1], EACH])


def _thick(strand: Strand, unit: float) -> float:
    return max(THINNEST, strand.count * unit)


def _stacks(rows: Sequence[Sequence[Strand]], unit: float) -> dict[Strand, float]:
    """The upper edge of every strand in a column: side by side, in the middle of their row."""
    tops: dict[Strand, float] = {}
    for at, row in enumerate(rows):
        edge = HEIGHT * (at + 0.5) / len(rows) - sum(_thick(strand, unit) for strand in row) / 2
        for strand in row:
            tops[strand] = edge
            edge += _thick(strand, unit)
    return tops


def _band(strand: Strand, start: float, end: float | None, unit: float) -> Band:
    thick = _thick(strand, unit)
    reach = WIDTH if end is not None else OPEN
    stop = end if end is not None else start
    tops, feet = [(0.0, start), (reach, stop)], [(0.0, start + thick), (reach, stop + thick)]
    return Band(strand.value, band(tops, feet, pull=0.5), end is None)


def _node(name: str | None, strands: Iterable[Strand]) -> Node:
    return Node(name, _count(strands))


def _count(strands: Iterable[Strand]) -> int:
    return sum(strand.count for strand in strands)


def _groups(strands: Sequence[Strand], values: Sequence[str]) -> tuple[Group, ...]:
    """The strands by value, those that end open last. Rails are as thick as their wins, in every group alike."""
    ends: list[str | None] = [*values, None]
    parts = [(end, [strand for strand in strands if strand.value == end]) for end in ends]
    fullest = max((_count(part) for _, part in parts), default=0)
    unit = min(4.0, RAIL / fullest) if fullest else 0.0
    groups: list[Group] = []
    for end, part in parts:
        rails: list[Rail] = []
        stages: list[Stage] = []
        x = 0.0
        for strand in part:
            width = max(THINNEST, strand.count * unit)
            rails.append(Rail(round(x, 1), round(width, 1)))
            stages.append(Stage(strand, tuple(rails)))
            x += width
        if stages:
            groups.append(Group(end, _count(part), tuple(stages)))
    return tuple(groups)
