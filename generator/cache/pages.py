"""Files that were made before: a page whose fingerprint is the same would be the same bytes."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.base.stamp import NONE, Stamp, stamp

from .shelf import Shelf

FILE = "files"


class Made(msgspec.Struct, frozen=True, array_like=True):
    """A file of the site: the fingerprint of what it was made from, what stands for its bytes, and its stamp."""

    fingerprint: bytes
    digest: str
    stamp: Stamp


def shelf(folder: Path, key: bytes) -> Shelf[Made]:
    """What the last build made, by path below the output folder, with the pages that may be worded anew, encoded."""
    return Shelf(folder / FILE, key, Made)


def standing(output: Path, made: Mapping[str, Made], fingerprints: Mapping[str, bytes]) -> dict[str, Made]:
    """The files that would be made anew just as they stand: their fingerprint is the same, and nobody touched them."""
    found = {}
    root = f"{output}/"
    for path, fingerprint in fingerprints.items():
        one = made.get(path)
        if one is not None and one.fingerprint == fingerprint and one.stamp != NONE and stamp(root + path) == one.stamp:
            found[path] = one
    return found
