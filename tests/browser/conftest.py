"""Debian's Chromium, driven by Playwright. A missing browser fails in CI and is a visible skip elsewhere."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.site.sample import sample_site
from tests.site.server import serve

QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# Told to the page before anything else in it runs: what the policy refuses is kept.
REPORTS = """
  const reports = [];
  document.addEventListener("securitypolicyviolation", event => reports.push(
    `${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`));
  Object.defineProperty(window, "policyReports", {value: reports});
"""


class Visit(msgspec.Struct):
    """A page that is open, and everything that it said, asked for from elsewhere, or was refused."""

    page: Page
    heard: list[str]

    @property
    def complaints(self) -> list[str]:
        return self.heard + list(self.page.evaluate("window.policyReports ?? []"))


Open = Callable[..., AbstractContextManager[Visit]]


def chromium_path() -> str:
    """Where Chromium is; without it the test skips, and fails in CI."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    if os.environ.get("CI"):
        pytest.fail("there is no Chromium, and CI needs one: tests/browser/install.sh")
    pytest.skip("there is no Chromium here")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built to be read from a disk."""
    return sample_site(tmp_path_factory.mktemp("offline") / "public", offline=True)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample site, below a path and under the strictest policy."""
    folder = sample_site(tmp_path_factory.mktemp("online") / "public", "https://example.org/repo/")
    with serve(folder, "/repo/") as address:
        yield address


@pytest.fixture
def visit(chromium: Browser) -> Open:
    """`with visit(address, width=…, scheme=…) as it`: the page at an address, in a window of its own."""

    @contextmanager
    def visit(address: str, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Iterator[Visit]:
        window: dict[str, Any] = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
        context = chromium.new_context(**window, java_script_enabled=scripts)
        if scripts:
            context.add_init_script(REPORTS)
        page = context.new_page()
        heard: list[str] = []
        scheme_, host, *_ = urlsplit(address)
        own = f"{scheme_}://{host}"
        page.on("console", lambda message: heard.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(own) else heard.append(f"asked: {asked.url}"))
        # What a page still asks for while another is opened is let go, and not missing.
        page.on(
            "requestfailed",
            lambda asked: None if asked.failure == "net::ERR_ABORTED" else heard.append(f"missing: {asked.url}"),
        )
        page.goto(address)
        yield Visit(page, heard)
        context.close()

    return visit
