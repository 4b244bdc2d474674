"""Lighthouse gives 100 in all four, on a phone of the middle class. A long run, in `make soak`."""

import json
import os
import subprocess

import pytest

from tests.browser.conftest import QUIET, chromium_path

from .conftest import tool

pytestmark = pytest.mark.skipif(not os.environ.get("SOAK"), reason="a long run: make soak")


@pytest.mark.parametrize("page", ["", "goals/book/", "2026/", "2025/11/21/"])
def test_a_page_is_quick_accessible_sound_and_findable(address: str, page: str) -> None:
    command = (tool(".bin/lighthouse"), address + page, "--quiet", "--output=json")
    environment = {**os.environ, "CHROME_PATH": chromium_path()}
    flags = f"--chrome-flags=--headless {' '.join(QUIET)}"
    done = subprocess.run((*command, flags), env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    scores = {name: category["score"] for name, category in report["categories"].items()}
    short = [name for name, audit in report["audits"].items() if audit["score"] not in (None, 1)]
    assert scores == {"performance": 1, "accessibility": 1, "best-practices": 1, "seo": 1}, short
