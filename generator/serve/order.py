"""What goes to the builder and comes back: both cross from one process to another."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.base.problem import Problem

OVERTAKEN = "overtaken"
"""In the place of an order: what was ordered last is no longer waited for."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to show: the journal in `folder`, drawn into `output`; with `public` no more than would be published, and
    of that with `drafts` and `future` as it will be; or the theme's gallery. `base_url` is the preview's own address.
    Without a `today` it is the clock's, in the site's timezone. `changed` are the files that are not as they were at
    the last order, none where that can't be said; `urls` the pages that somebody looks at. With `debug` a mistake of
    ours comes with its traceback."""

    folder: Path
    output: Path
    base_url: str
    today: dt.date | None = None
    public: bool = False
    drafts: bool = False
    future: bool = False
    gallery: bool = False
    changed: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    debug: bool = False


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it. Where `drawn` is false the last site stands as it was. `changed` counts the files that were
    written or removed; `withheld` what readers don't see, by reason; `marks` says by a page's url why they don't.
    `unfinished` is a site of which only what somebody looks at was drawn: an order without changes makes it whole.
    What was `overtaken` came to nothing, and what was ordered still has to be done. `fault` is a mistake of ours, in
    words."""

    problems: tuple[Problem, ...] = ()
    drawn: bool = False
    changed: int = 0
    timezone: str = "UTC"
    today: dt.date | None = None
    withheld: Mapping[str, int] = {}
    marks: Mapping[str, str] = {}
    seconds: float = 0
    unfinished: bool = False
    overtaken: bool = False
    fault: str = ""
