"""References as fingers type them: the beginning of an id, a title or an alias is enough where it is one's alone."""

from collections.abc import Collection, Iterable, Sequence

from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.base.slug import slugify
from generator.desk.names import Name, called
from generator.entries import Entry
from generator.entries.fields import as_tuple
from generator.journal.names import SINGULAR
from generator.journal.urls import spoken, title_of

FEW = 8
"""So many names are listed."""


def names_of(entries: Iterable[Entry], kind: str) -> tuple[Name, ...]:
    """The values, goals or habits that can be named, by id; private ones too."""
    found = [
        Name(
            kind=kind,
            id=entry.id,
            title=title_of(entry),
            aliases=as_tuple(entry.fields.aliases),
            origin=entry.place(),
            withheld="",
        )
        for entry in entries
        if entry.kind == kind
    ]
    return tuple(sorted(found, key=lambda name: name.id))


def milestones_of(entries: Iterable[Entry], goals: Collection[str]) -> tuple[Name, ...]:
    """The milestones of these goals, as a win names them."""
    return tuple(
        Name(
            kind="milestones",
            id=id_,
            title=one.title or spoken(one.id or id_),
            aliases=(),
            origin=entry.place(f"milestones.{number}"),
            withheld="",
        )
        for entry in entries
        if entry.kind == "goals" and entry.id in goals
        for number, one in enumerate(entry.fields.milestones)
        if (id_ := slugify(one.id or one.title or (f"at {one.at}" if one.at else "")))
    )


def is_open(entry: Entry) -> bool:
    """Whether a goal or a habit goes on: it is neither done nor let go, and has not ended."""
    status = getattr(entry.fields, "status", None)
    return getattr(entry.fields, "ended", None) is None and (status is None or status.value in ("active", "paused"))


def find(ref: str, among: Sequence[Name], kind: str, said: str) -> Name | Problem:
    """The one that `ref` means. `said` is the option that it was given with: the problem's place."""
    found = called(among, ref)
    if len(found) == 1:
        return found[0]
    if found:
        listed = " or ".join(f"{name.title} ({name.id})" for name in found[:FEW])
        more = f" or {len(found) - FEW} more" if len(found) > FEW else ""
        return Problem("reference-unclear", Origin(said), f"{ref!r} could be {listed}{more}", "write more of its name")
    word = SINGULAR[kind]
    hint = did_you_mean(ref, (call for name in among for call in name.calls))
    if not hint:
        few = ", ".join(name.id for name in among[:FEW])
        hint = f"there are: {few}" if few else f"write it as a file in content/{kind}/: smallwins new {word}"
    return Problem(f"{word}-unknown", Origin(said), f"there is no {word} {ref!r}", hint)
