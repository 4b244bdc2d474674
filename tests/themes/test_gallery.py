"""The gallery: every chart of a theme has an example, and the page draws them all."""

import re
from pathlib import Path

import msgspec
import pytest

from generator.config.schema import Site
from generator.render.gallery import examples, gallery_page
from generator.render.theme import BUILT_IN, Theme, load_theme
from generator.words import Words

CHARTS = sorted(path.stem for path in (BUILT_IN / "drystone/templates/charts").glob("*.html"))
MARKS = {
    "balance": '<figure class="chart balance">',
    "calendar": '<figure class="chart calendar-figure v-juniper">',
    "curve": '<figure class="chart curve v-ochre">',
    "ladder": '<ol class="ladder" reversed>',
    "small_wall": '<div class="wall wall-small',
    "thread": '<figure class="chart thread-figure">',
    "trail": '<figure class="chart trail v-indigo">',
    "wall": '<figure class="chart wall-figure">',
}


@pytest.fixture(scope="module")
def theme() -> Theme:
    found, problems = load_theme(Path("nowhere"), Site())
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def html(theme: Theme) -> str:
    page, *_ = gallery_page(theme, Words("en"))
    assert page.path == "index.html"
    return page.data.decode()


@pytest.mark.parametrize("stem", CHARTS)
def test_every_chart_has_an_example(theme: Theme, stem: str) -> None:
    assert stem in {example.stem for example in examples(theme, Words("en"))}


@pytest.mark.parametrize("stem", CHARTS)
def test_every_chart_is_drawn(html: str, stem: str) -> None:
    start = html.index(f'<section class="section gallery-{stem}"')
    assert MARKS[stem] in html[start : html.index("</section>", start)]


def test_every_example_is_of_a_chart() -> None:
    assert sorted(path.stem for path in (BUILT_IN / "drystone/examples").glob("*.yaml")) == CHARTS


def test_ids_are_unique_and_nothing_carries_a_style(html: str) -> None:
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert not re.search(r"\sstyle=|<script(?! (?:defer )?src=)|<style", html)


def test_the_palette_is_there_for_every_example(theme: Theme, html: str) -> None:
    colours = {artifact.path: artifact.data.decode() for artifact in gallery_page(theme, Words("en"))}
    for name in set(re.findall(r"\bv-([a-z]+)", html)):
        assert f".v-{name} {{" in colours["assets/values.css"]


def test_an_example_that_fits_no_chart_is_named(theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples/curve.yaml").write_text("title: The curve\n")
    own = msgspec.structs.replace(theme, folders=(tmp_path, *theme.folders))
    with pytest.raises(ValueError, match=r"curve\.yaml: .*required field"):
        examples(own, Words("en"))
