"""Every public entry as search knows it: what it is, where it stands, and the words in it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from generator.base.url import absolute
from generator.entries.fields import Next
from generator.journal.journal import Journal
from generator.journal.records import Day, Goal, Habit, Record, Review, Setback, Value, Win
from generator.words import sentences

from .edition import Edition

Kind = Literal["win", "tick", "setback", "day", "review", "goal", "value", "habit", "page"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A public entry. `text` is what the person wrote beside the title, a line a block; `url` is encoded and has no
    slash before it. A day without a title of its own has none here."""

    kind: Kind
    url: str
    title: str
    text: str
    date: dt.date | None = None
    goals: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()


def dated(edition: Edition) -> tuple[Entry, ...]:
    """Wins, setbacks, days and reviews, the newest day first. A tick without a word of its own is found by its habit: a
    list of the same line would hide everything else."""
    journal = edition.journal
    found = [_win(journal, win) for win in journal.wins]
    found = [entry for entry in found if entry.kind == "win" or entry.text]
    found += [_setback(setback) for setback in journal.setbacks]
    found += [_day(day) for day in journal.days.values() if day.title or day.body or any(s.why for s in day.skips)]
    found += [_review(edition, review) for review in journal.reviews]
    return tuple(sorted(found, key=lambda entry: entry.date or dt.date.min, reverse=True))


def undated(journal: Journal) -> tuple[Entry, ...]:
    """Goals, values, habits and pages, each in the order of their ids."""
    found = [_goal(goal) for goal in journal.goals.values()]
    found += [_value(value) for value in journal.values.values()]
    found += [_habit(habit) for habit in journal.habits.values()]
    found += [_entry("page", page, page.description) for page in journal.pages.values()]
    return tuple(found)


def _win(journal: Journal, win: Win) -> Entry:
    goal, _, milestone = (win.milestone or "").partition("/")
    reached = [one.title for one in journal.goals[goal].milestones if one.id == milestone] if goal else []
    return _entry(
        "tick" if win.tick else "win", win, *reached, win.worked, win.closer, win.celebrate,
        date=win.date, goals=win.goals, values=win.values, habit=win.habit,
    )  # fmt: skip


def _setback(setback: Setback) -> Entry:
    return _entry(
        "setback", setback, setback.learned, setback.restart,
        date=setback.date, goals=setback.goals, values=setback.values, habit=setback.habit,
    )  # fmt: skip


def _day(day: Day) -> Entry:
    return _entry("day", day, *(skip.why for skip in day.skips), date=day.date)


def _review(edition: Edition, review: Review) -> Entry:
    named = review.title != review.id
    period = sentences.period(edition.words, review.id, review.start, review.end)
    made = _entry("review", review, *review.worked, *review.adjust, *review.moving.values(), date=review.start)
    return made if named else msgspec.structs.replace(made, title=period)


def _goal(goal: Goal) -> Entry:
    rungs = [words for rung in goal.milestones for words in (rung.title, rung.reward)]
    reasons = [*(change.why for change in goal.changed), *(pause.why for pause in goal.paused)]
    return _entry(
        "goal", goal, goal.identity, goal.why, *_steps(goal.next), *rungs, *reasons,
        goals=goal.ancestors, values=goal.values,
    )  # fmt: skip


def _value(value: Value) -> Entry:
    return _entry("value", value, value.identity, value.why, *_steps(value.next), values=(value.id,))


def _habit(habit: Habit) -> Entry:
    goals = (habit.goal,) if habit.goal else ()
    return _entry("habit", habit, habit.cue, habit.small, goals=goals, values=habit.values)


def _steps(steps: Iterable[Next]) -> Iterator[str | None]:
    for step in steps:
        yield from (step.do, step.tired, step.stretch)


def _entry(
    kind: Kind,
    record: Record,
    *words: str | None,
    date: dt.date | None = None,
    goals: tuple[str, ...] = (),
    values: tuple[str, ...] = (),
    habit: str | None = None,
) -> Entry:
    """The entry of a record: its body, and these words of its other keys."""
    return Entry(
        kind=kind,
        url=absolute("", record.url).removeprefix("/"),
        title=record.title,
        text="\n".join(words for words in (*words, record.body.plain) if words),
        date=date,
        goals=goals,
        values=values,
        habits=(habit,) if habit else (),
    )
