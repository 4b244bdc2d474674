"""Colours as they are seen: contrast, colour-blind sight, and how far apart two of them are."""

from collections.abc import Iterable
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Triple = tuple[float, float, float]

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009),
# severity 1, on linear light.
SIGHTS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def linear(colour: str) -> Triple:
    """The light of `#rrggbb`, each channel from 0 to 1."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _triple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def luminance(rgb: Triple) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(one: str, other: str) -> float:
    """WCAG's ratio, from 1 to 21."""
    darker, lighter = sorted((luminance(linear(one)), luminance(linear(other))))
    return (lighter + 0.05) / (darker + 0.05)


def seen(rgb: Triple, sight: str) -> Triple:
    """A light in CIELAB, through the eyes of `sight`."""
    return lab(_triple(min(1.0, max(0.0, _dot(row, rgb))) for row in SIGHTS[sight]))


def lab(rgb: Triple) -> Triple:
    """CIELAB of a linear sRGB light, for D65."""
    x = _dot((0.4124564, 0.3575761, 0.1804375), rgb) / 0.95047
    z = _dot((0.0193339, 0.1191920, 0.9503041), rgb) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, luminance(rgb), z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def mixed(one: Triple, share: float, other: Triple) -> Triple:
    """`color-mix(in oklab, one share, other)`; Ottosson's Oklab."""
    pairs = zip(_oklab(one), _oklab(other), strict=True)
    lightness, a, b = (share * x + (1 - share) * y for x, y in pairs)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def difference(one: Triple, other: Triple) -> float:
    """CIEDE2000 of two CIELAB colours, after Sharma, Wu and Dalal (2005)."""
    mean = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    chroma = [hypot(stretch * a, b) for _, a, b in (one, other)]
    hue = [degrees(atan2(b, stretch * a)) % 360 for _, a, b in (one, other)]
    turn = hue[1] - hue[0]
    between = sum(hue) / 2
    if abs(turn) > 180:
        turn -= 360 if turn > 0 else -360
        between += 180 if between < 180 else -180
    light, full = (one[0] + other[0]) / 2, sum(chroma) / 2
    t = (
        1
        - 0.17 * cos(radians(between - 30))
        + 0.24 * cos(radians(2 * between))
        + 0.32 * cos(radians(3 * between + 6))
        - 0.20 * cos(radians(4 * between - 63))
    )
    by_light = (other[0] - one[0]) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (chroma[1] - chroma[0]) / (1 + 0.045 * full)
    by_hue = 2 * sqrt(chroma[0] * chroma[1]) * sin(radians(turn / 2)) / (1 + 0.015 * full * t)
    blue = 60 * exp(-(((between - 275) / 25) ** 2))
    both = -2 * sqrt(full**7 / (full**7 + 25**7)) * sin(radians(blue))
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + both * by_chroma * by_hue)


def _oklab(rgb: Triple) -> Triple:
    long = _dot((0.4122214708, 0.5363325363, 0.0514459929), rgb) ** (1 / 3)
    medium = _dot((0.2119034982, 0.6806995451, 0.1073969566), rgb) ** (1 / 3)
    short = _dot((0.0883024619, 0.2817188376, 0.6299787005), rgb) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _dot(row: Triple, rgb: Triple) -> float:
    return sum(weight * channel for weight, channel in zip(row, rgb, strict=True))


def _triple(channels: Iterable[float]) -> Triple:
    first, second, third = channels
    return first, second, third
