"""Flags and grounds: the milestones beside a way, and the pauses and seasons under it."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from generator.charts.labels import Anchor, Box, Place, along, box, room, short
from generator.charts.scale import Days, Linear
from generator.charts.way import Milestone, Way


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


def grounds(way: Way, xs: Days, taken: list[Box], top: float) -> tuple[Ground, ...]:
    """Pauses and seasons up to today, each named where its name has room above it."""
    within = Box(xs.start - 30, 0, xs.end, top)
    found: list[Ground] = []
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
        found.append(Ground(shade.start, shade.end, text, x, round(max(x1 - x, 1.5), 1)))
    return tuple(found)


def flags(
    way: Way,
    xs: Days,
    ys: Linear,
    letters: int,
    within: Box,
    taken: list[Box],
    points: Sequence[tuple[float, float]],
) -> tuple[Flag, ...]:
    """Milestones, reached ones first, each label where it meets no other and not the way."""
    lines = along(points)
    reached = [milestone for milestone in way.milestones if milestone.reached is not None]
    ahead = [milestone for milestone in way.milestones if milestone.reached is None]
    taken += [_mark(*_stand(milestone, way, xs, ys)) for milestone in reached]
    found: list[Flag] = []
    for milestone in [*reached, *ahead]:
        x, y = _stand(milestone, way, xs, ys)
        if milestone.reached is None:
            tries: list[Place] = [(x, y - 5, "end"), (x, y + 13, "end")]
        else:
            tries = _beside(x, y, way.falling)
        wanted = short(milestone.title, letters)
        free = room(wanted, tries, [*taken, *lines], within)
        if free is not None:
            taken.append(box(wanted, free))
        place: Place = free or (x, y, "start")
        found.append(
            Flag(
                title=milestone.title,
                text=wanted if free else "",
                value=milestone.value,
                reached=milestone.reached,
                x=x,
                y=y,
                text_x=round(place[0], 1),
                text_y=round(place[1], 1),
                anchor=place[2],
            )
        )
    return tuple(found)


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


def _stand(milestone: Milestone, way: Way, xs: Days, ys: Linear) -> tuple[float, float]:
    """Where a flag stands: on its day, or at the right edge while it lies ahead."""
    y = ys.at(milestone.value)
    if milestone.reached is None:
        return xs.end, y
    return xs.at(min(max(milestone.reached, way.first), way.last)), y
