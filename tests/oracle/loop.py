"""Loop Habit Tracker's score, from its published formulas, written anew.

The source of the formulas is iSoron/uhabits, `core/models/Score.kt` and `ScoreList.kt`: with f = times / days,

    m = 0.5 ^ (sqrt(f) / 13)
    s(d) = s(d - 1) · m + c(d) · (1 - m), and s(d) = s(d - 1) on a day that is skipped

where c is what the last `days` days hold of what they should: repetitions / times, sum / target, or, at most so much,
1 - (sum - target) / target, each between 0 and 1. Where boolean f < 1, times and days in c are doubled; f is not. The
score begins at 0, and at 1 for "at most". One thing is left out on purpose: there a skipped day of a numeric habit adds
0.003 to the sum, since 3 is the number by which a skip is stored; here it adds nothing.
"""

from collections.abc import Sequence
from itertools import accumulate


def scores(
    days: Sequence[float | None],
    times: int,
    window: int,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
) -> list[float]:
    """The score after each day. A day is what was done on it: 1 or 0, or an amount; None is a skip.

    `at_least` and `at_most` are what the whole window should hold.
    """
    f = times / window
    m = 0.5 ** (f**0.5 / 13)
    boolean = at_least is None and at_most is None
    if boolean and f < 1:
        times, window = 2 * times, 2 * window
    until = [0.0, *accumulate(0.0 if day is None else day for day in days)]  # the sum before each day
    found: list[float] = []
    score = 0.0 if at_most is None else 1.0
    for n, day in enumerate(days):
        total = until[n + 1] - until[max(0, n + 1 - window)]
        if at_most is not None:
            done = 1 - (total - at_most) / at_most
        else:
            done = total / (times if at_least is None else at_least)
        if day is not None:
            score = score * m + min(1.0, max(0.0, done)) * (1 - m)
        found.append(score)
    return found
