"""Exif (a TIFF file of tags): all that is wanted of it is how the picture is turned."""

import struct

_ORIENTATION, _SHORT = 0x0112, 3


def orientation(data: bytes) -> int:
    """The orientation (1 to 8) that an Exif block tells; 1, upright, where it tells none that makes sense."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, start)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", data, start + 2 + 12 * number)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def only(turned: int) -> bytes:
    """An Exif block that tells the orientation and nothing else."""
    return struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, _ORIENTATION, _SHORT, 1, turned, 0, 0)
