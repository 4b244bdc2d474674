"""The thread (being drawn)."""

from collections.abc import Sequence

import msgspec


class Strand(msgspec.Struct, frozen=True):
    goal: str | None
    value: str | None
    count: int


class Thread(msgspec.Struct, frozen=True):
    pass


def thread(strands: Sequence[Strand], others: int) -> Thread:
    return Thread()
