"""A file that machines read: a url and its bytes, drawn by no template."""

import msgspec


class File(msgspec.Struct, frozen=True):
    """`url` is absolute within the site, "/journal.json"."""

    url: str
    data: bytes
