"""Keys of a front matter, put where they belong: the rest of it, comments and all, stays as it was typed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.base.yaml_text import Node, read_yaml
from generator.read.front_matter import split_text

from .manuscript import Splice

_PLAIN = re.compile(r"\w(?:[\w .+%/-]|:(?=\w))*")


def as_yaml(value: str | Mapping[str, str]) -> str:
    """A text, or a mapping of texts, as it is written on a line; in quotes where YAML would read it otherwise."""
    if isinstance(value, str):
        is_plain = _PLAIN.fullmatch(value) and not value.endswith(" ")
        return value if is_plain else json.dumps(value, ensure_ascii=False)
    return "{" + ", ".join(f"{key}: {as_yaml(text)}" for key, text in value.items()) + "}"


def append(text: str, key: str, value: str | Mapping[str, str]) -> tuple[Splice, ...] | None:
    """`value` at the end of the list under `key`, in the way in which that is written; None where that can't be done
    with certainty."""

    def wanted(keys: dict[str, Any]) -> dict[str, Any]:
        listed = keys.get(key, ())
        return keys | {key: [*([listed] if isinstance(listed, str) else listed), value]}

    written = as_yaml(value)
    return _first(text, wanted, [_with_line(text, f"{key}: [{written}]"), *_in_list(text, key, written)])


def put(text: str, keys: Mapping[str, str]) -> tuple[Splice, ...] | None:
    """Each of `keys` with its value, in the place of what stood there, new ones at the end; None as above."""
    found = _front(text)
    splices: list[Splice] = []
    lines = []
    for key, value in keys.items():
        node = found[1].get(key) if found and found[1] else None
        if found and node is not None:
            space = "" if node.end > node.start else " "
            splices.append(Splice(found[0] + node.start, space + as_yaml(value), node.end - node.start))
        else:
            lines.append(f"{key}: {as_yaml(value)}")
    added = _with_line(text, "\n".join(lines)) if lines else ()
    return _first(text, lambda old: old | keys, [(*splices, *added)])


def keys_of(text: str) -> Mapping[str, Any] | None:
    """What the front matter says, as plain text; None where it can't be read."""
    found = _front(text)
    if found is None:
        return None
    value = found[1].value() if found[1] else {}
    return value if isinstance(value, dict) else None


def apply(text: str, splices: Sequence[Splice]) -> str:
    """The text with its splices."""
    for splice in sorted(splices, reverse=True):
        text = text[: splice.at] + splice.put + text[splice.at + splice.removed :]
    return text


def _first(text: str, wanted: Any, ways: Sequence[Sequence[Splice]]) -> tuple[Splice, ...] | None:
    """The first of these ways after which the keys are the wanted ones, and the body is what it was."""
    before, split = keys_of(text), split_text(text)
    if before is None or split is None:
        return None
    for splices in ways:
        after = apply(text, splices)
        again = split_text(after)
        if splices and again and again[1] == split[1] and keys_of(after) == wanted(before):
            return tuple(splices)
    return None


def _front(text: str) -> tuple[int, Node | None] | None:
    """Where the front matter's text begins, and its tree (None: there is no key in it)."""
    split = split_text(text)
    if split is None:
        return None
    root, problems = read_yaml(split[0], "") if split[0] else (None, ())
    if problems or (root is not None and root.kind != "mapping"):
        return None
    return text.find("\n") + 1, root


def _with_line(text: str, lines: str) -> tuple[Splice, ...]:
    """New lines at the end of the front matter; one of its own where there is none."""
    split = split_text(text)
    assert split is not None
    yaml, _, body_line = split
    if body_line == 1:
        return (Splice(0, f"---\n{lines}\n---\n"),)
    found = _front(text)
    indent = " " * (found[1].items[0][1].column - 1) if found and found[1] and found[1].items else ""
    at = text.find("\n") + 1 + len(yaml)
    return (Splice(at, "".join(f"{indent}{line}\n" for line in lines.split("\n"))),)


def _in_list(text: str, key: str, written: str) -> Iterator[tuple[Splice, ...]]:
    """Ways to write one item more into a list that stands there already."""
    found = _front(text)
    node = found[1].get(key) if found and found[1] else None
    if found is None or node is None:
        return
    start = found[0]
    if node.is_empty:
        yield (Splice(start + node.start, f"[{written}]" if node.text else f" [{written}]", node.end - node.start),)
    elif node.kind == "scalar":
        yield (Splice(start + node.start, "["), Splice(start + node.end, f", {written}]"))
    elif node.kind == "list" and not node.items:
        yield (Splice(start + node.start + 1, written),)
    elif node.kind == "list" and text[start + node.start] == "[":
        yield (Splice(start + node.items[-1][2].end, f", {written}"),)
    elif node.kind == "list":
        first, last = node.items[0][2], _last(node)
        line = text.rfind("\n", 0, start + first.start) + 1
        dash = text.rfind("-", line, start + first.start)
        end = text.find("\n", start + last.end)
        yield (Splice(end, f"\n{text[line:dash]}- {written}"),)


def _last(node: Node) -> Node:
    """The last text or bracket below a node: where a block ends, only its parts know."""
    while node.items and node.kind != "scalar":
        inner = node.items[-1][2]
        if inner.kind != "scalar" and inner.end <= inner.start:
            break
        node = inner
    return node
