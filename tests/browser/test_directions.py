"""A site that is read from right to left: turned as a whole, and nothing scrolls sideways. Plots keep their direction:
numbers and time are read from the left in them, as in the tables of a newspaper of any script."""

import shutil
from pathlib import Path

import pytest

from generator.build import Request, build
from generator.config.load import load
from tests.messages import pseudo_catalogue
from tests.site.sample import ROOT, TODAY

from .conftest import Open
from .kinds import KINDS


@pytest.fixture(scope="session")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal in the pseudo-language."""
    folder = tmp_path_factory.mktemp("turned")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "site.yaml", folder / "site.yaml")
    (folder / "locale").mkdir()
    (folder / "locale/ar.po").write_text(pseudo_catalogue("ar"), "utf-8")
    site, problems = load(folder, {"SMALLWINS_LANGUAGE": "ar", "SMALLWINS_TODAY_PAGE": "public"})
    assert site is not None, problems
    output = folder / "public"
    assert build(Request(folder=folder, site=site, output=output, today=TODAY, offline=True)).problems == ()
    return output


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"404.html"}))
def test_nothing_scrolls_sideways(turned: Path, visit: Open, kind: str) -> None:
    with visit((turned / kind / "index.html").as_uri()) as it:
        for width in (1280, 768, 360, 320):
            it.page.set_viewport_size({"width": width, "height": 800})
            assert it.page.evaluate("document.documentElement.scrollWidth") <= width
            # What runs out on the side where a line begins can't be scrolled to; it would be lost.
            assert it.page.evaluate(LOST) == []
        assert it.complaints == []


LOST = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dd, dt, figure, figcaption, a)")]
    .filter(one => one.checkVisibility() && !one.closest(".visually-hidden, .numbers-scroll, pre, table"))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && (box.right > innerWidth + 1 || box.left < -1))
    .map(([one]) => one.outerHTML.slice(0, 80))"""


def test_the_page_is_turned(turned: Path, visit: Open) -> None:
    with visit((turned / "goals/book/index.html").as_uri()) as it:
        page = it.page
        assert page.evaluate("document.dir") == "rtl"
        middle = 640
        head = page.locator(".site-title").bounding_box()
        assert head is not None
        assert head["x"] > middle
        stones = page.locator(".wall .stone").all()
        first, second = (stone.bounding_box() for stone in stones[:2])
        assert first is not None
        assert second is not None
        assert first["x"] > second["x"]


def test_a_title_of_another_direction_stands_where_the_page_begins(turned: Path, visit: Open) -> None:
    """The sample's titles are English: their letters run from the left, and the line stands on the right."""
    with visit((turned / "goals/book/index.html").as_uri()) as it:
        heading = it.page.locator("h1")
        assert heading.evaluate("one => getComputedStyle(one).direction") == "ltr"
        words = heading.evaluate(
            "one => { const r = document.createRange(); r.selectNodeContents(one);"
            " return [r.getBoundingClientRect().right, one.getBoundingClientRect().right] }"
        )
        assert abs(words[0] - words[1]) <= 2


def test_plots_run_from_the_left_and_words_in_them_as_they_are(turned: Path, visit: Open) -> None:
    with visit((turned / "goals/book/index.html").as_uri()) as it:
        assert it.page.locator("svg.plot").first.evaluate("one => getComputedStyle(one).direction") == "ltr"
