"""JPEG (ITU T.81): a row of segments, with the picture itself in between."""

import re

from . import tiff

_START, _END = b"\xff\xd8", b"\xff\xd9"
_EXIF, _PROFILE, _JFIF, _ADOBE = b"Exif\0\0", b"ICC_PROFILE\0", b"JFIF\0", b"Adobe"
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker within the picture's data: not an escaped byte, not a restart."""


def is_one(data: bytes) -> bool:
    return data.startswith(_START + b"\xff")


def stripped(data: bytes) -> bytes:
    """Of the applications' segments only the colour profile, Adobe's colour transform and JFIF's head stay; comments
    go, and whatever follows the picture's end (a second picture, a film)."""
    kept, at, turned = [], 2, 1
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        marker = data[at + 1]
        if data[at] != 0xFF:
            raise ValueError(f"there is no marker at byte {at}")
        if marker == 0xD9:
            break
        end = (
            at + 2
            if marker == 0x01 or 0xD0 <= marker <= 0xD7
            else at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        )
        if end > len(data) or end < at + 2:
            raise ValueError("it ends too early")
        segment = data[at:end]
        if marker == 0xE1 and segment[4:].startswith(_EXIF) and turned == 1:
            turned = tiff.orientation(segment[4 + len(_EXIF) :])
        elif not 0xE0 <= marker <= 0xEF and marker != 0xFE:
            kept.append(segment)
        elif part := _harmless(marker, segment):
            kept.append(part)
        at = end
        if marker == 0xDA:
            found = _NEXT.search(data, at)
            if found is None:
                raise ValueError("it has no end")
            kept.append(data[at : found.start()])
            at = found.start()
    return b"".join([_START, *_with_exif(kept, turned), _END])


def _harmless(marker: int, segment: bytes) -> bytes:
    """An application's segment that draws the picture, "" for one that only tells of it."""
    inside = segment[4:]
    if marker == 0xE0 and inside.startswith(_JFIF):
        return b"\xff\xe0\x00\x10" + inside[:12] + b"\0\0"  # without its thumbnail
    if (marker == 0xE2 and inside.startswith(_PROFILE)) or (marker == 0xEE and inside.startswith(_ADOBE)):
        return segment
    return b""


def _with_exif(segments: list[bytes], turned: int) -> list[bytes]:
    """How the picture is turned stands behind JFIF's head."""
    if turned == 1:
        return segments
    inside = _EXIF + tiff.only(turned)
    exif = b"\xff\xe1" + (len(inside) + 2).to_bytes(2, "big") + inside
    first = 1 if segments and segments[0].startswith(b"\xff\xe0") else 0
    return [*segments[:first], exif, *segments[first:]]
