"""The palette: readable in both schemes, told apart under colour-blind sight, and nowhere near red."""

import colorsys
import math
import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from tests.themes.colour import SIGHTS, contrast, difference, linear, mixed, seen

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


def test_there_are_eight_and_more() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("scheme", SCHEMES)
def test_ink_can_be_read_and_the_focus_seen(scheme: int) -> None:
    for ink in ("ink", "ink-2", "ink-3"):
        assert min(contrast(HEATH[ink][scheme], HEATH[ground][scheme]) for ground in ("paper", "raised")) >= 4.5
    for ink in ("ink", "ink-2"):
        assert min(contrast(HEATH[ink][scheme], HEATH[ground][scheme]) for ground in ("soft", "rest")) >= 4.5
    assert contrast(HEATH["focus"][scheme], HEATH["paper"][scheme]) >= 3


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
    """Neighbours by CIEDE2000, and any two by the distance in CIELAB; seams tell them apart without colour."""
    points = [seen(linear(palette[name][scheme]), sight) for name in NAMES[:4]]
    assert min(difference(a, b) for a, b in pairwise(points)) >= 15
    assert min(math.dist(a, b) for a, b in combinations(points, 2)) >= 15


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_steps_of_the_calendar_are_told_apart(sight: str, scheme: int, palette: Colours) -> None:
    """None, one, several: each step is further from the paper than the one before, in every hue."""
    (share,) = re.findall(
        r"\.day-1 \{\s+fill: color-mix\(in oklab, var\(--hue\) (\d+)%, var\(--paper\)\);",
        (STYLES / "charts/calendar.css").read_text("utf-8"),
    )
    paper, none = (linear(palette[name][scheme]) for name in ("paper", "rest"))
    for name in NAMES:
        several = linear(palette[name][scheme])
        one = mixed(several, int(share) / 100, paper)
        ground, *steps = (seen(light, sight) for light in (paper, none, one, several))
        away = [abs(step[0] - ground[0]) for step in steps]
        assert away == sorted(away)
        assert min(difference(a, b) for a, b in pairwise(steps)) >= 10


@pytest.mark.parametrize(
    ("other", "far"),
    [((73, 25, -18), 27.1492), ((61, -5, 29), 22.8977), ((56, -27, -3), 31.9030), ((58, 24, 15), 19.4535)],
)
def test_the_difference_is_that_of_its_paper(other: tuple[float, float, float], far: float) -> None:
    """Four of the pairs that Sharma, Wu and Dalal publish, each from (50, 2.5, 0)."""
    assert difference((50, 2.5, 0), other) == pytest.approx(far, abs=0.0001)


def test_every_palette_has_every_name() -> None:
    (offered,) = re.findall(r"palette:\s+choices: \[([a-z, ]+)\]", (STYLES.parent / "theme.yaml").read_text("utf-8"))
    assert offered.split(", ") == list(PALETTES)
    for part in ("", "-ink", "-soft"):
        assert {f"{name}{part}" for name in NAMES} <= colours("options/palette-vivid.css").keys()


def test_the_browser_s_frame_has_the_colour_of_the_paper() -> None:
    written = (STYLES.parent / "theme.yaml").read_text("utf-8")
    light, dark = HEATH["paper"]
    assert f'theme_color: {{light: "{light}", dark: "{dark}"}}' in written
