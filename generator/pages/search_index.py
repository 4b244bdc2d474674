"""/assets/search/2026.js … : what search reads, a file for each year, and one for the entries without a date.

A page that is read from a disk may run scripts and fetch nothing. So each file is a script that calls one function,
`smallwinsIndex(name, part)`. A year's file knows goals, values and habits by their ids alone; how they are called
stands in `undated.js`. So a file changes with the entries of its year, and with nothing else.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from generator.base.url import absolute
from generator.config.schema import Site

from .edition import Edition
from .file import File
from .lines import mark
from .rewording import Rewording
from .search_entries import Entry, dated, undated

UNDATED = "undated"


class Name(msgspec.Struct, frozen=True, array_like=True):
    """How a goal, a value or a habit is called; `seam` is a value's pattern, as on the wall."""

    id: str
    title: str
    seam: int = 0


class Row(msgspec.Struct, frozen=True, array_like=True):
    """An entry. `url` is encoded and has no slash before it; what the entry serves are places in the file's tables,
    counted from 0."""

    kind: str
    url: str
    date: dt.date | None
    title: str
    text: str
    goals: tuple[int, ...]
    values: tuple[int, ...]
    habits: tuple[int, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds: its rows, newest first, and the tables that they point into. A year's tables are of ids."""

    goals: tuple[str | Name, ...]
    values: tuple[str | Name, ...]
    habits: tuple[str | Name, ...]
    rows: tuple[Row, ...]


def files(edition: Edition) -> Iterator[File]:
    """The index, where there is a search."""
    if not edition.reflects or not edition.draws("search"):
        return
    journal = edition.journal
    goals = tuple(Name(goal.id, goal.title) for goal in journal.goals.values())
    values = tuple(Name(value.id, value.title, mark(edition, value).seam) for value in journal.values.values())
    habits = tuple(Name(habit.id, habit.title) for habit in journal.habits.values())
    rows = _rows(undated(journal), list(journal.goals), list(journal.values), list(journal.habits))
    yield _file(UNDATED, Part(goals=goals, values=values, habits=habits, rows=rows))
    by_year: dict[int, list[Entry]] = {year: [] for year in years(edition)}
    for entry in dated(edition):
        if entry.date:
            by_year[entry.date.year].append(entry)
    for year, entries in by_year.items():
        yield _file(str(year), _part_of_a_year(entries))


def years(edition: Edition) -> tuple[int, ...]:
    """The years that have a file, the newest first."""
    journal = edition.journal
    found = {date.year for date in journal.dates} | {review.start.year for review in journal.reviews}
    return tuple(sorted(found, reverse=True))


def _part_of_a_year(entries: list[Entry]) -> Part:
    goals = sorted({goal for entry in entries for goal in entry.goals})
    values = sorted({value for entry in entries for value in entry.values})
    habits = sorted({habit for entry in entries for habit in entry.habits})
    rows = _rows(entries, goals, values, habits)
    return Part(goals=tuple(goals), values=tuple(values), habits=tuple(habits), rows=rows)


def _rows(entries: Iterable[Entry], goals: list[str], values: list[str], habits: list[str]) -> tuple[Row, ...]:
    """The entries, with what they serve as places in these tables."""
    at_goal, at_value, at_habit = ({name: at for at, name in enumerate(table)} for table in (goals, values, habits))
    return tuple(
        Row(
            entry.kind,
            entry.url,
            entry.date,
            entry.title,
            entry.text,
            tuple(at_goal[goal] for goal in entry.goals),
            tuple(at_value[value] for value in entry.values),
            tuple(at_habit[habit] for habit in entry.habits),
        )
        for entry in entries
    )


def _file(name: str, part: Part) -> File:
    return File(f"/{_FOLDER}{name}.js", script(name, part))


_FOLDER = "assets/search/"


def shows(path: str) -> bool:
    """Whether a file is a part of the index."""
    return path.startswith(_FOLDER) and path.endswith(".js")


def reworded(_: Site, path: str, data: bytes, one: Rewording) -> bytes | None:
    """The part of the index where an entry says the same in other words; None where it is not there as it was."""
    name = path.removeprefix(_FOLDER).removesuffix(".js")
    if not one.url.startswith(f"/{name}/"):
        return data
    if not (one.was.plain and one.now.plain):
        return None
    try:
        part = msgspec.json.decode(data.removeprefix(_head(name)).removesuffix(_TAIL), type=Part)
    except msgspec.MsgspecError:
        return None
    rows, found, there = [], 0, absolute("", one.url).removeprefix("/")
    for row in part.rows:
        if row.url == there and row.kind in _WORDED and row.text.endswith(one.was.plain):
            row = msgspec.structs.replace(row, text=row.text.removesuffix(one.was.plain) + one.now.plain)
            found += 1
        rows.append(row)
    return script(name, msgspec.structs.replace(part, rows=tuple(rows))) if found == 1 else None


_WORDED = ("day", "win", "setback")


def script(name: str, part: Part) -> bytes:
    """The part as a script. What HTML or an old parser of scripts would take for the end of one is escaped."""
    data = msgspec.json.encode(part)
    for sign, escape in _ESCAPES:
        data = data.replace(sign, escape)
    return _head(name) + data + _TAIL


def _head(name: str) -> bytes:
    return b"smallwinsIndex(" + msgspec.json.encode(name) + b","


_TAIL = b");\n"


_ESCAPES = (
    (b"<", b"\\u003c"),
    ("\u2028".encode(), b"\\u2028"),
    ("\u2029".encode(), b"\\u2029"),
)
