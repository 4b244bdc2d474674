"""One entry for each id and each url."""

from collections.abc import Sequence

from generator.base.problem import Problem
from generator.entries import Entry

from .head import Head
from .names import Fault
from .urls import RESERVED


def unique(entries: Sequence[Entry], heads: Sequence[Head]) -> tuple[list[int], list[Fault]]:
    """The positions of the entries by kind and path, one for each id and each url; what says the same again (the longer
    name, if they differ: "… (conflicted copy)") is a fault, and withholds both until one is gone."""

    def place(at: int) -> tuple[str, ...]:
        return heads[at][:2]

    reserved = any(_is_reserved(head) for head in heads if head.kind == "pages")
    if not reserved and len({head.key for head in heads}) == len({head.url for head in heads}) == len(heads):
        return sorted(range(len(heads)), key=place), []
    kept: list[int] = []
    faults: list[Fault] = []
    keys: dict[str, Head] = {}
    urls: dict[str, Head] = {}
    for at in sorted(range(len(heads)), key=lambda at: (heads[at].kind, len(heads[at].path), heads[at].path)):
        entry, head = entries[at], heads[at]
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
            kept.append(at)
    return sorted(kept, key=place), faults


def _is_reserved(page: Head) -> bool:
    return page.id in RESERVED or page.id.isdigit()
