"""A build says how far it is: on a terminal, after half a second, and then takes the words away."""

import io
import sys

import pytest
from click.testing import CliRunner

from generator.base.stages import Stages
from generator.cli import progress
from generator.cli.main import smallwins
from tests.conftest import Site


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _shown(monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, after: float) -> str:
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "AFTER", after)
    display = progress.Display()
    display.watch("read", 0.25)
    display.watch("draw", 0.5)
    display.end()
    return screen.getvalue()


def test_only_on_a_terminal_and_only_where_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "draw" in _shown(monkeypatch, Terminal(), 0)
    assert _shown(monkeypatch, Terminal(), 60) == ""
    assert _shown(monkeypatch, io.StringIO(), 0) == ""


def test_each_stage_has_its_time_and_its_share() -> None:
    seen: list[tuple[str, float]] = []
    stages = Stages(lambda name, share: seen.append((name, share)))
    stages.begin("read")
    stages.reach(0.5)
    stages.begin("draw")
    stages.end()
    assert seen == [("read", 0), ("read", 0.5), ("draw", 0)]
    assert list(stages.seconds) == ["read", "draw"]


def test_metrics_name_every_stage_and_template(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    said = CliRunner().invoke(smallwins, ["build", "-C", str(site.folder), "--metrics"], catch_exceptions=False).output
    assert "Read 0." in said
    for word in ("read", "link", "count", "draw", "write", "pages/day.html", "pages/home.html"):
        assert f"\n{word} " in said
