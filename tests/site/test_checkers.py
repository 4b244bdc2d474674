"""What the Nu HTML checker (vnu) and html-validate say of every page of the sample site: nothing."""

import json
import subprocess
from pathlib import Path

from .conftest import java, tool

# A box that scrolls sideways is a region with a name, so that keys reach it; it needs no heading of its own.
PASSED_OVER = "Section lacks heading.*"


def test_vnu_has_nothing_to_say(sample: Path) -> None:
    checker = (java(), "-jar", tool("vnu-jar/build/dist/vnu.jar"))
    flags = ("--skip-non-html", "--also-check-svg", "--format", "json", "--filterpattern", PASSED_OVER)
    done = subprocess.run((*checker, *flags, str(sample)), capture_output=True, text=True, check=False)
    assert json.loads(done.stderr)["messages"] == []
    assert done.returncode == 0


def test_html_validate_has_nothing_to_say(sample: Path) -> None:
    config = Path(__file__).parent / "htmlvalidate.config.mjs"
    done = subprocess.run(
        (tool(".bin/html-validate"), "--config", str(config), "--formatter", "text", str(sample)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_html_validate_would_say_something(tmp_path: Path) -> None:
    """The check is one: a page with a fault has it named."""
    (tmp_path / "index.html").write_text("<!doctype html><title>A page</title><p><div></div></p>", "utf-8")
    config = Path(__file__).parent / "htmlvalidate.config.mjs"
    command = (tool(".bin/html-validate"), "--config", str(config), "--formatter", "text", str(tmp_path))
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
