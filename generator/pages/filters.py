"""What a list of lines can be filtered by, and the style sheet that does it, without scripts.

A line carries tokens (`data-of="win g-run v-health"`); a choice hides what lacks its token by `:has(option:checked)`.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from .edition import Edition
from .file import File
from .parts import MonthBlock

URL = "/assets/filters.css"
FEW = 8
"""A list of fewer lines is seen at a glance, and needs no filter."""
_RULE = (
    '.filtered:has(option[value="{0}"]:checked, input[value="{0}"]:checked)'
    ' :is(.line, .tick-item, .thread-day, .month):not([data-of~="{0}"], :has([data-of~="{0}"])) {{ display: none; }}\n'
)


class Choice(msgspec.Struct, frozen=True):
    """One choice: the token that its lines carry, and its name."""

    token: str
    title: str


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """The choices that a list has, none where all its lines are alike. `stretch` says whether there is a stretch
    win; `count` is the number of lines on this page."""

    values: tuple[Choice, ...]
    goals: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    stretch: bool
    count: int


def filters(edition: Edition, months: Sequence[MonthBlock]) -> Filters | None:
    """What these months can be filtered by; None where there is nothing to choose."""
    lines = [line for month in months for day in month.days for line in (*day.wins, *day.ticks, *day.setbacks)]
    if len(lines) < FEW:
        return None
    _ = edition.words.gettext
    journal = edition.journal
    carried = [frozenset(line.of.split()) for line in lines]
    values = _choices(carried, ((f"v-{value.id}", value.title) for value in journal.values.values()))
    goals = _choices(carried, ((f"g-{goal.id}", goal.title) for goal in journal.goals.values()))
    kinds = _choices(carried, (("win", _("Wins")), ("tick", _("Habits")), ("setback", _("Setbacks"))))
    stretch = 0 < sum(line.stretch for line in lines) < len(lines)
    if not (values or goals or kinds or stretch):
        return None
    return Filters(values=values, goals=goals, kinds=kinds, stretch=stretch, count=len(lines))


def _choices(carried: Sequence[frozenset[str]], known: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Those of the known tokens that some of the lines carry; none where one choice would show every line."""
    used = frozenset[str]().union(*carried)
    found = tuple(Choice(token, title) for token, title in known if token in used)
    return found if len(found) > 1 or not all(one.token in tokens for one in found for tokens in carried) else ()


def files(edition: Edition) -> Iterator[File]:
    """The style sheet of every choice, for the pages that have a filter."""
    journal = edition.journal
    tokens = ["win", "tick", "setback", "stretch", *(f"v-{name}" for name in journal.values)]
    tokens += [f"g-{name}" for name in journal.goals]
    yield File(URL, "".join(_RULE.format(token) for token in tokens).encode())
