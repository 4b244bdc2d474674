"""The gallery: every macro and every chart of a theme has an example, and the page draws them all."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from jinja2 import Environment, nodes

from generator.config.schema import Site
from generator.render.examples import examples
from generator.render.gallery import gallery
from generator.render.theme import BUILT_IN, Theme, load_theme
from generator.render.theme_error import ThemeError
from generator.words import Words

TEMPLATES = BUILT_IN / "drystone/templates"
FILES = [f"{kind}/{path.name}" for kind in ("charts", "macros") for path in sorted((TEMPLATES / kind).glob("*.html"))]
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
Macro = tuple[str, str]
"""A template and the macro in it."""


@pytest.fixture(scope="module")
def theme() -> Theme:
    found, problems = load_theme(Path("nowhere"), Site())
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def files(theme: Theme) -> dict[str, str]:
    return {one.path: one.data.decode() for one in gallery(theme, Words("en")) if one.source is None}


def calls(file: str) -> Iterator[tuple[Macro, Macro]]:
    """Which macro of a template asks for which other, there or in what it imports."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse((TEMPLATES / file).read_text("utf-8"))
    imported = {
        node.target: str(node.template.value)
        for node in tree.find_all(nodes.Import)
        if isinstance(node.template, nodes.Const)
    }
    for macro in tree.find_all(nodes.Macro):
        for call in macro.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name):
                yield (file, macro.name), (file, call.node.name)
                if call.node.name == "once" and isinstance(call.args[0], nodes.Name):
                    yield (file, macro.name), (file, call.args[0].name)
            elif isinstance(call.node, nodes.Getattr) and isinstance(call.node.node, nodes.Name):
                yield (file, macro.name), (imported.get(call.node.node.name, ""), call.node.attr)


def macros() -> set[Macro]:
    parse = Environment(extensions=["jinja2.ext.i18n"]).parse
    trees = {file: parse((TEMPLATES / file).read_text("utf-8")) for file in FILES}
    return {(file, macro.name) for file, tree in trees.items() for macro in tree.find_all(nodes.Macro)}


def test_every_macro_has_an_example_or_is_drawn_within_another_s(theme: Theme) -> None:
    drawn: set[Macro] = {(example.template, example.macro) for example in examples(theme, Words("en"))}
    asked = [pair for file in FILES for pair in calls(file)]
    while more := {inner for outer, inner in asked if outer in drawn} - drawn:
        drawn |= more
    assert len(macros()) > 30
    assert sorted(macros() - drawn) == []


def test_every_example_is_of_a_macro(theme: Theme) -> None:
    named = {(example.template, example.macro) for example in examples(theme, Words("en"))}
    assert sorted(named - macros()) == []


@pytest.mark.parametrize("stem", MARKS)
def test_every_chart_is_drawn(files: dict[str, str], stem: str) -> None:
    html = files["index.html"]
    start = html.index(f'id="{stem}-{stem}-1"')
    assert MARKS[stem] in html[start : html.find('<div class="gallery-sample"', start + 1)]


def test_every_chart_is_asked_about() -> None:
    assert sorted(MARKS) == sorted(path.stem for path in (TEMPLATES / "charts").glob("*.html"))


def test_what_is_shown_says_how_to_ask_for_it(files: dict[str, str]) -> None:
    html = files["index.html"]
    for call in ("dates.span(start, end)", "goals.cards(goals)", "trail.trail(figure, id, hue)"):
        assert f"<code>{call}</code>" in html


def test_ids_are_unique_and_nothing_carries_a_style(files: dict[str, str]) -> None:
    html = files["index.html"]
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert not re.search(r"\sstyle=|<script(?! (?:defer )?src=)|<style", html)


def test_the_palette_is_there_for_every_example(theme: Theme, files: dict[str, str]) -> None:
    used = set(re.findall(r"\bv-([a-z]+)", files["index.html"]))
    assert used >= set(theme.palette)
    for name in used:
        assert f".v-{name} {{" in files["assets/values.css"]


def test_no_site_carries_the_gallery_s_styles(files: dict[str, str]) -> None:
    golden = Path(__file__).parents[1] / "golden/site/assets/site.css"
    assert ".gallery-sample" in files["assets/site.css"]
    assert "gallery-" not in golden.read_text("utf-8")


def test_it_speaks_the_language_that_it_is_asked_in(theme: Theme) -> None:
    page, *_ = gallery(theme, Words("de"))
    assert '<html lang="de"' in page.data.decode()
    assert "Palette" in page.data.decode()


WRONG = {
    "charts/curve.yaml": ("title: The curve\n", "1:1", "required field"),
    "charts/pie.yaml": ("title: A pie\n", "1:1", "there is no chart 'pie'"),
    "macros/links.yaml": ("- macro: more\n  with:\n    link: {as: Lnik, title: x}\n", "3:16", "no part 'Lnik'"),
    "macros/dates.yaml": ("- macro: long\n  with:\n    day: {as: Link, title: x}\n", "3:10", "it is no Link"),
    "macros/goals.yaml": ("- macro: bar\n  with: {progress: {example: bar_wall}}\n", "2:30", "no figure 'bar_wall'"),
    "macros/values.yaml": ("- title: A value\n", "1:3", "no macro is named"),
    "macros/insights.yaml": ("[", "1:1", "can't begin with ["),
    "macros/timeline.yaml": ("", "", "nothing is in it"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_an_example_that_does_not_fit_is_named(theme: Theme, tmp_path: Path, name: str) -> None:
    text, place, words = WRONG[name]
    (tmp_path / "mine/examples" / name).parent.mkdir(parents=True)
    (tmp_path / "mine/examples" / name).write_text(text)
    own = msgspec.structs.replace(
        theme, folders=(tmp_path / "mine", *theme.folders), names={"mine": tmp_path / "mine"} | dict(theme.names)
    )
    with pytest.raises(ThemeError) as wrong:
        examples(own, Words("en"))
    assert str(wrong.value.problem.origin) == f"mine/examples/{name}{':' + place if place else ''}"
    assert words in wrong.value.problem.message


def test_a_macro_that_is_not_there_is_the_theme_s_mistake(theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "mine/examples/macros").mkdir(parents=True)
    (tmp_path / "mine/examples/macros/dates.yaml").write_text("- macro: logn\n  with: {day: 2026-02-14}\n")
    own = msgspec.structs.replace(theme, folders=(tmp_path / "mine", *theme.folders))
    with pytest.raises(ThemeError, match="logn"):
        gallery(own, Words("en"))
