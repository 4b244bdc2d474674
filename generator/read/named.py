"""What is named in a front matter, by the types of its keys: references to values, goals and habits, and the `[[…]]` of
its texts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec import inspect

from generator.base.origin import Origin
from generator.base.yaml_text import Node
from generator.entries import Mention

from .markdown import wiki_mentions

NAMES = frozenset({"id", "aliases", "goal", "parent", "habit", "values", "milestone", "params"})
"""Keys that hold names, not words."""


class Reference(NamedTuple):
    """A reference to an entry of `kind` ("goals"); `node` is None for one that is a key itself."""

    kind: str
    name: str
    origin: Origin
    node: Node | None


def named(kind: type[msgspec.Struct], node: Node, but: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """What is named below a mapping that was to be a `kind`, also where that can't be read whole, `but` for some keys.
    A reference is a mention whose kind is the folder of what it refers to."""
    known = {field.encode_name for field in msgspec.structs.fields(kind)} - but
    read = Node(node.kind, node.origin, node.start)
    read.items = [item for item in node.items if item[0] in known]
    told = [mention for key, _, child in read.items for mention in _in_texts(key, child)]
    refs = references(kind, read)
    return (*(Mention(ref.kind, ref.name, "", ref.origin) for ref in refs if ref.kind != "milestones"), *told)


def in_line(text: str, origin: Origin) -> Iterator[Mention]:
    """The `[[…]]` in a line of text that begins at `origin`."""
    for found in wiki_mentions(text):
        yield mention_of(found, Origin(origin.path, origin.line, origin.column + found.start()))


def references(kind: type[msgspec.Struct], node: Node) -> Iterator[Reference]:
    """Every reference below a mapping of the keys of `kind`, in their order."""
    return _below(inspect.type_info(kind), node)


def _below(info: inspect.Type, node: Node, refers: str = "") -> Iterator[Reference]:
    match info:
        case inspect.Metadata():
            yield from _below(info.type, node, _refers(info) or refers)
        case inspect.UnionType():
            for part in info.types:
                yield from _below(part, node, refers)
        case inspect.StructType() if node.kind == "mapping":
            for field in info.fields:
                if (child := node.get(field.encode_name)) is not None:
                    yield from _below(field.type, child)
        case inspect.VarTupleType() if node.kind == "list":
            for _, _, child in node.items:
                yield from _below(info.item_type, child, refers)
        case inspect.DictType() if node.kind == "mapping" and _refers(info.key_type):
            for key, origin, _ in node.items:
                yield Reference(_refers(info.key_type), key, origin, None)
        case inspect.StrType() if refers and node.kind == "scalar" and not node.is_empty:
            yield Reference(refers, node.text, node.origin, node)


def _refers(info: inspect.Type) -> str:
    extra = info.extra_json_schema if isinstance(info, inspect.Metadata) else None
    return str((extra or {}).get("refers", ""))


def _in_texts(key: str, node: Node) -> Iterator[Mention]:
    """The `[[…]]` in the texts below a key, each at the place of its text."""
    if key in NAMES:
        return
    for inner, _, child in node.items:
        yield from _in_texts(inner, child)
    for found in wiki_mentions(node.text) if "[[" in node.text else ():
        yield mention_of(found, node.origin)


def mention_of(found: re.Match[str], place: Origin) -> Mention:
    """A `[[…]]`, found in a text, as a mention."""
    return Mention("wiki", found[1].strip(), (found[2] or "").strip(), place)
