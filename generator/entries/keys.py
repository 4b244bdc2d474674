"""The keys that every kind takes."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from .fields import Flag, Refs, Visibility


class Fields(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="=kind", tag=True):
    """The keys that every kind takes."""

    id: (
        Annotated[
            str,
            Meta(min_length=1, description="Overrules the id that the file's name gives", examples=["a-short-name"]),
        ]
        | None
    ) = None
    aliases: (
        Annotated[Refs, Meta(description="Other names that references may use", examples=[["the book"]])] | None
    ) = None
    draft: Annotated[Flag, Meta(description="yes keeps it out of the site until it is finished")] = Flag.NO
    visibility: (
        Annotated[Visibility, Meta(description="private keeps it out of everything that is published")] | None
    ) = None
    params: Annotated[
        dict[str, Any], Meta(description="Anything; handed to templates as it is", examples=[{"weather": "rain"}])
    ] = {}
