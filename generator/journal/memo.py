"""What was linked the last time, for who links again and again what hardly changed.

An entry, or a date, is as it was where it is the same that was read, everything that it asked of the others would be
answered as it was, and nothing was wrong with it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.entries import Entry

from .answers import Answers, Question, Tables, differing, tables
from .findings import Findings
from .head import Head, head
from .link_dates import LinkedDate, link_date
from .link_entries import LinkedEntry, link_entry
from .names import Names, Unreadable


class Index(NamedTuple):
    """By what entries are found, and what that was made from."""

    heads: list[Head]
    media: Sequence[str]
    unreadable: Sequence[Unreadable]
    names: Names
    tables: Tables


class Memo:
    """Empty at first; each of its parts is what was made the last time. One that is `for_once` remembers nothing, and
    does with one heap of findings. `found` is all that came to light this time."""

    def __init__(self, for_once: bool = False) -> None:
        self.notes = not for_once
        self.found: list[Findings] = []
        self._heads: Mapping[str, tuple[Entry, Head]] = {}
        self._index: Index | None = None
        self._tables: Tables = {}
        self._entries: Mapping[str, LinkedEntry] = {}
        self._dates: Mapping[dt.date, LinkedDate] = {}

    def heads(self, entries: Iterable[Entry]) -> list[tuple[Entry, Head]]:
        """Each entry with its head."""
        last, found = self._heads, []
        for entry in entries:
            was = last.get(entry.path)
            found.append(was if was is not None and was[0] is entry else (entry, head(entry)))
        if self.notes:
            self._heads = {one[0].path: one for one in found}
        return found

    def index(
        self, entries: Sequence[tuple[Entry, Head]], media: Sequence[str], unreadable: Sequence[Unreadable]
    ) -> Index:
        """By what the entries are found."""
        heads, last = [head for _, head in entries], self._index
        if last is None or last.names.faults or last[:3] != (heads, media, unreadable):
            names = Names([entry for entry, _ in entries], heads, unreadable)
            self._index = last = Index(heads, media, unreadable, names, tables(names, heads, media))
        return last

    def entries(self, entries: Iterable[Entry], answers: Answers) -> list[LinkedEntry]:
        """Each entry by itself."""
        last, changed = self._entries, self._changed(answers)
        self.found = []
        found = []
        for entry in entries:
            was = last.get(entry.path)
            if was is None or was.raw is not entry or was.found.faults or not changed.isdisjoint(was.asked):
                was = link_entry(entry, answers, self._heap())
            found.append(was)
        if self.notes:
            self._entries = {one.raw.path: one for one in found}
            self.found += [one.found for one in found]
        return found

    def dates(self, entries: Iterable[LinkedEntry], answers: Answers) -> list[LinkedDate]:
        """Each date on which something happened, in order."""
        by_date: dict[dt.date, list[LinkedEntry]] = {}
        for one in entries:
            for date in one.dates:
                by_date.setdefault(date, []).append(one)
        last, changed = self._dates, self._changed(answers)
        found = {}
        for date in sorted(by_date):
            of, was = by_date[date], last.get(date)
            if was is None or was.of != of or was.found.faults or not changed.isdisjoint(was.asked):
                was = link_date(date, of, answers, self._heap())
            found[date] = was
        if self.notes:
            self._dates, self._tables = found, answers.tables
            self.found += [one.found for one in found.values()]
        return list(found.values())

    def _heap(self) -> Findings:
        if self.notes or not self.found:
            heap = Findings()
            self.found += [] if self.notes else [heap]
            return heap
        return self.found[0]

    def _changed(self, answers: Answers) -> frozenset[Question]:
        """The questions that have another answer now."""
        return differing(self._tables, answers.tables) if self._tables else frozenset()
