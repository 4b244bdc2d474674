"""The shape of /journal.json; `docs/journal.schema.json` is generated from these types. Absent figures are null, dates
are ISO, numbers have up to 6 places."""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Number = int | float
Share = Annotated[int, Meta(ge=0, le=1)] | Annotated[float, Meta(ge=0, le=1)]
Status = Literal["active", "paused", "done", "released"]


class _Out(msgspec.Struct, frozen=True, kw_only=True):
    """Every key is always there."""


class ValueOut(_Out, frozen=True, kw_only=True):
    """A value and how many wins serve it."""

    id: str
    title: str
    url: str
    identity: str | None
    wins: int


class MilestoneOut(_Out, frozen=True, kw_only=True):
    """A milestone; `at` in the goal's unit, `reached` the day."""

    id: str
    title: str
    at: Number | None
    reached: dt.date | None


class GoalOut(_Out, frozen=True, kw_only=True, rename={"start": "from"}):
    """A goal with its figures. `value`, `from` and `target` are in `unit`; `fraction` is not clamped; `momentum` is in
    recent wins a week; counts include descendants' wins."""

    id: str
    title: str
    url: str
    status: Status
    values: tuple[str, ...]
    parent: str | None
    unit: str | None
    kind: str
    start: Number | None
    target: Number | None
    value: Number | None
    fraction: Number | None
    lead_days: Number | None
    wins: int
    first_win: dt.date | None
    last_win: dt.date | None
    momentum: Number | None
    comeback_median_days: Number | None
    milestones: tuple[MilestoneOut, ...]
    next: str | None


class HabitOut(_Out, frozen=True, kw_only=True):
    """A habit: the days on which it was done, and its strength from 0 to 1."""

    id: str
    title: str
    url: str
    goal: str | None
    cadence: str | None
    done: int
    strength: Share | None


class WinOut(_Out, frozen=True, kw_only=True):
    """A win. `amount` is the number as written, in `unit`."""

    id: str
    date: dt.date
    text: str
    url: str
    goals: tuple[str, ...]
    values: tuple[str, ...]
    amount: Number | None
    unit: str | None
    habit: str | None
    milestone: str | None
    effort: int | None
    stretch: bool
    worked: str | None
    closer: str | None


class SetbackOut(_Out, frozen=True, kw_only=True):
    """A setback, and the unpaused days until the win that came back."""

    id: str
    date: dt.date
    text: str
    url: str
    goals: tuple[str, ...]
    learned: str | None
    restart: str | None
    comeback_days: int | None


class ReviewOut(_Out, frozen=True, kw_only=True):
    """A review: what worked, what to adjust, and the next steps by goal."""

    id: str
    url: str
    worked: tuple[str, ...]
    adjust: tuple[str, ...]
    next: dict[str, str]


class AlignmentOut(_Out, frozen=True, kw_only=True):
    """What the wins serve; `by_value` sums to 1, `in_doubt` are the goals that the motion check asks about."""

    wins: int
    with_goal: int
    with_value: int
    by_value: dict[str, Number]
    unlinked: tuple[str, ...]
    in_doubt: tuple[str, ...]


class ReturnOut(_Out, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """One comeback."""

    goal: str | None
    start: dt.date
    end: dt.date
    days: int


class ComebackOut(_Out, frozen=True, kw_only=True):
    """All comebacks, and the median of their lengths in unpaused days."""

    median_days: Number | None
    list: tuple[ReturnOut, ...]


class CelebrationOut(_Out, frozen=True, kw_only=True):
    """Something to celebrate, in words."""

    date: dt.date
    kind: str
    text: str
    win: str | None
    goal: str | None


class JournalOut(_Out, frozen=True, kw_only=True):
    """journal.json, whole."""

    format: Literal["smallwins-journal"] = "smallwins-journal"
    version: Literal[1] = 1
    as_of: dt.date
    title: str
    values: tuple[ValueOut, ...]
    goals: tuple[GoalOut, ...]
    habits: tuple[HabitOut, ...]
    wins: tuple[WinOut, ...]
    setbacks: tuple[SetbackOut, ...]
    reviews: tuple[ReviewOut, ...]
    momentum: Number | None
    alignment: AlignmentOut
    comeback: ComebackOut
    celebrations: tuple[CelebrationOut, ...]


def schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of journal.json."""
    made = msgspec.json.schema(JournalOut)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "smallwins-journal",
        **made,
    }
