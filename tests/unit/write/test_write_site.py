"""The site on the disk: what is right stays untouched, what is wrong is replaced whole, what is a stranger's stays."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.atomic import replace
from generator.base.problem import Problem
from generator.render.artifact import Artifact
from generator.write import site as write_module
from generator.write.manifest import MANIFEST, Manifest, digest, read_manifest
from generator.write.output import refuse
from generator.write.site import Written, clean_site, write_site

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def _write(output: Path, **files: str) -> Written:
    """`index_html="x"` is the file index.html; a__b is a/b."""
    names = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    return write_site(output, [Artifact(name, text.encode()) for name, text in names.items()])


def _files(output: Path) -> dict[str, str]:
    found = (path for path in output.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(output).as_posix(): path.read_text() for path in sorted(found)}


def _counts(done: Written) -> tuple[int, int, int]:
    return done.written, done.unchanged, done.removed


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "public"


def test_the_first_build(output: Path) -> None:
    done = _write(output, index_html="home", goals__index_html="goals")
    assert _counts(done) == (2, 0, 0)
    assert done.problems == ()
    assert _files(output) == {"goals/index.html": "goals", "index.html": "home"}
    assert read_manifest(output).files == {"index.html": digest(b"home"), "goals/index.html": digest(b"goals")}


def test_only_changed_bytes_are_written(output: Path) -> None:
    """A file whose bytes are right keeps its time, and so does its place on the disk."""
    _write(output, index_html="home", a__index_html="a", b__index_html="b")
    for path in output.rglob("*.html"):
        os.utime(path, ns=(1, 1))
    done = _write(output, index_html="home", a__index_html="A", b__index_html="b")
    assert _counts(done) == (1, 2, 0)
    times = {path.relative_to(output).as_posix(): path.stat().st_mtime_ns == 1 for path in output.rglob("*.html")}
    assert times == {"index.html": True, "a/index.html": False, "b/index.html": True}


def test_what_somebody_changed_or_deleted_is_made_right_again(output: Path) -> None:
    _write(output, index_html="home", a__index_html="a")
    (output / "index.html").write_text("HOME")  # of the same length
    (output / "a/index.html").unlink()
    assert _counts(_write(output, index_html="home", a__index_html="a")) == (2, 0, 0)
    assert _files(output) == {"a/index.html": "a", "index.html": "home"}


def test_what_the_site_no_longer_has_is_removed_with_its_empty_folders(output: Path) -> None:
    _write(output, index_html="home", a__b__index_html="b", a__c_html="c")
    assert _counts(_write(output, index_html="home", a__c_html="c")) == (0, 2, 1)
    assert _files(output) == {"a/c.html": "c", "index.html": "home"}
    assert not (output / "a/b").exists()
    assert _counts(_write(output, index_html="home")) == (0, 1, 1)
    assert not (output / "a").exists()


def test_a_strangers_files_stay(output: Path) -> None:
    _write(output, index_html="home", a__index_html="a")
    (output / "CNAME").write_text("example.org")
    (output / "a/photo.jpg").write_text("mine")
    assert _counts(_write(output, index_html="home")) == (0, 1, 1)
    assert _files(output) == {"CNAME": "example.org", "a/photo.jpg": "mine", "index.html": "home"}


def test_a_page_that_somebody_wrote_in_stays_and_is_said(output: Path) -> None:
    _write(output, index_html="home", a__index_html="a")
    (output / "a/index.html").write_text("mine now")
    done = _write(output, index_html="home")
    assert [(problem.code, problem.is_error, problem.origin.path) for problem in done.problems] == [
        ("output-changed", False, "a/index.html")
    ]
    assert _files(output)["a/index.html"] == "mine now"
    assert _write(output, index_html="home").problems == ()  # once; from then on it is theirs


@posix
def test_what_lies_behind_a_link_is_not_removed(output: Path, tmp_path: Path) -> None:
    """Somebody put a link in the place of a folder of ours: what it leads to is not ours."""
    _write(output, index_html="home", a__index_html="a")
    elsewhere = tmp_path / "elsewhere"
    (output / "a").rename(elsewhere)
    (output / "a").symlink_to(elsewhere)
    assert _write(output, index_html="home").removed == 0
    assert (elsewhere / "index.html").read_text() == "a"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"files": 5}', b"\xff\xfe", b'{"files": {"a": null}}'])
def test_without_its_manifest_nothing_is_removed(damage: bytes, output: Path) -> None:
    _write(output, index_html="home", a__index_html="a")
    (output / MANIFEST).write_bytes(damage)
    assert read_manifest(output) == Manifest()
    assert _counts(_write(output, index_html="home")) == (0, 1, 0)
    assert _files(output) == {"a/index.html": "a", "index.html": "home"}


def test_a_manifest_cannot_lead_out_of_the_folder(output: Path, tmp_path: Path) -> None:
    """Whoever changes the manifest can't have a build remove what lies beside the site."""
    _write(output, index_html="home")
    (tmp_path / "thesis.txt").write_text("ten years")
    write_module._save(output, Manifest({"../thesis.txt": digest(b"ten years"), "index.html": digest(b"home")}))
    assert _write(output, index_html="home").removed == 0
    assert (tmp_path / "thesis.txt").read_text() == "ten years"


# As a whole or not at all


class _DiskFullError(OSError):
    def __init__(self) -> None:
        super().__init__(errno.ENOSPC, "No space left on device")


@pytest.fixture
def full_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """A disk on which only so many files can be replaced."""
    left = [0]
    whole = replace

    def failing(target: Path, data: bytes) -> None:
        if left[0] == 0:
            raise _DiskFullError
        left[0] -= 1
        whole(target, data)

    monkeypatch.setattr(write_module, "replace", failing)
    yield left


@pytest.mark.parametrize("number", range(5))
def test_a_failure_in_the_middle_leaves_every_file_whole(
    number: int, output: Path, full_after: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is the old one or the new one; and the next build puts everything right. (Five replacements: the
    manifest, three files, the manifest.)"""
    full_after[0] = 100
    _write(output, index_html="home", a__index_html="a", gone__index_html="gone")
    full_after[0] = number
    new = {"index_html": "HOME!", "a__index_html": "A!", "new__index_html": "new"}
    with pytest.raises(_DiskFullError):
        _write(output, **new)
    for path, text in _files(output).items():
        assert text in {"index.html": "home HOME!", "a/index.html": "a A!"}.get(path, "gone new").split()
    full_after[0] = 100
    assert _write(output, **new).problems == ()
    assert _files(output) == {"index.html": "HOME!", "a/index.html": "A!", "new/index.html": "new"}


def test_a_replacement_that_fails_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "index.html"
    target.write_text("old")

    def refuse_to(source: str, target: Path) -> None:
        raise _DiskFullError

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse_to)
        with pytest.raises(_DiskFullError):
            replace(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert target.read_text() == "old"
    replace(target, b"new")
    assert target.read_text() == "new"


@posix
def test_everybody_may_read_the_site(output: Path) -> None:
    """A web server is not the one who builds."""
    _write(output, index_html="home")
    assert stat.S_IMODE((output / "index.html").stat().st_mode) == 0o644


# Names that not every disk can tell apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("media/Cafe.svg", "media/cafe.svg"),
        ("media/caf\u00e9.svg", "media/cafe\u0301.svg"),  # the same letter, in one character and in two
        ("media/CAF\u00c9.svg", "media/cafe\u0301.svg"),
        ("media/Straße.svg", "media/STRASSE.svg"),
        ("A/index.html", "a/index.html"),
    ],
)
def test_two_names_that_are_one_stop_the_build(one: str, other: str, output: Path) -> None:
    _write(output, index_html="home")
    done = write_site(output, [Artifact("index.html", b"new"), Artifact(one, b"1"), Artifact(other, b"2")])
    (problem,) = done.problems
    assert (problem.code, problem.is_error) == ("output-collision", True)
    assert one in problem.message
    assert other in problem.message
    assert _files(output) == {"index.html": "home"}


def test_a_copy_of_a_file(output: Path, tmp_path: Path) -> None:
    source = tmp_path / "tram.svg"
    source.write_bytes(b"<svg/>")
    write_site(output, [Artifact("media/tram.svg", source=source)])
    assert (output / "media/tram.svg").read_bytes() == b"<svg/>"


# Removing all of it


def test_clean(output: Path) -> None:
    _write(output, index_html="home", a__index_html="a")
    assert clean_site(output).removed == 2
    assert not output.exists()


def test_clean_leaves_what_is_not_ours(output: Path) -> None:
    _write(output, index_html="home", a__index_html="a")
    (output / "CNAME").write_text("example.org")
    (output / "a/index.html").write_text("mine now")
    done = clean_site(output)
    assert (done.removed, [problem.code for problem in done.problems]) == (1, ["output-changed"])
    assert _files(output) == {"CNAME": "example.org", "a/index.html": "mine now"}


# Where a site may be written at all


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """home/me/journal, with content."""
    home = tmp_path / "home" / "me"
    (home / "journal/content/goals").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.chdir(home / "journal")
    return home / "journal"


@pytest.mark.parametrize(
    "output",
    [".", "..", "../..", "/", "~", "content", "content/goals", "content/new", "themes", "themes/mine", "templates",
     ".git",
     ".git/x", "public/../content", "../journal"],
)  # fmt: skip
def test_dangerous_outputs_are_refused(output: str, journal: Path) -> None:
    named = Path(output).expanduser() if output == "~" else Path(output)
    for path in (named, journal / named):
        problem = refuse(journal, path)
        assert problem is not None
        assert (problem.code, problem.hint) == ("output-refused", "name another folder with -o, such as -o public")


@pytest.mark.parametrize("output", ["public", "build/site", "../site", "/nowhere/at/all", "contents"])
def test_other_outputs_are_not(output: str, journal: Path) -> None:
    assert refuse(journal, Path(output)) is None


def test_an_empty_folder_and_one_of_ours_are_taken(journal: Path) -> None:
    output = journal / "public"
    output.mkdir()
    assert refuse(journal, output) is None
    _write(output, index_html="home")
    (output / "CNAME").write_text("example.org")
    assert refuse(journal, output) is None


def test_a_folder_with_a_strangers_files_a_file_and_a_link(journal: Path) -> None:
    output = journal / "public"
    output.mkdir()
    (output / "thesis.txt").write_text("ten years")
    assert _said(refuse(journal, output)) == "the folder has files in it that no build wrote"
    assert _said(refuse(journal, output / "thesis.txt")) == "there is a file of that name"


@posix
def test_a_link_is_not_followed(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (journal / "public").symlink_to(tmp_path / "elsewhere")
    assert _said(refuse(journal, journal / "public")) == "the output folder is a link"
    (journal / "way").symlink_to(journal / "content")
    assert _said(refuse(journal, journal / "way" / "public")) == "the output folder lies in content/"


def _said(problem: Problem | None) -> str:
    assert problem is not None
    return problem.message
