"""Files that were made before: a page whose fingerprint is the same would be the same bytes."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.base.stamp import NONE, Stamp, stamp

from . import store

FILE = "files"


class Made(msgspec.Struct, frozen=True, array_like=True):
    """A file of the site: the fingerprint of what it was made from, what stands for its bytes, and its stamp."""

    fingerprint: bytes
    digest: str
    stamp: Stamp


def load(folder: Path, key: bytes) -> Mapping[str, Made]:
    """What the last build made, by path below the output folder; nothing where it was another output folder's, or kept
    under another key."""
    data = store.fetch(folder / FILE, key)
    try:
        return msgspec.msgpack.decode(data, type=dict[str, Made]) if data else {}
    except msgspec.MsgspecError:
        return {}


def save(folder: Path, key: bytes, made: Mapping[str, Made]) -> None:
    """Keep it for the next build."""
    store.keep(folder / FILE, key, msgspec.msgpack.encode(made))


def standing(output: Path, made: Mapping[str, Made], fingerprints: Mapping[str, bytes]) -> dict[str, Made]:
    """The files that would be made anew just as they stand: their fingerprint is the same, and nobody touched them."""
    found = {}
    root = f"{output}/"
    for path, fingerprint in fingerprints.items():
        one = made.get(path)
        if one is not None and one.fingerprint == fingerprint and one.stamp != NONE and stamp(root + path) == one.stamp:
            found[path] = one
    return found
