"""Your reflection on a week, a month or a year; the file's name says which."""

from typing import Annotated

import msgspec
from msgspec import Meta

from .fields import GoalRef, Steps, Text
from .keys import Fields

Lines = Text | tuple[Text, ...]


class Review(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in reviews/."""

    title: Annotated[Text, Meta(description="By default the period")] | None = None
    worked: Annotated[Lines, Meta(description="What worked", examples=[["phone in another room"]])] | None = None
    adjust: Annotated[Lines, Meta(description="What to do differently", examples=[["write before mail"]])] | None = None
    next: Annotated[dict[GoalRef, Steps], Meta(description="The next step of a goal")] = msgspec.field(
        default_factory=dict
    )
    moving: Annotated[
        dict[GoalRef, str], Meta(description="What a goal's wins are moving; answers the motion check")
    ] = msgspec.field(default_factory=dict)
