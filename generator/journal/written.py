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

from .link_bodies import day_url, story_slug, title_of
from .names import Fault, Names
from .records import Skip

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


"""The id and the url of each win and setback, by its key."""


def addresses(wins: Sequence[Written], setbacks: Sequence[Written]) -> Addresses:
    """The id and the url of each. A day's item has its own id, else that of its first six words, numbered where two of
    a day are alike; what was chosen (a file's name, an `id:`) comes before what is made of words."""
    found: dict[str, tuple[str, str]] = {}
    taken: dict[dt.date, set[str]] = {}
    for one in sorted((*sorted(wins, key=in_order), *sorted(setbacks, key=in_order)), key=_choice):
        day, anchors = day_url(one.date), taken.setdefault(one.date, set())
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


def collect(entries: Sequence[Entry], names: Names, faults: list[Fault]) -> tuple[list[Written], list[Written]]:
    """(wins, setbacks) as they were written: stories, the items of days, and ticks that no win stands for."""
    wins: list[Written] = []
    setbacks: list[Written] = []
    for entry in entries:
        if entry.kind in ("wins", "setbacks") and entry.date is not None:
            one = Written(
                entry.key,
                entry.path,
                entry.date,
                entry.fields,
                entry.place(),
                entry.places,
                (),
                entry.body,
                title_of(entry),
                entry,
            )
            (wins if entry.kind == "wins" else setbacks).append(one)
        elif entry.kind == "days" and entry.date is not None:
            for item in entry.items:
                date = item.fields.date or entry.date
                one = Written(
                    item_key(entry, item.origin), entry.path, date, item.fields, item.origin, item.places,
                    item.mentions, item.note, _words(item.fields.text, names), None,
                )  # fmt: skip
                (wins if item.kind == "win" else setbacks).append(one)
    wins += _ticks(entries, wins, names, faults)
    return wins, setbacks


def item_key(entry: Entry, origin: Origin) -> str:
    """The key of a day's item: its entry's and its place."""
    return f"{entry.key}#{origin.line}.{origin.column}"


def tick_key(entry: Entry, position: int) -> str:
    """The key of a tick in a day's list of habits."""
    return f"{entry.key}#habits.{position}"


def _words(text: str, names: Names) -> str:
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


def _ticks(entries: Sequence[Entry], wins: Sequence[Written], names: Names, faults: list[Fault]) -> list[Written]:
    """The ticks in days' lists of habits, once a day; a win that names the habit is that day's tick already."""
    standing = set()
    for win in wins:
        for ref in (*as_tuple(win.fields.habit), *(mention.target for mention in win.mentions)):
            standing.add((win.date, names.get(ref, "habits")))
    found = []
    for entry in entries:
        if entry.kind != "days" or entry.date is None:
            continue
        for position, listed in enumerate(entry.fields.habits):
            tick = Tick(habit=listed) if isinstance(listed, str) else listed
            place = entry.place(f"habits.{position}")
            answer = names.get(tick.habit, "habits")
            if answer is None:
                faults.append(Fault(None, names.unknown(tick.habit, place, "habits")))
            if not isinstance(answer, str):
                continue
            if (entry.date, answer) in standing:
                if tick.amount is not None:
                    faults.append(Fault(None, _ticked_already(tick, place)))
                continue
            standing.add((entry.date, answer))
            title = names.title(answer)
            found.append(
                Written(
                    tick_key(entry, position),
                    entry.path,
                    entry.date,
                    None,
                    place,
                    entry.places,
                    (),
                    Body(),
                    title,
                    None,
                    tick,
                )
            )
    return found


def _ticked_already(tick: Tick, place: Origin) -> Problem:
    message = f"{tick.habit} is ticked already that day, so this amount is not counted"
    return Problem("tick-twice", place, message, "write the amount on the win that ticks it", Severity.WARNING)


def skips(entry: Entry, names: Names, faults: list[Fault]) -> tuple[Skip, ...]:
    """The habits that a day let go on purpose."""
    found = []
    for position, listed in enumerate(entry.fields.skips):
        skip = WrittenSkip(habit=listed) if isinstance(listed, str) else listed
        answer = names.get(skip.habit, "habits")
        if answer is None:
            faults.append(Fault(None, names.unknown(skip.habit, entry.place(f"skips.{position}"), "habits")))
        elif isinstance(answer, str):
            found.append(Skip(answer.split("/", 1)[1], skip.why))
    return tuple(found)
