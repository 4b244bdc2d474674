"""PNG (W3C, third edition): a row of chunks, each with its length, its name and its sum."""

from zlib import crc32

from . import tiff

_START = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)
"""The chunks that draw a picture, or an animation."""


def is_one(data: bytes) -> bool:
    return data.startswith(_START)


def stripped(data: bytes) -> bytes:
    """The chunks that draw it; texts, times, Exif and what nobody knows go, and what follows the end."""
    kept, at, turned, name = [_START], len(_START), 1, b""
    while name != b"IEND":
        size = int.from_bytes(data[at : at + 4], "big")
        name, end = data[at + 4 : at + 8], at + 12 + size
        if end > len(data):
            raise ValueError("it ends too early")
        if name == b"eXIf":
            turned = tiff.orientation(data[at + 8 : end - 4])
        elif name in _KEPT:
            kept.append(data[at:end])
        at = end
    if turned != 1:
        kept.insert(2, _chunk(b"eXIf", tiff.only(turned)))
    return b"".join(kept)


def _chunk(name: bytes, inside: bytes) -> bytes:
    return len(inside).to_bytes(4, "big") + name + inside + crc32(name + inside).to_bytes(4, "big")
