"""What the wins add up to: one module an insight, each a pure function of the published journal and `today`."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from generator.journal.journal import Journal

from .milestones import Reached, reached
from .progress import Progress, progress


class Insights(msgspec.Struct, frozen=True, kw_only=True):
    """Every figure, one field an insight; by goal where it belongs to one."""

    progress: Mapping[str, Progress]
    milestones: Mapping[str, tuple[Reached, ...]]


def gather(journal: Journal, today: dt.date) -> Insights:
    """All insights of a journal as of `today`."""
    return Insights(
        progress={goal.id: progress(journal, goal, today) for goal in journal.goals.values()},
        milestones={goal.id: reached(journal, goal, today) for goal in journal.goals.values()},
    )


__all__ = ["Insights", "Progress", "Reached", "gather"]
