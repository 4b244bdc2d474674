"""What an entry may ask of the rest of the journal: who answers to a name, what stands at a path or an address, how a
goal is measured.

Every question is noted: a part of a journal need not be linked again where its entries are the same, and everything
that it asked would be answered as it was.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.base.origin import Origin
from generator.base.problem import Problem

from .head import Head, folded
from .names import BROKEN, Broken, Names, Unreadable
from .records import Goal, Habit
from .urls import media_url

Question = tuple[str, str]
"""A table, and what is looked up in it."""
Tables = Mapping[str, Mapping[str, Any]]


def tables(names: Names, heads: Iterable[Head], media: Sequence[str], unreadable: Iterable[Unreadable] = ()) -> Tables:
    """Who answers to which name, by kind and in all; each entry by its key, its path and its url; the files that may
    be shown."""
    by_key, by_url = {}, {}
    by_path: dict[str, Head | Broken] = {one.path: BROKEN for one in unreadable}
    for one in heads:
        by_key[one.key] = by_path[one.path] = by_url[one.url] = one
    files = {path: media_url(path) for path in media}
    return {**names.tables, "keys": by_key, "paths": by_path, "urls": by_url, "media": files}


class Answers:
    """Answers from tables; the questions are noted where somebody `notes` them."""

    def __init__(self, names: Names, tables: Tables, notes: bool) -> None:
        self._names = names
        self._notes = notes
        self._asked: set[Question] = set()
        self.tables = tables

    def knowing(self, goals: Mapping[str, Goal], habits: Mapping[str, Habit]) -> "Answers":
        """Who can be asked about goals and habits too."""
        return Answers(self._names, {**self.tables, "goal": goals, "habit": habits}, self._notes)

    def asked(self) -> frozenset[Question]:
        """What was asked since the last time."""
        if not self._asked:
            return _NOTHING
        asked, self._asked = frozenset(self._asked), set()
        return asked

    def _ask(self, table: str, key: str) -> Any:
        if self._notes:
            self._asked.add((table, key))
        return self.tables[table].get(key)

    def known(self, table: str) -> Iterable[str]:
        """All that could have been asked for; only where it is wrong anyway, since it is not noted."""
        return self.tables[table]

    def get(self, name: str, kind: str = "all") -> str | Broken | None:
        """Whose name it is, among the entries of one kind or of all: a key, BROKEN, or None."""
        found: str | Broken | None = self._ask(kind, folded(name))
        return found

    def unknown(self, name: str, place: Origin, kind: str = "all") -> Problem:
        """What to say of a name that nobody has."""
        return self._names.unknown(name, place, kind)

    def entry(self, key: str) -> Head:
        """The entry that a name means."""
        found: Head = self._ask("keys", key)
        return found

    def at_path(self, path: str) -> Head | Broken | None:
        """The entry whose file it is."""
        found: Head | Broken | None = self._ask("paths", path)
        return found

    def at_url(self, url: str) -> Head | None:
        """The entry whose page stands there."""
        found: Head | None = self._ask("urls", url)
        return found

    def media(self, path: str) -> str | None:
        """The url of a file that may be shown."""
        found: str | None = self._ask("media", path)
        return found

    def goal(self, name: str) -> Goal:
        """The goal of an id that is known."""
        found: Goal = self._ask("goal", name)
        return found

    def habit(self, name: str) -> Habit:
        """The habit of an id that is known."""
        found: Habit = self._ask("habit", name)
        return found


_NOTHING: frozenset[Question] = frozenset()


def differing(old: Tables, new: Tables) -> frozenset[Question]:
    """The questions that are answered otherwise than before."""
    found = set()
    for name, table in new.items():
        was = old.get(name, {})
        if was is not table:
            found |= {(name, key) for key in was.keys() | table.keys() if was.get(key) != table.get(key)}
    return frozenset(found)
