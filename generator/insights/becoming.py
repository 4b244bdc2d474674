"""Becoming a habit? Something that is done again and again, and is no habit yet."""

import datetime as dt

import msgspec

from generator.journal.journal import Journal

TIMES, DAYS = 5, 56


class Becoming(msgspec.Struct, frozen=True):
    """The text as it was last written, the goal, and how often it was done in eight weeks."""

    text: str
    goal: str
    count: int


def becoming(journal: Journal, today: dt.date) -> tuple[Becoming, ...]:
    """Five wins or more of the same text (cases folded) in the 56 days up to `today` on a goal, without a habit."""
    first = today - dt.timedelta(days=DAYS - 1)
    found: dict[tuple[str, str], list[str]] = {}
    for win in journal.wins:
        if first <= win.date <= today and win.habit is None:
            for goal in win.goals:
                found.setdefault((" ".join(win.title.split()).casefold(), goal), []).append(win.title)
    often = [Becoming(said[-1], goal, len(said)) for (_, goal), said in found.items() if len(said) >= TIMES]
    return tuple(sorted(often, key=lambda one: (-one.count, one.goal, one.text)))
