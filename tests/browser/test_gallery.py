"""The gallery in a real browser: it asks for nothing that it does not bring, and fits every window."""

import datetime as dt
from pathlib import Path

import pytest

from generator.build import Request, show_gallery
from generator.config.schema import Site

from .conftest import Open


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    request = Request(folder=folder, site=Site(), output=folder / "public", today=dt.date(2026, 11, 21))
    assert show_gallery(request).problems == ()
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
