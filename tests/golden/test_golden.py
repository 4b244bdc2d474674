"""The golden site: a small journal that touches every kind of entry, and every file that it makes.

Where a difference is meant, `python -m tests.golden.accept` takes it over; read it first.
"""

import difflib

import pytest

from .accept import EXPECTED, files_in, made

NEWEST = 60  # lines of a difference that are worth a look


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return made()


def test_the_site_is_the_one_that_was_accepted(site: dict[str, bytes]) -> None:
    expected = files_in(EXPECTED)
    assert sorted(site) == sorted(expected)
    for path, data in expected.items():
        if site[path] == data:
            continue
        was, now = (text.decode("utf-8", "replace").splitlines() for text in (data, site[path]))
        shown = "\n".join(list(difflib.unified_diff(was, now, "accepted", "made", n=1, lineterm=""))[:NEWEST])
        pytest.fail(f"{path} is another:\n{shown}", pytrace=False)


@pytest.mark.parametrize(
    "words", ["Harbour", "quit", "Nobody may know", "union", "papers", "letter.svg", "I nearly wrote", "Scene four",
              "Not yet", "scene-four"]
)  # fmt: skip
def test_what_is_withheld_is_nowhere(site: dict[str, bytes], words: str) -> None:
    """The private goal with its win and its picture, the draft, the private prose."""
    assert [path for path, data in site.items() if words.encode() in data or words in path] == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("goals/novel/index.html", "1,140 of 50,000 words"),  # 600 in the day's item, 540 in the story
        ("goals/creative-life/index.html", "1 of 2 milestones reached"),
        ("2026/02/15/index.html", "so does the other thing"),
        ("2026/02/14/scene-three/index.html", "&lt;b&gt;No&lt;/b&gt; tags"),
        ("media/lighthouse.svg", "M20 44"),
        ("reviews/2026-W07/index.html", "write before mail"),
        ("setbacks/index.html", "reread the last page"),
        ("2026/02/17/index.html", "on the train"),
    ],
)
def test_what_anybody_can_check_by_hand(site: dict[str, bytes], path: str, words: str) -> None:
    assert words in site[path].decode().replace("\N{NO-BREAK SPACE}", " ")
