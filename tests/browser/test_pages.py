"""Every kind of page in a real browser: nothing scrolls sideways, nothing is asked of elsewhere, nothing complains."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.build import Request, judge, read
from generator.config.load import load
from generator.pages import all_pages
from generator.pages.edition import Edition
from generator.render.theme import load_theme
from generator.words import Words
from tests.site.sample import ROOT, TODAY

from .conftest import Open
from .kinds import KINDS


def test_every_kind_of_page_is_looked_at() -> None:
    """A new kind of page has a line in kinds.py, and something in the sample journal to show."""
    site, _ = load(ROOT, {"SMALLWINS_TODAY_PAGE": "public"})
    assert site is not None
    theme, _ = load_theme(ROOT, site)
    assert theme is not None
    words = Words(site.language)
    request = Request(folder=ROOT, site=site, output=ROOT, today=TODAY)
    said = read(request, words)
    journal = judge(request, said.found, said.parsed, theme).published().journal
    edition = Edition(site=site, journal=journal, words=words, today=TODAY)
    kinds = {Path(page.template).stem for page in all_pages(edition)} - {"redirect"}  # nobody stays there
    assert set(KINDS.values()) == kinds


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_to_itself_under_a_strict_policy(served: str, visit: Open, kind: str, scheme: str) -> None:
    with visit(served + kind, scheme=scheme) as it:
        assert it.page.locator("h1").count() == 1
        assert it.page.locator("[style]").count() == 0
        assert it.page.locator("main").inner_text().strip()
        for width in (1280, 768, 360, 320):
            it.page.set_viewport_size({"width": width, "height": 800})
            assert it.page.evaluate("document.documentElement.scrollWidth") <= width
        assert it.complaints == []


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"404.html"}))  # which only a server shows
def test_a_page_keeps_to_itself_on_a_disk(sample: Path, visit: Open, kind: str) -> None:
    with visit((sample / kind / "index.html").as_uri()) as it:
        assert it.complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_the_same_without_scripts(served: str, visit: Open, kind: str) -> None:
    """Nothing of the journal waits for a script, and nothing is offered that only a script can do."""
    with visit(served + kind) as it:
        with_scripts = set(it.page.locator("main :is(h1, h2, h3, p, dd, figcaption)").all_inner_texts())
    with visit(served + kind, scripts=False) as it:
        without = set(it.page.locator("main :is(h1, h2, h3, p, dd, figcaption)").all_inner_texts())
        assert with_scripts - without == set()
        assert it.page.locator("button:not(form button)").filter(visible=True).count() == 0
        assert it.complaints == []


def test_links_lead_somewhere(sample: Path) -> None:
    """Every link of the sample site leads to a file and, where it names one, to a place in it."""
    pages = {path: path.read_text("utf-8") for path in sample.rglob("*.html")}
    places = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in pages.items()}
    lost = []
    for path, text in pages.items():
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            target, _, fragment = unescape(link).partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            there = (path.parent / unquote(target)).resolve() if target else path
            if path.name == "404.html" and target.startswith("/"):  # it may stand in for a page at any depth
                there = sample / unquote(target).lstrip("/")
                there = there / "index.html" if target.endswith("/") else there
            if not there.is_file() or (fragment and unquote(fragment) not in places.get(there, {unquote(fragment)})):
                lost.append(f"{path.relative_to(sample)}: {link}")
    assert lost == []
