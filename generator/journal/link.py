"""Entries → Journal: everything finds what it refers to. Once over all entries, to find what is wrong and what is
private; once more over those that are published, so that nothing of the others can be felt in what remains.

First each entry by itself, then values, goals and habits, then date by date what serves them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter

import msgspec

from generator.base.dates import period_end, period_start
from generator.base.problem import Problem
from generator.entries import Entry, Mention

from .answers import Answers
from .findings import BROKEN_KEY, Findings, Shown, Use, all_of
from .journal import Journal
from .link_entries import goal_named, next_steps
from .link_goals import link_goals, link_values
from .link_habits import link_habits
from .memo import Memo
from .names import BROKEN, Fault, Unreadable
from .records import Page, Prose, Review
from .redirects import redirects
from .unread import unanswered
from .urls import period_of, title_of, url_of


class Linked(msgspec.Struct, frozen=True, dict=True):
    """A journal, and what is wrong with it. `found` is what else came to light; `above` says of each goal and habit
    what it hangs on."""

    journal: Journal
    faults: tuple[Fault, ...]
    found: Sequence[Findings]
    above: Mapping[str, list[str]]

    @cached_property
    def serves(self) -> Mapping[str, Sequence[str]]:
        """Who serves whom, by key; "broken" for what could not be read."""
        serves = dict(self.above)
        for found in self.found:
            serves.update(found.serves)
        return serves

    @cached_property
    def uses(self) -> Sequence[Use]:
        """Who is named where."""
        return all_of("uses", self.found)


def link(
    entries: Sequence[Entry],
    media: Sequence[str],
    unreadable: Iterable[Unreadable] = (),
    memo: Memo | None = None,
    named: Iterable[Mention] = (),
) -> Linked:
    """The journal that the entries make. `media` are the files that they may show, relative to the site's folder. What
    is as it was the last time comes out of `memo`; it is the same journal without one. What is `named` elsewhere only
    has to be somebody's name."""
    memo = memo or Memo(for_once=True)
    index = memo.index(entries, media, tuple(unreadable))
    by_key, faults = index.tables["keys"], [*index.faults]
    answers = Answers(index.names, index.tables, memo.notes)
    linked = memo.entries([entries[at] for at in index.kept], answers)
    undated = [one for one in linked if not one.dates]
    by_kind: dict[str, list[Entry]] = {}
    for made in undated:
        by_kind.setdefault(made.entry.kind, []).append(made.entry)
    prose = {one.entry.key: one.prose for one in undated}
    values = link_values(by_kind.get("values", ()), prose)
    goals = link_goals(by_kind.get("goals", ()), answers, values, prose, faults)
    habits = link_habits(by_kind.get("habits", ()), answers, goals, prose, faults)
    reviews = [_review(entry, answers, prose, faults) for entry in by_kind.get("reviews", ())]
    dates = memo.dates(linked, answers.knowing(goals, habits))
    faults += memo.every("faults")
    faults += unanswered(named, answers)
    days = [one.day for one in linked if one.day is not None]
    journal = Journal(
        values=values,
        goals=goals,
        habits=habits,
        wins=tuple(chain.from_iterable(one.wins for one in dates)),
        setbacks=tuple(chain.from_iterable(one.setbacks for one in dates)),
        days={day.date: day for day in sorted(days, key=attrgetter("date"))},
        reviews=tuple(sorted(reviews, key=lambda review: (review.start, review.end))),
        pages={entry.id: _page(entry, prose) for entry in by_kind.get("pages", ())},
        mentioned={by_key[key].url: who for key, who in memo.mentioned(by_key).items()},
        media=_files(memo.every("shown"), faults),
        redirects=redirects([one.entry for one in linked], faults),
    )
    return Linked(journal, tuple(faults), memo.found, _served_above(by_kind, answers))


def _served_above(by_kind: Mapping[str, Sequence[Entry]], answers: Answers) -> dict[str, list[str]]:
    """The goal that each goal and each habit hangs on, as it is written: a parent in a circle is one too."""
    serves: dict[str, list[str]] = {}
    for kind, key in (("goals", "parent"), ("habits", "goal")):
        for entry in by_kind.get(kind, ()):
            ref = getattr(entry.fields, key)
            above = answers.get(ref, "goals") if ref else None
            serves[entry.key] = [BROKEN_KEY if above is BROKEN else above] if above is not None else []
    return serves


def _files(shown: Iterable[Shown], faults: list[Fault]) -> dict[str, str]:
    """The files that are shown, by their url; two files at one url are a fault of who shows the second."""
    files: dict[str, str] = {}
    for one in shown:
        first = files.setdefault(one.url, one.file)
        if first != one.file:
            message = f"{first} is shown at the same address, {one.url}"
            faults.append(Fault(one.owner, Problem("url-taken", one.origin, message, "rename one of the two files")))
    return dict(sorted(files.items()))


def _review(entry: Entry, answers: Answers, prose: Mapping[str, Prose], faults: list[Fault]) -> Review:
    written, period = entry.fields, period_of(entry)
    start, end = period_start(period), period_end(period)
    assert start is not None
    assert end is not None
    moving = {goal_named(entry, "moving", name, answers, faults): said for name, said in written.moving.items()}
    return Review(
        id=period, title=title_of(entry), url=f"/reviews/{period}/", origin=entry.place(), body=prose[entry.key],
        params=written.params, start=start, end=end, worked=_lines(written.worked), adjust=_lines(written.adjust),
        next=next_steps(entry, answers, faults), moving={goal: said for goal, said in moving.items() if goal},
    )  # fmt: skip


def _lines(written: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if written is None else (written,) if isinstance(written, str) else written


def _page(entry: Entry, prose: Mapping[str, Prose]) -> Page:
    return Page(
        id=entry.id, title=title_of(entry), url=url_of(entry), origin=entry.place(), body=prose[entry.key],
        params=entry.fields.params, description=entry.fields.description or "",
    )  # fmt: skip
