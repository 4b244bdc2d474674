"""Files that go while they are read."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import Request
from generator.build import build as build_
from generator.read.discover import Found, discover
from generator.serve.builder import Memory
from generator.serve.order import Order
from generator.workers import reading
from tests.conftest import TODAY, Site, write_journal

JOURNAL = """\
== goals/run.md
== days/2026-02-14.md
+ Walked 3 km
== days/2026-02-15.md
+ Ran 5 km [[run]]
"""


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Have something happen once, when the files are listed and none of them is read."""
    waiting: list[Callable[[], None]] = []
    listed = discover

    def listed_and_then(folder: Path) -> Found:
        found = listed(folder)
        while waiting:
            waiting.pop()()
        return found

    monkeypatch.setattr(reading, "discover", listed_and_then)
    return waiting.append


def as_from_nothing(site: Site) -> dict[str, bytes]:
    """The files of the same site, built where nothing was built before."""
    other = site.folder / "elsewhere"
    assert build_(request(site, other, cache=False)).problems == ()
    found = {path.relative_to(other).as_posix(): path.read_bytes() for path in other.rglob("*") if path.is_file()}
    shutil.rmtree(other)
    return found


def request(site: Site, output: Path, *, cache: bool = True) -> Request:
    return Request(folder=site.folder, site=site.config(), output=output, today=TODAY, cache=cache)


def test_a_file_that_went_was_never_there(site: Site, meanwhile: Callable[[Callable[[], None]], None]) -> None:
    write_journal(site, JOURNAL)
    day = site.folder / "content/days/2026-02-15.md"
    meanwhile(day.unlink)
    assert site.codes() == []
    assert site.files() == as_from_nothing(site)
    assert "Ran 5 km" not in site.page("/goals/run/")
    day.write_text("+ Ran 5 km [[run]]\n")
    assert site.codes() == []
    assert site.files() == as_from_nothing(site)


def test_what_it_said_is_not_kept(site: Site, meanwhile: Callable[[Callable[[], None]], None]) -> None:
    """It comes back just as it was, by every stamp, from where it was moved with its folder."""
    write_journal(site, JOURNAL)
    days, aside = site.folder / "content/days", site.folder / "aside"

    def moved() -> None:
        days.rename(aside)

    meanwhile(moved)
    assert site.codes() == []
    assert "Ran 5 km" not in site.page("/goals/run/")
    aside.rename(days)
    assert site.codes() == []
    assert site.files() == as_from_nothing(site)
    assert "Ran 5 km" in site.page("/goals/run/")


def test_a_file_that_another_took_the_place_of_is_read(
    site: Site, meanwhile: Callable[[Callable[[], None]], None]
) -> None:
    write_journal(site, JOURNAL)
    day = site.folder / "content/days/2026-02-15.md"

    def replaced() -> None:
        day.unlink()
        day.write_text("+ Ran 6 km [[run]]\n")

    meanwhile(replaced)
    assert site.codes() == []
    assert "Ran 6 km" in site.page("/goals/run/")
    assert site.codes() == []
    assert site.files() == as_from_nothing(site)


def test_a_folder_that_went_was_never_there(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders are looked into one after the other, and files asked how they stand after that."""
    write_journal(site, JOURNAL)
    scandir, gone = os.scandir, site.folder / "content/goals"

    def scan(folder: str) -> object:
        if folder == str(gone):
            shutil.rmtree(gone)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", scan)
    site.write("days/2026-02-15.md", "+ Ran 5 km\n")
    assert site.codes() == []


def test_the_preview_goes_on_as_if_it_had_not_been_listed(
    site: Site, meanwhile: Callable[[Callable[[], None]], None]
) -> None:
    write_journal(site, JOURNAL)
    memory, output = Memory(), site.folder / ".smallwins/preview"
    order = Order(folder=site.folder, output=output, base_url="http://localhost/", today=TODAY)
    day = site.folder / "content/days/2026-02-15.md"
    meanwhile(day.unlink)
    outcome = memory.make(order)
    assert outcome is not None
    assert (outcome.problems, outcome.fault, outcome.drawn) == ((), "", True)
    day.write_text("+ Ran 7 km [[run]]\n")
    page = "/goals/run/"
    again = Order(
        folder=site.folder, output=output, base_url=order.base_url, today=TODAY, changed=frozenset([str(day)]),
        urls=frozenset([page]),
    )  # fmt: skip
    outcome = memory.make(again)
    assert outcome is not None
    assert (outcome.problems, outcome.fault) == ((), "")
    assert "Ran 7 km" in (output / "goals/run/index.html").read_text()
