"""Reconnect: the goals that have been quiet, the quietest first, with what to come back to."""

import datetime as dt

import msgspec

from generator.journal.intervals import days_of, quietness, usual_of
from generator.journal.journal import Journal
from generator.journal.rest import rest_of

LONG = 14
"""Under so many unpaused days no goal is called resting."""


class Quiet(msgspec.Struct, frozen=True, kw_only=True):
    """A goal, the id of its last win and its day, the unpaused days since, and how many usual intervals they are.
    `resting` says that they are more than max(14, 4 × usual): quieter than a busy week makes it."""

    goal: str
    last_win: str | None
    last_day: dt.date | None
    days: int
    ratio: float
    resting: bool


def reconnect(journal: Journal, today: dt.date) -> tuple[Quiet, ...]:
    """Active goals, quietest first against their own usual interval, then by id (design.md, "Reconnect")."""
    found = []
    for goal in journal.goals.values():
        rest = rest_of(journal, goal, today)
        if goal.status != "active" or (goal.started and goal.started > today):
            continue
        wins = [win for win in journal.wins_of(goal.id) if win.date <= today]
        days = days_of(journal, goal, today)
        since = days[-1] if days else goal.started
        gone = rest.unpaused(since, today) if since else 0
        usual = usual_of(journal, goal, today)
        found.append(
            Quiet(
                goal=goal.id,
                last_win=wins[-1].id if wins else None,
                last_day=days[-1] if days else None,
                days=gone,
                ratio=quietness(journal, goal, today),
                resting=gone > max(LONG, 4 * usual),
            )
        )
    return tuple(sorted(found, key=lambda quiet: (-quiet.ratio, quiet.goal)))
