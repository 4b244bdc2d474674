"""The wall: every win is a stone, laid in the order of days, from the ground up.

The theme sets the courses (a list that wraps upwards), so a wall reflows on a phone without a
script. What is decided here is what each stone is like and where the wall pauses: a stone's
width and tone come from its id, so the same journal always draws the same wall.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from itertools import pairwise
from typing import Literal

import msgspec

from .breaks import Break, cuts_of

Size = Literal["xl", "l", "m", "s"]
Marks = Literal["month", "year"]
Width = Literal["a", "b", "c", "stretch", "f1", "f2", "f4", "f8"]

LINKED = 400
"""Up to so many wins each stone links to its win."""
FOLDED = 1200
"""Above so many wins the years before last fold to a stone per week and value."""
SMALL = 120
"""A small wall shows so many stones, the newest."""
MONTHS = 18
"""A goal younger than so many months has its months marked, an older one its years."""

Day = date
"""A civil date, under a name that a field called `date` does not hide."""

_SIZES: tuple[tuple[int, Size], ...] = ((24, "xl"), (120, "l"), (600, "m"))
# Stones between two labels that are links, so that on no screen they lie closer than a target is high.
_APART: dict[Size, int] = {"xl": 30, "l": 30, "m": 44, "s": 90}
_WIDTHS: tuple[Width, ...] = ("a", "b", "c")


class Stone(msgspec.Struct, frozen=True):
    """One win, as it comes to the wall.

    `value` is a value's id, `values` are all their names, `capstone` is a milestone's title."""

    id: str
    date: date
    title: str
    url: str
    value: str | None = None
    seam: int = 0
    stretch: bool = False
    tick: bool = False
    capstone: str | None = None
    values: tuple[str, ...] = ()


class Laid(msgspec.Struct, frozen=True, array_like=True):
    """One stone as it is drawn.

    `width` is a class, `tone` is -1, 0 or 1; `count` is the wins it stands for (above 1 only
    where the wall is folded). `label` is the first day of the month or year that the stone
    opens; `skip` marks each second month, which narrow screens leave out; `close` marks a label
    that lies too near the last one to be a target of its own.
    """

    id: str
    date: date
    title: str
    url: str | None
    value: str | None
    values: tuple[str, ...]
    seam: int
    width: Width
    tone: int
    tick: bool
    capstone: str | None
    count: int
    label: Day | None
    skip: bool
    close: bool = False


class Section(msgspec.Struct, frozen=True):
    """Courses without a pause between them, and the pause that follows."""

    stones: tuple[Laid, ...]
    gap: Break | None


class Period(msgspec.Struct, frozen=True):
    """A month (its first day) and the wins laid in it: the wall's numbers as a table."""

    start: date
    count: int


class Wall(msgspec.Struct, frozen=True):
    """A wall, ground first. `count` is the wins it stands for, all of them."""

    size: Size
    linked: bool
    folded: bool
    marks: Marks
    sections: tuple[Section, ...]
    count: int
    periods: tuple[Period, ...]


def wall(stones: Sequence[Stone], *, breaks: Iterable[Break] = (), today: date) -> Wall:
    """The wall of these wins, which come in the order of days.

    `breaks` are the declared pauses; undeclared ones are found (`cuts_of`).
    """
    cuts, after = cuts_of([stone.date for stone in stones], breaks, today)
    folded = len(stones) > FOLDED
    linked = len(stones) <= LINKED
    marks = _marks([stone.date for stone in stones[:1]], today)
    sections: list[list[Laid]] = []
    for part in _split(stones, cuts):
        laid = _fold(part, today) if folded else [_lay(stone, linked) for stone in part]
        sections.append(laid)
    size = _size(len(stones))
    labelled = _label(sections, marks, _APART[size])
    gaps = [cuts[at] for at in sorted(cuts)]
    return Wall(
        size=size,
        linked=linked,
        folded=folded,
        marks=marks,
        sections=_with_gaps(labelled, gaps, after),
        count=len(stones),
        periods=_periods(stones),
    )


def small_wall(
    stones: Sequence[Stone], *, breaks: Iterable[Break] = (), today: date, below: Sequence[date] = ()
) -> Wall:
    """A wall for a card: its newest stones, 120 at most, without links, labels or folds. `below` are the days of wins
    that lie under them and are only counted."""
    days = [*below, *(stone.date for stone in stones)]
    cuts, after = cuts_of(days, breaks, today)
    shown = stones[-SMALL:]
    dropped = len(days) - len(shown)
    inside = {at - dropped: gap for at, gap in cuts.items() if at > dropped}
    sections = [[_lay(stone, linked=False) for stone in part] for part in _split(shown, inside)]
    gaps = [inside[at] for at in sorted(inside)]
    return Wall(
        size="m" if len(shown) <= 24 else "s",
        linked=False,
        folded=False,
        marks=_marks(days, today),
        sections=_with_gaps(sections, gaps, after),
        count=len(days),
        periods=(),
    )


def _size(count: int) -> Size:
    for most, size in _SIZES:
        if count <= most:
            return size
    return "s"


def _marks(days: Sequence[date], today: date) -> Marks:
    if not days:
        return "month"
    first = days[0]
    months = (today.year - first.year) * 12 + today.month - first.month
    if today.day < first.day:
        months -= 1
    return "month" if months < MONTHS else "year"


def _split(stones: Sequence[Stone], cuts: Mapping[int, Break]) -> list[Sequence[Stone]]:
    edges = [0, *sorted(cuts), len(stones)]
    return [stones[a:b] for a, b in pairwise(edges) if a < b]


def _with_gaps(sections: Sequence[Sequence[Laid]], gaps: Sequence[Break], after: Break | None) -> tuple[Section, ...]:
    following: list[Break | None] = [*gaps, after]
    return tuple(Section(stones=tuple(laid), gap=gap) for laid, gap in zip(sections, following, strict=False))


def _draw(stone: str) -> tuple[Width, int]:
    """A stone's width and tone by its id: the same on every machine, on every day."""
    first, second = blake2b(stone.encode(), digest_size=2).digest()
    return _WIDTHS[first % 3], second % 3 - 1


def _lay(stone: Stone, linked: bool) -> Laid:
    width, tone = _draw(stone.id)
    return Laid(
        id=stone.id,
        date=stone.date,
        title=stone.title if linked else "",
        url=stone.url if linked else None,
        value=stone.value,
        values=stone.values if linked else (),
        seam=stone.seam,
        width="stretch" if stone.stretch else width,
        tone=tone,
        tick=stone.tick,
        capstone=stone.capstone,
        count=1,
        label=None,
        skip=False,
    )


def _fold(stones: Sequence[Stone], today: date) -> list[Laid]:
    """Years before last as a stone per week and value; capstones and newer stones stay whole."""
    laid: list[Laid | None] = []
    weeks: dict[tuple[int, date, str | None], tuple[int, list[Stone]]] = {}
    for stone in stones:
        if stone.date.year >= today.year - 1 or stone.capstone is not None:
            laid.append(_lay(stone, linked=False))
            continue
        monday = stone.date - timedelta(days=stone.date.weekday())
        key = (stone.date.year, monday, stone.value)
        if key not in weeks:
            weeks[key] = (len(laid), [])
            laid.append(None)
        weeks[key][1].append(stone)
    for at, week in weeks.values():
        laid[at] = _week(week)
    return [stone for stone in laid if stone is not None]


def _week(stones: Sequence[Stone]) -> Laid:
    first = _lay(stones[0], linked=False)
    return msgspec.structs.replace(
        first,
        width=fold_width(len(stones)),
        tick=all(stone.tick for stone in stones),
        count=len(stones),
    )


def fold_width(count: int) -> Width:
    """The width of a folded week: 1, 2 to 3, 4 to 7, 8 wins and more."""
    if count >= 8:
        return "f8"
    if count >= 4:
        return "f4"
    return "f2" if count >= 2 else "f1"


def _label(sections: Sequence[Sequence[Laid]], marks: Marks, apart: int) -> list[list[Laid]]:
    """Each stone that opens a month or a year gets its first day as a label."""
    labelled: list[list[Laid]] = []
    current: date | None = None
    seen = 0
    for section in sections:
        course: list[Laid] = []
        target = -apart
        for at, stone in enumerate(section):
            start = stone.date.replace(month=stone.date.month if marks == "month" else 1, day=1)
            if start != current:
                skip = marks == "month" and seen % 2 == 1
                close = at - target < apart
                course.append(msgspec.structs.replace(stone, label=start, skip=skip, close=close))
                target = target if close else at
                current = start
                seen += 1
            else:
                course.append(stone)
        labelled.append(course)
    return labelled


def _periods(stones: Sequence[Stone]) -> tuple[Period, ...]:
    counts: dict[date, int] = {}
    for stone in stones:
        start = stone.date.replace(day=1)
        counts[start] = counts.get(start, 0) + 1
    return tuple(Period(start, counts[start]) for start in sorted(counts))
