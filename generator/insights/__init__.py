"""What the wins add up to: one module an insight, each a pure function of the published journal and `today`."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from generator.journal.journal import Journal

from .alignment import Alignment, alignment
from .becoming import Becoming, becoming
from .celebrations import Came, Celebrations, celebrations
from .comeback import Comeback, comeback
from .forecast import Forecast, forecast
from .milestones import Reached, reached
from .momentum import Momentum, momentum
from .next_step import NextSteps, next_steps
from .on_this_day import on_this_day
from .pace import Pace, pace
from .periods import Period, periods
from .progress import Progress, progress
from .reconnect import Quiet, reconnect
from .strength import Strength, strength
from .thread import Thread, thread
from .worked import Worked, worked


class Insights(msgspec.Struct, frozen=True, kw_only=True):
    """Every figure, one field an insight; by the id of a goal or a habit where it belongs to one."""

    progress: Mapping[str, Progress]
    milestones: Mapping[str, tuple[Reached, ...]]
    pace: Mapping[str, Pace | None]
    forecast: Mapping[str, Forecast | None]
    momentum: Mapping[str, Momentum]
    momentum_whole: Momentum
    strength: Mapping[str, Strength]
    comeback: Comeback
    next_steps: NextSteps
    alignment: Alignment
    thread: Thread
    reconnect: tuple[Quiet, ...]
    celebrations: Celebrations
    worked: Worked
    becoming: tuple[Becoming, ...]
    on_this_day: tuple[str, ...]
    periods: tuple[Period, ...]


def gather(journal: Journal, today: dt.date) -> Insights:
    """All insights of a journal as of `today`."""
    goals, habits = journal.goals.values(), journal.habits.values()
    returns = comeback(journal, today)
    came = tuple(Came(one.end, one.goal, one.win, one.days) for one in returns.returns)
    return Insights(
        progress={goal.id: progress(journal, goal, today) for goal in goals},
        milestones={goal.id: reached(journal, goal, today) for goal in goals},
        pace={goal.id: pace(journal, goal, today) for goal in goals},
        forecast={goal.id: forecast(journal, goal, today) for goal in goals},
        momentum={goal.id: momentum(journal, goal, today) for goal in goals},
        momentum_whole=momentum(journal, None, today),
        strength={habit.id: strength(journal, habit, today) for habit in habits},
        comeback=returns,
        next_steps=next_steps(journal, today),
        alignment=alignment(journal, today),
        thread=thread(journal, today),
        reconnect=reconnect(journal, today),
        celebrations=celebrations(journal, came, today),
        worked=worked(journal, today),
        becoming=becoming(journal, today),
        on_this_day=on_this_day(journal, today),
        periods=periods(journal, today),
    )


__all__ = ["Insights", "Progress", "Reached", "gather"]
