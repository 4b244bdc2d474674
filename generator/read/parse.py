"""Document → Entry. One file at a time, knowing nothing of the others, so that its result can be kept."""

import datetime as dt
import re

import msgspec

from generator.base import gate
from generator.base.convert import places, to_struct
from generator.base.dates import parse_date, period_start
from generator.base.origin import Origin
from generator.base.problem import Fix, Problem, Severity
from generator.base.slug import slugify
from generator.base.yaml_text import Node
from generator.entries import KINDS, Entry, Fields, Item, Mention

from .day_body import RawItem, split_day
from .discover import Source
from .front_matter import read_document
from .items import lost_to_hash, named_in_items, read_items
from .markdown import to_body
from .named import named
from .options import Options

_DATED = {"days", "wins", "setbacks"}


class Parsed(msgspec.Struct, frozen=True):
    """A file, read. A file with an error gives no entry, but the names it answers to: what refers to it is then
    withheld with it, and the one problem is said once. `named` is what it names itself, or the items that are left out
    of it: nobody may answer to that."""

    entry: Entry | None
    problems: tuple[Problem, ...]
    withheld: tuple[str, str, tuple[str, ...], str] | None = None  # kind, id, names, path
    named: tuple[Mention, ...] = ()


def unreadable(source: Source, error: OSError) -> Parsed:
    """A file that can't be read, and is withheld with what serves it."""
    message = f"it can't be read: {error.strerror}"
    problem = Problem("file-unreadable", Origin(source.path), message, "check its permissions")
    return Parsed(None, (problem,), (source.kind, slugify(source.name), (), source.path))


def parse(source: Source, data: bytes, options: Options) -> Parsed:
    """What the bytes of `source` say."""
    document, unsound = read_document(source, data)
    if document is None:
        return Parsed(None, unsound, (source.kind, slugify(source.name), (), source.path))
    path, line, text = source.path, document.body_line, document.body
    front = document.front or Node("mapping", Origin(path, 1, 1), 0)
    is_day = source.kind == "days"
    found, fields = list(unsound), None
    if not unsound:
        fields, said = to_struct(KINDS[source.kind], front, ("wins", "setbacks") if is_day else ())
        found += [*said, *lost_to_hash(front, document)]
    date: dt.date | None = None
    identity, where = "", places(front)
    if fields is not None:
        date, wrong = _date(source, fields, where)
        found += wrong
        identity = slugify(fields.id or source.name) if not is_day else str(date or source.name)
        if not identity:
            hint = "rename the file, or write `id:`"
            found.append(Problem("id-empty", Origin(path), "its name has no letter or digit", hint))
    raw: tuple[RawItem, ...] = ()
    items: tuple[Item, ...] = ()
    said_of_items: list[Problem] = []
    lost: tuple[Mention, ...] = ()
    if is_day:
        raw, text = split_day(text, options.setback_headings)
        items, said_of_items, lost = read_items(document, front, raw, options)
    if misplaced := gate.in_prose(text, path, line):
        found.append(misplaced)
    wrong = [one for one in said_of_items if one.code == "gate-unclear"]
    withheld = any(problem.is_error for problem in (*found, *wrong))
    found += [*said_of_items, *(_almost_items(text, path, line) if is_day else ())]
    body = to_body(text, path, line, f"{source.kind}-{identity}", options.html)
    if fields is None or withheld:
        in_keys = named(KINDS[source.kind], front, but=_APART.get(source.kind, frozenset()))
        names = (*in_keys, *named_in_items(document, front, raw, options), *body.mentions)
        return Parsed(None, tuple(found), (source.kind, *_names(source, front), path), names)
    entry = Entry(source.kind, path, source.name, identity, date, fields, body, items, where)
    return Parsed(entry, tuple(found), named=lost)


# The title of what is called by it is a name; a day's items are read one by one.
_APART = dict.fromkeys(("values", "goals", "habits", "pages"), frozenset({"title"})) | {
    "days": frozenset({"wins", "setbacks"})
}


_ALMOST_ITEM = re.compile(r"^\+(?=[^\s+\d])(?!\+)", re.MULTILINE)


def _almost_items(text: str, path: str, line: int) -> list[Problem]:
    """Lines that begin with a + and no space: text to Markdown, a win to the person who wrote them."""
    found = []
    for match in _ALMOST_ITEM.finditer(text) if "+" in text else ():
        place = Origin(path, line + text.count("\n", 0, match.start()), 1)
        message = "a line that begins with + and no space is text, not a win"
        fix = Fix(place, "+", "+ ")
        found.append(Problem("item-space", place, message, "put a space behind the +", Severity.WARNING, fix))
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
