"""Document → Entry. One file at a time, knowing nothing of the others, so that its result can be kept."""

import datetime as dt
import re
from hashlib import blake2b
from pathlib import Path

import msgspec

from generator.base import gate
from generator.base.convert import known_keys, places, to_struct, unknown_key
from generator.base.dates import parse_date, period_start
from generator.base.origin import Origin
from generator.base.problem import Problem, Severity
from generator.base.slug import slugify
from generator.base.yaml_text import Node, quoted
from generator.entries import KINDS, Body, Entry, Fields, Item, Mention, Setback, Win

from .day_body import RawItem, split_day
from .discover import Source
from .front_matter import Document, read_document
from .markdown import to_body, wiki_mentions

_DATED = {"days", "wins", "setbacks"}
_ITEM_KINDS: dict[str, type[Win | Setback]] = {"win": Win, "setback": Setback}


class Options(msgspec.Struct, frozen=True):
    """What the site says about reading: whether raw HTML is the author's own choice, and the words of its language
    under which a day's items are setbacks (case-folded)."""

    html: bool = False
    setback_headings: frozenset[str] = frozenset({"setbacks"})


class Parsed(msgspec.Struct, frozen=True):
    """A file, read. A file with an error gives no entry, but the names it answers to: what refers to it is then
    withheld with it, and the one problem is said once."""

    entry: Entry | None
    problems: tuple[Problem, ...]
    withheld: tuple[str, str, tuple[str, ...]] | None = None  # kind, id, names


def parse_file(folder: Path, source: Source, options: Options) -> Parsed:
    """What the file of `source`, in the site's `folder`, says; one that can't be read is a problem like any other."""
    try:
        data = (folder / source.path).read_bytes()
    except OSError as error:
        problem = Problem(
            "file-unreadable", Origin(source.path), f"it can't be read: {error.strerror}", "check its permissions"
        )
        return Parsed(None, (problem,), (source.kind, slugify(source.name), ()))
    return parse(source, data, options)


def parse(source: Source, data: bytes, options: Options) -> Parsed:
    """What the bytes of `source` say."""
    document, problems = read_document(source, data)
    if document is None:
        return Parsed(None, problems, (source.kind, slugify(source.name), ()))
    front = document.front or Node("mapping", Origin(source.path, 1, 1), 0)
    lists = ("wins", "setbacks") if source.kind == "days" else ()
    fields, said = to_struct(KINDS[source.kind], front, lists)
    found = [*said, *_lost_to_hash(front, document)]
    if fields is None:
        if source.kind == "days":  # all of the file's problems in one run
            found += _items(document, front, split_day(document.body, options.setback_headings)[0], options)[1]
        return Parsed(None, tuple(found), (source.kind, *_names(source, front)))
    where = places(front)
    date, wrong = _date(source, fields, where)
    found += wrong
    identity = slugify(fields.id or source.name) if source.kind != "days" else str(date or source.name)
    if not identity:
        found.append(
            Problem(
                "id-empty", Origin(source.path), "its name has no letter or digit", "rename the file, or write `id:`"
            )
        )
    if any(problem.is_error for problem in found):
        return Parsed(None, tuple(found), (source.kind, *_names(source, front)))
    items: tuple[Item, ...] = ()
    text = document.body
    if source.kind == "days":
        raw, text = split_day(text, options.setback_headings)
        items, wrong = _items(document, front, raw, options)
        found += wrong
    if any(problem.code == "gate-unclear" for problem in found):
        return Parsed(None, tuple(found), (source.kind, *_names(source, front)))
    if source.kind == "days":
        found += _almost_items(text, source.path, document.body_line)
    if misplaced := gate.in_prose(text, source.path, document.body_line):
        return Parsed(None, (*found, misplaced), (source.kind, *_names(source, front)))
    body = to_body(text, source.path, document.body_line, f"{source.kind}-{identity}", options.html)
    entry = Entry(source.kind, source.path, source.name, identity, date, fields, body, items, where)
    return Parsed(entry, tuple(found))


_ALMOST_ITEM = re.compile(r"^\+(?=[^\s+\d])(?!\+)", re.MULTILINE)


def _almost_items(text: str, path: str, line: int) -> list[Problem]:
    """Lines that begin with a + and no space: text to Markdown, a win to the person who wrote them."""
    found = []
    for match in _ALMOST_ITEM.finditer(text):
        place = Origin(path, line + text.count("\n", 0, match.start()), 1)
        message = "a line that begins with + and no space is text, not a win"
        found.append(Problem("item-space", place, message, "put a space behind the +", Severity.WARNING))
    return found


def _names(source: Source, front: Node) -> tuple[str, tuple[str, ...]]:
    """The id and the other names of a file that can't be read whole."""
    written = {key: node.value() for key, _, node in front.items if key in ("id", "title", "aliases")}
    names = [name for key in ("title", "aliases") for name in _texts(written.get(key))]
    identity = written.get("id")
    return slugify(identity if isinstance(identity, str) else source.name), tuple(names)


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    return [value] if isinstance(value, str) else []


def _date(source: Source, fields: Fields, where: dict[str, Origin]) -> tuple[dt.date | None, list[Problem]]:
    """The civil date of a day, a win, a setback (`date:`, else the name, else the folders) or a review's first day."""
    if source.kind == "reviews":
        start = period_start(source.name.rsplit("/", 1)[-1])
        if start is None:
            hint = "name it 2026-W07.md, 2026-02.md or 2026.md"
            return None, [
                Problem("review-period", Origin(source.path), "the file's name is no week, month or year", hint)
            ]
        return start, []
    if source.kind not in _DATED:
        return None, []
    written: dt.date | None = getattr(fields, "date", None)
    if written is not None:
        if parse_date(written.isoformat()) is None:
            return None, [
                Problem("date-unreadable", where["date"], f"{written} is no date", "write a year from 1000 to 8999")
            ]
        return written, []
    date, _ = split_date(source.name)
    if date is None and (found := _SPREAD.match(source.name.rsplit("/", 1)[-1]) or _SPREAD.match(source.name)):
        written_date = "-".join(found.groups()[:3])
        return None, [
            Problem("date-unreadable", Origin(source.path), f"{written_date} in its name is no date", "rename the file")
        ]
    if date is None:
        name = "2026-02-14.md" if source.kind == "days" else "2026-02-14-a-few-words.md"
        hint = f"name it {name}, or write `date: 2026-02-14`"
        return None, [
            Problem("date-missing", Origin(source.path), "neither its name nor a key `date` says its day", hint)
        ]
    return date, []


_SPREAD = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?![0-9])[-_ /]?(.*)")


def split_date(name: str) -> tuple[dt.date | None, str]:
    """The date that a file's name begins with, or that is spread over its folders, and what follows it:
    "2026/02/14-scene" → 14 February, "scene"."""
    last = name.rsplit("/", 1)[-1]
    for text in (last, name):
        found = _SPREAD.match(text)
        if found and (date := parse_date("-".join(found.groups()[:3]))):
            return date, found[4]
    return None, name


def _items(
    document: Document, front: Node, raw: tuple[RawItem, ...], options: Options
) -> tuple[tuple[Item, ...], list[Problem]]:
    """The day's wins and setbacks: those of the front matter first, then the body's, as they stand."""
    items: list[Item] = []
    problems: list[Problem] = []
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
    for written in raw:
        item, said = _body_item(written, document, options)
        problems += said
        if item is not None:
            items.append(item)
    return tuple(items), problems


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
        return _finish(kind, struct(text=" ".join(node.text.split())), node.origin, {}, Body(), node.origin), []
    fields, problems = to_struct(struct, node)
    lost = [
        hashed for key, _, child in node.items if key in ("text", "title") and (hashed := _after_hash(child, document))
    ]
    if fields is None or lost:
        return None, [*problems, *lost]
    text = next((child.origin for key, _, child in node.items if key in ("text", "title")), node.origin)
    item = _finish(kind, fields, node.origin, places(node), Body(), text)
    if item is None:
        hint = "add `text: …`"
        return None, [*problems, Problem("item-empty", node.origin, f"the {kind} says nothing", hint)]
    return item, list(problems)


def _body_item(raw: RawItem, document: Document, options: Options) -> tuple[Item | None, list[Problem]]:
    struct = _ITEM_KINDS[raw.kind]
    path, above = document.source.path, document.body_line - 1
    origin = Origin(path, raw.line + above, raw.column)
    if not raw.text:
        return None, [Problem("item-empty", origin, f"the {raw.kind} says nothing", "write what happened behind the +")]
    node = Node("mapping", origin, 0)
    for field in raw.fields:
        place = Origin(path, field.line + above, field.column)
        child = Node("scalar", Origin(path, field.line + above, field.value_column), 0)
        child.text, child.plain = field.value, True
        if field.key in ("goal", "values", "aliases") and "," in field.value:
            child = _listed(child)
        if any(field.key == key for key, _, _ in node.items):
            return None, [Problem("key-twice", place, f"the key {field.key!r} stands twice", "keep one of them")]
        node.items.append((field.key, place, child))
    if "text" not in (key for key, _, _ in node.items):
        text = Node("scalar", origin, 0)
        text.text = raw.text
        node.items.append(("text", origin, text))
    fields, problems = to_struct(struct, node)
    if fields is None:
        return None, list(problems)
    if raw.note:  # as it stands in the file: the note has lost its indentation
        below = document.body.split("\n")[raw.note_line - 1 :][: raw.note.count("\n") + 1]
        if misplaced := gate.in_prose("\n".join(below), path, raw.note_line + above):
            return None, [*problems, misplaced]
    note = to_body(raw.note, path, raw.note_line + above, _note_prefix(document, raw), options.html)
    return _finish(raw.kind, fields, origin, places(node), note, origin), list(problems)


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
    mentions = []
    for found in wiki_mentions(text):
        place = Origin(text_origin.path, text_origin.line, text_origin.column + found.start())
        mentions.append(Mention("wiki", found[1].strip(), (found[2] or "").strip(), place))
    return Item(kind, msgspec.structs.replace(fields, text=text, title=None), origin, tuple(mentions), note, where)


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


def _lost_to_hash(front: Node, document: Document) -> list[Problem]:
    """Warn where a title may have lost words; two spaces before the # are how a comment is written."""
    found = []
    for key, _, node in front.items:
        if key in _TEXTS and (problem := _after_hash(node, document)):
            spaced = document.yaml[node.end : node.end + 2].isspace()
            if not spaced:
                found.append(msgspec.structs.replace(problem, severity=Severity.WARNING))
    return found
