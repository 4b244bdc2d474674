"""Lists of what is in the journal, and choosing among them. `smallwins list --json` prints them."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Literal

import msgspec

from generator.insights.next_step import next_steps
from generator.journal import records

from .desk import Desk, Why


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One entry or item. `text` is its title or its line; `date` is null for what has none; `goals` and `values` are
    those that it serves, of a goal its parent. `status` and `wins` belong to goals, `wins` to values and habits too.
    `withheld` says why readers don't see it; `path` and `line` where it is written, line 0 being the whole file."""

    kind: Literal["value", "goal", "habit", "win", "tick", "setback", "day", "review", "page", "next"]
    id: str
    date: dt.date | None = None
    text: str
    goals: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    status: str | None = None
    wins: int | None = None
    stretch: bool = False
    withheld: Why = ""
    path: str
    line: int


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """What `list` found, in the order in which it happened, or of the ids."""

    format: Literal["smallwins-list"] = "smallwins-list"
    version: Literal[1] = 1
    list: str
    entries: tuple[Row, ...]


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: ids of a goal (its descendants' entries too), a value, a habit; days from `since` to `until`,
    both included; `text`, words that all stand in it. Without `ticks`: no habit that was ticked and no
    more."""

    goal: str | None = None
    value: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    stretch: bool = False
    ticks: bool = True
    status: str | None = None
    text: tuple[str, ...] = ()


def listing(desk: Desk, name: str, chosen: Chosen) -> Listing:
    """The list `name`, one of LISTS, of what was chosen."""
    wanted = tuple(word.casefold() for word in chosen.text)
    rows = (row for row, words in LISTS[name](desk) if _fits(desk, row, chosen) and _holds(words, wanted))
    return Listing(list=name, entries=tuple(rows))


Told = tuple[Row, tuple[str | None, ...]]
"""A row and all its words, for who looks for some."""


def _fits(desk: Desk, row: Row, chosen: Chosen) -> bool:
    journal = desk.journal
    if chosen.goal is not None:
        reach = {row.id} if row.kind == "goal" else set()
        reach |= {name for goal in row.goals for name in journal.lineage(goal)}
        if chosen.goal not in reach:
            return False
    if chosen.value is not None and chosen.value not in ({row.id} if row.kind == "value" else row.values):
        return False
    if (chosen.since or chosen.until) and row.date is None:
        return False
    day = row.date or dt.date.min
    if (chosen.since and day < chosen.since) or (chosen.until and day > chosen.until):
        return False
    if row.kind == "tick" and not chosen.ticks:
        return False
    return (not chosen.stretch or row.stretch) and chosen.status in (None, row.status)


def _holds(words: tuple[str | None, ...], wanted: tuple[str, ...]) -> bool:
    if not wanted:
        return True
    folded = "\n".join(text for text in words if text).casefold()
    return all(word in folded for word in wanted)


def _row(desk: Desk, kind: str, record: records.Record, **more: object) -> Row:
    place = record.origin
    facts = {"id": record.id, "text": record.title, "withheld": desk.why(record), "path": place.path} | more
    return Row(kind=kind, line=place.line, **facts)  # type: ignore[arg-type]  # each list gives the keys of its kind


def _words(record: records.Record, *more: str | None) -> tuple[str | None, ...]:
    return record.title, record.body.plain, *more


def _values(desk: Desk) -> Iterator[Told]:
    for value in desk.journal.values.values():
        count = len(desk.past(desk.journal.wins_for(value.id)))
        yield _row(desk, "value", value, wins=count), _words(value, value.identity, value.why)


def _goals(desk: Desk) -> Iterator[Told]:
    for goal in desk.journal.goals.values():
        count = len(desk.past(desk.journal.wins_of(goal.id)))
        parent = (goal.parent,) if goal.parent else ()
        row = _row(desk, "goal", goal, goals=parent, values=goal.values, status=goal.status, wins=count)
        yield row, _words(goal, goal.identity, goal.why)


def _habits(desk: Desk) -> Iterator[Told]:
    for habit in desk.journal.habits.values():
        count = len(desk.past(desk.journal.ticks_of(habit.id)))
        goals = (habit.goal,) if habit.goal else ()
        yield _row(desk, "habit", habit, goals=goals, values=habit.values, wins=count), _words(habit, habit.cue)


def _wins(desk: Desk) -> Iterator[Told]:
    for win in desk.journal.wins:
        kind = "tick" if win.tick else "win"
        row = _row(desk, kind, win, date=win.date, goals=win.goals, values=win.values, stretch=win.stretch)
        yield row, _words(win, win.worked, win.closer, win.celebrate)


def _setbacks(desk: Desk) -> Iterator[Told]:
    for setback in desk.journal.setbacks:
        row = _row(desk, "setback", setback, date=setback.date, goals=setback.goals, values=setback.values)
        yield row, _words(setback, setback.learned, setback.restart)


def _days(desk: Desk) -> Iterator[Told]:
    for day in desk.journal.days.values():
        first = day.title or next(iter(day.body.plain.splitlines()), "")
        yield _row(desk, "day", day, date=day.date, text=first), _words(day)


def _reviews(desk: Desk) -> Iterator[Told]:
    for review in desk.journal.reviews:
        said = (*review.worked, *review.adjust, *review.body.plain.splitlines())
        first = review.title if review.title != review.id else next(iter(said), "")
        yield _row(desk, "review", review, date=review.start, text=first), _words(review, *said)


def _pages(desk: Desk) -> Iterator[Told]:
    for page in desk.journal.pages.values():
        yield _row(desk, "page", page), _words(page, page.description)


def _next(desk: Desk) -> Iterator[Told]:
    """The next step of each goal that has one."""
    for name, step in next_steps(desk.journal, desk.today).by_goal.items():
        goal = desk.journal.goals[name]
        facts = {"date": step.date, "text": step.step.do, "goals": (name,), "values": goal.values}
        yield _row(desk, "next", goal, status=goal.status, **facts), (step.step.do,)


def _withheld(why: Why) -> Callable[[Desk], Iterator[Told]]:
    """Everything that readers don't see for one reason; what has a date in its order, after what has none."""

    def rows(desk: Desk) -> Iterator[Told]:
        if why not in desk.withheld_counts:
            return
        whole = (_values, _goals, _habits, _pages, _days, _wins, _setbacks, _reviews)
        hidden = [told for told in chain(*(of(desk) for of in whole)) if told[0].withheld == why]
        yield from sorted(hidden, key=lambda told: (told[0].date or dt.date.min, told[0].path, told[0].line))

    return rows


# A new list is a function and a line here.
LISTS: dict[str, Callable[[Desk], Iterable[Told]]] = {
    "wins": _wins,
    "goals": _goals,
    "values": _values,
    "habits": _habits,
    "setbacks": _setbacks,
    "days": _days,
    "reviews": _reviews,
    "pages": _pages,
    "next": _next,
    "drafts": _withheld("draft"),
    "private": _withheld("private"),
    "future": _withheld("future"),
}
