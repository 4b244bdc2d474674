"""Habits: the goal that each belongs to, how often, and how much."""

import re
from collections.abc import Mapping, Sequence

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.entries import Entry

from .answers import Answers
from .link_goals import Bodies, in_unit, refer, spans
from .names import Fault
from .records import Cadence, Dose, Goal, Habit
from .urls import spoken


def link_habits(
    entries: Sequence[Entry], answers: Answers, goals: Mapping[str, Goal], bodies: Bodies, faults: list[Fault]
) -> dict[str, Habit]:
    """The habits by id, in the order of their ids."""
    habits = {}
    for entry in sorted(entries, key=lambda e: e.id):
        written = entry.fields
        goal = next(iter(refer(answers, entry, "goal", written.goal, "goals", faults)), None)
        habits[entry.id] = Habit(
            id=entry.id,
            title=written.title or spoken(entry.name),
            url=f"/habits/{entry.id}/",
            origin=entry.place(),
            body=bodies[entry.key],
            params=written.params,
            goal=goal,
            values=goals[goal].values if goal else (),
            cadence=_cadence(entry, faults),
            cue=written.cue,
            small=written.small,
            dose=_dose(entry, faults),
            started=written.started,
            ended=written.ended,
            paused=spans(entry, faults),
        )
    return habits


def _dose(entry: Entry, faults: list[Fault]) -> Dose | None:
    written = entry.fields.measure
    if written is None:
        return None
    first = written.at_least or written.at_most
    unit = written.unit or (first.unit if first else "")
    least = in_unit(entry, "measure.at_least", written.at_least, unit, faults)
    most = in_unit(entry, "measure.at_most", written.at_most, unit, faults)
    return Dose(unit=unit, at_least=least, at_most=most)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FRACTION = re.compile(r"(\d{1,3})\s*/\s*(week|w|\d{1,3})")


def _cadence(entry: Entry, faults: list[Fault]) -> Cadence | None:
    """daily, weekdays, weekly, N/week, N/M, days of the week, or 0."""
    written = entry.fields.cadence
    if written is None:
        return None
    if isinstance(written, tuple):
        days = [_weekday(word) for word in written]
        if None in days or not days:
            word = next((word for word, day in zip(written, days, strict=True) if day is None), "")
            _bad_cadence(
                entry, f"{word!r} is no day of the week", f"write {', '.join(d[:3] for d in _WEEKDAYS)}", faults
            )
            return None
        weekdays = tuple(sorted({day for day in days if day is not None}))
        return Cadence(len(weekdays), 7, weekdays)
    word = written.strip().casefold()
    fixed = {
        "daily": Cadence(1, 1),
        "weekdays": Cadence(5, 7, (0, 1, 2, 3, 4)),
        "weekly": Cadence(1, 7),
        "0": Cadence(0, 1),
    }.get(word)
    if fixed:
        return fixed
    if (day := _weekday(word)) is not None:
        return Cadence(1, 7, (day,))
    if found := _FRACTION.fullmatch(word):
        times, days_ = int(found[1]), 7 if found[2] in ("week", "w") else int(found[2])
        if 0 < times <= days_:
            return Cadence(times, days_)
        if times == 0:
            return Cadence(0, 1)
    hint = "write daily, weekdays, weekly, 3/week, 2/10 (twice in ten days), [mon, wed, fri], or 0"
    _bad_cadence(entry, f"{written!r} is no cadence", hint, faults)
    return None


def _weekday(word: str) -> int | None:
    folded = word.strip().casefold()
    return next((n for n, day in enumerate(_WEEKDAYS) if len(folded) >= 2 and day.startswith(folded)), None)


def _bad_cadence(entry: Entry, message: str, hint: str, faults: list[Fault]) -> None:
    place: Origin = entry.place("cadence")
    faults.append(Fault(entry.key, Problem("cadence-unreadable", place, message, hint)))
