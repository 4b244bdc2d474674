"""One file with a day's wins, setbacks, habit ticks, and prose."""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .amount import Amount
from .fields import Clock, Scale, Steps, Text
from .keys import Fields
from .setback import Setback
from .win import Win


class Tick(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A habit, done that day."""

    habit: str
    amount: Amount | None = None
    effort: Scale | None = None
    time: Clock | None = None
    worked: str | None = None


class Skip(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A habit, let go that day on purpose: its strength stays as it was."""

    habit: str
    why: str | None = None


class Day(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in days/."""

    date: Annotated[dt.date, Meta(description="Overrules the date in the file's name")] | None = None
    title: Text | None = None
    mood: Annotated[Scale, Meta(description="1 to 5", examples=[4])] | None = None
    energy: Annotated[Scale, Meta(description="1 to 5", examples=[2])] | None = None
    prose: (
        Annotated[
            Literal["public", "private"],
            Meta(description="private withholds the prose, mood and energy, but not the wins"),
        ]
        | None
    ) = None
    habits: Annotated[tuple[str | Tick, ...], Meta(description="The habits that you did")] = ()
    skips: Annotated[tuple[str | Skip, ...], Meta(description="The habits that you let go on purpose")] = ()
    next: Annotated[dict[str, Steps], Meta(description="The next step of a goal")] = msgspec.field(default_factory=dict)
    wins: Annotated[tuple[str | Win, ...], Meta(description="Wins, as plain text or as mappings")] = ()
    setbacks: Annotated[tuple[str | Setback, ...], Meta(description="Setbacks, likewise")] = ()
