"""Wins and setbacks as they were written, wherever they stand: stories, the items of days, ticks; their order within a
day, and their addresses."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.origin import Origin
from generator.base.problem import Problem, Severity
from generator.base.slug import numbered, slugify
from generator.entries import Body, Entry, Mention
from generator.entries.day import Skip as WrittenSkip
from generator.entries.day import Tick
from generator.entries.fields import as_tuple
from generator.read.markdown import wiki_mentions

from .answers import Answers
from .names import Fault
from .records import Skip
from .urls import day_url, story_slug, title_of

Addresses = Mapping[str, tuple[str, str]]
"""The id and the url of each, by its owner's key."""


class Written(NamedTuple):
    """A win or a setback as it was written, wherever it stands. `owner` is its key among entries and items."""

    owner: str
    path: str
    date: dt.date
    fields: Any
    origin: Origin
    places: Mapping[str, Origin]
    mentions: tuple[Mention, ...]
    body: Body
    text: str
    story: Entry | None
    tick: Tick | None = None

    @property
    def kind(self) -> str:
        return "setback" if hasattr(self.fields, "learned") else "win"

    def place(self, key: str) -> Origin:
        return self.places.get(key) or self.places.get(key.rsplit(".", 1)[0]) or self.origin


def addresses(wins: Sequence[Written], setbacks: Sequence[Written]) -> Addresses:
    """The id and the url of each of a date, which come in their order. A day's item has its own id, else that of its
    first six words, numbered where two of a day are alike; what was chosen (a file's name, an `id:`) comes before what
    is made of words."""
    found: dict[str, tuple[str, str]] = {}
    anchors: set[str] = set()
    for one in sorted((*wins, *setbacks), key=_choice):
        day = day_url(one.date)
        if one.story is not None:
            slug = story_slug(one.story)
            anchors |= {slug, one.story.id.removeprefix(f"{one.date}-")}
            found[one.owner] = one.story.id, f"{day}{slug}/"
            continue
        words = " ".join(one.text.split()[:6])
        anchor = numbered(slugify(_own_id(one)) or slugify(words, 60) or one.kind, anchors)
        found[one.owner] = f"{one.date}-{anchor}", f"{day}#{anchor}"
    return found


def _own_id(written: Written) -> str:
    return written.fields.id or "" if written.fields else ""


def _choice(written: Written) -> int:
    return 0 if written.story is not None else 1 if _own_id(written) else 2


def clock(time: str | None) -> str | None:
    return time.zfill(5) if time else None


def in_order(written: Written) -> tuple[Any, ...]:
    """design, "Order within a day": by time (those without come last), then a day file's items by position, files by
    id, ticks. (The sort is stable: items and ticks come in their positions.)"""
    time = clock(written.tick.time if written.tick else written.fields.time)
    place = 2 if written.tick else 1 if written.story is not None else 0
    return written.date, time is None, time or "", place, written.story.id if written.story else ""


def written_in(entry: Entry) -> list[Written]:
    """The wins and setbacks that an entry has in words: its story, or its items."""
    if entry.date is None:
        return []
    if entry.kind in ("wins", "setbacks"):
        place = entry.place()
        title = title_of(entry)
        return [
            Written(entry.key, entry.path, entry.date, entry.fields, place, entry.places, (), entry.body, title, entry)
        ]
    return [
        Written(
            item_key(entry, item.origin), entry.path, item.fields.date or entry.date, item.fields, item.origin,
            item.places, item.mentions, item.note, _words(item.fields.text), None,
        )
        for item in entry.items
    ]  # fmt: skip


def item_key(entry: Entry, origin: Origin) -> str:
    """The key of a day's item: its entry's and its place."""
    return f"{entry.key}#{origin.line}.{origin.column}"


def tick_key(entry: Entry, position: int) -> str:
    """The key of a tick in a day's list of habits."""
    return f"{entry.key}#habits.{position}"


def _words(text: str) -> str:
    """An item's text as it is shown: `[[goal|label]]` leaves its label; a bare `[[goal]]` says what the win serves and
    is no part of the sentence."""
    parts, end, bare = [], 0, []
    for found in wiki_mentions(text):
        before = text[end : found.start()]
        parts.append(before if found[2] else before.rstrip())
        parts.append((found[2] or "").strip())
        if not found[2]:
            bare.append(found[1].strip())
        end = found.end()
    words = " ".join(("".join(parts) + text[end:]).split())
    return words or ", ".join(bare) or text


def ticks_in(day: Entry, wins: Sequence[Written], answers: Answers, faults: list[Fault]) -> list[Written]:
    """The ticks in a day's list of habits; one of the day's `wins` that names the habit is that day's tick already."""
    standing = set()
    found: list[Written] = []
    if not day.fields.habits or day.date is None:
        return found
    for win in wins:
        for ref in (*as_tuple(win.fields.habit), *(mention.target for mention in win.mentions)):
            standing.add(answers.get(ref, "habits"))
    for position, listed in enumerate(day.fields.habits):
        tick = Tick(habit=listed) if isinstance(listed, str) else listed
        place = day.place(f"habits.{position}")
        answer = answers.get(tick.habit, "habits")
        if answer is None:
            faults.append(Fault(None, answers.unknown(tick.habit, place, "habits")))
        if not isinstance(answer, str):
            continue
        if answer in standing:
            if tick.amount is not None:
                faults.append(Fault(None, _ticked_already(tick, place)))
            continue
        standing.add(answer)
        owner, title = tick_key(day, position), answers.entry(answer).title
        found.append(Written(owner, day.path, day.date, None, place, day.places, (), Body(), title, None, tick))
    return found


def _ticked_already(tick: Tick, place: Origin) -> Problem:
    message = f"{tick.habit} is ticked already that day, so this amount is not counted"
    return Problem("tick-twice", place, message, "write the amount on the win that ticks it", Severity.WARNING)


def skips(entry: Entry, answers: Answers, faults: list[Fault]) -> tuple[Skip, ...]:
    """The habits that a day let go on purpose."""
    found = []
    for position, listed in enumerate(entry.fields.skips):
        skip = WrittenSkip(habit=listed) if isinstance(listed, str) else listed
        answer = answers.get(skip.habit, "habits")
        if answer is None:
            faults.append(Fault(None, answers.unknown(skip.habit, entry.place(f"skips.{position}"), "habits")))
        elif isinstance(answer, str):
            found.append(Skip(answer.split("/", 1)[1], skip.why))
    return tuple(found)
