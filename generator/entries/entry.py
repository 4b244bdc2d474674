"""An entry: one file, read, whatever its kind."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import msgspec

from generator.base.origin import Origin

from .day import Day
from .goal import Goal
from .habit import Habit
from .page import Page
from .review import Review
from .setback import Setback
from .value import Value
from .win import Win

if TYPE_CHECKING:  # whoever has an entry of a kind knows its keys; the union is for reading it back from the cache
    Written = Any
else:
    Written = Day | Goal | Habit | Page | Review | Setback | Value | Win


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
    fields: Written
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
    fields: Written
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
