"""One entry for each id and each url."""

from collections.abc import Iterable

from generator.base.problem import Problem
from generator.entries import Entry

from .head import Head
from .names import Fault
from .urls import RESERVED

Entries = list[tuple[Entry, Head]]


def unique(entries: Iterable[tuple[Entry, Head]]) -> tuple[Entries, list[Fault]]:
    """The entries by kind and path, one for each id and each url; what says the same again (the longer name, if they
    differ: "… (conflicted copy)") is a fault, and withholds both until one is gone."""
    kept: Entries = []
    faults: list[Fault] = []
    keys: dict[str, Head] = {}
    urls: dict[str, Head] = {}
    for entry, head in sorted(entries, key=lambda one: (one[1].kind, len(one[1].path), one[1].path)):
        first = keys.get(head.key) or urls.get(head.url)
        if first is not None:
            what = "the same day" if head.kind == "days" else f"the id {head.id!r}"
            hint = "put both into one file" if head.kind == "days" else "rename one of them, or write `id:`"
            message = f"{first.path} has {what} already; neither is published"
            faults.append(Fault(head.key, Problem("id-taken", entry.place("id"), message, hint)))
        elif head.kind == "pages" and (head.id in RESERVED or head.id.isdigit()):
            message = f"the site uses the address /{head.id}/ itself"
            faults.append(Fault(head.key, Problem("url-taken", entry.place("id"), message, "rename the page")))
        else:
            keys[head.key] = urls[head.url] = head
            kept.append((entry, head))
    kept.sort(key=lambda one: (one[1].kind, one[1].path))
    return kept, faults
