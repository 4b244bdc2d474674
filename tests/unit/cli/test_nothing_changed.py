"""The quickest build: it looks at files, opens none, and does whatever a slow one would."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.base import stamp
from generator.cache import last
from generator.cli.main import smallwins
from tests.conftest import Site

ROOT = Path(__file__).parents[3]


def _build(site: Site, *more: str) -> str:
    done = CliRunner().invoke(smallwins, ["build", "-C", str(site.folder), *more], catch_exceptions=False)
    return done.output


def _bytes(folder: Path) -> dict[str, bytes]:
    return {at.relative_to(folder).as_posix(): at.read_bytes() for at in folder.rglob("*") if at.is_file()}


EDITS: dict[str, Callable[[Site], object]] = {
    "a day": lambda site: site.write("days/2026-02-15.md", "+ Ran 6 km [[run]]\n"),
    "a new day": lambda site: site.write("days/2026-02-16.md", "+ Ran 7 km [[run]]\n"),
    "a day less": lambda site: (site.folder / "content/days/2026-02-15.md").unlink(),
    "the configuration": lambda site: site.write("site.yaml", "title: Another\n"),
    "a template": lambda site: site.write("templates/partials/site_foot.html", "<footer></footer>\n"),
    "a style": lambda site: site.write("user.css", "a { color: red }\n"),
    "a page lost": lambda site: (site.output / "index.html").unlink(),
    "a page spoilt": lambda site: (site.output / "index.html").write_bytes(b"x"),
    "the cache lost": lambda site: shutil.rmtree(site.folder / ".smallwins"),
    "a link": lambda site: (site.folder / "content/days/2026-02-17.md").symlink_to("2026-02-15.md"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_it_sees_every_change(site: Site, edit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    == goals/run.md
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    """
    monkeypatch.setattr(stamp, "COARSE", 0)
    monkeypatch.setattr(last, "COARSE", 0)
    first = _build(site, "--today", "2026-03-01")
    again = _build(site, "--today", "2026-03-01")
    assert "in 0.0" in again
    assert "(0 written" in again
    assert first.partition(" → ")[0] == again.partition(" → ")[0]
    time.sleep(0.02)
    EDITS[edit](site)
    _build(site, "--today", "2026-03-01")
    clean = site.folder / "clean"
    _build(site, "--today", "2026-03-01", "--no-cache", "-o", str(clean))
    assert _bytes(site.output) == _bytes(clean)


def test_another_command_is_another_build(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    monkeypatch.setattr(last, "COARSE", 0)
    _build(site, "--today", "2026-03-01")
    for more in (["--offline"], ["-b", "https://a.org/b/"], ["--today", "2026-02-15"]):
        _build(site, *(["--today", "2026-03-01"] if "--today" not in more else []), *more)
        clean = site.folder / "clean"
        _build(
            site, "--no-cache", "-o", str(clean), *(["--today", "2026-03-01"] if "--today" not in more else []), *more
        )
        assert _bytes(site.output) == _bytes(clean), more


def test_problems_are_said_every_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km [[nobody]]
    """
    monkeypatch.setattr(last, "COARSE", 0)
    assert "nobody" in _build(site)
    assert "nobody" in _build(site)


def test_what_a_build_without_changes_imports(site: Site) -> None:
    """Nothing that reads, links, draws or writes; and of the libraries click alone.

    == days/2026-02-15.md
    + Ran 5 km
    """
    for path in [site.folder / "site.yaml", *site.folder.rglob("*.md")]:
        os.utime(path, (1_700_000_000, 1_700_000_000))
    program = (
        "import sys\n"
        "from generator.cache import last\n"
        "last.COARSE = 0\n"
        "from generator.cli.main import smallwins\n"
        "smallwins.main(sys.argv[1:], standalone_mode=False)\n"
        "print(*sorted(name for name in sys.modules), sep='\\n')\n"
    )
    command = [sys.executable, "-c", program, "build", "-C", str(site.folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    said = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, text=True).stdout.splitlines()
    ours = {name for name in said if name.startswith("generator")}
    assert ours == {
        "generator",
        "generator.base",
        "generator.base.atomic",
        "generator.base.stamp",
        "generator.cache",
        "generator.cache.key",
        "generator.cache.last",
        "generator.cache.store",
        "generator.cli",
        "generator.cli.build",
        "generator.cli.main",
        "generator.cli.options",
        "generator.cli.summary",
        "generator.cli.terminal",
        "generator.config",
        "generator.config.host",
    }
    heavy = {"msgspec", "yaml", "jinja2", "markdown_it", "babel", "rich", "watchfiles", "pygments", "multiprocessing"}
    assert not heavy & {name.partition(".")[0] for name in said}
