"""The balance of values (being drawn)."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec


class Month(msgspec.Struct, frozen=True):
    start: date
    shares: Mapping[str, float]


class Balance(msgspec.Struct, frozen=True):
    pass


def balance(months: Sequence[Month], values: Sequence[str]) -> Balance | None:
    return None
