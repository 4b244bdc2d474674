"""The manifest: which files the last build wrote, and what was in them."""

import hashlib
from pathlib import Path

import msgspec

MANIFEST = ".smallwins-manifest.json"


class Manifest(msgspec.Struct, frozen=True):
    """The digest of each file by its path below the output folder."""

    files: dict[str, str] = {}
    version: int = 1


def read_manifest(output: Path) -> Manifest:
    """The last build's manifest; an empty one where there is none, or none that can be read."""
    try:
        return msgspec.json.decode((output / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return Manifest()


def digest(data: bytes) -> str:
    """What stands for a file's bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
