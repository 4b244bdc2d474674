"""An entry that says the same in other words."""

import msgspec

from generator.journal.records import Prose


class Rewording(msgspec.Struct, frozen=True):
    """A day's or a story's body as it was and as it is, both with something in them. `key` is its name in the
    journal ("days/2026-02-15")."""

    key: str
    url: str
    was: Prose
    now: Prose
