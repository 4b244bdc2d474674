"""Ids for machines that outlive a change of address: feed readers and calendars know an entry by nothing else.

They are UUIDs made from names (RFC 9562, version 5): the journal's own name, and the entry's key in it.
"""

from uuid import UUID, uuid5

from generator.config.schema import Site

_OURS = UUID("6f1d6a0e-4a0b-4f1c-9a57-2f6c1b1a7d11")  # drawn once


def uuid(site: Site, key: str) -> str:
    """The UUID of what is called `key` in this journal ("goals/novel"; "" for the journal itself)."""
    name = (site.feed.id if site.feed else "") or site.title
    return str(uuid5(uuid5(_OURS, name), key))
