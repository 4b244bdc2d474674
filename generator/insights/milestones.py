"""Milestones: which rungs of a goal's ladder are reached, since when, and by which win."""

import datetime as dt

import msgspec

from generator.journal.journal import Journal
from generator.journal.records import Goal, Milestone
from generator.journal.series import reached_milestones


class Reached(msgspec.Struct, frozen=True):
    """A milestone, the day on which it was reached (None for not yet) and the id of the win that did it."""

    milestone: Milestone
    date: dt.date | None
    win: str | None


def reached(journal: Journal, goal: Goal, today: dt.date) -> tuple[Reached, ...]:
    """The goal's ladder as of `today`, in the order in which it is written."""
    found = reached_milestones(journal, goal, today)
    return tuple(
        Reached(milestone, hit.date if hit else None, hit.win if hit else None)
        for milestone, hit in zip(goal.milestones, found, strict=True)
    )
