"""What the journal holds. A record names others by id; nobody holds a back-reference."""

import datetime as dt
from decimal import Decimal
from typing import Any, Literal

import msgspec

from generator.base.origin import Origin
from generator.entries.amount import Amount
from generator.entries.fields import Next, Span
from generator.entries.goal import MeasureKind


class Target(msgspec.Struct, frozen=True):
    """Where a mention leads: a url within the site, or None where only its text stays."""

    url: str | None
    text: str


class Prose(msgspec.Struct, frozen=True):
    """A body whose mentions have found their targets: mark n in `html` stands for `targets[n]`. `plain` is its words, a
    line a block, with the words of its links."""

    html: str = ""
    targets: tuple[Target, ...] = ()
    plain: str = ""

    def __bool__(self) -> bool:
        return bool(self.html.strip())


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What all records have. `url` is absolute within the site."""

    id: str
    title: str
    url: str
    origin: Origin
    body: Prose = Prose()
    params: dict[str, Any] = {}


class Value(Record, frozen=True, kw_only=True):
    """Something that matters. `colour` is as written, or None; `position` is its place among the values."""

    position: int
    identity: str | None = None
    why: str | None = None
    next: tuple[Next, ...] = ()
    colour: str | None = None


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """How a goal's progress is counted; numbers are in `unit` ("" where there is none)."""

    kind: MeasureKind
    unit: str = ""
    start: Decimal | None = None
    target: Decimal | None = None

    @property
    def takes_amounts(self) -> bool:
        return self.kind in ("sum", "latest", "max", "min")


class Milestone(msgspec.Struct, frozen=True, kw_only=True):
    """A rung of the ladder. `at` is in the goal's unit."""

    id: str
    title: str
    at: Decimal | None = None
    done: dt.date | None = None
    reward: str | None = None
    rewarded: dt.date | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A new leg of the plan, from `on`; what is None stays as it was."""

    on: dt.date
    target: Decimal | None = None
    by: dt.date | None = None
    why: str | None = None


class Goal(Record, frozen=True, kw_only=True):
    """Something being built. `values` are its own and its ancestors'; `ancestors` from the parent upwards."""

    status: Literal["active", "paused", "done", "released"]
    measure: Measure
    values: tuple[str, ...] = ()
    ancestors: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    identity: str | None = None
    why: str | None = None
    started: dt.date | None = None
    by: dt.date | None = None
    ended: dt.date | None = None
    milestones: tuple[Milestone, ...] = ()
    next: tuple[Next, ...] = ()
    focus: bool = False
    changed: tuple[Change, ...] = ()
    paused: tuple[Span, ...] = ()

    @property
    def parent(self) -> str | None:
        return self.ancestors[0] if self.ancestors else None


class Cadence(msgspec.Struct, frozen=True):
    """`times` in every `days` days; `weekdays` (0 is Monday) where the habit names its days. 0 times: only watched."""

    times: int
    days: int
    weekdays: tuple[int, ...] = ()


class Dose(msgspec.Struct, frozen=True, kw_only=True):
    """What counts as done, in `unit`."""

    unit: str = ""
    at_least: Decimal | None = None
    at_most: Decimal | None = None


class Habit(Record, frozen=True, kw_only=True):
    """A repeated action. `values` are its goal's."""

    goal: str | None = None
    values: tuple[str, ...] = ()
    cadence: Cadence | None = None
    cue: str | None = None
    small: str | None = None
    dose: Dose | None = None
    started: dt.date | None = None
    ended: dt.date | None = None
    paused: tuple[Span, ...] = ()


class Win(Record, frozen=True, kw_only=True):
    """One small thing, done. `title` is its text. `values` are its own, its goals' and their ancestors'.

    `readings` is its amount in the unit of each goal that it fits; `dose` likewise in its habit's. A `story` has a
    file and a page of its own; a `tick` is a habit done that day, with nothing more to say.
    """

    date: dt.date
    time: str | None = None
    goals: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    habit: str | None = None
    amount: Amount | None = None
    readings: dict[str, Decimal] = {}
    dose: Decimal | None = None
    milestone: str | None = None  # "goal/milestone"
    effort: int | None = None
    stretch: bool = False
    worked: str | None = None
    closer: str | None = None
    celebrate: str | None = None
    story: bool = False
    tick: bool = False


class Setback(Record, frozen=True, kw_only=True):
    """A thing that got in the way. `title` is its text."""

    date: dt.date
    time: str | None = None
    goals: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    habit: str | None = None
    learned: str | None = None
    restart: str | None = None
    story: bool = False


class Skip(msgspec.Struct, frozen=True):
    """A habit that was let go that day on purpose."""

    habit: str
    why: str | None = None


class Day(Record, frozen=True, kw_only=True):
    """A day's own words; its wins and setbacks are the journal's."""

    date: dt.date
    mood: int | None = None
    energy: int | None = None
    skips: tuple[Skip, ...] = ()
    next: dict[str, tuple[Next, ...]] = {}

    @property
    def is_empty(self) -> bool:
        """Nothing of the day's own is there to be shown."""
        return not (self.title or self.body or self.mood or self.energy or self.skips)


class Review(Record, frozen=True, kw_only=True):
    """A reflection on a week, a month or a year; `id` is the period ("2026-W07")."""

    start: dt.date
    end: dt.date
    worked: tuple[str, ...] = ()
    adjust: tuple[str, ...] = ()
    next: dict[str, tuple[Next, ...]] = {}
    moving: dict[str, str] = {}


class Page(Record, frozen=True, kw_only=True):
    """A free page."""

    description: str = ""


class Mentioned(msgspec.Struct, frozen=True):
    """Who links to a record: the entry whose body does."""

    title: str
    url: str
    date: dt.date | None = None
