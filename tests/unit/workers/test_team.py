"""The same bytes with one process, two or eight; a mistake in one stops all, and nothing is half done."""

import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from generator.build import Request, build
from generator.workers import drawing, reading, team
from tests.conftest import TODAY, Site


def _many(site: Site) -> None:
    site.write("goals/run.md", "---\ntitle: Run\n---\n")
    for at in range(40):
        site.write(f"days/2026-01-{at % 28 + 1:02}.md", f"+ Ran number {at} [[run]]\n\nProse *{at}*.\n")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {at.relative_to(folder).as_posix(): at.read_bytes() for at in folder.rglob("*") if at.is_file()}


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_the_same_bytes_however_many_work(site: Site, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system does not {method}")
    _many(site)
    monkeypatch.setattr(team, "_CONTEXT", multiprocessing.get_context(method))
    monkeypatch.setattr(drawing, "LEAST", 5)
    monkeypatch.setattr(reading, "LEAST", 5)
    made = {}
    for count in ("1", "2", "8") if method == "fork" else ("1", "2"):
        monkeypatch.setenv("SMALLWINS_WORKERS", count)
        output = site.folder / f"public-{count}"
        built = build(Request(folder=site.folder, site=site.config(), output=output, today=TODAY, cache=False))
        assert built.written is not None
        made[count] = _bytes(output)
    assert all(other == made["1"] for other in made.values())


def test_a_mistake_in_a_template_leaves_the_site_as_it_was(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _many(site)
    site.build()
    before = _bytes(site.output)
    monkeypatch.setattr(drawing, "LEAST", 5)
    monkeypatch.setenv("SMALLWINS_WORKERS", "3")
    site.write("templates/pages/day.html", "{{ view.date }}{{ view.nonsense }}")
    built = build(Request(folder=site.folder, site=site.config(), output=site.output, today=TODAY, cache=False))
    assert built.written is None
    assert [problem.code for problem in built.problems] == ["theme-error"]
    assert _bytes(site.output) == before


def _raise(job: int, _: None) -> tuple[int, int]:
    if job == 1:
        raise ZeroDivisionError("a mistake of ours")
    return job, job


def test_our_own_mistakes_are_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        team.run([0, 1, 2], team.Step(_raise))


def _say(job: int, _: None) -> tuple[int, int]:
    return job * 10, job


def _add(has: int, agreed: int) -> tuple[None, int]:
    return None, has + agreed


def test_each_step_knows_what_all_said_before() -> None:
    """1 + 2 + 3 = 6 is agreed on; each adds it to ten times its own."""
    assert team.run([1, 2, 3], team.Step(_say, sum), team.Step(_add)) == [16, 26, 36]


def _say_and_wait(job: tuple[Connection, float], _: None) -> tuple[None, int]:
    said, seconds = job
    said.send(seconds)
    time.sleep(seconds)
    return None, 0


def _team(said: Connection) -> None:
    team.run([(said, 60), (said, 0), (said, 0)], team.Step(_say_and_wait), team.Step(_say_and_wait))


def test_where_the_first_is_killed_nobody_stays_behind() -> None:
    """The others have done their step, and wait for a word that never comes."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("this system does not fork")
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    first = context.Process(target=_team, args=(theirs,))
    first.start()
    theirs.close()
    assert sorted(ours.recv() for _ in range(3)) == [0, 0, 60]
    first.kill()
    first.join()
    assert ours.poll(20), "somebody still holds the other end"
    with pytest.raises(EOFError):
        ours.recv()


def test_few_pieces_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMALLWINS_WORKERS", "8")
    assert team.hands(199, 200) == 1
    assert team.hands(700, 200) == 3
    assert team.hands(100_000, 200) == 8
