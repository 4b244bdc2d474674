"""One build stands at the top of a host, below a path, and, with --offline, on a disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.sample import sample_site
from tests.site.server import serve

from .conftest import Open

WAYS = ("Timeline", "Goals", "Values", "Habits", "Reflect", "Search")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_site(tmp_path_factory.mktemp("built") / "public", "https://example.org/repo/")


@pytest.fixture(params=["/", "/repo/", "file"])
def home(request: pytest.FixtureRequest, built: Path, sample: Path) -> Iterator[str]:
    """The address of the home page, at each place."""
    if request.param == "file":
        yield sample.as_uri() + "/index.html"
    else:
        with serve(built, request.param) as address:
            yield address


def test_every_way_of_the_menu_leads_somewhere_and_back(home: str, visit: Open) -> None:
    with visit(home) as it:
        for name in WAYS:
            it.page.get_by_role("link", name=name, exact=True).first.click()
            assert it.page.locator("h1").count() == 1
            assert it.page.evaluate("getComputedStyle(document.body).fontFamily") != "serif"  # styles came too
            it.page.locator(".site-title, header a").first.click()
            it.page.wait_for_url(home)
        assert it.complaints == []


def test_an_old_address_leads_on(home: str, visit: Open) -> None:
    """The sample's goal book is also called *the book*."""
    end = "index.html" if home.startswith("file") else ""
    with visit(home.removesuffix("index.html") + "goals/the-book/" + end) as it:
        it.page.wait_for_url(home.removesuffix("index.html") + "goals/book/" + end)
        assert it.complaints == []
