"""Plain text is read with fewer rules, and says the same."""

from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from generator.read import markdown
from generator.read.markdown import to_body

PIECES = st.sampled_from(
    [
        *"`~\\<&>^|#!*_[]():=-+.1aAx \n\t", "\n\n", "    ", "```", "~~", "<b>", "&amp;", "> ", "[^a]", "[^a]: b",
        "^[b]", "|-|", "a|b\n-|-", "# ", "![a](b)", "[ ] ", "[x] ", "- ", "+ ", "1. ", "===", "---", "* * *", ": a",
        "**", "__", "[a](b.md)", "[a]: /b", "[[a|b]]", "https://a.org", "words", "Ä", "\u00a0", "\u2003", "\x0b", "\r",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join), st.booleans())
@example("a\n- ***\n---", False)
@example("a\n  : b", False)
@example("- [\t] a", False)
def test_plain_text_needs_no_other_rules(text: str, html: bool) -> None:
    with patch.object(markdown, "is_plain", lambda _: False):
        whole = to_body(text, "days/2026-02-15.md", 1, "d", html)
    assert to_body(text, "days/2026-02-15.md", 1, "d", html) == whole
