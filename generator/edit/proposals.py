"""What each capture would write: a win, a setback, a tick, a skip, the end of a goal."""

import datetime as dt
from collections.abc import Mapping, Sequence, Set

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.desk.names import Name, called
from generator.entries import Entry
from generator.entries.fields import as_tuple
from generator.journal.head import folded, head
from generator.read.markdown import wiki_mentions

from . import front
from .capture import Proposal, Refused, spliced
from .day_file import day_path
from .day_items import add_item
from .item import NewItem, unwritable
from .manuscript import Splice
from .material import Material, entry_of
from .refs import find, milestones_of


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """A win or a setback as it was typed: references may be short, fields stand in the order they are written in."""

    kind: str  # win | setback
    date: dt.date
    text: str
    goals: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    habit: str | None = None
    fields: tuple[tuple[str, str], ...] = ()


def item(material: Material, typed: Typed) -> Proposal | Refused:
    """A `+` item in the file of its day."""
    wrong = [_unwritable("TEXT", typed.text)]
    wrong += [_unwritable(f"--{key}", text, is_field=True) for key, text in typed.fields]
    goals = [find(ref, material.names("goals"), "goals", "--goal") for ref in typed.goals]
    values = [find(ref, material.names("values"), "values", "--value") for ref in typed.values]
    habits = [find(typed.habit, material.names("habits"), "habits", "--habit")] if typed.habit else []
    problems = [one for one in (*wrong, *goals, *values, *habits) if isinstance(one, Problem)]
    if problems:
        return tuple(problems)
    # Values go by their key: a private one hides only itself, but may not be named in public text.
    said = {folded(mention[1]) for mention in wiki_mentions(typed.text)}
    meant = [one for one in (*goals, *habits) if isinstance(one, Name) and not said & set(map(folded, one.calls))]
    named = "".join(f" [[{one.id}]]" for one in dict.fromkeys(meant))
    listed = ", ".join(one.id for one in values if isinstance(one, Name))
    serves = said | {one.id for one in meant}
    typed_fields = (
        (key, _milestone(material, text, serves) if key == "milestone" else text) for key, text in typed.fields
    )
    fields = (*((("values", listed),) if listed else ()), *typed_fields)
    new = NewItem(typed.kind, typed.text.strip() + named, fields)

    def ways(text: str) -> tuple[Splice, ...] | None:
        splice = add_item(text, new, material.headings)
        return (splice,) if splice else None

    return spliced(material, file_of(material, typed.date), ways, "TEXT", f"{typed.kind}: {new.text}")


def _milestone(material: Material, ref: str, named: Set[str]) -> str:
    """The id of the milestone that `ref` means on the goals that are `named`, by themselves or through a habit; as it
    was typed where it means none, or more than one: linking says so."""
    habits = [entry for entry in material.entries if entry.kind == "habits" and entry.fields.goal]
    through = {folded(habit.fields.goal) for habit in habits if named & set(head(habit).names)}
    goals = {name.id for name in material.names("goals") if (named | through) & set(map(folded, name.calls))}
    found = called(milestones_of(material.entries, goals), ref)
    return found[0].id if len({one.id for one in found}) == 1 else ref


def tick(material: Material, date: dt.date, habit: str, fields: Mapping[str, str]) -> Proposal | Refused:
    """A habit done, under `habits:` of its day; where that list is written in a way that can't be added to with
    certainty, as an item."""
    found = _habit(material, habit, fields)
    if isinstance(found, tuple):
        return found
    what = f"tick: {found.title}, {date}"

    def ways(text: str) -> Sequence[Splice] | None:
        return front.append(text, "habits", {"habit": found.id, **fields} if fields else found.id)

    if (before := _on(material, date)) and _is_in(material, found, before, before.fields.habits):
        hint = "one tick a day is enough; `smallwins undo` takes the last capture back"
        return (Problem("tick-twice", Origin("HABIT"), f"{found.title} is ticked on {date} already", hint),)
    proposal = spliced(material, file_of(material, date), ways, "HABIT", what, found.id)
    if isinstance(proposal, tuple) and proposal[0].code == "place-none":
        as_item = Typed(kind="win", date=date, text=found.title, habit=found.id, fields=tuple(fields.items()))
        proposal = item(material, as_item)
        return proposal if isinstance(proposal, tuple) else msgspec.structs.replace(proposal, subject=found.id)
    return proposal


def skip(material: Material, date: dt.date, habit: str, why: str | None) -> Proposal | Refused:
    """A habit let go on purpose, under `skips:` of its day."""
    fields = {"why": why} if why else {}
    found = _habit(material, habit, fields)
    if isinstance(found, tuple):
        return found
    before = _on(material, date)
    for key, word in (("habits", "ticked"), ("skips", "skipped")):
        if before and _is_in(material, found, before, getattr(before.fields, key)):
            hint = "take that out of the day's file if it was a slip"
            return (Problem("tick-twice", Origin("HABIT"), f"{found.title} is {word} on {date} already", hint),)
    value = {"habit": found.id, **fields} if fields else found.id
    what = f"skip: {found.title}, {date}"
    path = file_of(material, date)
    return spliced(material, path, lambda text: front.append(text, "skips", value), "HABIT", what, found.id)


def done(material: Material, date: dt.date, goal: str) -> Proposal | Refused:
    """A goal that stands: its status, and the day."""
    found = find(goal, material.names("goals"), "goals", "GOAL")
    if isinstance(found, Problem):
        return (found,)
    entry = entry_of(material, "goals", found.id)
    assert entry is not None
    if entry.fields.status.value == "done":
        return (Problem("goal-done", Origin("GOAL"), f"{found.title} is done already", f"it is in {entry.path}"),)
    keys = {"status": "done", "ended": str(date)}
    what = f"done: {found.title}"
    return spliced(material, entry.path, lambda text: front.put(text, keys), "GOAL", what, found.id)


def _habit(material: Material, habit: str, fields: Mapping[str, str]) -> Name | Refused:
    found = find(habit, material.names("habits"), "habits", "HABIT")
    wrong = [_unwritable(f"--{key}", text, is_field=True) for key, text in fields.items()]
    problems = [one for one in (found, *wrong) if isinstance(one, Problem)]
    return tuple(problems) if problems or isinstance(found, Problem) else found


def _unwritable(option: str, text: str, is_field: bool = False) -> Problem | None:
    why = unwritable(text.strip(), is_field)
    if not why:
        return None
    hint = "write one line; a longer story goes into the file, below its item" if "line" in why else ""
    return Problem("text-unwritable", Origin(option), f"it would not come back as you typed it: {why}", hint)


def file_of(material: Material, date: dt.date) -> str:
    """The path of the day's file, below the site's folder."""
    return f"content/days/{day_path(material.days, date)}.md"


def _on(material: Material, date: dt.date) -> Entry | None:
    return next((entry for entry in material.entries if entry.kind == "days" and entry.date == date), None)


def _is_in(material: Material, habit: Name, day: Entry, listed: Sequence[object]) -> bool:
    """Whether a day has the habit in one of its lists, or, for a tick, on one of its wins."""
    names = set(map(folded, habit.calls))
    refs = [one if isinstance(one, str) else one.habit for one in listed]  # type: ignore[attr-defined]  # Tick or Skip
    if listed is day.fields.habits:
        for own in day.items:
            refs += [*as_tuple(own.fields.habit), *(mention.target for mention in own.mentions)]
    return any(folded(ref) in names for ref in refs)
