"""One file with a day's wins, setbacks, habit ticks, and prose."""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .amount import Amount
from .fields import Clock, GoalRef, HabitRef, Scale, Steps, Text
from .keys import Fields
from .setback import Setback
from .win import Win


class Tick(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A habit, done that day."""

    habit: Annotated[HabitRef, Meta(description="Which one")]
    amount: Annotated[Amount, Meta(description="How much", examples=["25 min"])] | None = None
    effort: Annotated[Scale, Meta(description="How hard it was, 1 to 5", examples=[2])] | None = None
    time: Clock | None = None
    worked: Annotated[str, Meta(description="What helped", examples=["shoes by the door"])] | None = None


class Skip(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A habit, let go that day on purpose: its strength stays as it was."""

    habit: Annotated[HabitRef, Meta(description="Which one")]
    why: Annotated[str, Meta(description="What for", examples=["travel"])] | None = None


class Day(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in days/."""

    date: (
        Annotated[dt.date, Meta(description="Overrules the date in the file's name", examples=["2026-02-14"])] | None
    ) = None
    title: Annotated[Text, Meta(description="A name for the day, if it deserves one")] | None = None
    mood: Annotated[Scale, Meta(description="How the day felt, 1 to 5", examples=[4])] | None = None
    energy: Annotated[Scale, Meta(description="How much strength there was, 1 to 5", examples=[2])] | None = None
    prose: (
        Annotated[
            Literal["public", "private"],
            Meta(description="private withholds the prose, mood and energy, but not the wins"),
        ]
        | None
    ) = None
    habits: Annotated[tuple[HabitRef | Tick, ...], Meta(description="The habits that you did")] = ()
    skips: Annotated[tuple[HabitRef | Skip, ...], Meta(description="The habits that you let go on purpose")] = ()
    next: Annotated[dict[GoalRef, Steps], Meta(description="The next step of a goal")] = msgspec.field(
        default_factory=dict
    )
    wins: Annotated[tuple[str | Win, ...], Meta(description="Wins, as plain text or as mappings")] = ()
    setbacks: Annotated[tuple[str | Setback, ...], Meta(description="Setbacks, likewise")] = ()
