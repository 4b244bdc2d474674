"""linkinator follows every link of the sample site, with its fragment: on a server, below a path, and on a disk."""

import json
import subprocess
from pathlib import Path
from typing import Any

from .conftest import tool

FLAGS = ("--recurse", "--check-fragments", "--check-css", "--redirects", "error", "--format", "json")
ELSEWHERE = r"^(https|mailto):"  # nothing is asked of the network: the tests' own server is http
UNLINKED = {"404.html", "today/index.html", "goals/the-book/index.html"}  # the last is an old address


def _followed(start: str, folder: Path) -> list[dict[str, Any]]:
    """Every link of a site, once it is said how it went."""
    command = (tool(".bin/linkinator"), start, *FLAGS, "--skip", ELSEWHERE)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    links: list[dict[str, Any]] = json.loads(done.stdout)["links"]
    return [link for link in links if link["state"] != "SKIPPED"]


def _pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - UNLINKED


def test_links_lead_somewhere_on_a_server(address: str, sample: Path) -> None:
    links = _followed(address, sample)
    assert [link for link in links if link["state"] != "OK"] == []
    found = {link["url"].partition("#")[0].removeprefix(address) for link in links}
    assert {path.removesuffix("index.html") for path in _pages(sample)} <= found


def test_links_lead_somewhere_on_a_disk(offline: Path) -> None:
    links = _followed(".", offline)
    assert [link for link in links if link["state"] != "OK"] == []
    assert _pages(offline) - {"index.html"} <= {link["url"].partition("#")[0] for link in links}


def test_a_place_that_is_not_there_is_found(tmp_path: Path) -> None:
    """The check is one: of a fragment, too."""
    (tmp_path / "index.html").write_text('<!doctype html><a href="other.html#nowhere">x</a>', "utf-8")
    (tmp_path / "other.html").write_text("<!doctype html><p id=here>y</p>", "utf-8")
    assert "BROKEN" in {link["state"] for link in _followed(".", tmp_path)}
