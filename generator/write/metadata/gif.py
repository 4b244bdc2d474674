"""GIF (89a): blocks, each of sub-blocks."""

_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""The only applications that say how a picture is drawn: how often an animation runs."""
_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _PLAIN_TEXT, _APPLICATION = 0xF9, 0x01, 0xFF


def is_one(data: bytes) -> bool:
    return data.startswith((b"GIF87a", b"GIF89a"))


def stripped(data: bytes) -> bytes:
    """Without comments, and without what applications say (XMP is among that)."""
    at = 13 + _table(data[10])
    kept = [data[:at]]
    while data[at] != _END:
        begin, is_kept = at, True
        if data[at] == _EXTENSION:
            label = data[at + 1]
            is_kept = label in (_CONTROL, _PLAIN_TEXT) or (label == _APPLICATION and data[at + 3 : at + 14] in _LOOPS)
            at = _after(data, at + 2)
        elif data[at] == _IMAGE:
            at = _after(data, at + 11 + _table(data[at + 9]))
        else:
            raise ValueError(f"there is no block at byte {at}")
        kept += [data[begin:at]] if is_kept else []
    return b"".join([*kept, bytes([_END])])


def _table(flags: int) -> int:
    """The size of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after(data: bytes, at: int) -> int:
    """Where the row of sub-blocks that begins at `at` has its end."""
    while data[at]:
        at += 1 + data[at]
    return at + 1
