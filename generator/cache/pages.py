"""Files that were made before: a page whose fingerprint is the same would be the same bytes."""

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


def stands(output: Path, path: str, made: Made, fingerprint: bytes) -> bool:
    """Whether a file would be made anew just as it stands: its fingerprint is the same, and nobody touched it."""
    return made.fingerprint == fingerprint and made.stamp != NONE and stamp(f"{output}/{path}") == made.stamp
