"""What a build has to do grows no faster than the journal: counted in calls, which no busy machine makes more."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from tests.conftest import Site

SIZE = 120
TODAY = dt.date(2026, 3, 1)


def _wins_of_a_goal(site: Site, size: int) -> None:
    """A win a day, all of one goal of one value, which has a target."""
    for number in range(size):
        date = TODAY - dt.timedelta(days=number)
        site.write(f"days/{date}.md", "+ Wrote 300 words [[novel]]\n  worked: rose early\n")


def _wins_of_a_day(site: Site, size: int) -> None:
    """All on one day."""
    site.write("days/2026-02-14.md", "".join(f"+ Wrote {number + 1} words [[novel]]\n" for number in range(size)))


def _goals_of_a_value(site: Site, size: int) -> None:
    """A goal a day, each with a win, all of one value and below one goal."""
    for number in range(size):
        site.write(f"goals/part-{number}.md", "---\nparent: novel\n---\n")
        date = TODAY - dt.timedelta(days=number)
        site.write(f"days/{date}.md", f"+ Began [[part-{number}]]\n")


def _ticks(site: Site, size: int) -> None:
    """A habit, done day after day."""
    for number in range(size):
        site.write(f"days/{TODAY - dt.timedelta(days=number)}.md", "---\nhabits: [pages]\n---\n")


def _mentions(site: Site, size: int) -> None:
    """Days whose prose names the goal and the day before."""
    for number in range(size):
        date = TODAY - dt.timedelta(days=number)
        before = f"[[{date - dt.timedelta(days=1)}]]" if number + 1 < size else "it"
        site.write(f"days/{date}.md", f"About [[novel]], as on {before}.\n")


def _calls(folder: Path, write: Callable[[Site, int], None], size: int) -> int:
    """How many functions are called in a whole build, ours and others'."""
    folder.mkdir()
    site = Site(folder)
    site.write("values/craft.md", "")
    site.write("goals/novel.md", "---\nvalues: [craft]\nmeasure: {unit: words, target: 90000}\n---\n")
    site.write("habits/pages.md", "---\ngoal: novel\n---\n")
    write(site, size)
    count = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        built = site.build(TODAY)
    finally:
        sys.setprofile(None)
    assert built.written is not None
    return count


@pytest.mark.parametrize("write", [_wins_of_a_goal, _wins_of_a_day, _goals_of_a_value, _ticks, _mentions])
def test_work_grows_with_the_journal(
    tmp_path: Path, write: Callable[[Site, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice as much more is at most twice the work more, and a little for what sorting adds; it would be four times,
    were it quadratic."""
    monkeypatch.setenv("SMALLWINS_WORKERS", "1")
    _calls(tmp_path / "first", write, 1)  # what a process does once is not counted
    some, more, most = (_calls(tmp_path / str(size), write, size) for size in (SIZE, 2 * SIZE, 4 * SIZE))
    assert most - more < (more - some) * 2 * 1.2
