"""YAML as text: a tree of mappings, lists and the text that was written, each with its place.

PyYAML's implicit types (12:30 → 750, NO → False) never get to act, and its traps (duplicate keys, alias bombs, nests
that overflow the stack) are refused while the parser's events pass by.
"""

import re
from typing import Any

import yaml

from .origin import Origin
from .problem import Fix, Problem

DEEPEST = 32
LARGEST = 64 * 1024  # bytes
# Line ends to YAML and to nobody else: places would no longer be those of the file.
_BREAKS = re.compile("[\x85\u2028\u2029]")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node:
    """A mapping (`items`), a list (`items` with "" for keys) or a scalar (`text`). `start` and `end` are offsets in
    characters into the YAML text; `plain` says that a scalar stood without quotes."""

    __slots__ = ("end", "items", "kind", "origin", "plain", "start", "text")

    def __init__(self, kind: str, origin: Origin, start: int) -> None:
        self.kind = kind
        self.origin = origin
        self.start = start
        self.end = start
        self.text = ""
        self.plain = False
        self.items: list[tuple[str, Origin, Node]] = []

    @property
    def is_empty(self) -> bool:
        """Nothing was written: `key:` or `key: ~`."""
        return self.kind == "scalar" and self.plain and self.text in ("", "~")

    def get(self, key: str) -> "Node | None":
        """What stands under `key` of a mapping."""
        return next((child for name, _, child in self.items if name == key), None)

    def value(self) -> Any:
        """Plain Python: dicts, lists, str, and None for what was left empty (a mapping leaves such keys out)."""
        if self.kind == "mapping":
            return {key: node.value() for key, _, node in self.items if not node.is_empty}
        if self.kind == "list":
            return [node.value() for _, _, node in self.items]
        return None if self.is_empty else self.text


class _RefusedError(Exception):
    def __init__(self, code: str, mark: Any, message: str, hint: str = "") -> None:
        self.code, self.mark, self.message, self.hint = code, mark, message, hint


def read_yaml(text: str, path: str, line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a YAML text whose first line is line `line` of the file `path`; None when it is empty or refused."""
    if len(text) > LARGEST or len(text.encode()) > LARGEST:
        return None, (Problem("yaml-too-large", Origin(path, line, 1), "more than 64 KiB of YAML"),)
    if broken := _BREAKS.search(text):
        before = text[: broken.start()]
        origin = Origin(path, before.count("\n") + line, len(before) - before.rfind("\n"))
        message = f"YAML takes U+{ord(broken[0]):04X} for the end of a line"
        return None, (Problem("yaml-character", origin, message, "delete it"),)
    try:
        return _tree(text, path, line - 1), ()
    except _RefusedError as refused:
        origin = Origin(path, refused.mark.line + line, refused.mark.column + 1)
        return None, (Problem(refused.code, origin, refused.message, refused.hint),)
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        origin = Origin(path, before.count("\n") + line, len(before) - (before.rfind("\n") + 1) + 1)
        character = f"U+{ord(text[error.position]):04X}" if error.position < len(text) else "a character"
        return None, (Problem("yaml-character", origin, f"YAML does not allow {character}", "delete it"),)
    except yaml.MarkedYAMLError as error:
        return None, (_syntax(error, text, path, line),)


def _tree(text: str, path: str, above: int) -> Node | None:
    loader = _Loader(text)
    try:
        return _build(loader, path, above)
    finally:
        loader.dispose()


def _next_event(loader: Any) -> Any:
    """The parser's next event, untyped: the stubs know less of it than its class says."""
    return loader.get_event()


def _build(loader: Any, path: str, above: int) -> Node | None:
    root: Node | None = None
    stack: list[Node] = []
    keys: list[tuple[str, Origin] | None] = []  # the key that waits for its value, one for each open collection
    seen: list[set[str]] = []
    while True:
        event = _next_event(loader)
        if event is None or isinstance(event, yaml.StreamEndEvent):
            return root
        mark, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(
                "yaml-anchor", mark, "anchors (&) and aliases (*) are not read", "quote the text, or write it out"
            )
        if getattr(event, "tag", None) and not isinstance(event, yaml.DocumentStartEvent):
            raise _RefusedError("yaml-tag", mark, "tags (!) are not read", "put quotes around text that begins with !")
        if isinstance(event, yaml.CollectionEndEvent):
            stack[-1].end = end.index
            stack.pop()
            keys.pop()
            seen.pop()
            continue
        is_node = isinstance(event, yaml.NodeEvent)
        if not is_node:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise _RefusedError("yaml-documents", mark, "a second document", "keep one front matter a file")
            continue
        origin = Origin(path, mark.line + above + 1, mark.column + 1)
        is_scalar = isinstance(event, yaml.ScalarEvent)
        parent = stack[-1] if stack else None
        if parent is not None and parent.kind == "mapping" and keys[-1] is None:
            if not is_scalar:
                raise _RefusedError(
                    "yaml-key",
                    mark,
                    "a list or a mapping can't be a key",
                    "put quotes around text that begins with [ or {",
                )
            if event.value == "<<" and event.style in (None, ""):
                raise _RefusedError("yaml-merge", mark, "merge keys (<<) are not read", "write the keys out")
            if event.value in seen[-1]:
                raise _RefusedError("key-twice", mark, f"the key {event.value!r} stands twice", "keep one of them")
            seen[-1].add(event.value)
            keys[-1] = (event.value, origin)
            continue
        node = Node(
            "scalar" if is_scalar else "list" if isinstance(event, yaml.SequenceStartEvent) else "mapping",
            origin,
            mark.index,
        )
        if parent is None:
            root = node
        elif parent.kind == "list":
            parent.items.append(("", origin, node))
        else:
            key = keys[-1]
            assert key is not None
            parent.items.append((*key, node))
            keys[-1] = None
        if is_scalar:
            node.text, node.plain, node.end = event.value, event.style in (None, ""), end.index
        else:
            if len(stack) >= DEEPEST:
                hint = "write it flatter; text that begins with [ or { needs quotes"
                raise _RefusedError("yaml-too-deep", mark, f"nested deeper than {DEEPEST}", hint)
            stack.append(node)
            keys.append(None)
            seen.append(set())


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str, line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = (text + "\n").split("\n")
    while row > 0 and (row >= len(lines) or not lines[row].strip()):
        row, column = row - 1, len(lines[row - 1]) if row - 1 < len(lines) else 0
    written = lines[row] if row < len(lines) else ""
    origin = Origin(path, row + line, min(column, len(written)) + 1)
    said = error.problem or "it is no YAML"
    if "end of stream" in said and "quoted scalar" in (error.context or "") and error.context_mark:
        quote = error.context_mark
        place = Origin(path, quote.line + line, quote.column + 1)
        hint = f"close it on the same line, or put quotes around the whole text: {_quoted(lines[quote.line])}"
        return Problem("yaml-quote-open", place, "this quote is not closed", hint)
    if "could not find expected ':'" in said and error.context_mark:
        alone = error.context_mark
        place = Origin(path, alone.line + line, alone.column + 1)
        hint = "write `key: value`, or indent it where it belongs to the line above"
        return Problem("yaml-colon-missing", place, "a line without a colon, where a key should be", hint)
    if written.lstrip(" ").startswith("\t"):
        place = Origin(path, row + line, written.index("\t") + 1)
        return Problem("yaml-tab", place, "a tab, where YAML wants spaces", "replace it with spaces")
    hint = f"put quotes around the text: {_quoted(written)}"
    if _QUOTED_START.search(written):
        return Problem("yaml-after-quote", origin, "words after a closing quote", hint)
    if "mapping values are not allowed" in said:
        if _INDENTED_KEY.fullmatch(written[:column]):
            place = Origin(path, row + line, len(written) - len(written.lstrip()) + 1)
            hint = "begin it where the key above begins; a text of several lines needs quotes"
            return Problem("yaml-indent", place, "indented further than the key above", hint)
        message = "a colon followed by a space, in text without quotes"
        return Problem("yaml-colon", origin, message, hint, fix=_quoting(written, origin))
    start, opened = _text_start(written), error.context_mark
    first = written[start : start + 1]
    if "cannot start any token" in said or (first and first in "*&!|>%"):
        character = first if first in "*&!|>%" else written[column : column + 1]
        place = Origin(path, row + line, start + 1) if first == character else origin
        message = f"text can't begin with {character} here"
        return Problem("yaml-start", place, message, hint, fix=_quoting(written, place))
    if opened and "flow" in (error.context or "") and _is_open(lines[opened.line], opened.column):
        place = Origin(path, opened.line + line, opened.column + 1)
        hint = "close it on the same line; text that begins with [ or { needs quotes"
        return Problem("yaml-bracket-open", place, "this bracket is not closed", hint)
    if first and first in "[{":
        place = Origin(path, row + line, start + 1)
        return Problem("yaml-start", place, f"text can't begin with {first} here", hint)
    hint = "check quotes, brackets and indentation; text in quotes is always safe"
    return Problem("yaml-syntax", origin, f"this is no YAML: {said}", hint)


# The start of a line up to its text: "  - " or "title: ".
_HEAD = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?")
_HEAD_WHOLE = re.compile(r" *(?:- +|(?:- +)*[\w-]+: +)")
_QUOTED_START = re.compile(r"""^\s*(?:- +)*(?:[\w-]+: +)?(?:"[^"]*"|'[^']*') *[^\s#:,\]}]""")
_INDENTED_KEY = re.compile(r"\s+[\w-]+")


def _text_start(line: str) -> int:
    found = _HEAD.match(line)
    return found.end() if found else 0


def _is_open(line: str, column: int) -> bool:
    """Whether the bracket at `column` is not closed on its line."""
    rest = line[column:]
    return rest.count("[") + rest.count("{") > rest.count("]") + rest.count("}")


def _quoted(line: str) -> str:
    """`key: some: text` → `key: "some: text"`, to show what to write."""
    start = _text_start(line)
    return f"{line[:start].strip()} {quoted(line[start:].strip())}".strip()


def _quoting(line: str, origin: Origin) -> Fix | None:
    """The text of a line between quotes. Not where a comment may follow it, or where it stands within brackets."""
    start = _text_start(line)
    text = line[start:].rstrip()
    if " #" in text or not text or text[0] in "[{" or not _HEAD_WHOLE.fullmatch(line[:start]):
        return None
    return Fix(Origin(origin.path, origin.line, start + 1), text, quoted(text))


def quoted(text: str) -> str:
    """`text` as YAML takes it without question: between double quotes, or single ones where it holds double ones."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
