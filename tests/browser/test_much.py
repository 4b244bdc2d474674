"""A journal that is too much, and one of a single win: nothing overflows, axe finds nothing. A long run."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import Request, build
from generator.config.load import load
from tests.site.much import TODAY, little, much

from .conftest import Open
from .test_accessibility import faults

pytestmark = pytest.mark.skipif(not os.environ.get("SOAK"), reason="a long run: make soak")
MUCH = (
    "", "timeline", "2026", "2026/02", "2026/11/18", "2026/11/21/story-0", "goals", "goals/goal-0", "goals/goal-1",
    "goals/goal-3", "goals/goal-5", "goals/goal-12", "values", "values/duty", "habits", "habits/habit-0", "setbacks",
    "celebrations", "reconnect", "alignment", "worked", "reviews", "reviews/2026", "reviews/2026-W47", "page-1",
    "search",
)  # fmt: skip
LITTLE = ("", "timeline", "2026/11/21")


def _site(folder: Path, write: Callable[[Path], None]) -> Path:
    write(folder)
    config, problems = load(folder, {})
    assert config is not None, problems
    built = build(Request(folder=folder, site=config, output=folder / "public", today=TODAY, offline=True))
    assert built.problems == ()
    return folder / "public"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {made.__name__: _site(tmp_path_factory.mktemp(made.__name__), made) for made in (much, little)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("site", "url"), [*(("much", url) for url in MUCH), *(("little", url) for url in LITTLE)])
def test_nothing_overflows_and_axe_finds_nothing(
    sites: dict[str, Path], visit: Open, site: str, url: str, scheme: str
) -> None:
    with visit((sites[site] / url / "index.html").as_uri(), scheme=scheme) as it:
        for width in (1280, 768, 320, 360):
            it.page.set_viewport_size({"width": width, "height": 800})
            assert it.page.evaluate("document.documentElement.scrollWidth") <= width
        assert it.complaints == []
        assert faults(it.page) == []
