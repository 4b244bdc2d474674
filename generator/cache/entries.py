"""Entries that were read before: a file that did not change is not read again."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from generator.base.convert import decode
from generator.base.stamp import Stamp
from generator.entries.fields import encode
from generator.read.parse import Parsed

from .shelf import Shelf
from .store import digest

FILE = "entries"


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was read: its stamp, and what stood for its bytes."""

    stamp: Stamp
    digest: bytes


def shelf(folder: Path, key: bytes) -> Shelf[Seen]:
    """What was kept in `folder`, by path: what each file said, encoded."""
    return Shelf(folder / FILE, key, Seen)


def sum_of(notes: Mapping[str, Seen]) -> bytes:
    """What stands for what all files said together, whenever that was."""
    return digest(msgspec.msgpack.encode({path: seen.digest for path, seen in notes.items()}))


def encoder() -> Callable[[Parsed], bytes]:
    """Makes bytes of what a file said."""
    return msgspec.msgpack.Encoder(enc_hook=encode).encode


def decoder() -> Callable[[bytes], Parsed]:
    """Makes what a file said of bytes. Raises msgspec.MsgspecError or ValueError for others."""
    return msgspec.msgpack.Decoder(Parsed, dec_hook=decode).decode
