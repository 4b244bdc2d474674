"""A list is filtered by CSS alone, with scripts off."""

from pathlib import Path

from playwright.sync_api import Browser, Page


def _shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


def test_a_choice_hides_what_it_is_not_about(chromium: Browser, sample: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{sample}/timeline/index.html")
    every = _shown(page, ".line")
    book = page.locator('.line[data-of~="g-book"]').count()
    stretch = page.locator('.line[data-of~="g-book"][data-of~="stretch"]').count()
    assert 0 < stretch < book < every
    page.select_option("select[name=goal]", "g-book")
    assert _shown(page, ".line[data-of]") == book
    assert page.locator(".thread-day:visible").count() < page.locator(".thread-day").count()
    page.check("input[name=stretch]")
    assert _shown(page, ".line[data-of]") == stretch
    page.select_option("select[name=goal]", "")
    page.uncheck("input[name=stretch]")
    assert _shown(page, ".line") == every
    context.close()
