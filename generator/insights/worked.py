"""What worked, and how it came closer: counted in the person's own words, without a claim of cause."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from generator.journal.journal import Journal
from generator.journal.records import Win

CLOSER = 5
"""A goal's last so many `closer` are gathered."""


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """Words as they were first written, and the ids of the wins that say them (cases folded)."""

    words: str
    wins: tuple[str, ...]


class Worked(msgspec.Struct, frozen=True, kw_only=True):
    """`phrases` of all wins, the most frequent first; by goal and by habit the same; `closer` each goal's last five, as
    ids of the wins that hold them, newest first."""

    phrases: tuple[Phrase, ...]
    by_goal: Mapping[str, tuple[Phrase, ...]]
    by_habit: Mapping[str, tuple[Phrase, ...]]
    closer: Mapping[str, tuple[str, ...]]


def worked(journal: Journal, today: dt.date) -> Worked:
    """The digest up to `today` (design.md, "What worked")."""
    wins = [win for win in journal.wins if win.date <= today]
    said = [win for win in wins if win.worked]
    goals: dict[str, list[Win]] = {goal: [] for goal in journal.goals}
    habits: dict[str, list[Win]] = {habit: [] for habit in journal.habits}
    for win in said:
        for goal in win.goals:
            goals[goal].append(win)
        if win.habit:
            habits[win.habit].append(win)
    closer: dict[str, list[str]] = {}
    for win in reversed(wins):
        for goal in win.goals if win.closer else ():
            closer.setdefault(goal, []).append(win.id)
    return Worked(
        phrases=_phrases(said),
        by_goal={goal: _phrases(of) for goal, of in goals.items() if of},
        by_habit={habit: _phrases(of) for habit, of in habits.items() if of},
        closer={goal: tuple(ids[:CLOSER]) for goal, ids in closer.items()},
    )


def _phrases(wins: list[Win]) -> tuple[Phrase, ...]:
    groups: dict[str, list[Win]] = {}
    for win in wins:
        groups.setdefault(" ".join((win.worked or "").split()).casefold().rstrip("."), []).append(win)
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Phrase(words=of[0].worked or "", wins=tuple(win.id for win in of)) for _, of in ordered)
