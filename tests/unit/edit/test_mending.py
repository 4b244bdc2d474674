"""Mending: what is certain, and not a byte more."""

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.base.problem import slip
from generator.cli.main import smallwins
from generator.edit.mending import mended_file
from generator.read.discover import Source
from generator.read.options import Options
from generator.read.parse import parse
from tests.conftest import Site


def _mended(path: str, data: bytes) -> bytes:
    kind = path.split("/")[1]
    found = mended_file(Source(path, kind, (0, 0, 0, 0)), data, Options())
    return found.after if found else data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitel: Finish\n---\n", "---\ntitle: Finish\n---\n"),
        ("---\nTitle: Finish\n---\n", "---\ntitle: Finish\n---\n"),
        ("---\nstatus: pausd  # since May\n---\n", "---\nstatus: paused  # since May\n---\n"),
        ("---\nmilestones:\n  - {titel: Act one}\n---\n", "---\nmilestones:\n  - {title: Act one}\n---\n"),
        ("---\nvisiblity: private\n---\n", "---\nvisibility: private\n---\n"),
        ("---\nvisibility: privat\n---\n", "---\nvisibility: private\n---\n"),
        ("---\ntitle: Bird by Bird: a novel\n---\n", '---\ntitle: "Bird by Bird: a novel"\n---\n'),
        ('---\ntitle: The "end": a novel \n---\n', "---\ntitle: 'The \"end\": a novel' \n---\n"),
        ("---\nwhy: @sam said so\ntitel: It\n---\n", '---\nwhy: "@sam said so"\ntitle: It\n---\n'),
    ],
)
def test_what_is_certain(before: str, after: str) -> None:
    assert _mended("content/goals/novel.md", before.encode()).decode() == after


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitel: One\ntitle: Two\n---\n",
        "---\nclosed: yes\n---\n",
        "---\nsoundtrack: rain\n---\n",
        "---\nvisiblity: public\n---\n",
        "---\nvisibility: publc\n---\n",
        "---\ndratf: no\n---\n",
        "---\nstatus: active-ish\n---\n",
        "---\ntitle: Bird: a novel # mine\n---\n",
        "---\nmeasure: {unit: a: b}\n---\n",
        "---\ntitle: Finish\n---\n",
        '---\n"titel": Finish\nvalues: [growth\n---\n',
    ],
)
def test_what_is_not_stays_as_it_is(text: str) -> None:
    """Two keys that would be one, a key of the person's own, what would publish, a comment, brackets."""
    assert _mended("content/goals/novel.md", text.encode()).decode() == text


def test_a_day() -> None:
    before = "---\nenergie: 2\nmod: 4\n---\n+Ran 5 km [[run]]\n+ Read\n  werked: a quiet train\n\n+1 for the weather\n"
    after = "---\nenergie: 2\nmood: 4\n---\n+ Ran 5 km [[run]]\n+ Read\n  worked: a quiet train\n\n+1 for the weather\n"
    assert _mended("content/days/2026-02-15.md", before.encode()).decode() == after


LINES = st.sampled_from(
    ["titel: A novel", "title: B: c", "why: @me", "statsu: done", "# a comment", "", "focus:   yes  ", "params: {a: 1}",
     "why: fünf", "next: {do: x}", "identity: 'a'  # b", "visiblity: private", "started: 2026-01-01"]
)  # fmt: skip


@given(
    st.lists(LINES, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.sampled_from(["", "x", "é "])
)
def test_every_other_byte_stays(lines: list[str], end: str, mark: bool, body: str) -> None:
    """Whatever the line ends: the lines that nothing is wrong with are those of before, and what is wrong is less."""
    text = end.join(["---", *lines, "---", body])
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode()
    path = "content/goals/novel.md"
    after = _mended(path, data)
    assert after.startswith(b"\xef\xbb\xbf") == mark
    old, new = (one.decode("utf-8-sig").split(end) for one in (data, after))
    assert len(old) == len(new)
    changed = {"titel: A novel", "title: B: c", "why: @me", "statsu: done", "visiblity: private"}
    assert all(a == b for a, b in zip(old, new, strict=True) if a not in changed)
    assert _mended(path, after) == after
    if after == data:
        return
    source = Source(path, "goals", (0, 0, 0, 0))
    fixable = [sum(bool(p.fix) for p in parse(source, one, Options()).problems) for one in (data, after)]
    assert fixable[1] <= fixable[0] or any(p.code.startswith("yaml") for p in parse(source, data, Options()).problems)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"), ("tilte", "title"), ("titl", "title"), ("titlle", "title"), ("TITLE", "title"),
        ("tutle", "title"), ("title", None), ("titles", "title"), ("titlo", None), ("xitle", None), ("tit", None),
    ],
)  # fmt: skip
def test_slips_of_the_finger(word: str, meant: str | None) -> None:
    assert slip(word, ("title", "text", "by")) == meant


def _run(site: Site, *arguments: str) -> Result:
    return CliRunner().invoke(smallwins, [arguments[0], "-C", str(site.folder), *arguments[1:]])


def test_it_is_shown_written_and_taken_back(site: Site) -> None:
    """
    == goals/novel.md
    ---
    titel: Finish
    ---
    == goals/run.md
    ---
    title: Run: a marathon
    ---
    """
    files = [site.folder / "content/goals/novel.md", site.folder / "content/goals/run.md"]
    before = [file.read_bytes() for file in files]
    shown = _run(site, "check", "--diff")
    assert "-titel: Finish\n+title: Finish\n" in shown.stderr
    assert "2 mistakes would be mended." in shown.stderr
    assert [file.read_bytes() for file in files] == before
    assert shown.exit_code == 1
    assert shown.stdout.endswith("`smallwins check --fix` would mend 2 of them.\n")
    mended = _run(site, "check", "--fix")
    assert '+title: "Run: a marathon"\n' in mended.stderr
    assert "error" not in mended.stderr
    assert mended.exit_code == 0
    assert "Nothing is wrong" in mended.stdout
    assert "nothing that could be mended" in _run(site, "check", "--fix").stderr
    assert _run(site, "undo").exit_code == 0
    assert [file.read_bytes() for file in files] == before
