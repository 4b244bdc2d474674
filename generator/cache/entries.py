"""Entries that were read before: a file that did not change is not read again."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.base.convert import decode
from generator.base.stamp import Stamp, settled
from generator.entries.fields import encode
from generator.read.parse import Parsed

from . import store

FILE = "entries"


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was read: its stamp, what stood for its bytes, and what they said."""

    stamp: Stamp
    digest: bytes
    parsed: Parsed


def load(folder: Path, key: bytes) -> Mapping[str, Kept]:
    """What was kept in `folder`, by path; nothing where it was kept under another key."""
    data = store.fetch(folder / FILE, key)
    try:
        return msgspec.msgpack.decode(data, type=dict[str, Kept], dec_hook=decode) if data else {}
    except (msgspec.MsgspecError, ValueError):
        return {}


def save(folder: Path, key: bytes, kept: Mapping[str, Kept]) -> None:
    """Keep them for the next build."""
    sure = {
        path: one if (stamp := settled(one.stamp)) == one.stamp else msgspec.structs.replace(one, stamp=stamp)
        for path, one in kept.items()
    }
    store.keep(folder / FILE, key, msgspec.msgpack.encode(sure, enc_hook=encode))
