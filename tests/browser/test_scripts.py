"""What scripts add: light or dark, arrow keys on the wall, filters in the address, another win from the jar."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Site
from tests.site.sample import TODAY
from tests.site.server import serve

from .conftest import Open

PAPER = {"light": "rgb(250, 247, 240)", "dark": "rgb(26, 24, 21)"}


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def frame(page: Page) -> list[str]:
    """The colours that the browser may give its own frame now."""
    return list(
        page.evaluate(
            "[...document.querySelectorAll('meta[name=theme-color]')]"
            ".filter(meta => matchMedia(meta.media).matches).map(meta => meta.content)"
        )
    )


# What the page looked like when its body first stood there.
FIRST = """
  new MutationObserver(() => {
    if (document.body && !window.first) window.first = document.documentElement.dataset.scheme ?? "as the system";
  }).observe(document, {childList: true, subtree: true});
"""


@pytest.mark.parametrize(("system", "other"), [("light", "dark"), ("dark", "light")])
def test_light_or_dark_stays_chosen(served: str, visit: Open, system: str, other: str) -> None:
    """As the system has it, light, dark, and round again; on every page, from its first sight on."""
    with visit(served, scheme=system) as it:
        it.page.context.add_init_script(FIRST)
        button = it.page.locator(".site-tools button")
        assert button.inner_text() == "Colours: as the system has them"
        assert paper(it.page) == PAPER[system]
        for scheme in ("light", "dark"):
            button.click()
            expect(button).to_have_text(f"Colours: {scheme}", use_inner_text=True)
            assert paper(it.page) == PAPER[scheme]
            assert len(frame(it.page)) == 1
            if scheme == other:
                chosen = frame(it.page)
                it.page.goto(served + "goals/")
                assert it.page.evaluate("window.first") == other
                assert paper(it.page) == PAPER[other]
                assert frame(it.page) == chosen
                expect(button).to_have_text(f"Colours: {scheme}", use_inner_text=True)
        button.click()
        it.page.reload()
        assert it.page.evaluate("window.first") == "as the system"
        assert paper(it.page) == PAPER[system]
        assert it.complaints == []


def test_another_window_follows(served: str, visit: Open) -> None:
    with visit(served) as it:
        other = it.page.context.new_page()
        other.goto(served + "values/")
        it.page.locator(".site-tools button").click(click_count=2)
        expect(other.locator("html")).to_have_attribute("data-scheme", "dark")


def test_where_nothing_may_be_kept_it_holds_for_the_page(served: str, visit: Open) -> None:
    with visit("about:blank") as it:
        it.page.context.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
        )
        it.page.goto(served)
        it.page.locator(".site-tools button").click(click_count=2)
        assert paper(it.page) == PAPER["dark"]
        assert [said for said in it.complaints if "asked:" not in said] == []


def test_the_jar_draws_another_and_never_the_same_twice_in_a_row(served: str, sample: Path, visit: Open) -> None:
    for address in (served + "reconnect/", (sample / "reconnect/index.html").as_uri()):
        with visit(address) as it:
            link = it.page.locator(".jar .line-text a")
            assert it.page.locator("[data-part=drawn]").get_attribute("aria-live") == "polite"
            seen = [str(link.evaluate("link => link.href"))]
            for _ in range(12):
                it.page.get_by_role("button", name="Draw another").click()
                it.page.wait_for_function(
                    "last => document.querySelector('.jar .line-text a').href !== last", arg=seen[-1]
                )
                seen.append(str(link.evaluate("link => link.href")))
            assert len(set(seen)) > 3
            link.click()
            assert it.page.locator("h1").count() == 1
            assert it.complaints == []


def test_a_jar_of_two_goes_to_and_fro(site: Site, visit: Open) -> None:
    """Two written wins, in two years. The tick is never drawn.

    == goals/run.md
    == habits/jog.md
    ---
    title: Jog
    ---
    == days/2025-12-30.md
    + Ran far [[run]]
    == days/2026-02-10.md
    ---
    habits: [{habit: jog, worked: early}]
    ---
    + Ran near [[run]]
    == days/2026-02-11.md
    ---
    habits: [jog]
    ---
    == days/2026-02-12.md
    ---
    habits: [jog]
    ---
    """
    assert site.build(TODAY).problems == ()
    with serve(site.output) as root, visit(f"{root}reconnect/") as it:
        line = it.page.locator(".jar .line-text")
        first = line.inner_text()
        (second,) = {"Ran far", "Ran near"} - {first}
        for expected in (second, first, second, first):
            it.page.get_by_role("button", name="Draw another").click()
            expect(line).to_have_text(expected)
        assert it.complaints == []


def _wall(site: Site, language: str = "en") -> None:
    site.write("site.yaml", f"title: A test\nlanguage: {language}\n")
    for month, name, days in ((1, "January", 31), (2, "February", 28)):
        for day in range(1, days + 1):
            site.write(f"days/2026-{month:02}-{day:02}.md", f"+ {name} {day} [[run]]\n")
    site.write("goals/run.md", "")
    site.build(TODAY)


def _stone(page: Page) -> str:
    """The title of the stone in focus, or the words of what else is."""
    return str(page.evaluate("document.activeElement.title || document.activeElement.textContent"))


def test_arrow_keys_walk_the_wall(site: Site, visit: Open) -> None:
    _wall(site)
    with serve(site.output) as root, visit(f"{root}goals/run/", width=700) as it:
        keys = it.page.keyboard
        caption = it.page.locator(".wall-figure figcaption")
        sentence = caption.inner_text()
        it.page.locator("main .period").first.focus()
        assert caption.inner_text() == sentence
        keys.press("ArrowRight")
        assert _stone(it.page) == "January 1, 1 Jan 2026"
        assert caption.inner_text() == "January 1, 1 Jan 2026"
        keys.press("ArrowRight")
        assert _stone(it.page) == "January 2, 2 Jan 2026"
        keys.press("ArrowLeft")
        keys.press("ArrowLeft")  # there is nothing before the first
        assert _stone(it.page) == "January 1, 1 Jan 2026"
        keys.press("End")
        assert _stone(it.page) == "February 28, 28 Feb 2026"
        keys.press("Home")
        assert _stone(it.page) == "January 1, 1 Jan 2026"
        place = "document.activeElement.getBoundingClientRect()"
        low = it.page.evaluate(place)
        keys.press("ArrowUp")
        high = it.page.evaluate(place)
        assert high["bottom"] < low["bottom"] - 10
        assert abs(high["x"] - low["x"]) < 60
        assert _stone(it.page).startswith("January")
        keys.press("ArrowDown")
        assert it.page.evaluate(place)["bottom"] == low["bottom"]
        keys.press("ArrowDown")  # the ground
        assert it.page.evaluate(place)["bottom"] == low["bottom"]
        it.page.locator("main .period").nth(1).focus()
        assert caption.inner_text() == sentence
        keys.press("ArrowRight")
        assert _stone(it.page) == "February 1, 1 Feb 2026"
        keys.press("ArrowLeft")
        assert _stone(it.page) == "January 31, 31 Jan 2026"
        keys.press("Enter")
        it.page.wait_for_url("**/2026/01/31/**")
        assert it.complaints == []


def test_from_right_to_left_the_arrows_turn_round(site: Site, visit: Open) -> None:
    _wall(site, "ar")
    with serve(site.output) as root, visit(f"{root}goals/run/") as it:
        it.page.locator("main .period").first.focus()
        it.page.keyboard.press("ArrowLeft")
        it.page.keyboard.press("ArrowLeft")
        assert _stone(it.page).startswith("January 2")
        it.page.keyboard.press("ArrowRight")
        assert _stone(it.page).startswith("January 1")


FORM = """
<form data-filters>
<input type="radio" name="kind" value="" checked aria-label="all">
<input type="radio" name="kind" value="setback" aria-label="setbacks">
<select name="goal" aria-label="goal"><option value="">All</option><option value="run">Run</option></select>
<input type="checkbox" name="only" value="stretch" aria-label="stretch">
<output data-filters-count data-forms='{"one": "%(num)s line", "other": "%(num)s lines"}'></output>
</form>
"""
HIDING = ".page:has([value=setback]:checked) .line:not(:has(.is-setback)) { display: none }\n"


def test_filters_are_kept_in_the_address(site: Site, visit: Open) -> None:
    """A form of a site's own, whose styles hide what was not chosen.

    == days/2026-02-10.md
    + One
    + Two

    ## Setbacks
    + Three
    """
    page = '{% extends "layouts/base.html" %}\n{% import "macros/timeline.html" as t %}\n{% block main %}'
    lines = "<h1>All</h1>{{ t.days(view.months[0].days) }}</div>{% endblock %}\n"
    site.write("templates/pages/timeline.html", page + '<div class="page">' + FORM + lines)
    (site.folder / "user.css").write_text(HIDING, "utf-8")
    assert site.build(TODAY).problems == ()
    with serve(site.output) as root, visit(f"{root}timeline/?other=1") as it:
        count = it.page.locator("output")
        assert count.inner_text() == "3 lines"
        it.page.get_by_label("setbacks").check()
        assert count.inner_text() == "1 line"
        assert it.page.url.endswith("?other=1&kind=setback")
        it.page.get_by_label("goal").select_option("run")
        it.page.get_by_label("stretch").check()
        assert it.page.url.endswith("?other=1&kind=setback&goal=run&only=stretch")
        it.page.goto(it.page.url)
        assert it.page.get_by_label("setbacks").is_checked()
        assert it.page.get_by_label("goal").input_value() == "run"
        assert it.page.get_by_label("stretch").is_checked()
        assert count.inner_text() == "1 line"
        it.page.get_by_label("all").check()
        it.page.get_by_label("goal").select_option("")
        it.page.get_by_label("stretch").uncheck()
        assert it.page.url.endswith("timeline/?other=1")
        it.page.goto(f"{root}timeline/?kind=nonsense&goal=%22%3E")
        assert it.page.get_by_label("all").is_checked()
        assert it.page.get_by_label("goal").input_value() == ""
        assert it.complaints == []
