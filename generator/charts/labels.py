"""Labels: where words stand in a chart so that no two meet and none lies across a line.

Widths are estimated from the number of letters, which is enough to keep labels apart in any
system font; a label that finds no room is left out of the drawing (the table has it).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

Anchor = Literal["start", "middle", "end"]
"""Which part of a label stands at its place."""

LETTER = 6.3
"""The usual width of a letter in a label of 12 units."""
LINE = 15.0
"""The height of a line of labels."""

Place = tuple[float, float, Anchor]
"""A label's x, the y of its baseline, and its anchor."""


class Box(msgspec.Struct, frozen=True):
    """A rectangle that something in the chart takes."""

    x0: float
    y0: float
    x1: float
    y1: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any ground; touching edges do not."""
        across = self.x0 < other.x1 and other.x0 < self.x1
        return across and self.y0 < other.y1 and other.y0 < self.y1

    def inside(self, other: "Box") -> bool:
        """Whether this box lies wholly within the other."""
        across = self.x0 >= other.x0 and self.x1 <= other.x1
        return across and self.y0 >= other.y0 and self.y1 <= other.y1


def box(text: str, place: Place) -> Box:
    """The room that a label takes at its place."""
    x, y, anchor = place
    width = LETTER * len(text)
    start = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return Box(start, y - LINE + 4, start + width, y + 4)


def room(text: str, tries: Iterable[Place], taken: Sequence[Box], within: Box) -> Place | None:
    """The first place where the label stays within the box and meets nothing; None if none."""
    for place in tries:
        wanted = box(text, place)
        if wanted.inside(within) and not any(wanted.meets(other) for other in taken):
            return place
    return None


def along(points: Sequence[tuple[float, float]]) -> list[Box]:
    """A line's course as small boxes, so that no label is written across it."""
    boxes: list[Box] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        parts = max(1, int(abs(x1 - x0) // 12))
        for part in range(parts):
            a, b = part / parts, (part + 1) / parts
            xs = sorted((x0 + (x1 - x0) * a, x0 + (x1 - x0) * b))
            ys = sorted((y0 + (y1 - y0) * a, y0 + (y1 - y0) * b))
            boxes.append(Box(xs[0] - 1, ys[0] - 1, xs[1] + 1, ys[1] + 1))
    return boxes


def short(title: str, letters: int) -> str:
    """The title, cut at a word where it has more letters than there is room for."""
    if len(title) <= letters:
        return title
    cut = title[: letters - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > letters // 2 else cut).rstrip(" ,;:-") + "…"
