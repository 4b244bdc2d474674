"""axe-core finds nothing on any kind of page: WCAG 2.2 at levels A and AA, and its best practices."""

import os
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from .conftest import Open
from .kinds import KINDS

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, and off in axe unless asked for
    "resultTypes": ["violations"],
}
# Each scheme and each width once; `make soak` has every pair.
WINDOWS = [(360, "dark"), (1280, "light")]
if os.environ.get("SOAK"):
    WINDOWS += [(360, "light"), (1280, "dark")]


def faults(page: Page) -> list[str]:
    """What axe finds on a page that is open, in words."""
    page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS)
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(served: str, visit: Open, kind: str, width: int, scheme: str) -> None:
    with visit(served + kind, width, scheme) as it:
        assert faults(it.page) == []
