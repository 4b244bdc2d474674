"""An entry by itself: its texts and its body with their targets, and the wins and setbacks that are written in it."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from generator.base.problem import Problem
from generator.entries import Entry
from generator.entries.fields import Next, Steps, steps

from .answers import Answers, Question
from .findings import Findings
from .link_bodies import Bodies
from .link_texts import link_texts
from .names import Fault
from .records import Day, Prose
from .urls import url_of
from .written import Written, item_key, skips, written_in


class LinkedEntry(msgspec.Struct, frozen=True, eq=False):
    """`raw` is the entry as it was read, `entry` the same with its texts as they are shown. `day` is a day's record;
    `dates` are those of what is `written` in it, and its own; none for what has none, which is a goal or a free page.
    `asked` is all that it depends on but itself."""

    raw: Entry
    entry: Entry
    prose: Prose
    dates: Sequence[dt.date]
    written: Sequence[Written]
    day: Day | None
    found: Findings
    asked: frozenset[Question]


def link_entry(raw: Entry, answers: Answers, found: Findings) -> LinkedEntry:
    """An entry, linked; what it serves and amounts to comes later. What else comes to light is added to `found`."""
    bodies = Bodies(answers, found)
    entry = link_texts(raw, bodies)
    dated = entry.kind in ("days", "wins", "setbacks")
    story = dated and entry.kind != "days"  # its body is its win's
    prose = Prose() if story else bodies.link(entry.body, entry.key, entry.path)
    day = None
    if entry.kind == "days":
        found.faults += _same_ids(entry)
        day = _day(entry, prose, answers, found.faults)
    written = written_in(entry) if dated else ()
    dates = tuple(dict.fromkeys(one.date for one in written))
    if day is not None and day.date not in dates:
        dates = (*dates, day.date)
    return LinkedEntry(raw, entry, prose, dates, written, day, found, answers.asked())


def _day(entry: Entry, prose: Prose, answers: Answers, faults: list[Fault]) -> Day:
    assert entry.date is not None
    written = entry.fields
    return Day(
        id=entry.id, title=written.title or "", url=url_of(entry), origin=entry.place(), body=prose,
        params=written.params, date=entry.date, mood=written.mood, energy=written.energy,
        skips=skips(entry, answers, faults), next=next_steps(entry, answers, faults),
    )  # fmt: skip


def _same_ids(day: Entry) -> list[Fault]:
    """Items of a day that claim the same id."""
    faults = []
    seen: set[str] = set()
    for item in day.items:
        if item.fields.id in seen:
            place = item.places.get("id", item.origin)
            message = f"another item of the day has the id {item.fields.id!r}"
            faults.append(Fault(item_key(day, item.origin), Problem("id-taken", place, message, "change one of them")))
        elif item.fields.id:
            seen.add(item.fields.id)
    return faults


def next_steps(entry: Entry, answers: Answers, faults: list[Fault]) -> dict[str, tuple[Next, ...]]:
    """The next steps that a day or a review gives, by goal."""
    found = {}
    written: dict[str, Steps] = entry.fields.next
    for name, step in written.items():
        goal = goal_named(entry, "next", name, answers, faults)
        if goal:
            found[goal] = steps(step)
    return found


def goal_named(entry: Entry, key: str, name: str, answers: Answers, faults: list[Fault]) -> str | None:
    """The goal that is named below a key; what nobody answers to is a fault, and falls away."""
    answer = answers.get(name, "goals")
    if answer is None:
        faults.append(Fault(None, answers.unknown(name, entry.place(f"{key}.{name}"), "goals")))
    return answer.split("/", 1)[1] if isinstance(answer, str) else None
