"""What others see of an entry: where it stands, what it is called, and which names it answers to."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.entries import Entry
from generator.entries.fields import as_tuple

from .urls import period_of, spoken, title_of, url_of

NAMED = ("values", "goals", "habits", "pages")
"""The kinds whose entries claim their names for themselves alone. Wins and setbacks may well share a title."""


class Head(NamedTuple):
    """`names` are folded; the first is the id. Kind and path come first, since that is the order of entries."""

    kind: str
    path: str
    id: str
    key: str
    url: str
    title: str
    date: dt.date | None
    names: tuple[str, ...]


def head(entry: Entry) -> Head:
    """The head of an entry."""
    names = tuple(dict.fromkeys(folded(name) for name in _names(entry)))
    return Head(entry.kind, entry.path, entry.id, entry.key, url_of(entry), title_of(entry), entry.date, names)


@lru_cache(1 << 14)
def folded(name: str) -> str:
    """A name as references are compared: cases and spaces don't matter."""
    return " ".join(name.split()).casefold()


def _names(entry: Entry) -> Iterator[str]:
    yield entry.id
    if title := getattr(entry.fields, "title", None):
        yield title
    elif entry.kind in NAMED:
        yield spoken(entry.name)
    elif entry.kind == "reviews":
        yield period_of(entry)
    yield from as_tuple(entry.fields.aliases)
