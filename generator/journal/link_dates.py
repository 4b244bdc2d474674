"""A date: the wins and setbacks of all entries that have one there, in the order in which they happened."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from .answers import Answers, Question
from .findings import Findings
from .link_entries import LinkedEntry
from .link_wins import WinLinker
from .records import Setback, Win
from .written import addresses, in_order, ticks_in


class LinkedDate(msgspec.Struct, frozen=True, eq=False):
    """`of` are the entries that have something there, in the order of their kinds and paths. `asked` is all that it
    depends on but those."""

    of: Sequence[LinkedEntry]
    wins: tuple[Win, ...]
    setbacks: tuple[Setback, ...]
    found: Findings
    asked: frozenset[Question]


def link_date(date: dt.date, of: Sequence[LinkedEntry], answers: Answers, found: Findings) -> LinkedDate:
    """What happened on a date; ticks that no win stands for come after the wins. What else comes to light is added to
    `found`."""
    written = [one for linked in of for one in linked.written if one.date == date]
    wins = [one for one in written if one.kind == "win"]
    setbacks = [one for one in written if one.kind == "setback"]
    for linked in of:
        if linked.day is not None and linked.day.date == date:
            wins += ticks_in(linked.entry, tuple(wins), answers, found.faults)
    wins.sort(key=in_order)
    setbacks.sort(key=in_order)
    where = addresses(wins, setbacks)
    linker = WinLinker(answers, found)
    return LinkedDate(
        of,
        tuple(linker.win(one, where) for one in wins),
        tuple(linker.setback(one, where) for one in setbacks),
        found,
        answers.asked(),
    )
