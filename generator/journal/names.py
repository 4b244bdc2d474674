"""References: from the name that was written (id, title or alias, cases folded) to the entry that answers to it."""

import enum
from collections.abc import Iterable, Sequence

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.entries import Entry
from generator.entries.fields import as_tuple

# Which kinds may claim a name for themselves alone. Wins and setbacks may well share a title.
_NAMED = ("values", "goals", "habits", "pages")
_KINDS = (*_NAMED, "wins", "setbacks", "reviews", "days")
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
    """An entry with an error: its kind, its id and the names it answers to."""

    kind: str
    id: str
    names: tuple[str, ...] = ()


class Names:
    """Every name of the journal. `get` answers with a key ("goals/novel"), BROKEN, or None for a name nobody has."""

    def __init__(self, entries: Sequence[Entry], unreadable: Iterable[Unreadable] = ()) -> None:
        self._by_kind: dict[str, dict[str, str | Broken]] = {kind: {} for kind in _KINDS}
        self.faults: list[Fault] = []
        for bad in unreadable:
            for name in (bad.id, spoken(bad.id), *bad.names):
                self._by_kind.get(bad.kind, {})[folded(name)] = BROKEN
        self._titles: dict[str, str] = {}
        owners: dict[str, Entry] = {}
        for entry in entries:
            table = self._by_kind[entry.kind]
            if entry.kind in _NAMED:
                self._titles[entry.key] = entry.fields.title or spoken(entry.name)
            for name in dict.fromkeys(folded(name) for name in _names_of(entry)):
                if entry.kind in _NAMED and (first := owners.setdefault(name, entry)) is not entry:
                    self.faults.append(_taken(entry, name, first))  # who means it by its kind still finds it
                table.setdefault(name, entry.key)
        self._all: dict[str, str | Broken] = {name: entry.key for name, entry in owners.items()}
        for kind in _KINDS:
            for name, key in self._by_kind[kind].items():
                if key is BROKEN and kind in _NAMED:
                    self._all[name] = key
                self._all.setdefault(name, key)

    def get(self, name: str, kind: str | None = None) -> str | Broken | None:
        """Whose name it is, among the entries of one kind or of all."""
        table = self._all if kind is None else self._by_kind[kind]
        return table.get(folded(name))

    def title(self, key: str) -> str:
        """The title of a value, a goal, a habit or a page."""
        return self._titles[key]

    def unknown(self, name: str, place: Origin, kind: str | None = None) -> Problem:
        """What to say of a name that nobody has."""
        table = self._all if kind is None else self._by_kind[kind]
        if kind is None:
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


def folded(name: str) -> str:
    """A name as references are compared: cases and spaces don't matter."""
    return " ".join(name.split()).casefold()


def _names_of(entry: Entry) -> Iterable[str]:
    yield entry.id
    if title := getattr(entry.fields, "title", None):
        yield title
    elif entry.kind in _NAMED:
        yield spoken(entry.name)
    elif entry.kind == "reviews":
        yield period_of(entry)
    yield from as_tuple(entry.fields.aliases)


def period_of(review: Entry) -> str:
    """The week, month or year that a review is about, by its file's name: "2026-W07"."""
    return review.name.rsplit("/", 1)[-1].upper()


def spoken(name: str) -> str:
    """A file's name as a title: "work/morning-pages" → "Morning pages"."""
    words = name.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or name


def _taken(entry: Entry, name: str, first: Entry) -> Fault:
    message = f"{first.path} already answers to {name!r}"
    place = entry.place("title") if name == folded(getattr(entry.fields, "title", None) or "") else entry.place("id")
    return Fault(entry.key, Problem("name-taken", place, message, "give one of them another name, or write `id:`"))
