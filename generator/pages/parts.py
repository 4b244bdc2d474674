"""The parts that views are made of. A template sees these and the site's chrome, nothing else.

Urls are absolute within the site; the filter `href` makes them relative to the page. Sentences are already in the
site's language; dates and bare numbers are formatted by filters.
"""

import datetime as dt

import msgspec

from generator.charts.wall import Wall
from generator.journal.records import Prose


class Link(msgspec.Struct, frozen=True, omit_defaults=True):
    """A way to another page. Here and elsewhere `withheld` says in the preview why readers don't see what is named:
    "private", "draft", "future"; it is never set in what is published."""

    title: str
    url: str
    withheld: str = ""


class Feed(msgspec.Struct, frozen=True):
    """A feed of the site's: its title, its url, and its media type."""

    title: str
    url: str
    type: str = "application/atom+xml"


class ValueMark(msgspec.Struct, frozen=True, omit_defaults=True):
    """A value, to be shown small: class `v-<id>` gives its colours, `seam` (1 to 3, else 0) its pattern."""

    id: str
    title: str
    url: str
    seam: int = 0
    withheld: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A win, a tick or a setback on a list. `anchor` is its id on the page of its day; `url` leads to it there, or to
    its own page where it is a story. `value` colours its stone. `amount` is in words ("5 km"), "" for none.
    `comeback` says how a setback went on. A tick has no goals: its habit says what it serves."""

    kind: str  # win | tick | setback
    anchor: str
    url: str
    date: dt.date
    text: str
    time: str | None = None
    story: bool = False
    goals: tuple[Link, ...] = ()
    habit: Link | None = None
    values: tuple[ValueMark, ...] = ()
    value: ValueMark | None = None
    amount: str = ""
    stretch: bool = False
    effort: int | None = None
    milestone: str | None = None
    worked: str | None = None
    closer: str | None = None
    celebrate: str | None = None
    learned: str | None = None
    restart: str | None = None
    comeback: str = ""
    note: Prose = Prose()
    of: str = ""  # what a filter looks for: "win g-run v-health stretch"
    withheld: str = ""


class DayBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A day on a timeline: wins first, ticks on one line, then setbacks. Its prose is on its own page; `title` is
    the person's own for the day, and `withheld` of the day itself."""

    date: dt.date
    url: str
    wins: tuple[Line, ...] = ()
    ticks: tuple[Line, ...] = ()
    setbacks: tuple[Line, ...] = ()
    has_prose: bool = False
    title: str = ""
    withheld: str = ""


class MonthBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A month on a timeline, newest day first."""

    start: dt.date
    url: str
    sentence: str
    days: tuple[DayBlock, ...] = ()


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Where a goal stands. `fraction` is from 0 to 1 (a full bar stays full), None without a target or reading."""

    sentence: str
    fraction: float | None = None


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """A milestone on the ladder. `at` is in words ("20,000 words"), "" where a win reaches it."""

    title: str
    anchor: str
    at: str = ""
    reached: dt.date | None = None
    win: Link | None = None
    reward: str | None = None
    rewarded: dt.date | None = None
    is_next: bool = False


class Step(msgspec.Struct, frozen=True):
    """A next step."""

    do: str
    tired: str | None = None
    stretch: str | None = None


class WallFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A wall with its sentence. `rows` are the same wins for the table behind it (empty on cards)."""

    wall: Wall
    sentence: str
    rows: tuple[Line, ...] = ()


class GoalCard(msgspec.Struct, frozen=True, kw_only=True):
    """A goal where it is one of several. `state` is the status as an enum, `status` in words ("resting since …")."""

    title: str
    url: str
    state: str  # active | paused | done | released
    status: str
    identity: str | None = None
    values: tuple[ValueMark, ...] = ()
    wall: WallFigure | None = None
    progress: Progress | None = None
    sentence: str = ""
    children: tuple[Link, ...] = ()
    withheld: str = ""


class Mention(msgspec.Struct, frozen=True):
    """An entry whose words link here."""

    title: str
    url: str
    date: dt.date | None = None
    withheld: str = ""


class Figure(msgspec.Struct, frozen=True):
    """One computed number with its label, both in words: ("214", "wins")."""

    number: str
    label: str


class Pager(msgspec.Struct, frozen=True, kw_only=True):
    """Where a list goes on: newer and older neighbours, and which page of how many this is."""

    newer: Link | None = None
    older: Link | None = None
    number: int = 1
    count: int = 1
