"""Celebrations: firsts, round numbers, personal bests, milestones, effort, and coming back; always after the fact."""

import datetime as dt
from decimal import Decimal
from enum import Enum

import msgspec

from generator.journal.journal import Journal
from generator.journal.records import Win
from generator.journal.series import reached_milestones

ROUND = (1, 10, 25, 50, 100, 250, 500, 1000)
LOW = 2
"""Energy of a low day, at most."""


class Kind(Enum):
    """What is celebrated."""

    COUNT = "count"
    BEST = "best"
    MILESTONE = "milestone"
    DONE = "done"
    COMEBACK = "comeback"
    STRETCH = "stretch"
    EFFORT = "effort"


class Celebration(msgspec.Struct, frozen=True, kw_only=True):
    """What happened on `date`: `number` is the count, the best reading or the days of a comeback; `milestone` the id
    of a reached one."""

    date: dt.date
    kind: Kind
    goal: str | None = None
    win: str | None = None
    number: Decimal | None = None
    milestone: str | None = None


class Celebrations(msgspec.Struct, frozen=True, kw_only=True):
    """All of them, in order; and on how many low-energy days there was a win all the same."""

    list: tuple[Celebration, ...]
    low_days: int


class Came(msgspec.Struct, frozen=True):
    """A comeback, as it comes in from its own insight: on which day, with which win, after how many days."""

    date: dt.date
    goal: str | None
    win: str
    days: int


def celebrations(journal: Journal, comebacks: tuple[Came, ...], today: dt.date) -> Celebrations:
    """Everything there is to celebrate up to `today` (design.md, "Celebrations")."""
    wins = [win for win in journal.wins if win.date <= today]
    found = _counts(wins, None)
    for goal in journal.goals.values():
        own = [win for win in journal.wins_of(goal.id) if win.date <= today]
        found += _counts(own, goal.id)
        if goal.measure.kind in ("max", "min"):
            found += _bests(own, goal.id, goal.measure.kind == "max")
        for milestone, hit in zip(goal.milestones, reached_milestones(journal, goal, today), strict=True):
            if hit is not None:
                found.append(
                    Celebration(date=hit.date, kind=Kind.MILESTONE, goal=goal.id, win=hit.win, milestone=milestone.id)
                )
        ended = goal.ended or (own[-1].date if own else None)
        if goal.status == "done" and ended is not None and ended <= today:
            found.append(Celebration(date=ended, kind=Kind.DONE, goal=goal.id))
    found += [
        Celebration(date=came.date, kind=Kind.COMEBACK, goal=came.goal, win=came.win, number=Decimal(came.days))
        for came in comebacks
    ]
    first = next((win for win in wins if win.stretch), None)
    if first is not None:
        found.append(Celebration(date=first.date, kind=Kind.STRETCH, goal=_goal(first), win=first.id))
    found += [Celebration(date=w.date, kind=Kind.EFFORT, goal=_goal(w), win=w.id) for w in wins if w.effort == 5]
    found.sort(key=lambda one: (one.date, one.kind.value, one.goal or "", one.win or ""))
    with_win = {win.date for win in wins}
    low = [day for day in journal.days.values() if day.energy is not None and day.energy <= LOW]
    return Celebrations(list=tuple(found), low_days=sum(day.date in with_win for day in low))


def _goal(win: Win) -> str | None:
    return win.goals[0] if win.goals else None


def _counts(wins: list[Win], goal: str | None) -> list[Celebration]:
    return [
        Celebration(date=wins[n - 1].date, kind=Kind.COUNT, goal=goal, win=wins[n - 1].id, number=Decimal(n))
        for n in ROUND
        if n <= len(wins)
    ]


def _bests(wins: list[Win], goal: str, rising: bool) -> list[Celebration]:
    """Readings that beat all before them; the first has nothing to beat."""
    found = []
    best: Decimal | None = None
    for win in wins:
        reading = win.readings.get(goal)
        if reading is None:
            continue
        if best is not None and (reading > best if rising else reading < best):
            found.append(Celebration(date=win.date, kind=Kind.BEST, goal=goal, win=win.id, number=reading))
        if best is None or (reading > best if rising else reading < best):
            best = reading
    return found
