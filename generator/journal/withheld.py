"""Why something is withheld, and what each entry says of itself."""

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.config.schema import Site
from generator.entries import KINDS, Entry
from generator.entries.fields import Visibility

from .written import item_key, tick_key


class Withheld(enum.Enum):
    """Why something is not published; the strictest reason comes first."""

    ERROR = "error"
    PRIVATE = "private"
    DRAFT = "draft"
    FUTURE = "future"


class Terms(NamedTuple):
    """On which terms entries are published: which kinds are private where they don't say otherwise, the last day that
    is not in the future, and whether drafts are shown."""

    private: Mapping[str, bool]
    last: dt.date
    drafts: bool

    def reasons(self, entry: Entry) -> Mapping[str, Withheld]:
        """What an entry and each of its items say of themselves, or the site says of their kind, by key."""
        fields, date = entry.fields, entry.date
        reasons: dict[str, Withheld] = {}
        if why := self._reason(entry.kind, fields, date):
            reasons[entry.key] = why
        for item in entry.items:
            if why := self._reason(_KIND_OF[item.kind], item.fields, item.fields.date or date):
                reasons[item_key(entry, item.origin)] = why
        if entry.kind == "days" and fields.habits:
            private, future = self.private["wins"], date is not None and date > self.last
            if ticks := Withheld.PRIVATE if private else Withheld.FUTURE if future else None:
                reasons |= {tick_key(entry, position): ticks for position in range(len(fields.habits))}
        return reasons or _NONE

    def _reason(self, kind: str, fields: Any, date: dt.date | None) -> Withheld | None:
        visibility: Visibility | None = fields.visibility
        if visibility.value != "public" if visibility else self.private[kind]:
            return Withheld.PRIVATE
        if fields.draft and not self.drafts:
            return Withheld.DRAFT
        return Withheld.FUTURE if date is not None and date > self.last else None


def terms_of(site: Site, today: dt.date, *, drafts: bool, future: bool) -> Terms:
    """The terms of a site on a day."""
    private = {kind: site.visibility.of(kind) != "public" for kind in KINDS}
    return Terms(private, dt.date.max if future else today, drafts)


_KIND_OF = {"win": "wins", "setback": "setbacks"}
_NONE: Mapping[str, Withheld] = {}
