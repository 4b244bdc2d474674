"""YAML as text: nothing is guessed, every value knows its place, and the traps are refused while they pass by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.yaml_text import DEEPEST, LARGEST, Node, quoted, read_yaml


def _read(text: str) -> Node:
    node, problems = read_yaml(text, "a.md", 2)
    assert problems == ()
    assert node is not None
    return node


def _refused(text: str) -> tuple[str, str]:
    node, (problem,) = read_yaml(text, "a.md", 2)
    assert node is None
    return problem.code, str(problem.origin)


@pytest.mark.parametrize(
    "written",
    [
        "NO", "no", "yes", "True", "on", "12:30", "007", "0o17", "0x1F", "2026", "5.10", "1_000", "1e3", ".inf", "NaN",
        "null", "Null", "2026-02-15", "2026-02-15 07:30:00", "=", "+1", "-1", "a#b", "a:b:c", "x - y", "5 km", "50 %",
        "http://example.org/#a", "C:\\dir", "~ about 5", "=== x",
    ],
)  # fmt: skip
def test_a_plain_word_is_that_word(written: str) -> None:
    assert _read(f"title: {written}\n").value() == {"title": written}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"NO"', "NO"),
        ("'it''s'", "it's"),
        ('"a: b # c"', "a: b # c"),
        ('"\\u00fc \\n \\""', 'ü \n "'),
        ("'~'", "~"),
        ("'null'", "null"),
        ('""', ""),
        ("one\n  two", "one two"),
        ("|\n  one\n  two", "one\ntwo\n"),
        ("|-\n  one\n\n  two", "one\n\ntwo"),
        (">\n  one\n  two\n\n  three", "one two\nthree\n"),
        (">-\n  12:30\n  NO", "12:30 NO"),
    ],
)
def test_quotes_and_blocks(written: str, text: str) -> None:
    """As YAML itself says of quoted, literal and folded text."""
    assert _read(f"title: {written}\n").value() == {"title": text}


@pytest.mark.parametrize("written", ["", "~", "  # only a comment"])
def test_nothing_was_written(written: str) -> None:
    """An empty key is left out of a mapping; in a list it holds its place."""
    node = _read(f"title: {written}\nwhy: x\n")
    assert node.items[0][2].is_empty
    assert node.value() == {"why": "x"}
    assert _read(f"- a\n- {written}\n- b\n").value() == ["a", None, "b"]


def test_quoted_emptiness_is_text() -> None:
    assert not _read("title: ''\n").items[0][2].is_empty
    assert not _read("title: '~'\n").items[0][2].is_empty


@pytest.mark.parametrize("text", ["", "\n", "# a comment\n", "   \n\n"])
def test_no_yaml_at_all(text: str) -> None:
    assert read_yaml(text, "a.md") == (None, ())


def test_places_count_in_the_file() -> None:
    """The front matter begins on line 2."""
    node = _read("title: Run\nmilestones:\n  - {at: 5 km, title: Über 5}\n  - at: 10\n")
    title, milestones = node.items
    assert (str(title[1]), str(title[2].origin)) == ("a.md:2:1", "a.md:2:8")
    first, second = (item for _, _, item in milestones[2].items)
    assert str(first.origin) == "a.md:4:5"
    assert [str(child.origin) for _, _, child in first.items] == ["a.md:4:10", "a.md:4:23"]
    assert [str(child.origin) for _, _, child in second.items] == ["a.md:5:9"]


def test_offsets_lead_back_to_what_was_typed() -> None:
    """In characters; what YAML would take for a comment included."""
    text = "wins:\n  - Größe: 5 #x\n  - b\n"
    wins = _read(text).items[0][2]
    item = wins.items[0][2]
    assert text[item.start : item.end].strip() == "Größe: 5 #x"
    plain = wins.items[1][2]
    assert (text[plain.start : plain.end], plain.plain) == ("b", True)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "key-twice", "a.md:4:1"),
        ("a: {b: 1, b: 2}\n", "key-twice", "a.md:2:11"),
        ("a: &x 1\nb: 2\n", "yaml-anchor", "a.md:2:4"),
        ("a: *x\n", "yaml-anchor", "a.md:2:4"),
        ("a: {<<: {b: 1}}\n", "yaml-merge", "a.md:2:5"),
        ("<<: [{a: 1}, {b: 2}]\n", "yaml-merge", "a.md:2:1"),
        ("a: !!str 1\n", "yaml-tag", "a.md:2:4"),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag", "a.md:2:4"),
        ("!mine\na: 1\n", "yaml-tag", "a.md:2:1"),
        ("[a]: b\n", "yaml-key", "a.md:2:1"),
        ("? {a: b}\n: c\n", "yaml-key", "a.md:2:3"),
        ("a: 1\n--- b\n", "yaml-documents", "a.md:3:1"),
        ("a: b\x07c\n", "yaml-character", "a.md:2:5"),
        ("a: b\nc: d\x00\n", "yaml-character", "a.md:3:5"),
        ("a: b\nc: d\u2028e\n", "yaml-character", "a.md:3:5"),
        ("a: b: c\n", "yaml-colon", "a.md:2:5"),
        ("a: 'b\nc: d\n", "yaml-quote-open", "a.md:2:4"),
        ("a: [b, c\nd: e\n", "yaml-bracket-open", "a.md:2:4"),
        ("a: [b\n", "yaml-bracket-open", "a.md:2:4"),
        ("[", "yaml-start", "a.md:2:1"),
        ("a:\n\tb: c\n", "yaml-tab", "a.md:3:1"),
        ("a: @b\n", "yaml-start", "a.md:2:4"),
        ('a: "b" c\n', "yaml-after-quote", "a.md:2:8"),
        ("a: b\n  c: d\n", "yaml-indent", "a.md:3:3"),
        ("a: b\nc\nd: e\n", "yaml-colon-missing", "a.md:3:1"),
    ],
)
def test_the_guard_and_the_grammar(text: str, code: str, place: str) -> None:
    assert _refused(text) == (code, place)


def test_merge_keys_and_aliases_are_words_within_quotes() -> None:
    assert _read("'<<': '*a'\n").value() == {"<<": "*a"}
    assert _read("- <<\n").value() == ["<<"]


def test_depth() -> None:
    """32 levels are the most; the 45 kB nest that overflows other parsers' stacks is refused at the 33rd."""
    assert _read("[" * DEEPEST + "]" * DEEPEST).kind == "list"
    assert _refused("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == ("yaml-too-deep", f"a.md:2:{DEEPEST + 1}")
    assert _refused("[" * 45_000) == ("yaml-too-deep", f"a.md:2:{DEEPEST + 1}")
    assert _refused("{a: " * 11_000)[0] == "yaml-too-deep"
    assert _refused("- " * 20_000 + "x")[0] == "yaml-too-deep"


def test_size() -> None:
    """64 KiB in UTF-8, not in characters."""
    assert _read("a: " + "x" * (LARGEST - 4) + "\n").kind == "mapping"
    assert _refused("a: " + "x" * (LARGEST - 3) + "\n") == ("yaml-too-large", "a.md:2:1")
    assert _refused("a: " + "ü" * (LARGEST // 2) + "\n") == ("yaml-too-large", "a.md:2:1")


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    rows = [f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)]
    assert _refused("a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(rows)) == ("yaml-anchor", "a.md:2:4")


# Files are read without \r.
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60)
YAMLISH = st.lists(st.sampled_from(list("ab:-[]{}&*!|>'\"%@`#?,~ \n\t")), max_size=40).map("".join)


@given(ANY | YAMLISH)
def test_any_text(text: str) -> None:
    """A tree or a problem on a line of it, never an exception."""
    node, problems = read_yaml(text, "a.md", 2)
    assert node is None or not problems
    for problem in problems:
        assert 2 <= problem.origin.line <= 2 + text.count("\n")
        assert problem.origin.column >= 1
        assert problem.message


PRINTED = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")


@given(st.text(PRINTED, max_size=40))
def test_what_a_hint_puts_between_quotes_is_read_as_it_was(text: str) -> None:
    assert _read(f"title: {quoted(text)}\n").value() == {"title": text}
