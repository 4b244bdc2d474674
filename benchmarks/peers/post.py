"""A day as any blog generator knows it: a dated post with terms."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from benchmarks.sample import HABIT, Day, Journal


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A day. `wins` are mappings with text, amount, goal, value, worked and stretch, what is empty left out; `goals`
    and `values` are the ids that they serve; `body` is common Markdown."""

    date: dt.date
    title: str
    mood: int
    energy: int
    goals: tuple[str, ...]
    values: tuple[str, ...]
    wins: tuple[dict[str, Any], ...]
    body: str


def posts(journal: Journal) -> Iterator[Post]:
    """Every day of the journal, the newest first."""
    value_of = {goal.id: goal.value for goal in journal.goals}
    for day in journal.days:
        wins = tuple({**win, "value": value_of[win["goal"]]} for win in _wins(day, journal.goals[0].id))
        yield Post(
            date=day.date,
            title=f"{day.date:%A}, {day.date.day} {day.date:%B %Y}",
            mood=day.mood,
            energy=day.energy,
            goals=tuple(dict.fromkeys(win["goal"] for win in wins)),
            values=tuple(dict.fromkeys(win["value"] for win in wins)),
            wins=wins,
            body=common(day.body),
        )


def _wins(day: Day, habit_goal: str) -> Iterator[dict[str, Any]]:
    for win in day.wins:
        said = {"worked": win.worked, "stretch": win.stretch}
        yield {"text": f"{win.text}, {win.amount}", "amount": win.amount, "goal": win.goal} | {
            key: value for key, value in said.items() if value
        }
    if day.ticked:
        yield {"text": HABIT, "goal": habit_goal}


def common(body: str) -> str:
    """Markdown with its `[[goal|words]]` as the links that everybody knows."""
    return re.sub(r"\[\[([\w-]+)\|([^\]]+)\]\]", r"[\2](/goals/\1/)", body)


def front_matter(said: dict[str, Any]) -> str:
    """YAML between its lines; what is nested is written as JSON, which YAML reads."""
    lines = (f"{key}: {msgspec.json.encode(value).decode()}" for key, value in said.items())
    return "---\n" + "\n".join(lines) + "\n---\n"
