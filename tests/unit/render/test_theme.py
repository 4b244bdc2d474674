"""Theming without Python: what a site puts beside its journal comes before what the theme has."""

import re

import pytest

from tests.conftest import Site

CHILD = "name: mine\napi: 1\nparent: drystone\n"


@pytest.fixture(autouse=True)
def _day(site: Site) -> None:
    """A journal of one day, under whatever the test is about."""
    site.write("days/2026-02-15.md", "+ Ran 5 km [[run]]\n")
    site.write("goals/run.md", "")


def css(site: Site) -> str:
    site.build()
    return (site.output / "assets/site.css").read_text("utf-8")


def layer(text: str, name: str) -> str:
    """Everything that stands in a layer, in its order."""
    parts = re.split(r"^@layer ([\w-]+) \{\n", text, flags=re.MULTILINE)
    return "".join(body for found, body in zip(parts[1::2], parts[2::2], strict=True) if found == name)


def test_a_template_of_the_site_comes_first(site: Site) -> None:
    """
    == templates/partials/site_foot.html
    <footer>Made by hand</footer>
    == templates/layouts/base.html
    {% extends "!drystone/layouts/base.html" %}
    {% block head %}<meta name="made" content="by hand">{% endblock %}
    """
    assert site.build().problems == ()
    html = site.html("/2026/02/15/")
    assert "<footer>Made by hand</footer>" in html
    assert '<meta name="made" content="by hand">' in html
    assert html.count("<main") == 1


def test_a_theme_of_the_site_comes_before_its_parent(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: mine
    == themes/mine/theme.yaml
    name: mine
    api: 1
    parent: drystone
    == themes/mine/templates/partials/site_foot.html
    <footer>Mine</footer>
    == themes/mine/templates/layouts/base.html
    {% extends "!drystone/layouts/base.html" %}
    {% block head %}<meta name="made" content="by mine">{% endblock %}
    == themes/mine/assets/mark.svg
    <svg xmlns="http://www.w3.org/2000/svg"/>
    """
    assert site.build().problems == ()
    assert "<footer>Mine</footer>" in site.html("/")
    assert 'content="by mine"' in site.html("/2026/02/15/")
    assert "assets/mark.svg" in site.files()


def test_a_style_of_a_known_name_takes_its_place_and_any_other_is_added(site: Site) -> None:
    """
    == styles/charts/wall.css
    .wall { color: green }
    == styles/more.css
    .more { color: teal }
    == user.css
    .last { color: navy }
    """
    text = css(site)
    assert ".wall { color: green }" in layer(text, "charts")
    assert ".courses" not in layer(text, "charts")
    assert ".rung-title" in layer(text, "components")
    own = layer(text, "user")
    assert own.index(".more") < own.index(".last")
    assert text.rstrip().endswith(".last { color: navy }\n}")


def test_the_parent_s_own_styles_stand_before_the_theme_s(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: child
    == themes/child/theme.yaml
    api: 1
    parent: mine
    == themes/child/styles/user.css
    .of-the-child {}
    == themes/mine/theme.yaml
    api: 1
    parent: drystone
    == themes/mine/styles/user.css
    .of-the-parent {}
    """
    own = layer(css(site), "user")
    assert own.index(".of-the-parent") < own.index(".of-the-child")


def test_the_order_of_the_layers_comes_first_and_user_last(site: Site) -> None:
    text = css(site)
    assert text.startswith("@layer tokens, reset, base, layout, components, charts, utilities, user;")


def test_a_choice_brings_its_style_and_a_colour_its_properties(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: {options: {density: snug, type: sans, palette: vivid, accent: teal}}
    """
    tokens = layer(css(site), "tokens")
    assert "--serif: var(--sans);" in tokens
    assert "--leading: 1.5;" in tokens
    assert "--moss: light-dark(#6c8844, #829b56);" in tokens
    assert "--accent-ink: var(--teal-ink);" in tokens


def test_without_a_choice_nothing_is_added(site: Site) -> None:
    text = css(site)
    assert "--accent:" not in text
    assert "--leading: 1.5;" not in text


def test_a_colour_by_its_number_gives_its_hue(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: {options: {accent: "#0000ff"}}
    """
    # OKLCH's hue of pure blue is 264° (Ottosson's table of the primaries).
    assert "--accent-ink: light-dark(oklch(0.47 0.08 264), oklch(0.8 0.08 264));" in css(site)


def test_the_home_page_has_the_sections_that_were_chosen(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: {options: {home: [goals, latest]}}
    == values/health.md
    == goals/run.md
    ---
    title: Run a marathon
    values: [health]
    ---
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    """
    site.build()
    html = site.html("/")
    assert html.index('id="_goals"') < html.index('id="_latest"')
    assert 'id="_year"' not in html
    assert 'id="_values"' not in html


def test_a_theme_offers_options_of_its_own(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: {name: mine, options: {motto: "Slow & steady", corners: round}}
    == themes/mine/theme.yaml
    api: 1
    parent: drystone
    options:
      motto: {kind: text}
      corners: {choices: [square, round], default: square}
    == themes/mine/styles/options/corners-round.css
    :root { --corner: 1rem }
    == themes/mine/templates/partials/site_foot.html
    <footer>{{ chrome.options.motto }}</footer>
    """
    assert site.build().problems == ()
    assert "<footer>Slow &amp; steady</footer>" in site.html("/")
    assert "--corner: 1rem" in layer(css(site), "tokens")


def test_a_default_that_is_no_choice_is_the_theme_s_mistake(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: mine
    == themes/mine/theme.yaml
    api: 1
    parent: drystone
    options:
      corners: {choices: [square, round], default: oval}
      rows: {kind: list, choices: [one, two], default: one}
    """
    found = [(problem.code, str(problem.origin)) for problem in site.build().problems]
    assert found == [
        ("option-choice", "themes/mine/theme.yaml:4:12"),
        ("option-shape", "themes/mine/theme.yaml:5:9"),
    ]


def test_a_name_that_is_a_path_is_no_theme(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: ../mine
    """
    assert site.codes() == ["theme-unknown"]


def test_a_key_that_theme_yaml_does_not_know(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: mine
    == themes/mine/theme.yaml
    api: 1
    parnet: drystone
    """
    (problem,) = site.build().problems
    assert (problem.code, str(problem.origin)) == ("key-unknown", "themes/mine/theme.yaml:2:1")
    assert "parent" in problem.hint


def test_a_theme_draws_the_kinds_of_pages_that_it_names(site: Site) -> None:
    """No other page is made, and none of those that are leads to one.

    == site.yaml
    title: A test
    theme: few
    == themes/few/theme.yaml
    api: 1
    parent: drystone
    pages: [home, month, day, goals, goal, not_found]
    == habits/walk.md
    ---
    goal: run
    ---
    == days/2026-02-12.md
    + Ran 3 km [[run]]
    == days/2026-02-13.md
    + Ran 4 km [[run]]
    == days/2026-02-14.md
    + Ran 4 km [[run]]
    """
    assert site.build().problems == ()
    files = site.files()
    assert {path for path in files if path.endswith(".html")} == {
        "index.html",
        "404.html",
        "2026/02/index.html",
        *(f"2026/02/{day}/index.html" for day in (12, 13, 14, 15)),
        "goals/index.html",
        "goals/run/index.html",
    }
    assert not any(path.startswith("assets/search/") for path in files)
    for url in ("/", "/2026/02/", "/goals/"):
        for gone in ("timeline/", "habits/", "reviews/", "search/"):
            assert f'href="{gone}' not in site.html(url).replace("../", ""), (url, gone)
