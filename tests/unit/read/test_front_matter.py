"""A file, taken apart: where its front matter ends, and where its body begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.stamp import NONE
from generator.entries import KINDS
from generator.read.discover import Source
from generator.read.front_matter import LARGEST, Document, read_document
from generator.read.options import Options
from generator.read.parse import parse

GOAL = Source("content/goals/run.md", "goals", NONE)


def _document(data: bytes | str) -> Document:
    document, problems = read_document(GOAL, data.encode() if isinstance(data, str) else data)
    assert problems == ()
    assert document is not None
    return document


def _keys(document: Document) -> dict[str, object] | None:
    return document.front.value() if document.front else None


@pytest.mark.parametrize(
    ("text", "keys", "body", "line"),
    [
        ("", None, "", 1),
        ("Words.\n", None, "Words.\n", 1),
        ("\n\nWords.\n", None, "\n\nWords.\n", 1),
        ("---\ntitle: Run\n---\nWords.\n", {"title": "Run"}, "Words.\n", 4),
        ("---\ntitle: Run\n---", {"title": "Run"}, "", 4),
        ("---\ntitle: Run\n...\nWords.\n", {"title": "Run"}, "Words.\n", 4),
        ("---  \ntitle: Run\n--- \t\nWords.\n", {"title": "Run"}, "Words.\n", 4),
        ("---\n---\nWords.\n", None, "Words.\n", 3),
        ("---\n\n# a comment\n---\nWords.\n", None, "Words.\n", 5),
        ("---\ntitle: Run\n---\n\n---\n\nAfter a rule.\n", {"title": "Run"}, "\n---\n\nAfter a rule.\n", 4),
        ("---\nwhy: |\n  one\n  ---\n  two\n---\n", {"why": "one\n---\ntwo\n"}, "", 7),
        ("Words.\n\n---\n\nMore.\n", None, "Words.\n\n---\n\nMore.\n", 1),
        ("----\n\nA long rule.\n", None, "----\n\nA long rule.\n", 1),
    ],
)
def test_taken_apart(text: str, keys: dict[str, object] | None, body: str, line: int) -> None:
    document = _document(text)
    assert (_keys(document), document.body, document.body_line) == (keys, body, line)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks(end: str, mark: bytes) -> None:
    """Windows, the Macs of long ago, and editors that begin with a mark: the same document at the same places."""
    text = "---\ntitle: Größe\nwhy: |\n  a\n  b\n---\n\nWords.\n"
    document = _document(mark + text.replace("\n", end).encode())
    assert _keys(document) == {"title": "Größe", "why": "a\nb\n"}
    assert (document.body, document.body_line) == ("\nWords.\n", 7)
    assert document.front is not None
    assert str(document.front.items[1][2].origin) == "content/goals/run.md:3:6"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\n", "front-matter-open", 1),
        ("---\ntitle: Run\n", "front-matter-open", 1),
        ("---\ntitle: Run\n--\nWords.\n", "front-matter-open", 1),
        ("---\ntitle: Run\n ---\n", "front-matter-open", 1),
        ("---\nRun\n---\n", "front-matter-keys", 2),
        ("---\n\n- Run\n---\n", "front-matter-keys", 3),
        ("\n---\ntitle: Run\n---\n", "front-matter-misplaced", 2),
        ("---\ntitle: Run\ntitle: Run\n---\n", "key-twice", 3),
    ],
)
def test_what_is_wrong(text: str, code: str, line: int) -> None:
    document, (problem,) = read_document(GOAL, text.encode())
    assert document is None or document.body == ""
    assert (problem.code, problem.origin.line) == (code, line)


def test_the_largest_file() -> None:
    """1 MiB and no byte more, counted in bytes."""
    assert _document(b"a" * LARGEST).body_line == 1
    for data in (b"a" * (LARGEST + 1), "ü".encode() * (LARGEST // 2 + 1)):
        document, (problem,) = read_document(GOAL, data)
        assert document is None
        assert (problem.code, problem.origin.line) == ("file-too-large", 0)


NAMES = {"days": "2026-02-15", "wins": "2026-02-15-a", "setbacks": "2026-02-15-b", "reviews": "2026-02"}
PIECES = [
    "---\n", "title: ", "wins:\n", "  - ", "+ ", "  goal: ", "[[", "]]", "|", ": ", "#", "`", "```\n", "\n", "\n\n",
    "> ", "- ",
    "## Setbacks\n", "![", "](", ")", "[^1]", "a", "5 km", "visibility: ", "private", "\t", "\0", "\u2028", "é",
    "<b>", "&",
    "{", "}", "'", '"', "*", "http://x", "| a |\n|---|\n", "~", "\\",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.binary(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join).map(str.encode))
def test_any_bytes(kind: str, data: bytes) -> None:
    """An entry or an error with words, and never an exception; a file with an error still answers to its name."""
    path = f"content/{kind}/{NAMES.get(kind, 'run')}.md"
    parsed = parse(Source(path, kind, NONE), data, Options(html=True))
    if parsed.entry is None:
        assert any(problem.is_error and problem.message for problem in parsed.problems)
        assert parsed.withheld is not None
        assert parsed.withheld[0] == kind
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(problem.origin.path == path and problem.origin.line <= lines for problem in parsed.problems)
