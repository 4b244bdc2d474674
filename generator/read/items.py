"""A day's items: the wins and setbacks in its front matter and behind its +, each by itself, so that one that is wrong
costs only itself."""

import re
from collections.abc import Iterator
from hashlib import blake2b

import msgspec

from generator.base import gate
from generator.base.convert import known_keys, places, to_struct, unknown_key
from generator.base.origin import Origin
from generator.base.problem import Problem, Severity
from generator.base.yaml_text import Node, quoted
from generator.entries import Body, Item, Mention, Setback, Win
from generator.entries.keys import Fields

from .day_body import RawItem
from .front_matter import Document
from .markdown import to_body
from .named import in_line, named
from .options import Options

_LINE = frozenset({"text", "title"})
_ITEM_KINDS: dict[str, type[Win | Setback]] = {"win": Win, "setback": Setback}


def read_items(
    document: Document, front: Node, raw: tuple[RawItem, ...], options: Options
) -> tuple[tuple[Item, ...], list[Problem], tuple[Mention, ...]]:
    """The day's wins and setbacks: those of the front matter first, then the body's, as they stand; what is wrong with
    the others, and what those name."""
    items: list[Item] = []
    problems: list[Problem] = []
    lost: list[Mention] = []
    for key, _, node in front.items:
        if key in ("wins", "setbacks") and not node.is_empty:
            kind = key[:-1]
            if node.kind != "list":
                problems.append(
                    Problem(
                        "key-shape", node.origin, f"{key!r} is a list", f"write `{key}:` and below it `  - some words`"
                    )
                )
                continue
            for position, (_, _, child) in enumerate(node.items):
                item, said = _yaml_item(kind, child, document, f"{key}.{position}")
                problems += said
                if item is not None:
                    items.append(item)
                else:
                    lost += _named_in(kind, child)
    for written in raw:
        item, said = _body_item(written, document, options)
        problems += said
        if item is not None:
            items.append(item)
        else:
            lost += _named_in_raw(written, document, options)
    return tuple(items), problems, tuple(lost)


def named_in_items(document: Document, front: Node, raw: tuple[RawItem, ...], options: Options) -> list[Mention]:
    """What a day's wins and setbacks name, whatever is wrong with them."""
    listed = ((key[:-1], node) for key, _, node in front.items if key in ("wins", "setbacks"))
    found = [mention for kind, node in listed for _, _, child in node.items for mention in _named_in(kind, child)]
    return found + [mention for written in raw for mention in _named_in_raw(written, document, options)]


def _named_in(kind: str, node: Node) -> Iterator[Mention]:
    """What an item's text names, and its fields."""
    for line in [node] if node.kind == "scalar" else filter(None, map(node.get, sorted(_LINE))):
        yield from in_line(line.text, _begin(line))
    yield from named(_ITEM_KINDS[kind], node, but=_LINE)


def _named_in_raw(raw: RawItem, document: Document, options: Options) -> Iterator[Mention]:
    node, _ = _node(raw, document)
    yield from in_line(raw.text, node.origin)
    yield from named(_ITEM_KINDS[raw.kind], node, but=_LINE)
    yield from _note(raw, document, options).mentions


def _yaml_item(kind: str, node: Node, document: Document, path: str) -> tuple[Item | None, list[Problem]]:
    struct = _ITEM_KINDS[kind]
    known = known_keys(struct)
    if node.kind == "mapping" and not any(key in known for key, _, _ in node.items):
        # `- Rang the bank: plan is set` is a mapping to YAML, and a line to the person who wrote it.
        gate = [said for key, origin, _ in node.items if (said := unknown_key(key, origin, known)).is_error]
        written = document.yaml[node.start : node.end].strip()
        if gate or "\n" in written:
            hint = f'put the text under `text:`, or in quotes: "{written.splitlines()[0]}"'
            return None, gate or [Problem("item-keys", node.origin, "none of its keys is known", hint)]
        node = _scalar(node, written)
    if node.is_empty and (hash_ := _after_hash(node, document)):
        return None, [hash_]
    if node.is_empty:
        column = node.origin.column - (0 if node.text else 1)  # nothing at all stands behind its dash
        place = Origin(node.origin.path, node.origin.line, column)
        return None, [Problem("item-empty", place, f"the {kind} says nothing", "write what happened behind the dash")]
    if node.kind == "list":
        return None, [
            Problem(
                "item-shape",
                node.origin,
                f"a {kind} is a line of text, or a mapping with `text:`",
                "put quotes around text that begins with [ or {",
            )
        ]
    if node.kind == "scalar":
        if hash_ := _after_hash(node, document):
            return None, [hash_]
        if not node.text.strip():
            return None, [
                Problem("item-empty", node.origin, f"the {kind} says nothing", "write what happened, in a line")
            ]
        return _finish(kind, struct(text=" ".join(node.text.split())), node.origin, {}, Body(), _begin(node)), []
    fields, problems = to_struct(struct, node)
    lost = [hashed for key, _, child in node.items if key in _LINE and (hashed := _after_hash(child, document))]
    if fields is None or lost:
        return None, [*problems, *lost]
    text = next((_begin(child) for key, _, child in node.items if key in _LINE), node.origin)
    item = _finish(kind, fields, node.origin, places(node), Body(), text)
    if item is None:
        hint = "add `text: …`"
        return None, [*problems, Problem("item-empty", node.origin, f"the {kind} says nothing", hint)]
    return item, list(problems)


def _body_item(raw: RawItem, document: Document, options: Options) -> tuple[Item | None, list[Problem]]:
    struct = _ITEM_KINDS[raw.kind]
    path, above = document.source.path, document.body_line - 1
    node, twice = _node(raw, document)
    origin = node.origin
    if not raw.text:
        return None, [Problem("item-empty", origin, f"the {raw.kind} says nothing", "write what happened behind the +")]
    if twice is not None:
        return None, [twice]
    fields, problems = to_struct(struct, node)
    if fields is None:
        return None, list(problems)
    if raw.note and (misplaced := gate.in_prose(_typed(raw, document), path, raw.note_line + above)):
        return None, [*problems, misplaced]
    note = _note(raw, document, options)
    return _finish(raw.kind, fields, origin, places(node), note, origin), list(problems)


def _node(raw: RawItem, document: Document) -> tuple[Node, Problem | None]:
    """An item's keys, its text among them; and the problem of one that stands there twice."""
    path, above = document.source.path, document.body_line - 1
    origin = Origin(path, raw.line + above, raw.column)
    node, twice = Node("mapping", origin, 0), None
    for field in raw.fields:
        place = Origin(path, field.line + above, field.column)
        child = Node("scalar", Origin(path, field.line + above, field.value_column), 0)
        child.text, child.plain = field.value, True
        if field.key in ("goal", "values", "aliases") and "," in field.value:
            child = _listed(child)
        if any(field.key == key for key, _, _ in node.items):
            twice = twice or Problem("key-twice", place, f"the key {field.key!r} stands twice", "keep one of them")
        node.items.append((field.key, place, child))
    if "text" not in (key for key, _, _ in node.items):
        text = Node("scalar", origin, 0)
        text.text = raw.text
        node.items.append(("text", origin, text))
    return node, twice


def _typed(raw: RawItem, document: Document) -> str:
    """An item's note as it stands in the file: it has lost its indentation."""
    return "\n".join(document.body.split("\n")[raw.note_line - 1 :][: raw.note.count("\n") + 1])


def _note(raw: RawItem, document: Document, options: Options) -> Body:
    if not raw.note:
        return Body()
    line = raw.note_line + document.body_line - 1
    prefix = _note_prefix(document, raw)
    return to_body(raw.note, document.source.path, line, prefix, options.html, _typed(raw, document))


def _note_prefix(document: Document, raw: RawItem) -> str:
    """What the ids in an item's note begin with: the item's own, whatever stands above it."""
    return "note-" + blake2b(f"{document.source.name}\0{raw.text}\0{raw.note}".encode(), digest_size=4).hexdigest()


def _finish(
    kind: str, fields: Fields, origin: Origin, where: dict[str, Origin], note: Body, text_origin: Origin
) -> Item | None:
    """The item, with the `[[…]]` of its text as mentions: they are marks in the text, like those of a body."""
    text = getattr(fields, "text", None) or getattr(fields, "title", None)
    if not text:
        return None
    mentions = tuple(in_line(text, text_origin))
    return Item(kind, msgspec.structs.replace(fields, text=text, title=None), origin, mentions, note, where)


def _begin(node: Node) -> Origin:
    """Where a scalar's text begins, behind its quote."""
    place = node.origin
    return place if node.plain else Origin(place.path, place.line, place.column + 1)


def _scalar(node: Node, text: str) -> Node:
    scalar = Node("scalar", node.origin, node.start)
    scalar.text, scalar.plain, scalar.end = text, True, node.end
    return scalar


def _listed(node: Node) -> Node:
    """`a, b` in an item's field is a list."""
    column, listed = node.origin.column, Node("list", node.origin, 0)
    for part in node.text.split(","):
        child = Node("scalar", Origin(node.origin.path, node.origin.line, column + len(part) - len(part.lstrip())), 0)
        child.text, child.plain = part.strip(), True
        column += len(part) + 1
        listed.items.append(("", child.origin, child))
    return listed


_HASH = re.compile(r"[ \t]+#")


def _after_hash(node: Node, document: Document) -> Problem | None:
    """YAML takes ` #` and what follows for a comment; in a line of text that loses words."""
    if node.kind != "scalar" or not node.plain:
        return None
    end = document.yaml.find("\n", node.end)
    rest = document.yaml[node.end : end if end >= 0 else len(document.yaml)]
    found = _HASH.match(rest)
    if not found:
        return None
    before = document.yaml[: node.end]
    place = Origin(node.origin.path, before.count("\n") + 2, len(before) - before.rfind("\n") + found.end() - 1)
    hint = f"put quotes around the text: {quoted((node.text + rest).strip())}"
    return Problem(
        "text-after-hash", place, "YAML reads ` #` as the start of a comment, so the words after it are lost", hint
    )


_TEXTS = ("title", "text", "why", "identity")


def lost_to_hash(front: Node, document: Document) -> list[Problem]:
    """Warn where a title may have lost words; two spaces before the # are how a comment is written."""
    found = []
    for key, _, node in front.items:
        if key in _TEXTS and (problem := _after_hash(node, document)):
            spaced = document.yaml[node.end : node.end + 2].isspace()
            if not spaced:
                found.append(msgspec.structs.replace(problem, severity=Severity.WARNING))
    return found
