"""WebP (RFC 9649): a RIFF file of chunks; a frame of an animation has chunks of its own."""

from collections.abc import Iterator

from . import tiff

_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_FRAME_HEAD = 16


def is_one(data: bytes) -> bool:
    return data.startswith(b"RIFF") and data[8:12] == b"WEBP"


def stripped(data: bytes) -> bytes:
    """The chunks that draw it, and a head that says which there are."""
    chunks = list(_chunks(data[12 : 8 + int.from_bytes(data[4:8], "little")]))
    turned = next((tiff.orientation(_tiff(inside)) for name, inside in chunks if name == b"EXIF"), 1)
    kept = []
    for name, inside in chunks:
        if name == b"VP8X":
            flags = inside[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned != 1 else 0)
            kept.append(_chunk(name, bytes([flags]) + inside[1:]))
        elif name == b"ANMF":
            frame = [_chunk(*part) for part in _chunks(inside[_FRAME_HEAD:]) if part[0] in _KEPT]
            kept.append(_chunk(name, inside[:_FRAME_HEAD] + b"".join(frame)))
        elif name in _KEPT:
            kept.append(_chunk(name, inside))
    if turned != 1:
        kept.append(_chunk(b"EXIF", tiff.only(turned)))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > len(data):
            raise ValueError("it ends too early")
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(name: bytes, inside: bytes) -> bytes:
    return name + len(inside).to_bytes(4, "little") + inside + b"\0" * (len(inside) % 2)


def _tiff(exif: bytes) -> bytes:
    """Some programs write JPEG's head before it."""
    return exif.removeprefix(b"Exif\0\0")
