"""A page's fingerprint: a digest of all that it is made from. A page reads nothing else, so it cannot be stale."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from generator.base.stamp import NONE, settled, stamp
from generator.journal.records import Prose
from generator.pages.page import Page
from generator.render.artifact import Artifact

from .store import digest


class Fingerprints:
    """Makes the fingerprints of pages. `around` stands for what is the same for all: the theme, the chrome, the
    language, the program."""

    def __init__(self, around: bytes) -> None:
        self._around = around
        self._encode = msgspec.msgpack.Encoder(enc_hook=_plain).encode

    def of_page(self, page: Page) -> tuple[bytes, bytes]:
        """The fingerprint of a page, and the page encoded without the words of its body, which its entry has."""
        body = getattr(page.view, "prose", None) or Prose()
        data = self._encode(worded(page, Prose(targets=body.targets)) if body else page)
        kind = type(page.view).__qualname__.encode()
        return digest(self._around, kind, data, body.html.encode(), body.plain.encode()), data


Shown = TypeVar("Shown", bound=Page)


def worded(page: Shown, body: Prose) -> Shown:
    """The page with another body."""
    return replace(page, view=replace(page.view, prose=body))


def contents(root: Path) -> bytes:
    """A digest of a file, or of every file below a folder, by name and bytes."""
    files = [root] if root.is_file() else sorted(at for at in root.rglob("*") if at.is_file())
    return digest(*(part for at in files for part in (str(at.relative_to(root)).encode(), at.read_bytes())))


def file_fingerprint(file: Artifact) -> bytes:
    """The fingerprint of a file that no template draws: its bytes, or the stamp of what it is a copy of."""
    if file.source is None:
        return digest(file.data)
    taken = settled(stamp(file.source))
    return of(str(file.source), taken) if taken != NONE else digest(file.source.read_bytes())


def of(*parts: Any) -> bytes:
    """A digest of frozen values."""
    encode = msgspec.msgpack.Encoder(enc_hook=_plain).encode
    return digest(*(encode(part) for part in parts))


def _plain(value: object) -> object:
    """Values that msgspec does not know: by the words that they are written in."""
    return f"{type(value).__qualname__} {value}"
