"""A day's body → the items in it (`+` wins and setbacks) and the prose that remains.

markdown-it-py says where the top level's list items are; what they say is taken from the source as it was typed.
"""

import re
from itertools import pairwise

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.base.convert import known_keys
from generator.entries import Setback, Win

_ITEM = re.compile(r"^ {0,3}\+(?:[ \t]|$)", re.MULTILINE)
_MARKER = re.compile(r"[ \t]*\+[ \t]*(.*)")
_FIELD = re.compile(r"([ \t]+)([A-Za-z_][\w-]*):(?:[ \t]+|$)(.*)")
_WIN_KEYS, _SETBACK_KEYS = frozenset(known_keys(Win)), frozenset(known_keys(Setback))
_BLOCKS = MarkdownIt("js-default")
# Items as nearly everybody writes them, one below the other: their lines begin with words, and no other block does.
_WORDS = r"(?:[^\W\d_]|\d+ )"
_SIMPLE = re.compile(rf"\n*(?:\+ {_WORDS}.*\n(?:  +{_WORDS}.*\n)*\n*)+")


class Field(msgspec.Struct, frozen=True):
    """An indented `key: value` line. Lines and columns count from 1 within the body."""

    key: str
    value: str
    line: int
    column: int
    value_column: int


class RawItem(msgspec.Struct, frozen=True):
    """A `+` item as it was typed: its first line, its fields, and what else stands in it (`note`, from `note_line`)."""

    kind: str  # win | setback
    text: str
    line: int
    column: int
    fields: tuple[Field, ...]
    note: str
    note_line: int


class Heading(msgspec.Struct, frozen=True):
    """A heading at the top level: lines count from 0, `end` is the one after it; the title is case-folded."""

    level: int
    title: str
    start: int
    end: int


class Outline(msgspec.Struct, frozen=True):
    """Where things stand in a day's body: each item with its kind, its first line and the one after its last, counted
    from 0; and the headings."""

    items: tuple[tuple[str, int, int], ...]
    headings: tuple[Heading, ...]


def outline(body: str, setback_headings: frozenset[str]) -> Outline:
    """The items and headings of a day's body. `setback_headings` are the case-folded words under which items are
    setbacks."""
    if _SIMPLE.fullmatch(body + "\n"):
        return Outline(_simple_items(body.removesuffix("\n").split("\n")), ())
    tokens: list[Token] = []
    _BLOCKS.block.parse(body, _BLOCKS, {}, tokens)
    items: list[tuple[str, int, int]] = []
    headings: list[Heading] = []
    setbacks = 0  # the level of the heading *Setbacks* that we are under
    for index, token in enumerate(tokens):
        if token.level == 0 and token.type == "heading_open" and token.map:
            level = int(token.tag[1])
            title = tokens[index + 1].content.strip().rstrip(":").casefold()
            if title in setback_headings:
                setbacks = level
            elif level <= setbacks:
                setbacks = 0
            headings.append(Heading(level, title, *token.map))
        elif token.level == 1 and token.type == "list_item_open" and token.markup == "+" and token.map:
            items.append(("setback" if setbacks else "win", token.map[0], token.map[1]))
    return Outline(tuple(items), tuple(headings))


def _simple_items(lines: list[str]) -> tuple[tuple[str, int, int], ...]:
    """Items that end where the next begins, the last behind the empty lines that follow it."""
    starts = [number for number, line in enumerate(lines) if line.startswith("+")]
    return tuple(("win", start, end) for start, end in pairwise([*starts, len(lines)]))


def split_day(body: str, setback_headings: frozenset[str]) -> tuple[tuple[RawItem, ...], str]:
    """The items of a day's body, and its prose: the body with the items' lines empty, so that places stay true.

    A heading under which nothing else stood goes with its items.
    """
    if not _ITEM.search(body):
        return (), body
    lines = body.split("\n")
    found = outline("\n".join(lines[: _before_prose(lines)]), setback_headings)
    if found.headings:  # where a section ends, the rest of the body says
        found = outline(body, setback_headings)
    items = tuple(_item(kind, lines, start, end) for kind, start, end in found.items)
    rest = list(lines)
    for _, start, end in found.items:
        rest[start:end] = [""] * (end - start)
    _drop_empty_sections(rest, lines, found.headings)
    return items, "\n".join(rest)


def _before_prose(lines: list[str]) -> int:
    """How many lines the items can take up: after the last, what stands at the margin behind an empty line is none of
    theirs. (Most of a body is prose, and reading its blocks twice would cost a tenth of a build.)"""
    last = max((number for number, line in enumerate(lines) if _ITEM.match(line)), default=0)
    for number in range(last + 1, len(lines)):
        if lines[number][:1].strip() and not lines[number - 1].strip():
            return number
    return len(lines)


def _item(kind: str, lines: list[str], start: int, end: int) -> RawItem:
    first = _MARKER.match(lines[start])
    assert first is not None
    known = _WIN_KEYS if kind == "win" else _SETBACK_KEYS
    fields: list[Field] = []
    number = start + 1
    while number < end and lines[number].strip():
        found = _FIELD.fullmatch(lines[number])
        # A word that is no key and not nearly one is prose: "Note: it was hot."
        if not found or (found[2] not in known and not found[2].islower()):
            break
        fields.append(Field(found[2], found[3].strip(), number + 1, found.start(2) + 1, found.start(3) + 1))
        number += 1
    note = "\n".join(_dedent(lines[number:end])).rstrip()
    text = first[1].rstrip()
    column = first.start(1) + 1 if text else lines[start].index("+") + 1
    return RawItem(kind, text, start + 1, column, tuple(fields), note, number + 1)


def _dedent(lines: list[str]) -> list[str]:
    """Without the indentation that all of the indented lines share."""
    widths = [len(line) - len(line.lstrip()) for line in lines if line.strip() and line[0] in " \t"]
    cut = min(widths, default=0)
    return [line[cut:] if not line[:cut].strip() else line for line in lines]


def _drop_empty_sections(rest: list[str], before: list[str], headings: tuple[Heading, ...]) -> None:
    """Empty the headings whose section had items and now holds nothing, from the last to the first."""
    for position in range(len(headings) - 1, -1, -1):
        own = headings[position]
        end = next((h.start for h in headings[position + 1 :] if h.level <= own.level), len(rest))
        held = any(line.strip() for line in before[own.end : end])
        if held and not any(line.strip() for line in rest[own.end : end]):
            rest[own.start : own.end] = [""] * (own.end - own.start)
