"""Advice: what a journal might still say, for who asks. Nothing of it is a mistake, and nothing fails for it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from generator.base.origin import Origin
from generator.base.problem import Problem, Severity, in_reading_order
from generator.insights.alignment import alignment
from generator.insights.next_step import next_steps
from generator.journal.records import Goal, Record

from .desk import Desk

LATELY = 56
"""Days within which a win that stands on its own is asked about."""
ALIKE = 0.8
"""Words with so large a share of letters in common, in their order, may be one (Ratcliff and Obershelp's measure)."""

_WORDS = re.compile(r"\w+")


def next_missing(desk: Desk) -> Iterator[Problem]:
    """Goals that are being built and have no next step; of a goal with parts the parts have them."""
    steps = next_steps(desk.journal, desk.today).by_goal
    for goal in _active(desk):
        if goal.id not in steps and not goal.children:
            hint = "what is the smallest thing that would move it? Write it as `next: …`"
            yield _advice("next-missing", goal.origin, "no next step is written", hint)


def measure_missing(desk: Desk) -> Iterator[Problem]:
    """Goals whose wins are counted and no more."""
    for name in alignment(desk.journal, desk.today).lacking["measure"]:
        hint = "such as `measure: {unit: words, target: 80000}`, or `milestones:`; some goals need neither"
        yield _advice("measure-missing", desk.journal.goals[name].origin, "nothing measures it", hint)


def value_missing(desk: Desk) -> Iterator[Problem]:
    """Goals that serve no value."""
    values = ", ".join(list(desk.journal.values)[:8])
    hint = f"`values: […]` says so; there are: {values}" if values else "a file in content/values/ begins one"
    for goal in _active(desk):
        if not goal.values:
            yield _advice("value-missing", goal.origin, "it doesn't say what it stands for", hint)


def win_alone(desk: Desk) -> Iterator[Problem]:
    """Wins of late that serve neither a goal nor a value."""
    for win in desk.journal.wins:
        if not (win.tick or win.goals or win.values) and 0 <= (desk.today - win.date).days < LATELY:
            hint = "[[a goal]] in its line links it; some wins are simply good"
            yield _advice("win-alone", win.origin, "it stands on its own", hint)


def alike(desk: Desk) -> Iterator[Problem]:
    """Values, goals or habits that may be the same thing twice."""
    journal = desk.journal
    kinds: tuple[tuple[str, Mapping[str, Record]], ...] = (
        ("value", journal.values),
        ("goal", journal.goals),
        ("habit", journal.habits),
    )
    for kind, records in kinds:
        told = [(record, _Title(record.title)) for record in records.values()]
        for (one, title), (other, like) in combinations(told, 2):
            if title.is_like(like):
                message = f"it is much like {one.title!r}, {one.origin.path}"
                hint = "if they are one, move its wins to the other and give that its name under `aliases:`"
                yield _advice(f"{kind}-alike", other.origin, message, hint)


def media_unused(desk: Desk) -> Iterator[Problem]:
    """Files that no entry shows. Not said while an entry can't be read: it may be the one."""
    if any(problem.is_error for problem in desk.problems):
        return
    shown = set(desk.journal.media.values()) | {problem.origin.path for problem in desk.problems}
    for source in desk.found.media:
        if source.path not in shown:
            yield _advice(
                "media-unused", Origin(source.path), "no entry shows it", "it is not published; keep it or not"
            )


# New advice is a function and a line here.
ADVICE: tuple[Callable[[Desk], Iterator[Problem]], ...] = (
    next_missing,
    measure_missing,
    value_missing,
    win_alone,
    alike,
    media_unused,
)


def advice(desk: Desk) -> tuple[Problem, ...]:
    """All advice there is for a journal, in reading order."""
    return in_reading_order(problem for one in ADVICE for problem in one(desk))


def _advice(code: str, origin: Origin, message: str, hint: str) -> Problem:
    return Problem(code, origin, message, hint, Severity.ADVICE)


def _active(desk: Desk) -> Iterable[Goal]:
    """The goals that are being built."""
    return (goal for goal in desk.journal.goals.values() if goal.status == "active")


class _Title:
    """A title by its words, and by those that tell it from others: the longer ones, where there are some."""

    def __init__(self, title: str) -> None:
        self._words = _WORDS.findall(title.casefold())
        self._telling = [word for word in self._words if len(word) > 3 or word.isdigit()] or self._words

    def is_like(self, other: "_Title") -> bool:
        """Whether two titles say nearly the same. Numbers are never nearly the same."""
        pairs = (self._telling, other._telling), (self._words, other._words)
        return any(len(own) == len(like) and all(map(_is_spelt_like, own, like)) for own, like in pairs)


def _is_spelt_like(word: str, other: str) -> bool:
    if word == other or word.isdigit() or other.isdigit():
        return word == other
    short, long = sorted((word, other), key=len)
    if len(short) > 2 and long in (f"{short}ing", f"{short}{short[-1]}ing"):  # run, running: as English is spelt
        return True
    return len(short) > 3 and SequenceMatcher(None, word, other, autojunk=False).ratio() >= ALIKE
