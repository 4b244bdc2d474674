"""The contract, kept from outside: a theme of three templates, without Python, draws the whole sample journal."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.build import Built, Request, build
from generator.config.load import load
from tests.conftest import words_of
from tests.golden.accept import files_in
from tests.site.test_well_formed import complaints

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)


def leaflet(folder: Path, **said: str) -> Built:
    """The sample journal in this theme; `said` overrules its site.yaml."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(Path(__file__).parent / "leaflet", folder / "themes/leaflet")
    shutil.copy(ROOT / "site.yaml", folder / "site.yaml")
    site, problems = load(folder, {"SMALLWINS_THEME_NAME": "leaflet"} | said)
    assert site is not None, problems
    return build(Request(folder=folder, site=site, output=folder / "public", today=TODAY))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("leaflet")
    assert leaflet(folder).problems == ()
    return files_in(folder / "public")


def test_it_is_small() -> None:
    theme = Path(__file__).parent / "leaflet"
    assert len(list(theme.rglob("*.html"))) == 3
    assert not list(theme.rglob("*.py"))


def test_every_page_is_drawn_and_well_formed(site: dict[str, bytes]) -> None:
    pages = [path for path in site if path.endswith(".html")]
    assert len(pages) > 250
    assert complaints(site) == []


def test_every_page_stands_in_its_layout(site: dict[str, bytes]) -> None:
    for path, data in site.items():
        if path.endswith(".html") and b'http-equiv="refresh"' not in data:  # nobody sees that one
            assert b"Fold here" in data, path
            assert b'class="site-head"' not in data, path


def test_its_pages_and_its_parent_s(site: dict[str, bytes]) -> None:
    """Home is its own, a day its parent's with a line above, the rest its parent's."""
    assert site["index.html"].count(b'class="leaf-goal"') == 4
    day = words_of(site["2026/11/21/index.html"].decode())
    assert day.index("Saturday") < day.index("21 November 2026", day.index("Saturday"))
    assert b'<p class="leaf">Saturday</p>' in site["2026/11/21/index.html"]
    assert b'class="wall wall-' in site["goals/book/index.html"]


def test_its_styles_come_after_all(site: dict[str, bytes]) -> None:
    css = site["assets/site.css"].decode()
    assert css.rindex("@layer user {") < css.index("max-inline-size: var(--measure);\n  margin-inline: auto;\n}\n}")


def test_its_options_and_its_words(tmp_path: Path) -> None:
    options = "{fold: third, motto: Leaf by leaf, density: snug}"
    assert leaflet(tmp_path, SMALLWINS_THEME_OPTIONS=options, SMALLWINS_LANGUAGE="de").problems == ()
    files = files_in(tmp_path / "public")
    assert b"<i>Leaf by leaf</i>" in files["index.html"]
    assert "Hier falten" in files["index.html"].decode()
    assert "--measure: 24rem;" in files["assets/site.css"].decode()
    assert "--leading: 1.5;" in files["assets/site.css"].decode()


def test_a_choice_that_it_does_not_offer_is_said(tmp_path: Path) -> None:
    (problem,) = leaflet(tmp_path, SMALLWINS_THEME_OPTIONS="{fold: quarter}").problems
    assert problem.code == "option-choice"
    assert "half, third" in problem.hint
