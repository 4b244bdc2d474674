"""The edition: the published journal on one day, with its figures and its language. Pages are made from it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from generator.base.origin import Origin
from generator.config.schema import Site
from generator.insights import Insights
from generator.journal.intervals import FEW
from generator.journal.journal import Journal
from generator.journal.records import Record, Win
from generator.journal.withheld import Withheld
from generator.words import Words

Part = TypeVar("Part")


class Edition(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What every page is made from. Only the public journal gets here; in the preview it is the whole one, and
    `withheld` says by the place of an entry or an item why readers don't see it."""

    site: Site
    journal: Journal
    words: Words
    today: dt.date
    kinds: tuple[str, ...] = ()  # of pages, that the theme draws; all where it does not say
    withheld: Mapping[Origin, Withheld] | None = None  # in what is published there is nothing to say
    counted: Insights | None = None  # where somebody did already

    def once(self, make: Callable[..., Part], *of: str) -> Part:
        """What `make` makes of this edition, or of its entry with the id `of`: made once for all pages."""
        key = (make, *of)
        if key not in self._made:
            self._made[key] = make(self, *of)
        made: Part = self._made[key]
        return made

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def insights(self) -> Insights:
        """Every figure as of today."""
        return self.counted or Insights(self.journal, self.today)

    @cached_property
    def reflects(self) -> bool:
        """Whether there is anything to look back on: a review, a setback, or wins on four days. With less the site is
        a home and its days."""
        journal = self.journal
        return bool(journal.reviews or journal.setbacks or len({win.date for win in journal.wins}) >= FEW)

    @property
    def is_preview(self) -> bool:
        """Whether it is for the writer's own screen, and not to be published."""
        return self.withheld is not None

    def why(self, record: Record) -> Withheld | None:
        """Why readers don't see a record of the preview."""
        return self.withheld.get(record.origin) if self.withheld else None

    @cached_property
    def withheld_entries(self) -> Mapping[str, Withheld]:
        """Why readers don't see entries of the preview, by the url of the page that each has to itself."""
        journal = self.journal
        entries: tuple[Record, ...] = (
            *journal.values.values(),
            *journal.goals.values(),
            *journal.habits.values(),
            *journal.days.values(),
            *journal.reviews,
            *journal.pages.values(),
            *(win for win in journal.wins if win.story),
            *(setback for setback in journal.setbacks if setback.story),
        )
        return {entry.url: why for entry in entries if (why := self.why(entry))} if self.withheld else {}

    def draws(self, kind: str) -> bool:
        """Whether pages of a kind ("review") are made; what is not made is not linked to."""
        return not self.kinds or kind in self.kinds

    def past(self, wins: Iterable[Win]) -> tuple[Win, ...]:
        """Those of the wins that count: nothing dated after today enters a figure."""
        return tuple(win for win in wins if win.date <= self.today)
