"""References: from the name that was written (id, title or alias, cases folded) to the entry that answers to it."""

import enum
from collections.abc import Iterable

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.entries import Entry

from .head import NAMED, Head, folded
from .urls import spoken

_KINDS = (*NAMED, "wins", "setbacks", "reviews", "days")
SINGULAR = {"values": "value", "goals": "goal", "habits": "habit"}


class Fault(msgspec.Struct, frozen=True):
    """A problem and the key of what it withholds; None where only the part that is wrong falls away."""

    owner: str | None
    problem: Problem


class Broken(enum.Enum):
    """What a name answers with when its entry could not be read: it is known, and withheld."""

    BROKEN = "broken"


BROKEN = Broken.BROKEN


class Unreadable(msgspec.Struct, frozen=True):
    """An entry with an error: its kind, its id, the names it answers to, and its file."""

    kind: str
    id: str
    names: tuple[str, ...] = ()
    path: str = ""


class Names:
    """Every name of the journal, folded, in `tables`: one a kind, and one of all. `get` answers with a key
    ("goals/novel"), BROKEN, or None for a name nobody has."""

    def __init__(self, entries: Iterable[Entry], heads: Iterable[Head], unreadable: Iterable[Unreadable] = ()) -> None:
        self.tables: dict[str, dict[str, str | Broken]] = {kind: {} for kind in _KINDS}
        self.faults: list[Fault] = []
        for bad in unreadable:
            for name in (bad.id, spoken(bad.id), *bad.names):
                self.tables.get(bad.kind, {})[folded(name)] = BROKEN
        owners: dict[str, Entry] = {}
        for entry, head in zip(entries, heads, strict=True):
            table = self.tables[entry.kind]
            for name in head.names:
                if entry.kind in NAMED and (first := owners.setdefault(name, entry)) is not entry:
                    self.faults.append(_taken(entry, name, first))  # who means it by its kind still finds it
                table.setdefault(name, head.key)
        all_: dict[str, str | Broken] = {name: entry.key for name, entry in owners.items()}
        for kind in _KINDS:
            for name, key in self.tables[kind].items():
                if key is BROKEN and kind in NAMED:
                    all_[name] = key
                all_.setdefault(name, key)
        self.tables["all"] = all_

    def get(self, name: str, kind: str = "all") -> str | Broken | None:
        """Whose name it is, among the entries of one kind or of all."""
        return self.tables[kind].get(folded(name))

    def unknown(self, name: str, place: Origin, kind: str = "all") -> Problem:
        """What to say of a name that nobody has."""
        table = self.tables[kind]
        if kind == "all":
            hint = did_you_mean(name, table) or "write the id, the title or an alias of an entry"
            return Problem("mention-unknown", place, f"no entry answers to {name!r}", hint)
        word = SINGULAR[kind]
        hint = did_you_mean(name, table)
        if not hint and table:
            few = sorted(key.split("/", 1)[1] for key in set(table.values()) if isinstance(key, str))[:8]
            hint = f"there are: {', '.join(few)}" if few else ""
        return Problem(
            f"{word}-unknown", place, f"there is no {word} {name!r}", hint or f"write it as a file in content/{kind}/"
        )


def _taken(entry: Entry, name: str, first: Entry) -> Fault:
    message = f"{first.path} already answers to {name!r}"
    place = entry.place("title") if name == folded(getattr(entry.fields, "title", None) or "") else entry.place("id")
    return Fault(entry.key, Problem("name-taken", place, message, "give one of them another name, or write `id:`"))
