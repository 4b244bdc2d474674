"""Every kind of page in a real browser: nothing scrolls sideways, nothing is asked of elsewhere, nothing complains."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

KINDS = (
    "", "today", "timeline", "2026", "2026/02", "2025/11/21", "goals", "goals/book", "goals/accordion", "goals/making",
    "values", "values/craft", "habits", "habits/jog", "setbacks", "celebrations", "reconnect", "alignment", "worked",
    "reviews", "reviews/2026", "reviews/2026-11", "about",
)  # fmt: skip


def _open(browser: Browser, sample: Path, kind: str, width: int, scheme: str) -> tuple[Page, list[str]]:
    """The page, and everything that it said or asked for from elsewhere."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else said.append(request.url))
    page.on("requestfailed", lambda request: said.append(f"missing: {request.url}"))
    page.goto((sample / kind / "index.html").as_uri())
    return page, said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_a_page_keeps_to_itself(chromium: Browser, sample: Path, kind: str, width: int, scheme: str) -> None:
    page, said = _open(chromium, sample, kind, width, scheme)
    try:
        assert said == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").count() == 1
        assert page.locator("[style]").count() == 0
        assert page.locator("main").inner_text().strip()
    finally:
        page.context.close()


def test_the_keyboard_reaches_the_content_first(chromium: Browser, sample: Path) -> None:
    page, _ = _open(chromium, sample, "", 1280, "light")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.url.endswith("#_content")
    page.context.close()


def test_links_lead_somewhere(chromium: Browser, sample: Path) -> None:
    """Every link of the sample site leads to a file and, where it names one, to a place in it."""
    import re
    from html import unescape
    from urllib.parse import unquote

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
