"""Pictures without what they tell of their maker: camera, place, time, software, comments, thumbnails.

Only whole segments are taken out, and what draws the picture stays as it was, byte for byte. The way in which it is
turned is kept. A picture that cannot be taken apart is not published.
"""

from collections.abc import Callable

from . import gif, jpeg, png, webp
from .damaged import DamagedError

FORMATS: tuple[tuple[str, Callable[[bytes], bool], Callable[[bytes], bytes]], ...] = (
    ("JPEG", jpeg.is_one, jpeg.stripped),
    ("PNG", png.is_one, png.stripped),
    ("WebP", webp.is_one, webp.stripped),
    ("GIF", gif.is_one, gif.stripped),
)
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
"""Names under which nothing else may be published."""


def stripped(data: bytes, name: str) -> bytes:
    """The picture's bytes without metadata; what is none of these formats is handed back as it is. Raises DamagedError,
    in words, for what is called one and isn't, or is damaged."""
    for format_, is_one, strip in FORMATS:
        if is_one(data):
            try:
                return strip(data)
            except (IndexError, ValueError) as error:
                raise DamagedError(f"it is a {format_} that can't be taken apart: {error}") from error
    if name.lower().endswith(PICTURES):
        raise DamagedError("it is called a picture, and is none of JPEG, PNG, WebP or GIF")
    return data
