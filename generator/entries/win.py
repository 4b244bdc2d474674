"""One small thing that you did."""

import datetime as dt
from typing import Annotated

from msgspec import Meta

from .amount import Amount
from .fields import Clock, Flag, GoalRefs, HabitRef, Scale, Text, ValueRefs
from .keys import Fields


class Win(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in wins/, and of a win in a day's file."""

    text: Annotated[Text, Meta(description="What you did, in a line", examples=["Ran 5 km with Sam"])] | None = None
    title: Annotated[Text, Meta(description="The same as text", examples=["Scene three is down"])] | None = None
    date: (
        Annotated[dt.date, Meta(description="Overrules the date in the file's name", examples=["2026-02-14"])] | None
    ) = None
    goal: Annotated[GoalRefs, Meta(description="The goal or goals that it serves", examples=["novel"])] | None = None
    values: Annotated[ValueRefs, Meta(description="Values beyond those that the goal gives")] | None = None
    habit: Annotated[HabitRef, Meta(description="The habit that it ticks")] | None = None
    amount: Annotated[Amount, Meta(description="How much", examples=["540 words", "5 km"])] | None = None
    milestone: (
        Annotated[
            str,
            Meta(
                description="The milestone that it reaches, by id or title",
                extra_json_schema={"refers": "milestones"},
            ),
        ]
        | None
    ) = None
    effort: Annotated[Scale, Meta(description="How hard it was, 1 to 5", examples=[4])] | None = None
    stretch: Annotated[Flag, Meta(description="yes: a little past what was comfortable")] = Flag.NO
    worked: Annotated[str, Meta(description="What helped", examples=["phone in another room"])] | None = None
    closer: Annotated[str, Meta(description="How it moves you closer")] | None = None
    celebrate: Annotated[str, Meta(description="How you marked it", examples=["a long walk"])] | None = None
    time: Clock | None = None
