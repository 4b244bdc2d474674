"""The types of front-matter keys, and what each says when it can't be read.

YAML gives text, the schema gives types: every scalar arrives as the text that was written.
"""

import datetime as dt
import enum
from typing import Annotated

import msgspec
from msgspec import Meta

from generator.base.flag import Flag

from .amount import Amount


class Visibility(enum.Enum):
    """Who may read an entry. What is neither word is an error, and the entry is withheld."""

    PUBLIC = "public"
    PRIVATE = "private"


class Status(enum.Enum):
    """Where a goal stands."""

    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    RELEASED = "released"


Text = Annotated[str, Meta(min_length=1)]
Clock = Annotated[str, Meta(pattern=r"^([01]?\d|2[0-3]):[0-5]\d$", description="A time of day", examples=["07:30"])]
Refs = str | tuple[str, ...]
# What a reference refers to, for editors: the folder of what it may name.
GoalRef = Annotated[str, Meta(extra_json_schema={"refers": "goals"})]
GoalRefs = Annotated[Refs, Meta(extra_json_schema={"refers": "goals"})]
ValueRefs = Annotated[Refs, Meta(extra_json_schema={"refers": "values"})]
HabitRef = Annotated[str, Meta(extra_json_schema={"refers": "habits"})]
Scale = Annotated[int, Meta(ge=1, le=5)]


class Span(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}
):
    """A pause: from its first day to its last, both included; without `to` it goes on."""

    start: Annotated[dt.date, Meta(description="Its first day", examples=["2026-03-01"])]
    end: Annotated[dt.date, Meta(description="Its last day", examples=["2026-03-14"])] | None = None
    why: Annotated[str, Meta(description="What for, in a word or two", examples=["flu"])] | None = None


class Next(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The next step, with a version for tired days and one for days that have more in them."""

    do: Annotated[Text, Meta(description="What to do", examples=["Outline scene 4"])]
    tired: Annotated[str, Meta(description="A smaller version", examples=["read one line"])] | None = None
    stretch: Annotated[str, Meta(description="A larger version", examples=["the whole act"])] | None = None


NextStep = Text | Next
Steps = Text | Next | tuple[NextStep, ...]


def as_tuple(refs: Refs | None) -> tuple[str, ...]:
    """One reference or a list of them, as a tuple."""
    if refs is None:
        return ()
    return (refs,) if isinstance(refs, str) else refs


def steps(written: Steps | None) -> tuple[Next, ...]:
    """Next steps in whichever way they were written, as a tuple of `Next`."""
    if written is None:
        return ()
    listed = written if isinstance(written, tuple) else (written,)
    return tuple(Next(do=step) if isinstance(step, str) else step for step in listed)


def encode(value: object) -> object:
    """msgspec's hook for the types that it doesn't know: what their `parse` reads back."""
    if isinstance(value, Amount):
        return str(value)
    raise NotImplementedError(type(value))  # what msgspec asks of a hook that does not know a type


__all__ = [
    "Clock", "Flag", "GoalRef", "GoalRefs", "HabitRef", "Next", "NextStep", "Refs", "Scale", "Span", "Status", "Steps",
    "Text", "ValueRefs", "Visibility", "as_tuple", "encode", "steps",
]  # fmt: skip
