"""Progress: where a goal stands between its beginning and its target."""

import datetime as dt

from generator.journal.journal import Journal
from generator.journal.records import Goal
from generator.journal.series import Standing, standing

Progress = Standing


def progress(journal: Journal, goal: Goal, today: dt.date) -> Progress:
    """The goal's progress as of `today`: value, target, and the fraction (value − from) / (target − from)."""
    return standing(journal, goal, today)
