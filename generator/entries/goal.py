"""Something you are building."""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .amount import Amount
from .fields import Flag, GoalRef, Span, Status, Steps, Text, ValueRefs
from .keys import Fields

MeasureKind = Literal["sum", "latest", "max", "min", "count", "days", "milestones", "goals"]


class Measure(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, rename={"start": "from"}
):
    """How progress is counted. Numbers may carry a unit that fits `unit`."""

    unit: Annotated[Text, Meta(description="What amounts are counted in", examples=["words", "km"])] | None = None
    kind: Annotated[MeasureKind, Meta(description="What many amounts become", examples=["sum"])] | None = None
    start: Annotated[Amount, Meta(description="Where it began", examples=["0"])] | None = None
    target: Annotated[Amount, Meta(description="Where it is going", examples=["80000"])] | None = None


class Milestone(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A rung of the ladder: reached by the measure (`at`), by a win's `milestone:`, or by `done`."""

    id: Annotated[Text, Meta(description="What a win's milestone: calls it", examples=["beta"])] | None = None
    title: Annotated[Text, Meta(description="What stands when it is reached", examples=["Act one"])] | None = None
    at: Annotated[Amount, Meta(description="The amount that reaches it", examples=["20000"])] | None = None
    done: Annotated[dt.date, Meta(description="The day on which you reached it")] | None = None
    reward: Annotated[str, Meta(description="What you promise yourself", examples=["the bookshop trip"])] | None = None
    rewarded: Annotated[dt.date, Meta(description="The day on which you had it")] | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The plan bends from this day on; the past stays as it was."""

    on: Annotated[dt.date, Meta(description="The day of the change", examples=["2026-06-01"])]
    target: Annotated[Amount, Meta(description="Where it goes from there", examples=["60000"])] | None = None
    by: Annotated[dt.date, Meta(description="By when", examples=["2027-03-01"])] | None = None
    why: Annotated[str, Meta(description="What changed", examples=["shin"])] | None = None


class Goal(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in goals/."""

    title: Annotated[Text, Meta(description="By default the file's name", examples=["Finish the novel"])] | None = None
    values: Annotated[ValueRefs, Meta(description="The values it serves", examples=[["growth"]])] | None = None
    identity: Annotated[str, Meta(description="Who you are becoming", examples=["someone who writes"])] | None = None
    why: Annotated[str, Meta(description="One line; the body is the long version")] | None = None
    parent: Annotated[GoalRef, Meta(description="The goal that this one is a part of")] | None = None
    status: Annotated[Status, Meta(description="active, paused, done or released")] = Status.ACTIVE
    started: Annotated[dt.date, Meta(description="By default the first win", examples=["2026-01-01"])] | None = None
    by: Annotated[dt.date, Meta(description="No date, no pace line", examples=["2026-12-31"])] | None = None
    measure: Annotated[Measure, Meta(description="How progress is counted")] | None = None
    milestones: Annotated[tuple[Milestone, ...], Meta(description="The ladder")] = ()
    next: Annotated[Steps, Meta(description="The next small action")] | None = None
    focus: Annotated[Flag, Meta(description="yes prefers it for the one next step")] = Flag.NO
    changed: Annotated[tuple[Change, ...], Meta(description="How the plan changed")] = ()
    ended: Annotated[dt.date, Meta(description="When done or released; by default the last win")] | None = None
    paused: Annotated[tuple[Span, ...], Meta(description="When it rested")] = ()
