"""Win days, the usual interval between them, and how quiet a goal is against it."""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from .journal import Journal
from .records import Goal, Setback, Win
from .rest import Rest, rest_of

FEW = 4
"""Under so many win days the usual interval is a week."""


def win_days(wins: Iterable[Win], today: dt.date) -> tuple[dt.date, ...]:
    """The distinct days of these wins up to `today`, in order."""
    return tuple(sorted({win.date for win in wins if win.date <= today}))


def usual_interval(days: tuple[dt.date, ...], rest: Rest) -> float:
    """The median number of unpaused days between win days; 7 under four win days."""
    if len(days) < FEW:
        return 7.0
    return float(median(rest.unpaused(a, b) for a, b in pairwise(days)))


def days_of(journal: Journal, goal: Goal, today: dt.date) -> tuple[dt.date, ...]:
    """A goal's win days."""
    return journal.once(_days_of, goal, today)


def _days_of(journal: Journal, goal: Goal, today: dt.date) -> tuple[dt.date, ...]:
    return win_days(journal.wins_of(goal.id), today)


def usual_of(journal: Journal, goal: Goal, today: dt.date) -> float:
    """A goal's usual interval."""
    return journal.once(_usual_of, goal, today)


def _usual_of(journal: Journal, goal: Goal, today: dt.date) -> float:
    return usual_interval(days_of(journal, goal, today), rest_of(journal, goal, today))


def quietness(journal: Journal, goal: Goal, today: dt.date) -> float:
    """Unpaused days since the goal's last win (since it started, before any), in usual intervals."""
    days = days_of(journal, goal, today)
    since = days[-1] if days else goal.started
    if since is None or since > today:
        return 0.0
    return rest_of(journal, goal, today).unpaused(since, today) / max(1.0, usual_of(journal, goal, today))


def next_win_after(journal: Journal, setback: Setback, today: dt.date) -> Win | None:
    """The first win on a later day on any of a setback's goals; without goals, any win."""
    if not setback.goals:
        return next((win for win in journal.wins if setback.date < win.date <= today), None)
    found = [win for goal in setback.goals for win in journal.wins_of(goal)[:] if setback.date < win.date <= today]
    return min(found, key=lambda win: win.date, default=None)


def open_setback(journal: Journal, goal: Goal, today: dt.date) -> Setback | None:
    """The goal's newest setback with a `restart` that no later win has answered yet."""
    for setback in reversed(journal.setbacks_of(goal.id)):
        if setback.date <= today and setback.restart:
            return setback if next_win_after(journal, setback, today) is None else None
    return None
