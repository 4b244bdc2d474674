"""Debian's Chromium, driven by Playwright. A missing browser fails in CI and is a visible skip elsewhere."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.build import Request, build
from generator.config.load import load

ROOT = Path(__file__).parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium, and CI needs one: tests/browser/install.sh")
        pytest.skip("there is no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal, built to be read from a disk, with the author's morning page."""
    output = tmp_path_factory.mktemp("sample") / "public"
    site, problems = load(ROOT, {"SMALLWINS_TODAY_PAGE": "public"})
    assert site is not None, problems
    import datetime as dt

    built = build(Request(folder=ROOT, site=site, output=output, today=dt.date(2026, 11, 21), offline=True))
    assert built.problems == ()
    return output
