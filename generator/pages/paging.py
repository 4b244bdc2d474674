"""Long lists as pages, so that a page that is full never changes again: the oldest is page 1."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from generator.words import Words

from .parts import Link, Pager

Item = TypeVar("Item")

_NUMBERED = re.compile(r"(?<=/)page/[0-9]+/$")
LONGEST = 150
"""A list of more items is paged."""
FULL = 100
"""A page is full at so many items, where what belongs together (a month) ends."""
MOST = 400
"""What belongs together is divided over pages where it alone has more items."""
LEAST = 50
"""The newest page, which is the list's own address, keeps so many."""


def paged(
    items: Sequence[Item], together: Callable[[Item], Hashable], longest: int = LONGEST
) -> tuple[tuple[Item, ...], ...]:
    """The items, which come oldest first, as pages, oldest first. Neighbours with the same `together` stay on a page.
    No more than `longest` need no pages.

    A new item changes the last page, and sometimes adds one; the others stand.
    """
    if len(items) <= longest:
        return (tuple(items),)
    pages: list[tuple[Item, ...]] = []
    current: list[Item] = []
    for part in _parts(items, together):
        current += part
        if len(current) >= FULL:
            pages.append(tuple(current))
            current = []
    if len(current) >= LEAST or not pages:
        return (*pages, tuple(current))
    return (*pages[:-1], (*pages[-1], *current))


def _parts(items: Sequence[Item], together: Callable[[Item], Hashable]) -> Iterator[list[Item]]:
    for _, group in groupby(items, key=together):
        part = list(group)
        yield from (part[at : at + MOST] for at in range(0, len(part), MOST))


def page_url(base: str, number: int, count: int) -> str:
    """Where page `number` of `count` stands; the newest is at the list's own address."""
    return base if number == count else f"{base}page/{number}/"


def first_page(url: str) -> str:
    """The list's own address, for any of its pages."""
    return _NUMBERED.sub("", url)


def pager(words: Words, base: str, number: int, count: int) -> Pager:
    """The way from a page to its neighbours."""

    def link(title: str, at: int) -> Link | None:
        return Link(title, page_url(base, at, count)) if 1 <= at <= count else None

    return Pager(
        newer=link(words.gettext("Later"), number + 1),
        older=link(words.gettext("Earlier"), number - 1),
        number=number,
        count=count,
    )
