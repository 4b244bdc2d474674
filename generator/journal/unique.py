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
    ordered = sorted(entries, key=lambda one: one[1][:2])
    heads = [head for _, head in ordered]
    reserved = any(_is_reserved(head) for head in heads if head.kind == "pages")
    if not reserved and len({head.key for head in heads}) == len({head.url for head in heads}) == len(heads):
        return ordered, []
    kept: Entries = []
    faults: list[Fault] = []
    keys: dict[str, Head] = {}
    urls: dict[str, Head] = {}
    for entry, head in sorted(ordered, key=lambda one: (one[1].kind, len(one[1].path), one[1].path)):
        first = keys.get(head.key) or urls.get(head.url)
        if first is not None:
            what = "the same day" if head.kind == "days" else f"the id {head.id!r}"
            hint = "put both into one file" if head.kind == "days" else "rename one of them, or write `id:`"
            message = f"{first.path} has {what} already; neither is published"
            faults.append(Fault(head.key, Problem("id-taken", entry.place("id"), message, hint)))
        elif head.kind == "pages" and _is_reserved(head):
            message = f"the site uses the address /{head.id}/ itself"
            faults.append(Fault(head.key, Problem("url-taken", entry.place("id"), message, "rename the page")))
        else:
            keys[head.key] = urls[head.url] = head
            kept.append((entry, head))
    kept.sort(key=lambda one: one[1][:2])
    return kept, faults


def _is_reserved(page: Head) -> bool:
    return page.id in RESERVED or page.id.isdigit()
