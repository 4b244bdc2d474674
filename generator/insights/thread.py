"""The thread: the last four weeks' wins, through goals, to what they stand for."""

import datetime as dt
from collections import Counter

import msgspec

from generator.journal.journal import Journal

DAYS = 28
MOST = 8
"""Rows that are shown; the rest are counted together."""


class Strand(msgspec.Struct, frozen=True):
    """`count` wins that served `goal` and through it `value`; None where the thread ends open."""

    goal: str | None
    value: str | None
    count: int


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """The strands, thickest first, at most 8; `others` the wins of those left out, `wins` all of the four weeks'."""

    strands: tuple[Strand, ...]
    others: int
    wins: int
    start: dt.date


def thread(journal: Journal, today: dt.date) -> Thread:
    """The thread of the 28 days up to `today`. A win stands in the strand of its first goal and its first value; one
    that stands on its own ends open."""
    start = today - dt.timedelta(days=DAYS - 1)
    wins = [win for win in journal.wins if start <= win.date <= today]
    counts = Counter((win.goals[0] if win.goals else None, win.values[0] if win.values else None) for win in wins)

    def order(pair: tuple[str | None, str | None]) -> tuple[int, bool, str, str]:
        return -counts[pair], pair[0] is None, pair[0] or "", pair[1] or ""

    ordered = sorted(counts, key=order)
    shown = ordered[:MOST] if len(ordered) <= MOST else ordered[: MOST - 1]
    return Thread(
        strands=tuple(Strand(goal, value, counts[goal, value]) for goal, value in shown),
        others=sum(counts[pair] for pair in ordered[len(shown) :]),
        wins=len(wins),
        start=start,
    )
