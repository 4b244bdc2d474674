"""docs/insights.md: each worked example is built, and each figure that it names is looked up."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.insights import INSIGHTS, Insights, gather
from tests.conftest import Site, write_journal

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs/insights.md").read_text("utf-8")
EXAMPLES = re.findall(r"```journal\n(.*?)```\n```figures (\S+)\n(.*?)```", DOC, re.DOTALL)


@pytest.mark.parametrize(("journal", "today", "figures"), EXAMPLES, ids=[f"example-{n}" for n in range(len(EXAMPLES))])
def test_worked_example(tmp_path: Path, journal: str, today: str, figures: str) -> None:
    site = Site(tmp_path)
    write_journal(site, journal)
    day = dt.date.fromisoformat(today)
    built = site.build(day)
    assert [problem for problem in built.problems if problem.is_error] == []
    exported = json.loads(site.html("/journal.json"))
    for kind in ("goals", "habits"):
        exported[kind] = {one["id"]: one for one in exported[kind]}
    exported["insights"] = _all(gather(site.journal(day), day))
    lines = [line.split(" = ") for line in figures.strip().splitlines()]
    assert lines
    for path, expected in lines:
        assert _look(exported, path) == pytest.approx(json.loads(expected), abs=1e-6), path


def _all(insights: Insights) -> Any:
    return msgspec.to_builtins({name: getattr(insights, name) for name in INSIGHTS})


def _look(found: Any, path: str) -> Any:
    for step in path.split("."):
        found = found[int(step)] if isinstance(found, list | tuple) else found[step]
    return found


def test_every_insight_is_named_in_the_docs() -> None:
    text = DOC.casefold()
    names = set(INSIGHTS) - {"momentum_whole"}
    spoken = {"next_steps": "next step", "worked": "what worked", "on_this_day": "on this day", "periods": "reviews"}
    assert {name for name in names if spoken.get(name, name.replace("_", " ")) not in text} == set()
