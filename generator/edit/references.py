"""Every place in a file where another entry is named, in keys, in the lines of items, in prose: to be rewritten or
followed."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from generator.base.yaml_text import Node, read_yaml
from generator.entries import KINDS, Entry, Mention
from generator.read.day_body import split_day
from generator.read.front_matter import split_text
from generator.read.markdown import file_target, wiki_mentions
from generator.read.named import references as in_keys

_IN_ITEMS = {"goal": "goals", "values": "values", "habit": "habits"}


class Reference(msgspec.Struct, frozen=True, order=True):
    """`text[at:end]` names `name`: an entry of `kind` ("goals"), of any kind (""), a file ("file"), or an address of
    the site ("site")."""

    at: int
    end: int
    kind: str
    name: str


def references(entry: Entry, text: str, setback_headings: frozenset[str]) -> tuple[Reference, ...]:
    """Every reference in the text of an entry's file, in order."""
    split = split_text(text)
    assert split is not None  # it was read
    yaml, body, body_line = split
    found: list[Reference] = []
    if yaml:
        start = text.find("\n") + 1
        root, _ = read_yaml(yaml, "")
        if root is not None:
            found += _in_keys(KINDS[entry.kind], root, yaml, start)
            for key in ("wins", "setbacks"):
                if (node := root.get(key)) is not None and entry.kind == "days":
                    found += _in_line(yaml[node.start : node.end], start + node.start)
    begins = _line_starts(text)
    if entry.kind == "days":
        for item in split_day(body, setback_headings)[0]:
            at = begins[body_line + item.line - 2] + item.column - 1
            found += _in_line(item.text, at)
            for field in item.fields:
                if field.key in _IN_ITEMS:
                    at = begins[body_line + field.line - 2] + field.value_column - 1
                    found += _listed(field.value, at, _IN_ITEMS[field.key], field.key != "habit")
    notes = [item.note.mentions for item in entry.items]
    for mention in (*entry.body.mentions, *(mention for note in notes for mention in note)):
        found += _of_mention(entry, mention, text, begins[mention.origin.line - 1] + mention.origin.column - 1)
    return tuple(sorted(set(found)))


def _line_starts(text: str) -> list[int]:
    return [0, *(at.end() for at in re.finditer("\n", text))]


def _in_line(line: str, at: int) -> Iterator[Reference]:
    """The `[[…]]` in a line of text."""
    for found in wiki_mentions(line):
        yield Reference(at + found.start(1), at + found.end(1), "", found[1].strip())


def _listed(value: str, at: int, kind: str, is_list: bool) -> Iterator[Reference]:
    """The names in an item's field, which commas separate."""
    for part in value.split(",") if is_list else (value,):
        name = part.strip()
        start = at + len(part) - len(part.lstrip())
        yield Reference(start, start + len(name), kind, name)
        at += len(part) + 1


def _in_keys(kind: type[msgspec.Struct], root: Node, yaml: str, start: int) -> Iterator[Reference]:
    """The references in the front matter."""
    begins = _line_starts(yaml)
    for ref in in_keys(kind, root):
        if ref.node is not None:
            yield Reference(start + ref.node.start, start + ref.node.end, ref.kind, ref.name)
            continue
        at = begins[ref.origin.line - 1] + ref.origin.column - 1
        quotes = 1 if yaml[at] in "'\"" else 0
        yield Reference(start + at, start + at + len(ref.name) + 2 * quotes, ref.kind, ref.name)


def _of_mention(entry: Entry, mention: Mention, text: str, at: int) -> Iterator[Reference]:
    """A link in prose, where it stands as it was read."""
    if mention.kind == "wiki":
        whole = wiki_mentions(text[at : at + 400].partition("\n")[0])
        if whole and whole[0].start() == 0:
            end = at + whole[0].end(1) - whole[0][1].endswith("\\")  # in a table the bar behind it is escaped
            yield Reference(at + whole[0].start(1), end, "", mention.target)
    elif mention.kind in ("file", "site"):
        at += text.startswith("<", at)
        target = mention.target.partition("#")[0]
        for written in (target, quote(target)):
            if text.startswith(written, at):
                name = file_target(entry.path, target)[0] if mention.kind == "file" else target
                yield Reference(at, at + len(written), mention.kind, name)
                return
