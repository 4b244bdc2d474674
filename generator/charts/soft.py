"""Soft lines: curves through points that never say more than the points do."""

from collections.abc import Sequence
from itertools import pairwise

Corner = tuple[float, float]
"""A point in SVG units."""


def soft(points: Sequence[Corner]) -> str:
    """A line through points that run to the right, as SVG path data.

    Between two points it stays between their heights: the slopes are the harmonic means of Fritsch and Butland
    ("A method for constructing local monotone piecewise cubic interpolants", 1984), level where the line turns.
    """
    if not points:
        return ""
    slopes = _slopes(points)
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for ((x0, y0), (x1, y1)), (m0, m1) in zip(pairwise(points), pairwise(slopes), strict=True):
        third = (x1 - x0) / 3
        parts.append(_bend((x0 + third, y0 + m0 * third), (x1 - third, y1 - m1 * third), (x1, y1)))
    return "".join(parts)


def band(tops: Sequence[Corner], feet: Sequence[Corner], pull: float = 1 / 3) -> str:
    """The field between two lines over the same xs, as SVG path data.

    Both lines lie level at every point and pass from one to the next with the same ease, so that fields which meet
    at the points meet everywhere between them, and what sums to 1 there sums to 1 all the way.
    """
    if not tops:
        return ""
    there = "".join(_ease(a, b, pull) for a, b in pairwise(tops))
    back = list(reversed(feet))
    again = "".join(_ease(a, b, pull) for a, b in pairwise(back))
    return f"M{number(tops[0][0])} {number(tops[0][1])}{there}L{number(back[0][0])} {number(back[0][1])}{again}Z"


def number(value: float) -> str:
    """To a tenth, without a tail of zeros."""
    return f"{round(value, 1) + 0.0:g}"


def _ease(start: Corner, end: Corner, pull: float) -> str:
    (x0, y0), (x1, y1) = start, end
    if y0 == y1:
        return f"H{number(x1)}"
    reach = (x1 - x0) * pull
    return _bend((x0 + reach, y0), (x1 - reach, y1), (x1, y1))


def _bend(first: Corner, second: Corner, end: Corner) -> str:
    return "C" + " ".join(number(value) for value in (*first, *second, *end))


def _slopes(points: Sequence[Corner]) -> list[float]:
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    if not secants:
        return [0.0]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(secants)]
    return [secants[0], *inner, secants[-1]]
