"""A day's lines: awkward but ordinary ones arrive as they were typed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.stamp import NONE
from generator.read.discover import Source
from generator.read.options import Options
from generator.read.parse import Parsed, parse

AWKWARD = (
    '"Bird by Bird" finished', "@sam came", "Rang the bank: plan is set", "#3 on the list", "300 words # before mail",
    "*Finally* done", "> 5 km", "- a dash", "1. one", "[x] ticked", "`code`", "<b>bold</b>", "! wow", "& more",
    "% done", "{a} [b]", "'quoted'", "| pipe |", "~ about 5", "=== x", "---", "```fence", "[foo]: /url", "true", "NO",
    "12:30", "007", "2026-02-30", "null", "+ plus", "?", ": colon first", "\\*escaped\\*", "trailing backslash\\",
    "日本語", "🎉",
)  # fmt: skip


def _day(text: str) -> Parsed:
    return parse(Source("content/days/2026-02-15.md", "days", NONE), text.encode(), Options())


@pytest.mark.parametrize("line", AWKWARD)
def test_as_typed_behind_a_plus(line: str) -> None:
    parsed = _day(f"+ {line}\n+ The next one\n\nProse.\n")
    assert parsed.problems == ()
    assert parsed.entry is not None
    assert [item.fields.text for item in parsed.entry.items] == [line, "The next one"]
    assert "Prose." in parsed.entry.body.html


@pytest.mark.parametrize("line", AWKWARD)
def test_in_yaml_as_typed_or_a_problem_with_a_place(line: str) -> None:
    parsed = _day(f"---\nwins:\n  - {line}\n---\n")
    texts = [item.fields.text for item in parsed.entry.items] if parsed.entry else []
    if texts != [line] and texts != [line.strip("'")]:
        (problem,) = parsed.problems
        assert problem.origin.line in (2, 3, 4)
        assert problem.hint


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60))
def test_any_line_arrives_as_typed(line: str) -> None:
    typed = line.strip()
    assume(typed and "[[" not in typed and typed == " ".join(typed.split(" ")))
    parsed = _day(f"+ {typed}\n")
    assert parsed.entry is not None
    assert [item.fields.text for item in parsed.entry.items] == [typed]


def test_what_is_no_item() -> None:
    """A plus in a fence, in a quotation, in another list, or within a line is prose."""
    parsed = _day("```\n+ fenced\n```\n\n> + quoted\n\n- list\n  + nested\n\n1 + 1 is 2\n")
    assert parsed.entry is not None
    assert parsed.entry.items == ()


def test_fields_and_notes() -> None:
    """Known keys below an item are its fields, the rest is its note; lists are separated by commas."""
    parsed = _day("+ Ran [[run]]\n  goal: run, walk\n  effort: 4\n  stretch: yes\n  Note: it was hot.\n  Very hot.\n")
    assert parsed.entry is not None
    (item,) = parsed.entry.items
    assert item.fields.goal == ("run", "walk")
    assert item.fields.effort == 4
    assert bool(item.fields.stretch)
    assert "Note: it was hot." in item.note.html


def test_setbacks_under_their_heading() -> None:
    """Until the next heading of the same level; a heading under which nothing else stands goes with its items."""
    day = "+ a win\n\n## Setbacks\n\n+ a setback\n  learned: rest\n\n### Deeper\n\n+ another\n\n"
    parsed = _day(f"{day}## After\n\n+ a win again\n\nwords\n")
    assert parsed.entry is not None
    assert [(item.kind, item.fields.text) for item in parsed.entry.items] == [
        ("win", "a win"), ("setback", "a setback"), ("setback", "another"), ("win", "a win again"),
    ]  # fmt: skip
    assert "Setbacks" not in parsed.entry.body.html
    assert "After" in parsed.entry.body.html


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("days/2026-02-15", "2026-02-15"),
        ("days/2026/02/15", "2026-02-15"),
        ("days/2026/2026-02-15", "2026-02-15"),
        ("days/2026-02/15", "2026-02-15"),
        ("days/2025/2026-02-15", "2026-02-15"),
        ("wins/2026/02/14-scene-three", "2026-02-14"),
        ("wins/2026-02-14-scene-three", "2026-02-14"),
    ],
)
def test_dates_from_names_and_folders(path: str, date: str) -> None:
    parsed = parse(Source(f"content/{path}.md", path.split("/")[0], (0, 0, 0, 0)), b"", Options())
    assert parsed.entry is not None
    assert str(parsed.entry.date) == date


def test_a_key_overrules_the_name() -> None:
    parsed = _day("---\ndate: 2026-01-01\n---\n")
    assert parsed.entry is not None
    assert str(parsed.entry.date) == "2026-01-01"


@pytest.mark.parametrize(
    "written", ["NO", "12:30", "007", "2026", "5.10", "1_000", "yes", "null", "0x1F", "1e3", "2026-01-01", "=", "on"]
)
def test_yaml_gives_text(written: str) -> None:
    parsed = parse(Source("content/goals/g.md", "goals", NONE), f"---\ntitle: {written}\n---\n".encode(), Options())
    assert parsed.entry is not None
    assert parsed.entry.fields.title == written


def test_bom_and_crlf() -> None:
    parsed = parse(
        Source("content/goals/g.md", "goals", NONE),
        b"\xef\xbb\xbf---\r\ntitle: Run\r\nvalues: [x]\r\n---\r\nWords\r\n",
        Options(),
    )
    assert parsed.entry is not None
    assert parsed.entry.fields.title == "Run"
    assert parsed.entry.place("values.0").line == 3


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("title: " + "[" * 45_000, "yaml-too-deep"),
        ("a: &a [x, x]\nb: &b [*a, *a]", "yaml-anchor"),
        ("<<: {title: x}", "yaml-merge"),
        ("title: !!python/object:os.system x", "yaml-tag"),
        ("title: a\ntitle: b", "key-twice"),
        ("? [a]\n: b", "yaml-key"),
    ],
)
def test_the_guard(front: str, code: str) -> None:
    parsed = parse(Source("content/goals/g.md", "goals", NONE), f"---\n{front}\n---\n".encode(), Options())
    assert code in [problem.code for problem in parsed.problems]
