"""Where a wall pauses: the pauses that were declared, and gaps much longer than usual."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import msgspec


class Break(msgspec.Struct, frozen=True):
    """Days without stones, first and last included; `end` is None while it lasts."""

    start: date
    end: date | None
    declared: bool = True


def cuts_of(days: Sequence[date], breaks: Iterable[Break], today: date) -> tuple[dict[int, Break], Break | None]:
    """Breaks by the index of the stone they stand before, and the one after the last stone; `days` are the stones'.

    Those that begin after `today` are left out. Undeclared ones are found: at least 28 days and four times the usual
    interval between two win days.
    """
    cuts: dict[int, Break] = {}
    for pause in sorted(breaks, key=lambda pause: (pause.start, pause.end or date.max)):
        at = bisect_left(days, pause.start)
        if at == 0 or pause.start > today:
            continue
        cuts[at] = _joined(cuts[at], pause) if at in cuts else pause
    after = cuts.pop(len(days), None)
    least = max(28.0, 4 * usual_interval(days))
    for at in range(1, len(days)):
        if at not in cuts and (days[at] - days[at - 1]).days >= least:
            cuts[at] = Break(
                start=days[at - 1] + timedelta(days=1),
                end=days[at] - timedelta(days=1),
                declared=False,
            )
    return cuts, after


def usual_interval(days: Sequence[date]) -> float:
    """The median of days between win days; 7 while there are fewer than four win days."""
    distinct = sorted(set(days))
    if len(distinct) < 4:
        return 7.0
    return float(median((b - a).days for a, b in pairwise(distinct)))


def _joined(one: Break, other: Break) -> Break:
    """Two pauses with no stone between them are one line in the wall."""
    open_ended = one.end is None or other.end is None
    end = None if open_ended else max(one.end or date.min, other.end or date.min)
    return Break(min(one.start, other.start), end, one.declared or other.declared)
