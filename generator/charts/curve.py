"""The strength of a habit (being drawn)."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec


class Point(msgspec.Struct, frozen=True):
    date: date
    value: float


class Shade(msgspec.Struct, frozen=True):
    start: date
    end: date | None


class Curve(msgspec.Struct, frozen=True):
    pass


def curve(points: Sequence[Point], *, today: date, shades: Iterable[Shade] = ()) -> Curve:
    return Curve()
