"""Colours: which one each value has, and what a name or `#rrggbb` is in CSS."""

import math
from collections.abc import Iterable
from itertools import cycle

from generator.journal.records import Value

from .options import HEX
from .theme import Theme


def colours_of(values: Iterable[Value], palette: tuple[str, ...]) -> dict[str, str]:
    """Each value's colour by its id: the one that it chose, else the palette's next that no other value chose."""
    listed = tuple(values)
    chosen = {value.colour for value in listed}
    free = cycle([name for name in palette if name not in chosen] or palette or ("ink",))
    return {value.id: _own(value, palette) or next(free) for value in listed}


def _own(value: Value, palette: tuple[str, ...]) -> str:
    """The colour that a value chose, "" where it is none."""
    colour = (value.colour or "").strip()
    return colour if colour in palette or HEX.fullmatch(colour) else ""


def value_colours(values: Iterable[Value], palette: tuple[str, ...]) -> str:
    """One class a value, with its colour, its ink and its soft ground."""
    rules = []
    for id_, colour in colours_of(values, palette).items():
        own, ink, soft = shades(colour)
        rules.append(f".v-{id_} {{ --value: {own}; --value-ink: {ink}; --value-soft: {soft}; }}\n")
    return "".join(rules)


def shades(colour: str) -> tuple[str, str, str]:
    """A colour, its ink and its soft ground in CSS: a palette's name as it stands in the tokens. `#rrggbb` gives only
    its hue; each scheme has its own lightness, so that every colour can be read."""
    hue = hue_of(colour)
    if hue is None:
        return f"var(--{colour})", f"var(--{colour}-ink)", f"var(--{colour}-soft)"
    own, ink, soft = (
        f"light-dark(oklch({light} {chroma} {hue}), oklch({dark} {chroma} {hue}))"
        for light, dark, chroma in ((0.5, 0.63, 0.09), (0.47, 0.8, 0.08), (0.92, 0.3, 0.03))
    )
    return own, ink, soft


def light(theme: Theme, colour: str) -> str:
    """A colour as it is in the light scheme, for pictures that know no custom properties: what the tokens give to its
    name, or the shade of its hue."""
    hue = hue_of(colour)
    return theme.light.get(colour, "#808080") if hue is None else f"oklch(0.5 0.09 {hue})"


def hue_of(colour: str) -> int | None:
    """The hue of `#rrggbb` in degrees of OKLCH (Ottosson, "A perceptual color space for image processing", 2020);
    None for what is no such colour. A grey has a hue too, its warmest neighbour's."""
    written = colour.strip()
    if not HEX.fullmatch(written):
        return None
    red, green, blue = (_linear(int(written[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return round(math.degrees(math.atan2(b, a))) % 360


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
