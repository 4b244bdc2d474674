"""Something that matters to you."""

from typing import Annotated

from msgspec import Meta

from .fields import Steps, Text
from .keys import Fields


class Value(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in values/."""

    title: Annotated[Text, Meta(description="By default the file's name", examples=["Growth"])] | None = None
    identity: (
        Annotated[str, Meta(description="Who you are becoming", examples=["someone who keeps learning"])] | None
    ) = None
    why: Annotated[str, Meta(description="One line; the body is the long version")] | None = None
    next: Annotated[Steps, Meta(description="The next step")] | None = None
    colour: (
        Annotated[
            str,
            Meta(
                description="A name of the theme's palette, or #rrggbb",
                examples=["moss", "#6b7f4e"],
                extra_json_schema={"refers": "palette"},
            ),
        ]
        | None
    ) = None
