"""A thing that got in the way, with what you learned and the small action that restarts."""

import datetime as dt
from typing import Annotated

from msgspec import Meta

from .fields import Clock, GoalRefs, HabitRef, Text, ValueRefs
from .keys import Fields


class Setback(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in setbacks/, and of a setback in a day's file."""

    text: Annotated[Text, Meta(description="What happened, in a line", examples=["Flu for a week"])] | None = None
    title: Annotated[Text, Meta(description="The same as text", examples=["Flu for a week"])] | None = None
    date: (
        Annotated[dt.date, Meta(description="Overrules the date in the file's name", examples=["2026-02-14"])] | None
    ) = None
    goal: Annotated[GoalRefs, Meta(description="The goal or goals that it touched")] | None = None
    values: Annotated[ValueRefs, Meta(description="Values beyond those that the goal gives")] | None = None
    habit: Annotated[HabitRef, Meta(description="The habit that it touched")] | None = None
    learned: Annotated[str, Meta(description="What you learned", examples=["rest early"])] | None = None
    restart: Annotated[str, Meta(description="The small action that restarts", examples=["walk 20 minutes"])] | None = (
        None
    )
    time: Clock | None = None
