"""The pages that somebody looks at, drawn before all others: who writes sees at once what it comes to, and the rest of
the site is still to be made."""

import os
import stat
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter
from pathlib import Path

import msgspec

from generator.base.stamp import stamp_of
from generator.entries import KINDS
from generator.pages import pages_at
from generator.pages.crumbs import crumbs
from generator.pages.edition import Edition
from generator.read.discover import CONTENT, Found, Source, is_text, passed_over
from generator.read.options import Options
from generator.read.parse import Parsed, parse
from generator.render.theme_error import ThemeError
from generator.write.site import Written, amend

from .drawing import Studio, drawn_pages
from .recent import Recent
from .rewording import MOST


def overlaid(
    folder: Path, changed: Collection[str], recent: Recent, options: Options
) -> tuple[Found, list[Parsed]] | None:
    """What lay there the last time, with the `changed` files below `folder` as they are now. None where it takes a look
    at everything to say."""
    if recent.found is None or len(changed) > MOST:
        return None
    entries, said = list(recent.found.entries), list(recent.parsed)
    root = Path(os.path.realpath(folder))
    for path in changed:
        name = path.removeprefix(f"{folder}/")
        top, *parts = name.split("/")
        plain = top == CONTENT and len(parts) > 1 and parts[0] in KINDS and name.endswith(".md") and is_text(name)
        file = folder / name
        if not plain or any(map(passed_over, parts)) or Path(os.path.realpath(file)) != root / name:
            return None
        try:
            status = file.stat()
            if not stat.S_ISREG(status.st_mode):  # a pipe would wait for somebody to write
                return None
            data = file.read_bytes()
            now = [Source(name, parts[0], stamp_of(status))]
        except FileNotFoundError:
            now = []
        except OSError:
            return None
        first = bisect_left(entries, name, key=attrgetter("path"))
        last = bisect_right(entries, name, key=attrgetter("path"))
        entries[first:last] = now
        said[first:last] = [parse(source, data, options) for source in now]
    return msgspec.structs.replace(recent.found, entries=tuple(entries)), said


def show(studio: Studio, edition: Edition, urls: Iterable[str], titles: Mapping[str, str]) -> Written | None:
    """The pages at `urls`, drawn and put in the last site's place; `titles` are those of its pages, by url. None where
    there is nothing to put, or one of them can't be drawn."""
    found = pages_at(edition, frozenset(urls))
    pages = (msgspec.structs.replace(page, crumbs=crumbs(page, titles)) for page in found)
    try:
        drawn = list(drawn_pages(studio, pages))
    except ThemeError:
        return None
    amended = amend(studio.output, drawn) if drawn else None
    return amended[0] if amended else None
