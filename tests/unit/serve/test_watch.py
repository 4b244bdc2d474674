"""What the watch tells of: every way of saving a file, once it is whole; and what no event told of."""

import asyncio
import os
import shutil
import time
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from generator.serve import watch as watch_module
from generator.serve.states import differing, look, look_at
from generator.serve.watch import Watch
from tests.serve import apart

DAY = "content/days/2026-02-15.md"
OLD, NEW = "+ Ran 5 km\n", "+ Ran 6 km, and more\n"
Act = Callable[[Path], object]
PATIENCE = 60.0
"""Seconds after which what should come in a moment is thought never to come."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A journal of a day."""
    (tmp_path / DAY).parent.mkdir(parents=True)
    (tmp_path / DAY).write_text(OLD)
    (tmp_path / "site.yaml").write_text("title: A test\n")
    return tmp_path


def told(site: Path, *acts: Act, poll: bool = False, patience: float = PATIENCE) -> list[tuple[set[str], str]]:
    """After each act, the paths that are told of and what then stands in the day; until there was nothing for a
    while."""

    async def run() -> list[tuple[set[str], str]]:
        heard = []
        watch = Watch(site, poll)
        async with aclosing(watch.changes()) as changes:
            await anext(changes)
            await asyncio.sleep(0.3)  # until it listens
            for act in acts:
                doing = asyncio.create_task(asyncio.to_thread(act, site))
                begun = time.monotonic()
                while not (found := await anext(changes)):
                    if time.monotonic() - begun > patience:
                        break
                heard.append((_short(site, found), _words(site / DAY)))
                await doing
        return heard

    return apart.run(run())


def await_each(site: Path, *acts: tuple[Act, str, str]) -> None:
    """Do one after the other, each as soon as a path is told of while it holds what the one before made of it; what is
    told of besides, or twice, does no harm."""

    async def run() -> None:
        async with aclosing(Watch(site).changes()) as changes:
            await anext(changes)
            for act, path, words in acts:
                begun = time.monotonic()
                doing = asyncio.create_task(asyncio.to_thread(act, site))
                while path not in _short(site, await anext(changes)) or _words(site / path) != words:
                    assert time.monotonic() - begun < PATIENCE, (act, path)
                await doing

    apart.run(run())


def _words(file: Path) -> str:
    try:
        return file.read_text()
    except FileNotFoundError:
        return "gone"


def union(site: Path, act: Act, whole: Callable[[set[str]], bool]) -> tuple[list[set[str]], float]:
    """What is told of after an act, piece by piece, until it is the `whole`, however long this machine takes; and the
    seconds that it took."""

    async def run() -> tuple[list[set[str]], float]:
        pieces: list[set[str]] = []
        async with aclosing(Watch(site).changes()) as changes:
            await anext(changes)
            begun = time.monotonic()
            doing = asyncio.create_task(asyncio.to_thread(act, site))
            while not doing.done() or not whole(set().union(*pieces)):
                if found := await anext(changes):
                    pieces.append(_short(site, found))
                assert time.monotonic() - begun < PATIENCE, pieces
            await doing
            return pieces, time.monotonic() - begun

    return apart.run(run())


def _short(site: Path, paths: frozenset[str]) -> set[str]:
    """The paths in the journal, but for one that was just made, and may so count once more."""
    return {Path(path).relative_to(site).as_posix() for path in paths} - {"site.yaml"}


def in_place(site: Path) -> None:
    (site / DAY).write_text(NEW)


def in_two_steps(site: Path) -> None:
    """Notepad, nano on a slow disk: emptied first, written a moment later."""
    with (site / DAY).open("w") as file:
        file.flush()
        os.fsync(file.fileno())
        time.sleep(0.05)
        file.write(NEW)


def by_a_new_file(site: Path) -> None:
    """gedit, Kate, our own commands: a new file takes the place."""
    new = site / "content/days/.goutputstream-X1Y2Z3"
    new.write_text(NEW)
    new.replace(site / DAY)


def by_a_backup(site: Path) -> None:
    """Vim: may I write here? The old one steps aside, a new one is written, the old one goes."""
    probe = site / "content/days/4913"
    probe.write_text("")
    probe.unlink()
    backup = site / f"{DAY}~"
    (site / DAY).rename(backup)
    time.sleep(0.03)
    (site / DAY).write_text(NEW)
    backup.unlink()


def by_a_lock_and_a_backup(site: Path) -> None:
    """Emacs: a link as a lock, a copy as a backup, an autosave."""
    days = site / "content/days"
    (days / ".#2026-02-15.md").symlink_to("me@here.1234")
    (days / "#2026-02-15.md#").write_text(NEW)
    shutil.copy(site / DAY, site / f"{DAY}~")
    (site / DAY).write_text(NEW)
    (days / "#2026-02-15.md#").unlink()
    (days / ".#2026-02-15.md").unlink()


def gone_and_back(site: Path) -> None:
    """A sync client: deleted, and written anew."""
    (site / DAY).unlink()
    time.sleep(0.04)
    (site / DAY).write_text(NEW)


WAYS = [in_place, in_two_steps, by_a_new_file, by_a_backup, by_a_lock_and_a_backup, gone_and_back]


@pytest.mark.parametrize("save", WAYS)
def test_every_way_of_saving(site: Path, save: Act) -> None:
    assert told(site, save) == [({DAY}, NEW)]


def nothing(site: Path) -> None:
    """Only wait."""


def test_what_comes_in_drops_is_whole_in_the_end(site: Path) -> None:
    """A copy over a slow network may be told of more than once."""

    def in_drops(site: Path) -> None:
        with (site / DAY).open("w") as file:
            for character in NEW:
                file.write(character)
                file.flush()
                time.sleep(0.003)

    heard = told(site, in_drops, *[nothing] * 3, patience=3)
    assert heard[-1][1] == NEW
    assert any(DAY in paths for paths, _ in heard)


def test_two_saves_are_two_changes(site: Path) -> None:
    def again(site: Path) -> None:
        (site / DAY).write_text(OLD)

    assert told(site, in_place, again) == [({DAY}, NEW), ({DAY}, OLD)]


def test_a_crowd_of_files_comes_in_few_pieces(site: Path) -> None:
    def check_out(site: Path) -> None:
        for number in range(500):
            (site / f"content/days/a-{number}.md").write_text(NEW)

    days = {f"content/days/a-{number}.md" for number in range(500)}
    pieces, seconds = union(site, check_out, lambda told: told - {DAY} == days)
    crowds = [paths for paths in pieces if len(paths) > watch_module.CROWD + 1]
    assert len(crowds) <= 1 + seconds / watch_module.MOMENT  # each had its moment to become whole


def test_what_no_build_reads_is_passed_over(site: Path) -> None:
    def write(site: Path) -> None:
        for path in ("public/index.html", ".smallwins/x", ".git/index", "notes.txt", "content/days/.a.swp", f"{DAY}~"):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text("x")

    ((paths, _),) = told(site, write, patience=3)
    assert paths <= {DAY}  # it is so young that it counts once more


def test_folders_come_and_go(site: Path) -> None:
    def away(site: Path) -> None:
        (site / "content").rename(site / "elsewhere")

    def back(site: Path) -> None:
        (site / "elsewhere").rename(site / "content")

    def another(site: Path) -> None:
        shutil.rmtree(site / "content")
        (site / "content/days").mkdir(parents=True)
        (site / DAY).write_text(NEW)

    def in_the_new_one(site: Path) -> None:
        (site / DAY).write_text(OLD)

    def a_theme(site: Path) -> None:
        (site / "templates").mkdir()
        (site / "templates/a.html").write_text("x")

    def in_the_theme(site: Path) -> None:
        (site / "templates/a.html").write_text("xx")

    theme = "templates/a.html"
    await_each(
        site,
        (away, DAY, "gone"),
        (back, DAY, OLD),
        (another, DAY, NEW),
        (in_the_new_one, DAY, OLD),
        (a_theme, theme, "x"),
        (in_the_theme, theme, "xx"),
    )


@pytest.mark.parametrize("poll", [False, True])
def test_what_no_event_tells_of(site: Path, monkeypatch: pytest.MonkeyPatch, poll: bool) -> None:
    async def deaf(watch: Watch) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(Watch, "_listen", deaf)
    assert told(site, in_place, poll=poll) == [({DAY}, NEW)]


def test_where_there_are_no_more_watches_it_looks(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*paths: str, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(watch_module, "awatch", refused)
    assert told(site, in_place) == [({DAY}, NEW)]


def test_a_change_that_leaves_no_trace_is_seen_once_more(site: Path) -> None:
    """The same size, the same times, the same file: only that it was young when it was looked at."""
    before = look(site)
    path = str(site / DAY)
    assert differing(before, look_at(before, [path]), [path]) == {path}
    assert differing(before, look_at(before, [path])) == set()
    long_ago = time.time_ns() - 60_000_000_000
    stamp, _ = before[path]
    old = before | {path: ((long_ago, long_ago, stamp[2], stamp[3]), False)}
    sure = before | {path: ((long_ago, long_ago, stamp[2], stamp[3]), True)}
    assert differing(old, sure) == {path}
    assert differing(sure, sure, [path]) == set()


def test_links_in_a_circle_end(site: Path) -> None:
    (site / "content/days/round").symlink_to(site / "content", target_is_directory=True)
    assert len([path for path in look(site) if path.startswith(str(site))]) < 5
