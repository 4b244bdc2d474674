"""The palette: readable in both schemes, told apart under colour-blind sight, and nowhere near red."""

import colorsys
import math
import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

Colours = dict[str, tuple[str, str]]
STYLES = Path(__file__).parents[2] / "themes/drystone/styles"


def colours(path: str) -> Colours:
    """Each colour of a file of tokens, light and dark."""
    found = re.findall(r"--([a-z0-9-]+): light-dark\((#\w{6}), (#\w{6})\);", (STYLES / path).read_text("utf-8"))
    return {name: (light, dark) for name, light, dark in found}


HEATH = colours("tokens.css")
PALETTES = {"heath": HEATH, "vivid": HEATH | colours("options/palette-vivid.css")}
NAMES = tuple(name.removesuffix("-soft") for name in HEATH if name.endswith("-soft"))
SCHEMES = (0, 1)

# Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
SIGHTS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}

Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def luminance(rgb: Triple) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(linear(one)), luminance(linear(other))))
    return (lighter + 0.05) / (darker + 0.05)


def lab(rgb: Triple) -> Triple:
    red, green, blue = rgb
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, luminance(rgb), z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, sight: str) -> Triple:
    rgb = linear(colour)
    return lab(tuple(min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in SIGHTS[sight]))  # type: ignore[arg-type]


def test_there_are_eight_and_more() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_strokes_and_words_can_be_read(name: str, scheme: int, palette: Colours) -> None:
    paper, ink = palette["paper"][scheme], "#14120f"
    own, words, soft = (palette[f"{name}{part}"][scheme] for part in ("", "-ink", "-soft"))
    assert contrast(own, paper) >= 3
    assert contrast(words, paper) >= 4.5
    assert contrast(words, soft) >= 4.5
    # Words on the colour itself, in paper or in ink.
    assert max(contrast(own, palette["paper"][0]), contrast(own, ink)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_is_red(name: str, scheme: int, palette: Colours) -> None:
    red, green, blue = (int(palette[name][scheme][at : at + 2], 16) / 255 for at in (1, 3, 5))
    assert 25 < colorsys.rgb_to_hls(red, green, blue)[0] * 360 < 345


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_first_four_are_told_apart(sight: str, scheme: int, palette: Colours) -> None:
    points = [seen(palette[name][scheme], sight) for name in NAMES[:4]]
    assert min(math.dist(a, b) for a, b in combinations(points, 2)) >= 15
    assert all(a != b for a, b in pairwise(points))


def test_every_palette_has_every_name() -> None:
    (offered,) = re.findall(r"palette:\s+choices: \[([a-z, ]+)\]", (STYLES.parent / "theme.yaml").read_text("utf-8"))
    assert offered.split(", ") == list(PALETTES)
    for part in ("", "-ink", "-soft"):
        assert {f"{name}{part}" for name in NAMES} <= colours("options/palette-vivid.css").keys()


def test_the_browser_s_frame_has_the_colour_of_the_paper() -> None:
    written = (STYLES.parent / "theme.yaml").read_text("utf-8")
    light, dark = HEATH["paper"]
    assert f'theme_color: {{light: "{light}", dark: "{dark}"}}' in written
