"""What every entry has, whatever its kind."""

import datetime as dt
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from generator.base.origin import Origin

from .fields import Flag, Refs, Visibility


class Fields(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The keys that every kind takes."""

    id: Annotated[str, Meta(min_length=1, description="Overrules the id that the file's name gives")] | None = None
    aliases: Annotated[Refs, Meta(description="Other names that references may use")] | None = None
    draft: Annotated[Flag, Meta(description="yes keeps it out of the site until it is finished")] = Flag.NO
    visibility: (
        Annotated[Visibility, Meta(description="private keeps it out of everything that is published")] | None
    ) = None
    params: Annotated[dict[str, Any], Meta(description="Anything; handed to templates as it is")] = {}


class Mention(msgspec.Struct, frozen=True):
    """A link that was written in a body: `[[target|label]]`, a link to another entry's file, or to a file in media/.

    Bodies hold it as a mark, NUL n NUL, so that HTML can be made once and linked later. NUL cannot stand in a body.
    """

    kind: str  # wiki | file | media
    target: str
    label: str
    origin: Origin


class Body(msgspec.Struct, frozen=True):
    """An entry's Markdown as HTML with marks in the place of links: `\\0n\\0` for mention n as a whole, or for the
    url of a picture; `\\0n(\\0` and `\\0n)\\0` around the text of a link to a file."""

    html: str = ""
    mentions: tuple[Mention, ...] = ()
    plain: str = ""

    def __bool__(self) -> bool:
        return bool(self.html)


class Item(msgspec.Struct, frozen=True):
    """A win or a setback that stands in a day's file."""

    kind: str  # win | setback
    fields: Any
    origin: Origin
    mentions: tuple[Mention, ...] = ()
    note: Body = Body()
    places: dict[str, Origin] = {}


class Entry(msgspec.Struct, frozen=True):
    """One file, read. `name` is its path below the kind's folder without `.md`; `places` maps a key's path in the
    front matter ("milestones.1.at") to where its value was written; the empty path is the file."""

    kind: str
    path: str
    name: str
    id: str
    date: dt.date | None
    fields: Any
    body: Body = Body()
    items: tuple[Item, ...] = ()
    places: dict[str, Origin] = {}

    @property
    def key(self) -> str:
        """The entry among all entries: "goals/novel"."""
        return f"{self.kind}/{self.id}"

    def place(self, key: str = "") -> Origin:
        """Where `key` was written; the file where it was not."""
        return self.places.get(key) or self.places.get(key.rsplit(".", 1)[0]) or Origin(self.path)
