"""A repeated action in a consistent context."""

import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from .amount import Amount
from .fields import GoalRef, Span, Text
from .keys import Fields


class Dose(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What counts as done, in `unit`; without it a tick is enough."""

    unit: Annotated[Text, Meta(description="What amounts are counted in", examples=["min"])] | None = None
    at_least: Annotated[Amount, Meta(description="So much makes it whole", examples=["20"])] | None = None
    at_most: Annotated[Amount, Meta(description="No more than this", examples=["2"])] | None = None


class Habit(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in habits/."""

    title: Annotated[Text, Meta(description="By default the file's name", examples=["Morning pages"])] | None = None
    goal: Annotated[GoalRef, Meta(description="The goal that it belongs to")] | None = None
    cadence: (
        Annotated[
            str | tuple[str, ...],
            Meta(
                description="daily, weekdays, weekly, N/week, N/M (N times in M days), days of the week, or 0",
                examples=["3/week", ["mon", "wed", "fri"]],
            ),
        ]
        | None
    ) = None
    cue: Annotated[str, Meta(description="The context it happens in", examples=["after coffee"])] | None = None
    small: Annotated[str, Meta(description="The smallest version", examples=["one sentence"])] | None = None
    measure: Annotated[Dose, Meta(description="What counts as done")] | None = None
    started: Annotated[dt.date, Meta(description="By default the first tick")] | None = None
    ended: Annotated[dt.date, Meta(description="When it came to its end")] | None = None
    paused: Annotated[tuple[Span, ...], Meta(description="When it rested")] = ()
