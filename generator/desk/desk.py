"""A journal's folder → the desk."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.build import Request, judge, read
from generator.config.schema import Site
from generator.entries import Entry
from generator.journal.journal import Journal
from generator.journal.records import Record, Win
from generator.journal.withheld import Withheld
from generator.pages.edition import Edition
from generator.read.discover import Found, missing
from generator.render.theme import Theme, load_theme
from generator.words import Words

Why = Literal["", "private", "draft", "future"]
"""Why readers don't see something; "" for what they see."""


class Desk(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What lies there: every entry that can be read, the journal that they make, what was found below content/, and
    all that is wrong. `withheld` says, by the place of an entry or an item, why readers don't see it."""

    site: Site
    theme: Theme
    today: dt.date
    entries: tuple[Entry, ...]
    found: Found
    journal: Journal
    withheld: Mapping[Origin, Withheld]
    counts: Mapping[Withheld, int]
    problems: tuple[Problem, ...]

    @cached_property
    def edition(self) -> Edition:
        """The journal with its figures and in its language."""
        return Edition(
            site=self.site,
            journal=self.journal,
            words=Words(self.site.language, self.theme.catalogues),
            today=self.today,
            kinds=self.theme.pages,
        )

    def past(self, wins: Iterable[Win]) -> tuple[Win, ...]:
        """Those of the wins that count: nothing dated after today enters a figure."""
        return tuple(win for win in wins if win.date <= self.today)

    @property
    def withheld_counts(self) -> dict[str, int]:
        """How many entries and items readers don't see, by the reason."""
        return dict(sorted((why.value, number) for why, number in self.counts.items()))

    def why(self, record: Record) -> Why:
        """Why readers don't see a record."""
        return _WHY.get(self.withheld.get(record.origin), "")


_WHY: dict[Withheld | None, Why] = {
    Withheld.PRIVATE: "private",
    Withheld.DRAFT: "draft",
    Withheld.FUTURE: "future",
}


def open_desk(request: Request, public: bool = False) -> tuple[Desk | None, tuple[Problem, ...]]:
    """The desk of a journal, or None and what of its set-up stands in the way. With `public` it holds no more than
    readers see."""
    theme, problems = load_theme(request.folder, request.site)
    nothing = missing(request.folder)
    problems += (nothing,) if nothing else ()
    if theme is None or problems:
        return None, problems
    found, parsed, _ = read(request, Words(request.site.language, theme.catalogues))
    if not found.is_whole:
        return None, found.problems
    judged = judge(request, found, parsed, theme)
    desk = Desk(
        site=request.site,
        theme=theme,
        today=request.today,
        entries=tuple(judged.entries),
        found=found,
        journal=judged.published().journal if public else judged.whole(),
        withheld=judged.withheld(),
        counts=judged.counts(),
        problems=judged.problems,
    )
    return desk, ()
