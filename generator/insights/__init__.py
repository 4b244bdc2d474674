"""What the wins add up to: one module an insight, each a pure function of the published journal and `today`."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from generator.journal.journal import Journal
from generator.journal.records import Goal

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

Figure = TypeVar("Figure")


class Insights:
    """Every figure of a journal as of `today`, one property an insight; by the id of a goal or a habit where it belongs
    to one. Each is worked out when it is first asked for."""

    def __init__(self, journal: Journal, today: dt.date) -> None:
        self._journal, self._today = journal, today

    @cached_property
    def progress(self) -> Mapping[str, Progress]:
        return self._by_goal(progress)

    @cached_property
    def milestones(self) -> Mapping[str, tuple[Reached, ...]]:
        return self._by_goal(reached)

    @cached_property
    def pace(self) -> Mapping[str, Pace | None]:
        return self._by_goal(pace)

    @cached_property
    def forecast(self) -> Mapping[str, Forecast | None]:
        return self._by_goal(forecast)

    @cached_property
    def momentum(self) -> Mapping[str, Momentum]:
        return self._by_goal(momentum)

    @cached_property
    def momentum_whole(self) -> Momentum:
        return momentum(self._journal, None, self._today)

    @cached_property
    def strength(self) -> Mapping[str, Strength]:
        journal, today = self._journal, self._today
        return {habit.id: strength(journal, habit, today) for habit in journal.habits.values()}

    @cached_property
    def comeback(self) -> Comeback:
        return comeback(self._journal, self._today)

    @cached_property
    def next_steps(self) -> NextSteps:
        return next_steps(self._journal, self._today)

    @cached_property
    def alignment(self) -> Alignment:
        return alignment(self._journal, self._today)

    @cached_property
    def thread(self) -> Thread:
        return thread(self._journal, self._today)

    @cached_property
    def reconnect(self) -> tuple[Quiet, ...]:
        return reconnect(self._journal, self._today)

    @cached_property
    def celebrations(self) -> Celebrations:
        came = tuple(Came(one.end, one.goal, one.win, one.days) for one in self.comeback.returns)
        return celebrations(self._journal, came, self._today)

    @cached_property
    def worked(self) -> Worked:
        return worked(self._journal, self._today)

    @cached_property
    def becoming(self) -> tuple[Becoming, ...]:
        return becoming(self._journal, self._today)

    @cached_property
    def on_this_day(self) -> tuple[str, ...]:
        return on_this_day(self._journal, self._today)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        return periods(self._journal, self._today)

    def _by_goal(self, work_out: Callable[[Journal, Goal, dt.date], Figure]) -> dict[str, Figure]:
        return {goal.id: work_out(self._journal, goal, self._today) for goal in self._journal.goals.values()}


INSIGHTS = tuple(name for name, what in vars(Insights).items() if isinstance(what, cached_property))


def gather(journal: Journal, today: dt.date) -> Insights:
    """All insights of a journal as of `today`, worked out."""
    insights = Insights(journal, today)
    for name in INSIGHTS:
        getattr(insights, name)
    return insights


__all__ = ["INSIGHTS", "Insights", "Progress", "Reached", "gather"]
