"""What was linked the last time, for who links again and again what hardly changed.

An entry, or a date, is as it was where it is the same that was read, everything that it asked of the others would be
answered as it was, and nothing was wrong with it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from generator.base.each import Each
from generator.entries import Entry

from .answers import Answers, Question, Tables, differing, tables
from .findings import Findings, all_of
from .head import Head, head
from .link_dates import LinkedDate, link_date
from .link_entries import LinkedEntry, link_entry
from .mentioned import links, mentioned
from .names import Fault, Names, Unreadable
from .records import Mentioned
from .unique import unique

Key = TypeVar("Key")
Part = TypeVar("Part", LinkedEntry, LinkedDate)


class Index(NamedTuple):
    """By what entries are found, and what that was made of; `kept` are the positions of those that can be, in order."""

    heads: list[Head]
    media: Sequence[str]
    unreadable: Sequence[Unreadable]
    kept: list[int]
    names: Names
    tables: Tables
    faults: list[Fault]


class Memo:
    """Empty at first; each of its parts is what was made the last time. One that is `for_once` remembers nothing, and
    does with one heap of findings. `found` is all that came to light this time."""

    def __init__(self, for_once: bool = False) -> None:
        self.notes = not for_once
        self.found: list[Findings] = []
        self._heads = Each(head)
        self._index: Index | None = None
        self._tables: Tables = {}
        self._entries: Mapping[int, LinkedEntry] = {}  # by the identity of what was read
        self._dates: Mapping[dt.date, LinkedDate] = {}
        self._changed: frozenset[Question] = frozenset()  # questions with another answer now
        self._compared: frozenset[str] = frozenset()
        self._moved: set[LinkedEntry] = set()
        self._gone: list[Findings] = []  # and what came: of what was linked anew this time
        self._came: list[Findings] = []
        self._every: dict[str, list[Any]] = {}
        self._mentioned: Mapping[str, tuple[Mentioned, ...]] | None = None

    def index(self, entries: Sequence[Entry], media: Sequence[str], unreadable: Sequence[Unreadable]) -> Index:
        """By what the entries are found."""
        heads, last = self._heads.of(entries), self._index
        if last is None or last.faults or last[:3] != (heads, media, unreadable):
            kept, faults = unique(entries, heads)
            known = [heads[at] for at in kept]
            names = Names([entries[at] for at in kept], known, unreadable)
            there = tables(names, known, media, unreadable)
            if last is None or _called_otherwise(last.tables["keys"], there["keys"]):
                self._mentioned = None
            self._index = last = Index(heads, media, unreadable, kept, names, there, faults + names.faults)
        return last

    def entries(self, entries: Sequence[Entry], answers: Answers) -> list[LinkedEntry]:
        """Each entry by itself."""
        self.found, self._changed, self._compared = [], frozenset(), frozenset()
        last = self._same(self._entries, answers)
        found = [last.get(id(entry)) or link_entry(entry, answers, self._heap()) for entry in entries]
        self._moved = set(found).symmetric_difference(self._entries.values())
        if self.notes:
            self._entries = dict(zip(map(id, entries), found, strict=True))
            self.found += [one.found for one in found]
        return found

    def dates(self, entries: Sequence[LinkedEntry], answers: Answers) -> list[LinkedDate]:
        """Each date on which something happened, in order."""
        before, last = self._dates, self._same(self._dates, answers)
        moved = before.keys() - last.keys() | {date for one in self._moved for date in one.dates}
        of: dict[dt.date, list[LinkedEntry]] = {date: [] for date in sorted(moved)}
        for one in entries if of else ():
            for date in one.dates:
                if date in of:
                    of[date].append(one)
        came = {date: link_date(date, there, answers, self._heap()) for date, there in of.items() if there}
        now = {date: one for date, one in last.items() if date not in of} | came
        found = [now[date] for date in sorted(now)]
        if self.notes:
            self._dates, self._tables = now, answers.tables
            self.found += [one.found for one in found]
            self._note([before[date] for date in of if date in before], came.values())
        return found

    def _note(self, gone: Iterable[LinkedDate], came: Iterable[LinkedDate]) -> None:
        """Note what is not as it was: dates, and entries."""
        now = self._entries
        self._gone = [one.found for one in gone]
        self._came = [one.found for one in came]
        for one in self._moved:
            (self._came if now.get(id(one.raw)) is one else self._gone).append(one.found)
        stirred = self._gone + self._came
        self._every = {part: all_ for part, all_ in self._every.items() if not all_of(part, stirred)}

    def every(self, part: str) -> list[Any]:
        """What is in one part of all that came to light, in order."""
        if part not in self._every:
            self._every[part] = all_of(part, self.found)
        return self._every[part]

    def mentioned(self, by_key: Mapping[str, Head]) -> dict[str, tuple[Mentioned, ...]]:
        """Who links to whom, by the key of what is linked to; `by_key` are all heads."""
        if self._mentioned is None:
            found = mentioned(links(self.every("uses")), by_key)
        else:
            changed = set(links(all_of("uses", self._gone))) ^ set(links(all_of("uses", self._came)))
            stirred = {target for target, _ in changed}
            again = [link for link in links(self.every("uses")) if link[0] in stirred] if stirred else []
            found = {key: who for key, who in self._mentioned.items() if key not in stirred} | mentioned(again, by_key)
        self._mentioned = found if self.notes else None
        return found

    def _heap(self) -> Findings:
        if self.notes or not self.found:
            heap = Findings()
            self.found += [] if self.notes else [heap]
            return heap
        return self.found[0]

    def _same(self, last: Mapping[Key, Part], answers: Answers) -> Mapping[Key, Part]:
        """What was linked the last time, without that of which something was wrong, or that asked what has another
        answer now."""
        new = {name: table for name, table in answers.tables.items() if name not in self._compared}
        self._changed |= differing(self._tables, new) if self._tables else frozenset()
        self._compared |= new.keys()
        changed = self._changed
        if not changed and not self._every.get("faults", True):
            return last
        return {key: one for key, one in last.items() if not one.found.faults and changed.isdisjoint(one.asked)}


def _called_otherwise(before: Mapping[str, Head], now: Mapping[str, Head]) -> bool:
    """Whether an entry that stays has another title, date or address."""
    return any(now.get(key, head) != head for key, head in before.items())
