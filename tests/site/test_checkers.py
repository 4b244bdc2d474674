"""What the Nu HTML checker (vnu) and html-validate say of every page of the sample site: nothing.

`make soak` asks them also of the site below a path and of the one for a disk.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest

from .conftest import java, tool
from .sample import sample_site

CONFIG = Path(__file__).parent / "htmlvalidate.config.mjs"

# A box that scrolls sideways is a region with a name, so that keys reach it; it needs no heading of its own.
PASSED_OVER = "Section lacks heading.*"


WAYS = ["/", "/repo/", "offline"] if os.environ.get("SOAK") else ["/"]


@pytest.fixture(scope="module", params=WAYS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checked") / "public"
    if request.param == "offline":
        return sample_site(folder, offline=True)
    return sample_site(folder, f"https://example.org{request.param}")


def test_vnu_has_nothing_to_say(site: Path) -> None:
    checker = (java(), "-jar", tool("vnu-jar/build/dist/vnu.jar"))
    flags = ("--skip-non-html", "--also-check-svg", "--format", "json", "--filterpattern", PASSED_OVER)
    done = subprocess.run((*checker, *flags, str(site)), capture_output=True, text=True, check=False)
    assert json.loads(done.stderr)["messages"] == []
    assert done.returncode == 0


def test_html_validate_has_nothing_to_say(site: Path) -> None:
    done = subprocess.run(
        (tool(".bin/html-validate"), "--config", str(CONFIG), "--formatter", "text", str(site)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_html_validate_would_say_something(tmp_path: Path) -> None:
    """The check is one: a page with a fault has it named."""
    (tmp_path / "index.html").write_text("<!doctype html><title>A page</title><p><div></div></p>", "utf-8")
    command = (tool(".bin/html-validate"), "--config", str(CONFIG), "--formatter", "text", str(tmp_path))
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
