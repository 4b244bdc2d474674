"""The journal that is measured, as values: any size, the same for the same seed."""

import datetime as dt
import random

import msgspec

LAST_DAY = dt.date(2026, 11, 21)
HABIT = "A page a day"
UNITS = ("words", "km", "min", "pages")
WORDS = (
    "the", "morning", "light", "desk", "rain", "before", "coffee", "a", "quiet", "page", "run", "river", "Sam",
    "called", "Mum", "wrote", "slow", "easy", "hill", "bread", "window", "again", "small", "steady", "book",
    "chapter", "walk", "tram", "letter", "piano", "garden", "winter", "cold", "early", "late", "enough", "one",
    "more", "than", "yesterday",
)  # fmt: skip


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Something that matters."""

    id: str
    title: str
    identity: str


class Goal(msgspec.Struct, frozen=True, kw_only=True):
    """A goal that sums up an amount; `value` is the id of the value that it serves, `body` Markdown."""

    id: str
    title: str
    value: str
    why: str
    unit: str
    target: int
    milestone: int
    next: str
    body: str


class Win(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a day, of the goal with the id `goal`."""

    text: str
    amount: str
    goal: str
    worked: str = ""
    stretch: bool = False


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """An entry: a day's wins and its prose, in Markdown. `ticked` says whether the one habit was done."""

    date: dt.date
    mood: int
    energy: int
    ticked: bool
    wins: tuple[Win, ...]
    body: str


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """Everything; the days are the newest first. The habit serves the first goal."""

    title: str
    values: tuple[Value, ...]
    goals: tuple[Goal, ...]
    days: tuple[Day, ...]


VALUES = tuple(
    Value(id=name, title=name.title(), identity=f"someone with {name}")
    for name in ("growth", "health", "connection", "freedom", "craft")
)


def draw(entries: int, per_day: int = 1, seed: int = 7) -> Journal:
    """A journal of `entries` days of about 0.8 kB, `per_day` wins each, back from the last day."""
    chance = random.Random(seed)
    goals = tuple(_goal(chance, number, entries) for number in range(max(len(VALUES), min(40, entries // 100))))
    dates = (LAST_DAY - dt.timedelta(days=back) for back in range(entries))
    days = tuple(_day(chance, date, goals, per_day) for date in dates)
    return Journal(title="A journal of some length", values=VALUES, goals=goals, days=days)


def _goal(chance: random.Random, number: int, entries: int) -> Goal:
    return Goal(
        id=f"goal-{number}",
        title=f"Goal number {number}",
        value=VALUES[number % len(VALUES)].id,
        why=_sentence(chance),
        unit=UNITS[number % len(UNITS)],
        target=entries * 20,
        milestone=entries,
        next=_sentence(chance),
        body=_prose(chance, 60),
    )


def _day(chance: random.Random, date: dt.date, goals: tuple[Goal, ...], per_day: int) -> Day:
    return Day(
        date=date,
        mood=chance.randint(1, 5),
        energy=chance.randint(1, 5),
        ticked=chance.random() < 0.4,
        wins=tuple(_win(chance, goals) for _ in range(per_day)),
        body=f"{_prose(chance, 72)}\n\n{_prose(chance, 60)}",
    )


def _win(chance: random.Random, goals: tuple[Goal, ...]) -> Win:
    goal = chance.choice(goals)
    return Win(
        text=_sentence(chance, 6),
        amount=f"{chance.randint(1, 900)} {goal.unit}",
        goal=goal.id,
        worked=_sentence(chance, 3) if chance.random() < 0.3 else "",
        stretch=chance.random() < 0.1,
    )


def _sentence(chance: random.Random, words: int = 9) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def _prose(chance: random.Random, words: int) -> str:
    parts = [_sentence(chance, 12).capitalize() + "." for _ in range(words // 12)]
    parts[len(parts) // 2] = f"**{_sentence(chance, 3)}** and *{_sentence(chance, 2)}*, [[goal-0|as before]]."
    return " ".join(parts)
