"""The Journal: every record, and the questions that everybody asks of it."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from generator.config.schema import Season

from .records import Day, Goal, Habit, Mentioned, Page, Review, Setback, Target, Value, Win

K = TypeVar("K")
V = TypeVar("V")
Part = TypeVar("Part")
Thing = TypeVar("Thing", Win, Setback)


class Journal(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Linked and frozen. Values, goals and habits by id, in the order of their ids; wins and setbacks in the order in
    which they happened: by date, by time within a day (those without come last), a day's own items by position, then
    files by id, then ticks. `media` maps the url of each picture that is shown to its file, `redirects` old urls
    to where they lead now."""

    values: Mapping[str, Value] = {}
    goals: Mapping[str, Goal] = {}
    habits: Mapping[str, Habit] = {}
    wins: tuple[Win, ...] = ()
    setbacks: tuple[Setback, ...] = ()
    days: Mapping[dt.date, Day] = {}
    reviews: tuple[Review, ...] = ()
    pages: Mapping[str, Page] = {}
    mentioned: Mapping[str, tuple[Mentioned, ...]] = {}  # by the url of what is linked to
    media: Mapping[str, str] = {}
    redirects: Mapping[str, Target] = {}
    seasons: tuple[Season, ...] = ()  # of site.yaml: times in which nothing is expected

    def win(self, name: str) -> Win:
        """The win of that id."""
        return self._wins_by_id[name]

    def wins_of(self, goal: str) -> tuple[Win, ...]:
        """The wins that serve a goal or one of its descendants, each once."""
        return self._wins_by_goal.get(goal, ())

    def wins_for(self, value: str) -> tuple[Win, ...]:
        """The wins that serve a value."""
        return self._wins_by_value.get(value, ())

    def wins_on(self, day: dt.date) -> tuple[Win, ...]:
        return self._wins_by_day.get(day, ())

    def wins_in(self, year: int, month: int | None = None) -> tuple[Win, ...]:
        return self._wins_by_period.get((year, month), ())

    def ticks_of(self, habit: str) -> tuple[Win, ...]:
        """The wins that did a habit: ticks, and wins that name it."""
        return self._wins_by_habit.get(habit, ())

    def days_between(self, first: dt.date, last: dt.date) -> tuple[Day, ...]:
        """The days that were written about, both ends counted."""
        dates = self._dates_of_days
        return tuple(self.days[date] for date in dates[bisect_left(dates, first) : bisect_right(dates, last)])

    def setbacks_of(self, goal: str) -> tuple[Setback, ...]:
        """The setbacks of a goal or one of its descendants."""
        return self._setbacks_by_goal.get(goal, ())

    def setbacks_on(self, day: dt.date) -> tuple[Setback, ...]:
        return self._setbacks_by_day.get(day, ())

    def goals_of(self, value: str) -> tuple[Goal, ...]:
        return tuple(goal for goal in self.goals.values() if value in goal.values)

    def habits_of(self, goal: str) -> tuple[Habit, ...]:
        return tuple(habit for habit in self.habits.values() if habit.goal == goal)

    def lineage(self, goal: str) -> tuple[str, ...]:
        """A goal and its ancestors, from itself upwards."""
        return (goal, *self.goals[goal].ancestors)

    def once(self, make: Callable[["Journal", Goal, dt.date], Part], goal: Goal, today: dt.date) -> Part:
        """What `make` makes of a goal as of a day: many ask, and it is made once."""
        key = (make, goal.id, today)
        if key not in self._made:
            self._made[key] = make(self, goal, today)
        made: Part = self._made[key]
        return made

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def dates(self) -> tuple[dt.date, ...]:
        """Every day that has something to show, in order."""
        found = dict.fromkeys(map(_date, chain(self.wins, self.setbacks)))
        # Three rows, each in order already: so they are sorted fast.
        own = (day for date, day in self.days.items() if date not in found)
        return tuple(sorted([*found, *(day.date for day in own if not day.is_empty or day.url in self.mentioned)]))

    @cached_property
    def _dates_of_days(self) -> tuple[dt.date, ...]:
        return tuple(sorted(self.days))

    @cached_property
    def _wins_by_id(self) -> dict[str, Win]:
        return {win.id: win for win in self.wins}

    @cached_property
    def _wins_by_goal(self) -> dict[str, tuple[Win, ...]]:
        reach = {goals: self._reach(goals) for goals in {win.goals for win in self.wins}}
        return _grouped((goal, win) for win in self.wins for goal in reach[win.goals])

    @cached_property
    def _setbacks_by_goal(self) -> dict[str, tuple[Setback, ...]]:
        return _grouped((goal, setback) for setback in self.setbacks for goal in self._reach(setback.goals))

    @cached_property
    def _wins_by_value(self) -> dict[str, tuple[Win, ...]]:
        return _grouped((value, win) for win in self.wins for value in win.values)

    @cached_property
    def _wins_by_habit(self) -> dict[str, tuple[Win, ...]]:
        return _grouped((win.habit, win) for win in self.wins if win.habit)

    @cached_property
    def _wins_by_day(self) -> dict[dt.date, tuple[Win, ...]]:
        return _by_day(self.wins)

    @cached_property
    def _setbacks_by_day(self) -> dict[dt.date, tuple[Setback, ...]]:
        return _by_day(self.setbacks)

    @cached_property
    def _wins_by_period(self) -> dict[tuple[int, int | None], tuple[Win, ...]]:
        return _grouped((key, w) for w in self.wins for key in ((w.date.year, None), (w.date.year, w.date.month)))

    def _reach(self, goals: tuple[str, ...]) -> dict[str, None]:
        """The goals and all their ancestors, each once."""
        return dict.fromkeys(name for goal in goals for name in self.lineage(goal))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _by_day(things: Iterable[Thing]) -> dict[dt.date, tuple[Thing, ...]]:
    """What comes in the order of its dates, by date."""
    return {date: tuple(of) for date, of in groupby(things, key=_date)}


_date: Callable[[Any], dt.date] = attrgetter("date")
