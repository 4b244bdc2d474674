"""Plain text: most prose has no code, table, quote or footnote, and their rules need not be tried at each of its lines
and signs."""

import re

RULES = (
    "table", "fence", "blockquote", "html_block", "heading", "lheading", "deflist", "footnote_def",
    "escape", "backticks", "strikethrough", "image", "autolink", "html_inline", "entity", "footnote_inline",
    "footnote_ref", "footnote_tail", "github-tasklists", "text_join",
)  # fmt: skip
"""The rules of the grammar that never apply to plain text."""
# Each has a sign: code and strikethrough, an escape, an address or HTML, an entity, a quote, a footnote, a heading, a
# picture; a line that begins with : is a definition, one with = a heading, one of nothing but - and | that or a table.
_SIGNS = ("`", "~", "\\", "<", "&", ">", "^", "#", "![")
_LINE = re.compile(r"\n[ \t]*(?:[:=]|[|-][|: \t-]*(?:\n|$))")
_TASK = re.compile(r"\[[\sxX]\]")


def is_plain(text: str) -> bool:
    """Whether the Markdown `text` can do without those rules."""
    return not (any(sign in text for sign in _SIGNS) or _LINE.search("\n" + text) or _TASK.search(text))
