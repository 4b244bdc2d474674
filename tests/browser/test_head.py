"""In a real browser, under a strict policy: the data in a page's head is data, and the icon is a picture."""

import pytest

from .conftest import Open

DRAWN = """
icon => new Promise(done => {
  const image = new Image();
  image.onload = () => done(image.naturalWidth > 0);
  image.onerror = () => done(false);
  image.src = icon;
})
"""


@pytest.mark.parametrize("url", ["", "goals/book/", "2026/04/07/shin/"])
def test_the_head_holds_data_and_an_icon(served: str, visit: Open, url: str) -> None:
    with visit(served + url) as it:
        data = it.page.locator('script[type="application/ld+json"]').text_content()
        assert data
        assert it.page.evaluate("data => JSON.parse(data)['@context']", data) == "https://schema.org"
        icon = it.page.locator('link[rel="icon"]').get_attribute("href")
        assert it.page.evaluate(DRAWN, icon)
        assert it.complaints == []
