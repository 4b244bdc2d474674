"""Values, goals and habits: the tree of goals, what they inherit, how they are measured."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.base.problem import Problem
from generator.base.slug import slugify
from generator.entries import Entry
from generator.entries.amount import Amount, convert, fits
from generator.entries.fields import Refs, Span, Status, as_tuple, steps

from .answers import Answers
from .names import BROKEN, Fault
from .records import Change, Goal, Measure, Milestone, Prose, Value
from .urls import spoken

Bodies = Mapping[str, Prose]


def refer(
    answers: Answers, entry: Entry, key: str, refs: Refs | None, kind: str, faults: list[Fault]
) -> tuple[str, ...]:
    """The ids that the references under `key` of `entry` mean; what nobody answers to becomes a fault of the entry."""
    found: dict[str, None] = {}
    for position, ref in enumerate(as_tuple(refs)):
        answer = answers.get(ref, kind)
        if answer is None:
            place = entry.place(f"{key}.{position}") if isinstance(refs, tuple) else entry.place(key)
            faults.append(Fault(entry.key, answers.unknown(ref, place, kind)))
        elif answer is not BROKEN:
            found[answer.split("/", 1)[1]] = None
    return tuple(found)


def link_values(entries: Sequence[Entry], bodies: Bodies) -> dict[str, Value]:
    """The values by id, in the order of their ids."""
    values = {}
    for position, entry in enumerate(sorted(entries, key=lambda e: e.id)):
        written = entry.fields
        values[entry.id] = Value(
            id=entry.id,
            title=written.title or spoken(entry.name),
            url=f"/values/{entry.id}/",
            origin=entry.place(),
            body=bodies[entry.key],
            params=written.params,
            position=position,
            identity=written.identity,
            why=written.why,
            next=steps(written.next),
            colour=written.colour,
        )
    return values


def link_goals(
    entries: Sequence[Entry], answers: Answers, values: Mapping[str, Value], bodies: Bodies, faults: list[Fault]
) -> dict[str, Goal]:
    """The goals by id, in the order of their ids."""
    by_id = {entry.id: entry for entry in sorted(entries, key=lambda e: e.id)}
    parents = {id_: _parent(entry, answers, faults) for id_, entry in by_id.items()}
    ancestors = {id_: _ancestors(id_, parents) for id_ in by_id}
    for id_, above in ancestors.items():
        if above is None:
            place = by_id[id_].place("parent")
            hint = "take `parent:` out of one of them"
            faults.append(Fault(by_id[id_].key, Problem("goal-cycle", place, "the goal is its own ancestor", hint)))
    own = {id_: refer(answers, entry, "values", entry.fields.values, "values", faults) for id_, entry in by_id.items()}
    children: dict[str, list[str]] = {id_: [] for id_ in by_id}
    for id_, above in ancestors.items():
        if above and above[0] in children:
            children[above[0]].append(id_)
    goals = {}
    for id_, entry in by_id.items():
        lineage = ancestors[id_] or ()
        inherited = dict.fromkeys(value for goal in (id_, *lineage) for value in own[goal] if value in values)
        # What was let go does not count as a part of its parent.
        parts = any(by_id[child].fields.status is not Status.RELEASED for child in children[id_])
        measure = _measure(entry, parts, faults)
        goals[id_] = _goal(entry, measure, tuple(inherited), lineage, tuple(children[id_]), bodies, faults)
    return goals


def _parent(entry: Entry, answers: Answers, faults: list[Fault]) -> str | None:
    parent = entry.fields.parent
    return next(iter(refer(answers, entry, "parent", parent, "goals", faults)), None) if parent else None


def _ancestors(goal: str, parents: Mapping[str, str | None]) -> tuple[str, ...] | None:
    """From the parent upwards; None for a goal in a circle; what hangs below a circle ends where that begins."""
    chain: dict[str, None] = {}
    above = parents[goal]
    while above is not None and above in parents:
        if above == goal:
            return None
        if above in chain:
            return ()
        chain[above] = None
        above = parents[above]
    return tuple(chain)


def _goal(
    entry: Entry,
    measure: Measure,
    values: tuple[str, ...],
    ancestors: tuple[str, ...],
    children: tuple[str, ...],
    bodies: Bodies,
    faults: list[Fault],
) -> Goal:
    written = entry.fields
    return Goal(
        id=entry.id,
        title=written.title or spoken(entry.name),
        url=f"/goals/{entry.id}/",
        origin=entry.place(),
        body=bodies[entry.key],
        params=written.params,
        status=written.status.value,
        measure=measure,
        values=values,
        ancestors=ancestors,
        children=children,
        identity=written.identity,
        why=written.why,
        started=written.started,
        by=written.by,
        ended=written.ended,
        milestones=_milestones(entry, measure, faults),
        next=steps(written.next),
        focus=bool(written.focus),
        changed=_changes(entry, measure, faults),
        paused=spans(entry, faults),
    )


def spans(entry: Entry, faults: list[Fault]) -> tuple[Span, ...]:
    """The pauses of a goal or a habit, in order."""
    for number, span in enumerate(entry.fields.paused):
        if span.end is not None and span.end < span.start:
            message = f"the pause ends on {span.end}, before it begins"
            place = entry.place(f"paused.{number}.to")
            faults.append(Fault(entry.key, Problem("span-backwards", place, message, "exchange `from` and `to`")))
    return tuple(sorted(entry.fields.paused, key=lambda span: span.start))


def in_unit(entry: Entry, key: str, amount: Amount | None, unit: str, faults: list[Fault]) -> Decimal | None:
    """A number of a goal's or a habit's measure in its unit."""
    if amount is None:
        return None
    if amount.unit and not (unit and fits(amount.unit, unit)):
        message = f"{amount.unit!r} does not fit the unit {unit!r}" if unit else f"{amount.unit!r} needs a unit to fit"
        hint = f"write a number in {unit}" if unit else f"write `unit: {amount.unit}`"
        faults.append(Fault(entry.key, Problem("unit-unfit", entry.place(key), message, hint)))
        return amount.number
    return convert(amount, unit)


def _measure(entry: Entry, has_parts: bool, faults: list[Fault]) -> Measure:
    """design: with a unit sum; without a measure milestones where there are some, else goals where there are children;
    else count."""
    written = entry.fields.measure
    if written is None:
        kind = "milestones" if entry.fields.milestones else "goals" if has_parts else "count"
        return Measure(kind=kind)  # type: ignore[arg-type]  # one of the kinds, by the line above
    unit = (
        written.unit or (written.target.unit if written.target else "") or (written.start.unit if written.start else "")
    )
    start = in_unit(entry, "measure.from", written.start, unit, faults)
    target = in_unit(entry, "measure.target", written.target, unit, faults)
    measure = Measure(kind=written.kind or ("sum" if unit else "count"), unit=unit, start=start, target=target)
    counts = measure.kind in ("sum", "count", "days")
    begins = start if start is not None else Decimal(0) if counts or measure.kind == "max" else None
    if target is not None and begins == target:
        message = f"it begins where it should end: {target:f}"
        problem = Problem(
            "target-reached", entry.place("measure.target"), message, "give `from` and `target` different numbers"
        )
        faults.append(Fault(entry.key, problem))
    return measure


def _milestones(entry: Entry, measure: Measure, faults: list[Fault]) -> tuple[Milestone, ...]:
    taken: dict[str, int] = {}
    found = []
    for number, written in enumerate(entry.fields.milestones):
        place = entry.place(f"milestones.{number}")
        at = in_unit(entry, f"milestones.{number}.at", written.at, measure.unit, faults)
        if at is None and not (written.id or written.title):
            hint = "write `at:`, or a `title:` that a win can name"
            faults.append(
                Fault(entry.key, Problem("milestone-empty", place, "the milestone says neither where nor what", hint))
            )
            continue
        id_ = slugify(written.id or written.title or f"at {at}") or f"milestone-{number + 1}"
        if id_ in taken:
            hint = "give one of them an `id:`"
            faults.append(
                Fault(entry.key, Problem("milestone-twice", place, f"two milestones answer to {id_!r}", hint))
            )
        taken[id_] = number
        title = written.title or (f"{at:f} {measure.unit}".strip() if at is not None else spoken(written.id or id_))
        found.append(
            Milestone(id=id_, title=title, at=at, done=written.done, reward=written.reward, rewarded=written.rewarded)
        )
    return tuple(found)


def _changes(entry: Entry, measure: Measure, faults: list[Fault]) -> tuple[Change, ...]:
    changes = []
    for number, written in enumerate(entry.fields.changed):
        target = in_unit(entry, f"changed.{number}.target", written.target, measure.unit, faults)
        changes.append(Change(on=written.on, target=target, by=written.by, why=written.why))
    return tuple(sorted(changes, key=lambda change: change.on))
