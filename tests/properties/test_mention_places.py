"""A mention's place is where it is written, whatever stands around it: what is wrong with it is shown there, and there
it is rewritten."""

from hypothesis import example, given
from hypothesis import strategies as st

from generator.read.markdown import to_body

# Each mention has a target of its own, so that no other can be meant by its place.
PIECES = st.sampled_from(
    [
        "[[@]]", "[[ @ | label ]]", "[words](@.md)", "[words]( <@.md> 'title')", "[w][@]", "[@]", "![p](@.png)",
        "`[[@]]`", "`[w](@.md)`", "\\[[@]]", "[w](@ x.md)", "[^1]", "^[see [[@]]]", "[x](y", "| a ", "|", "\\|",
        "\n", "\n", "\n\n", "\n\n", "\n    ", "\n> ", "\n- ", "\n- [ ] ", "\n1. ", "\n## ", "\n: ", "\n```\n", "\t",
        "\n\n[^1]: ", "\n\n[@]: @.md\n\n", "\n| a | b |\n|---|---|\n| ", " ", "words ", "*", "_", "**", "\n===\n",
        "\n---\n", "https://a.org ", "&amp;", "\u00a0", "\U0001f600",
    ]
)  # fmt: skip


def _text(pieces: list[str]) -> str:
    return "".join(piece.replace("@", f"t{number}") for number, piece in enumerate(pieces))


@given(st.lists(PIECES, max_size=16).map(_text))
@example("[x][r] and [y](z\n\n[r]: t1.md")
@example("[x][r]\n\n> [r]:\n> t1.md")
@example("| a |\n|---|\n| [[t1\\|the one]] [[t2]] |")
@example("- [ ] to do [[t1]]")
@example("Text^[see [[t1]]] and ^[see [[t1]]].")
@example("Text^[see [[t1]]].[^1]\n\n[^1]: A note [[t2]].\n\n[[t3]]")
def test_a_mention_s_place(text: str) -> None:
    lines = text.split("\n")
    for mention in to_body(text, "days/2026-02-15.md", 1, "d").mentions:
        line, column = mention.origin.line, mention.origin.column
        found = lines[line - 1][column - 1 :]
        opens = "[[" if mention.kind == "wiki" else "<" if found.startswith("<") else ""
        assert found.removeprefix(opens).lstrip().startswith(mention.target), (mention, text)


def test_not_in_code_and_not_where_it_is_escaped() -> None:
    """The same words may stand before it as what they are."""
    for text, column in (
        ("a `[[nobody]]` b [[nobody]]", 18),
        ("\\[[run]] [[run]]", 10),
        ("`[x](run.md)` [x](run.md)", 19),
        ("> | a | b |\n> |---|---|\n> | `[[run]]` | [[run]] |", 17),
    ):
        (mention,) = to_body(text, "days/2026-02-15.md", 1, "d").mentions
        assert (mention.origin.line, mention.origin.column) == (text.count("\n") + 1, column)
