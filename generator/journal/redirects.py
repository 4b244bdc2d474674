"""Aliases as old addresses: where an entry stood before, or would stand if it were called so."""

import re
from collections.abc import Sequence

from generator.base.problem import Problem, Severity
from generator.base.slug import slugify
from generator.entries import Entry
from generator.entries.fields import as_tuple

from .names import Fault
from .records import Target
from .urls import RESERVED, title_of, url_of

_ADDRESS = re.compile(r"/(?:[^/?#\\\s.][^/?#\\\s]*/)*(?:[^/?#\\\s.][^/?#\\\s]*\.html?)?")


def redirects(entries: Sequence[Entry], faults: list[Fault]) -> dict[str, Target]:
    """Where each old url leads, by the old ones. `/old/place/` is an address; `The book` on goals/novel stands for
    /goals/the-book/. Where something else stands already, that stays."""
    called = [entry for entry in entries if entry.fields.aliases]
    if not called:
        return {}
    taken = {url_of(entry).casefold() for entry in entries} | {f"/{name}/" for name in RESERVED} | {"/", "/404.html"}
    found: dict[str, Target] = {}
    for entry in called:
        for number, alias in enumerate(as_tuple(entry.fields.aliases)):
            old = _address(alias) if alias.startswith("/") else _sibling(entry, alias)
            if old is None:
                place = entry.place(f"aliases.{number}")
                message = f"{alias!r} is no address that a page can stand at"
                hint = "write its path as it was, such as /old/place/ or /old.html"
                faults.append(Fault(None, Problem("alias-address", place, message, hint, Severity.WARNING)))
            elif old.casefold() not in taken:
                taken.add(old.casefold())  # not every disk tells large letters from small ones
                found[old] = Target(url_of(entry), title_of(entry))
    return dict(sorted(found.items()))


def _address(written: str) -> str | None:
    """An address as a url within the site; None for what can be none."""
    url = written.removesuffix("index.html")
    url = url if url.endswith(("/", ".html", ".htm")) else f"{url}/"
    return url if _ADDRESS.fullmatch(url) else None


def _sibling(entry: Entry, name: str) -> str:
    """Where an entry of its kind would stand that is called `name`; a day is called by nothing but its date."""
    url, slug = url_of(entry), slugify(name)
    return f"{url.rstrip('/').rpartition('/')[0]}/{slug}/" if slug and entry.kind != "days" else url
