"""A theme's styles as one file, and the values' colours as another."""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import PurePosixPath

from generator.journal.records import Value

from .theme import Theme

_IMPORT = re.compile(r'^@import url\("([^"]+)"\) layer\(([\w-]+)\);\n?', re.MULTILINE)


def bundle(theme: Theme) -> str:
    """styles/layers.css with each file that it imports in its layer; a site's or a theme's user.css last."""
    entry = theme.find("styles/layers.css")
    if entry is None:
        return ""

    def inline(found: re.Match[str]) -> str:
        path = theme.find(str(PurePosixPath("styles") / found[1]))
        return f"@layer {found[2]} {{\n{path.read_text('utf-8')}}}\n" if path else ""

    css = _IMPORT.sub(inline, entry.read_text("utf-8"))
    user = theme.find("styles/user.css")
    return f"{css}@layer user {{\n{user.read_text('utf-8')}}}\n" if user else css


def value_colours(values: Iterable[Value], palette: tuple[str, ...]) -> str:
    """One class a value: the palette's name that it chose, else the next that no other value chose. `#rrggbb` gives
    only its hue; each scheme has its own lightness, so that every colour can be read."""
    listed = tuple(values)
    chosen = {value.colour for value in listed}
    free = cycle([name for name in palette if name not in chosen] or palette or ("ink",))
    return "".join(_rule(value, palette, free) for value in listed)


def _rule(value: Value, palette: tuple[str, ...], free: Iterator[str]) -> str:
    if value.colour and (hue := hue_of(value.colour)) is not None:
        own, ink, soft = (
            f"light-dark(oklch({light} {chroma} {hue}), oklch({dark} {chroma} {hue}))"
            for light, dark, chroma in ((0.5, 0.63, 0.09), (0.47, 0.8, 0.08), (0.92, 0.3, 0.03))
        )
    else:
        name = value.colour if value.colour in palette else next(free)
        own, ink, soft = f"var(--{name})", f"var(--{name}-ink)", f"var(--{name}-soft)"
    return f".v-{value.id} {{ --value: {own}; --value-ink: {ink}; --value-soft: {soft}; }}\n"


_HEX = re.compile(r"#([0-9a-f]{6})", re.IGNORECASE)


def hue_of(colour: str) -> int | None:
    """The hue of `#rrggbb` in degrees of OKLCH (Ottosson, "A perceptual color space for image processing", 2020);
    None for what is no such colour. A grey has a hue too, its warmest neighbour's."""
    found = _HEX.fullmatch(colour.strip())
    if not found:
        return None
    red, green, blue = (_linear(int(found[1][at : at + 2], 16) / 255) for at in (0, 2, 4))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return round(math.degrees(math.atan2(b, a))) % 360


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
