"""/journal.json : the person's own data back, public entries only.

Its shape is these types; `docs/journal.schema.json` is generated from them. Absent figures are null, dates are ISO,
numbers have up to 6 places.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from generator.insights.celebrations import Celebration
from generator.journal import records
from generator.words import sentences

from .edition import Edition
from .file import File

Number = int | float
Share = Annotated[int, Meta(ge=0, le=1)] | Annotated[float, Meta(ge=0, le=1)]
Status = Literal["active", "paused", "done", "released"]


class _Out(msgspec.Struct, frozen=True, kw_only=True):
    """Every key is always there."""


class ValueOut(_Out, frozen=True, kw_only=True):
    """A value and how many wins serve it."""

    id: str
    title: str
    url: str
    identity: str | None
    wins: int


class MilestoneOut(_Out, frozen=True, kw_only=True):
    """A milestone; `at` in the goal's unit, `reached` the day."""

    id: str
    title: str
    at: Number | None
    reached: dt.date | None


class GoalOut(_Out, frozen=True, kw_only=True, rename={"start": "from"}):
    """A goal with its figures. `value`, `from` and `target` are in `unit`; `fraction` is not clamped; `momentum` is in
    recent wins a week; counts include descendants' wins."""

    id: str
    title: str
    url: str
    status: Status
    values: tuple[str, ...]
    parent: str | None
    unit: str | None
    kind: str
    start: Number | None
    target: Number | None
    value: Number | None
    fraction: Number | None
    lead_days: Number | None
    wins: int
    first_win: dt.date | None
    last_win: dt.date | None
    momentum: Number | None
    comeback_median_days: Number | None
    milestones: tuple[MilestoneOut, ...]
    next: str | None


class HabitOut(_Out, frozen=True, kw_only=True):
    """A habit: the days on which it was done, and its strength from 0 to 1."""

    id: str
    title: str
    url: str
    goal: str | None
    cadence: str | None
    done: int
    strength: Share | None


class WinOut(_Out, frozen=True, kw_only=True):
    """A win. `amount` is the number as written, in `unit`."""

    id: str
    date: dt.date
    text: str
    url: str
    goals: tuple[str, ...]
    values: tuple[str, ...]
    amount: Number | None
    unit: str | None
    habit: str | None
    milestone: str | None
    effort: int | None
    stretch: bool
    worked: str | None
    closer: str | None


class SetbackOut(_Out, frozen=True, kw_only=True):
    """A setback, and the unpaused days until the win that came back."""

    id: str
    date: dt.date
    text: str
    url: str
    goals: tuple[str, ...]
    learned: str | None
    restart: str | None
    comeback_days: int | None


class ReviewOut(_Out, frozen=True, kw_only=True):
    """A review: what worked, what to adjust, and the next steps by goal."""

    id: str
    url: str
    worked: tuple[str, ...]
    adjust: tuple[str, ...]
    next: dict[str, str]


class AlignmentOut(_Out, frozen=True, kw_only=True):
    """What the wins serve; `by_value` sums to 1, `in_doubt` are the goals that the motion check asks about."""

    wins: int
    with_goal: int
    with_value: int
    by_value: dict[str, Number]
    unlinked: tuple[str, ...]
    in_doubt: tuple[str, ...]


class ReturnOut(_Out, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """One comeback."""

    goal: str | None
    start: dt.date
    end: dt.date
    days: int


class ComebackOut(_Out, frozen=True, kw_only=True):
    """All comebacks, and the median of their lengths in unpaused days."""

    median_days: Number | None
    list: tuple[ReturnOut, ...]


class CelebrationOut(_Out, frozen=True, kw_only=True):
    """Something to celebrate, in words."""

    date: dt.date
    kind: str
    text: str
    win: str | None
    goal: str | None


class JournalOut(_Out, frozen=True, kw_only=True):
    """journal.json, whole."""

    format: Literal["smallwins-journal"] = "smallwins-journal"
    version: Literal[1] = 1
    as_of: dt.date
    title: str
    values: tuple[ValueOut, ...]
    goals: tuple[GoalOut, ...]
    habits: tuple[HabitOut, ...]
    wins: tuple[WinOut, ...]
    setbacks: tuple[SetbackOut, ...]
    reviews: tuple[ReviewOut, ...]
    momentum: Number | None
    alignment: AlignmentOut
    comeback: ComebackOut
    celebrations: tuple[CelebrationOut, ...]


def files(edition: Edition) -> Iterator[File]:
    """journal.json."""
    yield File("/journal.json", msgspec.json.encode(export(edition)) + b"\n")


def schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of journal.json."""
    made = msgspec.json.schema(JournalOut)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "smallwins-journal",
        **made,
    }


def export(edition: Edition) -> JournalOut:
    """The public journal with its figures."""
    journal, figures, today = edition.journal, edition.insights, edition.today
    return JournalOut(
        as_of=today,
        title=edition.site.title,
        values=tuple(
            ValueOut(id=v.id, title=v.title, url=v.url, identity=v.identity, wins=_past(edition, wins))
            for v in journal.values.values()
            for wins in [journal.wins_for(v.id)]
        ),
        goals=tuple(_goal(edition, goal) for goal in journal.goals.values()),
        habits=tuple(_habit(edition, habit) for habit in journal.habits.values()),
        wins=tuple(_win(win) for win in journal.wins),
        setbacks=tuple(
            SetbackOut(
                id=s.id, date=s.date, text=s.title, url=s.url, goals=s.goals, learned=s.learned, restart=s.restart,
                comeback_days=figures.comeback.by_setback.get(s.id),
            )
            for s in journal.setbacks
        ),
        reviews=tuple(
            ReviewOut(
                id=r.id, url=r.url, worked=r.worked, adjust=r.adjust,
                next={goal: steps[0].do for goal, steps in sorted(r.next.items()) if steps},
            )
            for r in journal.reviews
        ),
        momentum=number(figures.momentum_whole.rate),
        alignment=AlignmentOut(
            wins=figures.alignment.wins,
            with_goal=figures.alignment.with_goal,
            with_value=figures.alignment.with_value,
            by_value={value: _share(share) for value, share in figures.alignment.by_value.items()},
            unlinked=figures.alignment.unlinked,
            in_doubt=figures.alignment.in_doubt,
        ),
        comeback=ComebackOut(
            median_days=number(figures.comeback.median_days),
            list=tuple(ReturnOut(goal=r.goal, start=r.start, end=r.end, days=r.days) for r in figures.comeback.returns),
        ),
        celebrations=tuple(_celebration(edition, one) for one in figures.celebrations.list),
    )  # fmt: skip


def number(value: Decimal | float | None) -> Number | None:
    """A figure with up to 6 places; whole ones without a point."""
    if value is None:
        return None
    rounded = round(float(value), 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _share(value: Decimal) -> Number:
    return number(value) or 0


def _past(edition: Edition, wins: tuple[records.Win, ...]) -> int:
    return sum(win.date <= edition.today for win in wins)


def _goal(edition: Edition, goal: records.Goal) -> GoalOut:
    figures, today = edition.insights, edition.today
    now, pace = figures.progress[goal.id], figures.pace[goal.id]
    wins = [win for win in edition.journal.wins_of(goal.id) if win.date <= today]
    step = figures.next_steps.written.get(goal.id)
    return GoalOut(
        id=goal.id,
        title=goal.title,
        url=goal.url,
        status=goal.status,
        values=goal.values,
        parent=goal.parent,
        unit=goal.measure.unit or None,
        kind=goal.measure.kind,
        start=number(now.start),
        target=number(now.target),
        value=number(now.value),
        fraction=number(now.fraction),
        lead_days=number(pace.lead_days) if pace else None,
        wins=len(wins),
        first_win=wins[0].date if wins else None,
        last_win=wins[-1].date if wins else None,
        momentum=number(figures.momentum[goal.id].rate),
        comeback_median_days=number(figures.comeback.median_of_goal(goal.id)),
        milestones=tuple(
            MilestoneOut(id=hit.milestone.id, title=hit.milestone.title, at=number(hit.milestone.at), reached=hit.date)
            for hit in figures.milestones[goal.id]
        ),
        next=step.do if step else None,
    )


def _habit(edition: Edition, habit: records.Habit) -> HabitOut:
    strength = edition.insights.strength[habit.id]
    return HabitOut(
        id=habit.id,
        title=habit.title,
        url=habit.url,
        goal=habit.goal,
        cadence=cadence(habit.cadence),
        done=strength.done,
        strength=number(strength.score),
    )


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def cadence(written: records.Cadence | None) -> str | None:
    """A cadence in the notation of a front matter: daily, weekdays, weekly, 3/week, 2/10, "mon, wed", 0."""
    if written is None:
        return None
    if written.times == 0:
        return "0"
    if written.weekdays == (0, 1, 2, 3, 4):
        return "weekdays"
    if written.weekdays:
        return ", ".join(_WEEKDAYS[day] for day in written.weekdays)
    if (written.times, written.days) in ((1, 1), (1, 7)):
        return "daily" if written.days == 1 else "weekly"
    return f"{written.times}/week" if written.days == 7 else f"{written.times}/{written.days}"


def _win(win: records.Win) -> WinOut:
    return WinOut(
        id=win.id,
        date=win.date,
        text=win.title,
        url=win.url,
        goals=win.goals,
        values=win.values,
        amount=number(win.amount.number) if win.amount else None,
        unit=(win.amount.unit or None) if win.amount else None,
        habit=win.habit,
        milestone=win.milestone.partition("/")[2] if win.milestone else None,
        effort=win.effort,
        stretch=win.stretch,
        worked=win.worked,
        closer=win.closer,
    )


def _celebration(edition: Edition, one: Celebration) -> CelebrationOut:
    return CelebrationOut(
        date=one.date,
        kind=one.kind.value,
        text=sentences.celebration(edition.words, one, edition.journal),
        win=one.win,
        goal=one.goal,
    )
