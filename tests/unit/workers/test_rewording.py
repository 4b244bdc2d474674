"""Prose that says the same in other words: the short way, and when there is none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import build
from generator.cache import last
from generator.cli.main import smallwins
from tests.conftest import Site

JOURNAL = """
    == goals/novel.md
    ---
    title: Finish the novel
    ---
    == days/2026-02-14.md
    + Wrote 300 words [[novel]]

    A slow morning with [[novel|the book]].
    == days/2026-02-15.md
    ---
    prose: private
    ---
    + Rang Mum

    What she said.
    == days/2026-02-16.md
    ---
    visibility: private
    ---
    + Slept badly

    Why I did.
    == days/2026-02-18.md
    + Swam
    == wins/2026-02-17-scene.md
    ---
    title: The scene is down
    goal: novel
    ---

    It took three drafts.
    """


def _build(site: Site, *more: str) -> int:
    asked = ["build", "-C", str(site.folder), "--today", "2026-03-01", *more]
    return CliRunner().invoke(smallwins, asked, catch_exceptions=False).exit_code


def _replace(site: Site, path: str, was: str, now: str) -> None:
    file = site.folder / "content" / path
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now), "utf-8")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {at.relative_to(folder).as_posix(): at.read_bytes() for at in folder.rglob("*") if at.is_file()}


def _is_clean(site: Site) -> bool:
    clean = site.folder / "clean"
    _build(site, "--no-cache", "-o", str(clean))
    return _bytes(site.output) == _bytes(clean)


class LongWayError(Exception):
    """The long way was taken."""


@pytest.fixture(autouse=True)
def quick_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was just written may be trusted: a local disk's clock is fine enough."""
    monkeypatch.setattr(last, "COARSE", 0)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def no_build(*_: object) -> None:
        raise LongWayError

    def forbid() -> None:
        monkeypatch.setattr(build, "build", no_build)

    return forbid


REWORDED = {
    "a day": ("days/2026-02-14.md", "slow", "quick"),
    "a day, its mention moved": (
        "days/2026-02-14.md",
        "A slow morning with [[novel|the book]].",
        "[[novel|the book]]!",
    ),
    "a story": ("wins/2026-02-17-scene.md", "three drafts", "four drafts, <em>no</em> fewer"),
    "nothing": ("days/2026-02-14.md", "slow", "slow"),
    "only space": ("days/2026-02-14.md", "book]].", "book]].\n\n"),
}


@pytest.mark.parametrize("edit", REWORDED)
def test_words_alone_go_the_short_way(
    site: Site, edit: str, short: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _build(site) == 0
    short()
    _replace(site, *REWORDED[edit])
    assert _build(site) == 0
    monkeypatch.undo()
    assert _is_clean(site)


test_words_alone_go_the_short_way.__doc__ = JOURNAL

FACTS = {
    "a win more": ("days/2026-02-14.md", "+ Wrote", "+ Rose early\n+ Wrote"),
    "a field of a win": ("days/2026-02-14.md", "[[novel]]\n", "[[novel]]\n  stretch: true\n"),
    "another mention": ("days/2026-02-14.md", "[[novel|the book]]", "[[novel|my book]]"),
    "a mention less": ("days/2026-02-14.md", "[[novel|the book]]", "it"),
    "no words left": ("wins/2026-02-17-scene.md", "It took three drafts.", ""),
    "the first words": ("days/2026-02-18.md", "+ Swam", "+ Swam\n\nCold."),
    "a mistake": ("days/2026-02-14.md", "slow", "[[slwo]]"),
    "a title": ("wins/2026-02-17-scene.md", "The scene", "Scene three"),
    "words that are private": ("days/2026-02-15.md", "What she said", "What he said"),
    "words of a private day": ("days/2026-02-16.md", "Why I did", "Why not"),
    "a goal's words": ("goals/novel.md", "---\n", "---\n"),
}


@pytest.mark.parametrize("edit", FACTS)
def test_facts_go_the_long_way(
    site: Site, edit: str, short: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _build(site) == 0
    path, was, now = FACTS[edit]
    _replace(site, path, was, now)
    if edit == "a goal's words":
        site.write(path, "---\ntitle: Finish the novel\n---\n\nBecause.\n")
    short()
    with pytest.raises(LongWayError):
        _build(site)
    monkeypatch.undo()
    _build(site)
    assert _is_clean(site)


test_facts_go_the_long_way.__doc__ = JOURNAL


@pytest.mark.parametrize("config", ["title: A\n", "title: A\nbase_url: https://a.org/b/\n", "title: A\nfeeds: false\n"])
def test_feeds_say_it_too(site: Site, config: str, short: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("site.yaml", config)
    assert _build(site) == 0
    short()
    _replace(site, "wins/2026-02-17-scene.md", "three drafts", 'a < b & "c" – four')
    assert _build(site) == 0
    monkeypatch.undo()
    assert _is_clean(site)


test_feeds_say_it_too.__doc__ = JOURNAL


def test_a_page_that_somebody_touched_goes_the_long_way(site: Site, short: Callable[[], None]) -> None:
    assert _build(site) == 0
    (site.output / "goals/novel/index.html").write_text("x")
    _replace(site, "days/2026-02-14.md", "slow", "quick")
    short()
    with pytest.raises(LongWayError):
        _build(site)


test_a_page_that_somebody_touched_goes_the_long_way.__doc__ = JOURNAL


def test_what_a_body_says_stands_on_its_page_and_in_the_search_alone(site: Site) -> None:
    """What the short way lives on.

    == days/2026-02-14.md
    + Wrote 300 words

    Canaryday is here.
    == days/2026-02-15.md
    + Swam
    == days/2026-02-16.md
    + Ran
    == days/2026-02-18.md
    + Ran
    == wins/2026-02-17-scene.md
    ---
    title: The scene is down
    ---
    Canarystory took three drafts.
    == setbacks/2026-02-19-flu.md
    ---
    title: Flu
    ---
    Canarysetback, for a week.
    """
    site.build()
    for word, page in (
        ("Canaryday", "2026/02/14/index.html"),
        ("Canarystory", "2026/02/17/scene/index.html"),
        ("Canarysetback", "2026/02/19/flu/index.html"),
    ):
        found = {path for path, data in site.files().items() if word.encode() in data}
        assert found == {page, "assets/search/2026.js", "feed.xml", "feed.json"}


@pytest.mark.parametrize("more", [(), ("days/2026-02-14.md", "slow", "quick")], ids=["nothing more", "words since"])
def test_what_somebody_else_read_since_is_not_forgotten(site: Site, more: tuple[str, ...]) -> None:
    # A win is written, and the preview or another folder's build reads it first; then comes the site's own build.
    _build(site)
    _replace(site, "days/2026-02-14.md", "+ Wrote", "+ Slept\n+ Wrote")
    _build(site, "-o", str(site.folder / "elsewhere"))
    if more:
        _replace(site, *more)
    _build(site)
    assert "Slept" in site.html("/2026/02/14/")
    assert _is_clean(site)


def test_a_build_that_was_stopped_is_done_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    # Ctrl-C after everything was read, before anything was written.
    _build(site)
    _replace(site, "days/2026-02-14.md", "+ Wrote", "+ Slept\n+ Wrote")
    with monkeypatch.context() as patched:

        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        patched.setattr(build, "update", stop)
        assert _build(site) != 0
    _build(site)
    assert "Slept" in site.html("/2026/02/14/")
    assert _is_clean(site)


def test_in_turn_with_another_folder_words_go_the_short_way(site: Site, short: Callable[[], None]) -> None:
    # Preview and build in turn: each has read what the other did.
    other = str(site.folder / "elsewhere")
    _build(site)
    _build(site, "-o", other)
    short()
    _replace(site, "days/2026-02-14.md", "slow", "quick")
    _build(site)


test_what_somebody_else_read_since_is_not_forgotten.__doc__ = JOURNAL

test_a_build_that_was_stopped_is_done_again.__doc__ = JOURNAL

test_in_turn_with_another_folder_words_go_the_short_way.__doc__ = JOURNAL
