"""Something you are building."""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .amount import Amount
from .fields import Flag, Refs, Span, Status, Steps, Text
from .keys import Fields

MeasureKind = Literal["sum", "latest", "max", "min", "count", "days", "milestones", "goals"]


class Measure(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, rename={"start": "from"}
):
    """How progress is counted. Numbers may carry a unit that fits `unit`."""

    unit: Annotated[Text, Meta(description="What amounts are counted in", examples=["words", "km"])] | None = None
    kind: Annotated[MeasureKind, Meta(description="What many amounts become")] | None = None
    start: Annotated[Amount, Meta(description="Where it began")] | None = None
    target: Annotated[Amount, Meta(description="Where it is going")] | None = None


class Milestone(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A rung of the ladder: reached by the measure (`at`), by a win's `milestone:`, or by `done`."""

    id: Text | None = None
    title: Text | None = None
    at: Amount | None = None
    done: dt.date | None = None
    reward: str | None = None
    rewarded: dt.date | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The plan bends from this day on; the past stays as it was."""

    on: dt.date
    target: Amount | None = None
    by: dt.date | None = None
    why: str | None = None


class Goal(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in goals/."""

    title: Annotated[Text, Meta(description="By default the file's name", examples=["Finish the novel"])] | None = None
    values: Annotated[Refs, Meta(description="The values it serves", examples=[["growth"]])] | None = None
    identity: Annotated[str, Meta(description="Who you are becoming", examples=["someone who writes"])] | None = None
    why: Annotated[str, Meta(description="One line; the body is the long version")] | None = None
    parent: Annotated[str, Meta(description="The goal that this one is a part of")] | None = None
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
