"""What was read, judged: what is wrong with it, and which journals it makes for whom."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem, in_reading_order
from generator.config.schema import Site
from generator.entries import Entry
from generator.read.discover import Found
from generator.read.parse import Parsed

from .checks import check
from .journal import Journal
from .names import Unreadable
from .visibility import Memos, Published, Sifted, by_place, publish, sift, whole
from .withheld import Withheld


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """Every entry that could be read, and every problem of all of them."""

    site: Site
    entries: Sequence[Entry]
    media: Sequence[str]
    sifted: Sifted
    problems: tuple[Problem, ...]
    memos: Memos | None

    def published(self) -> Published:
        """The journal as the public may read it."""
        return publish(self.entries, self.media, self.site, self.sifted, self.memos)

    def whole(self) -> Journal:
        """The journal as its writer sees it."""
        return whole(self.entries, self.media, self.site, self.sifted, self.memos)

    def counts(self) -> Counter[Withheld]:
        """How many entries and items readers don't see, for which reason."""
        return Counter(self.sifted.everything().values())

    def withheld(self) -> Mapping[Origin, Withheld]:
        """By its place, what readers don't see of the whole, and why."""
        return by_place(self.entries, self.sifted.withheld)


def judge(
    found: Found,
    parsed: Sequence[Parsed],
    site: Site,
    today: dt.date,
    palette: tuple[str, ...],
    *,
    drafts: bool = False,
    future: bool = False,
    memos: Memos | None = None,
) -> Judged:
    """What was `found` and `parsed`, as of `today`; `palette` are the names of the theme's colours."""
    entries = [one.entry for one in parsed if one.entry is not None]
    media = [source.path for source in found.media]
    unreadable = [Unreadable(*one.withheld) for one in parsed if one.withheld is not None]
    named = [mention for one in parsed for mention in one.named]
    sifted = sift(entries, media, unreadable, site, today, drafts=drafts, future=future, memos=memos, named=named)
    said = [problem for one in parsed for problem in one.problems]
    problems = in_reading_order([*found.problems, *said, *sifted.problems, *check(sifted.linked.journal, palette)])
    return Judged(site=site, entries=entries, media=media, sifted=sifted, problems=problems, memos=memos)
