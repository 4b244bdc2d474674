"""The gallery in a real browser: it asks for nothing that it does not bring, and fits every window."""

from pathlib import Path

import pytest

from generator.config.schema import Site
from generator.render.gallery import gallery
from generator.render.theme import load_theme
from generator.words import Words
from generator.write.site import write_site

from .conftest import Open


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    theme, problems = load_theme(folder, Site())
    assert theme is not None, problems
    write_site(folder / "public", gallery(theme, Words("en")))
    return folder / "public"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_keeps_to_itself(written: Path, visit: Open, scheme: str) -> None:
    with visit((written / "index.html").as_uri(), scheme=scheme) as it:
        for width in (1280, 768, 360, 320):
            it.page.set_viewport_size({"width": width, "height": 800})
            assert it.page.evaluate("document.documentElement.scrollWidth") <= width
        assert it.complaints == []
        assert it.page.locator("[style]").count() == 0
        assert it.page.locator(".gallery-sample").count() > 20


def test_the_palette_is_shown_in_both_schemes_at_once(written: Path, visit: Open) -> None:
    with visit((written / "index.html").as_uri()) as it:
        papers = {
            kind: it.page.locator(f".gallery-palette.is-{kind}").evaluate(
                "one => getComputedStyle(one).backgroundColor"
            )
            for kind in ("light", "dark")
        }
        # drystone's paper: #faf7f0 by day, #1a1815 by night
        assert papers == {"light": "rgb(250, 247, 240)", "dark": "rgb(26, 24, 21)"}
