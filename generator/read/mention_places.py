"""Where in its file a link or a mention stands. The parser tells the lines of a block, and drops markers, indentation
and the bars between cells; the rules say at which sign of a block's text they found something."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkLabel
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Place = tuple[int, int]
"""A line of the body and a column in it, both from 0."""
_SPACE = re.compile(r"\s*")
_DEFINED = re.compile(r"(?<!\\)\]:[\s>]*")  # its target may stand on the next line, in a quotation too


def with_place(rule: RuleFuncInlineType, opens: str) -> RuleFuncInlineType:
    """A rule of links or pictures that also keeps, with its token, where the target is written: `rest` signs before the
    end of its block (at whose beginning a task's box is cut off), or in the definition of a `reference`."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = next(token for token in state.tokens[count:] if token.type == opens)
            token.meta = _target(state, start + (opens == "image"), opens == "link_open")
        return True

    return placed


def _target(state: StateInline, start: int, is_link: bool) -> dict[str, Any]:
    """Of the link whose label begins at `start` and which ends where the parser stands now."""
    text, end = state.src, state.pos
    label_end = parseLinkLabel(state, start, is_link)
    if text[end - 1] == ")":
        space = _SPACE.match(text, label_end + 2)
        assert space is not None  # there is always none at least
        return {"rest": len(text) - space.end()}
    named = text[text.rfind("[", 0, end) + 1 : end - 1] if end > label_end + 1 else ""
    return {"reference": normalizeReference(named or text[start + 1 : label_end])}


class _Row(NamedTuple):
    """Where a line of a block begins, how it is written there, and whether its bars are escaped, as in a table."""

    line: int
    column: int
    written: str
    is_escaped: bool


class Places:
    """Where the blocks of a body stand in its lines, asked in the order in which they stand there."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._behind: dict[int, int] = {}  # of each line, the column behind the last cell that was found in it
        self._note: int | None = None  # the line of the last footnote that was found within a line

    def of(self, block: Token) -> "BlockPlaces":
        """The places in one block."""
        texts = [text.strip() for text in block.content.split("\n")]
        if block.map is None and self._note is None:  # a footnote in a line of another block: these come last, in order
            self._behind.clear()
        first, end = block.map or (self._note or 0, len(self._lines))
        # Lines of nothing but spaces are no part of a block's text, be they as wide as they like.
        start = next((line for line in range(first, end) if self._find(texts[0], line)), first)
        if block.map is None:
            self._note = start
        rows = []
        for line, text in enumerate(texts, start):
            found = self._find(text, line)
            rows.append(found)
            if found is not None:
                self._behind[line] = found.column + len(found.written)
        return BlockPlaces(block.content, start, rows)

    def _find(self, text: str, line: int) -> "_Row | None":
        if line < len(self._lines):
            for written in dict.fromkeys((text, text.replace("|", r"\|"))):
                column = self._lines[line].find(written, self._behind.get(line, 0))
                if column >= 0:
                    return _Row(line, column, written, written != text)
        return None

    def defined(self, definition: Any) -> Place:
        """Where the definition of a reference names its target."""
        first, end = definition["map"]
        text = "\n".join(self._lines[first:end])
        found = _DEFINED.search(text)
        at = found.end() if found else 0
        return first + text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


class BlockPlaces:
    """The way from the signs of a block's text to its lines."""

    def __init__(self, text: str, start: int, rows: Sequence[_Row | None]) -> None:
        self._text, self._start, self._rows = text, start, rows
        self._begins = [0, *(end.end() for end in re.finditer("\n", text))]

    def at(self, rest: int) -> Place:
        """Where the sign stands that has so many behind it, itself counted; its block's beginning where that can't be
        said."""
        sign = len(self._text) - rest
        number = bisect_right(self._begins, sign) - 1
        row = self._rows[number]
        if row is None:
            return self._start, 0
        before = self._text[self._begins[number] : sign].lstrip()
        return row.line, row.column + len(before) + (before.count("|") if row.is_escaped else 0)
