"""/journal.json : the person's own data back, public entries only."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from generator.insights.celebrations import Celebration
from generator.journal import records
from generator.words import sentences

from .edition import Edition
from .exported import (
    AlignmentOut,
    CelebrationOut,
    ComebackOut,
    GoalOut,
    HabitOut,
    JournalOut,
    MilestoneOut,
    Number,
    ReturnOut,
    ReviewOut,
    SetbackOut,
    ValueOut,
    WinOut,
)
from .file import File


def files(edition: Edition) -> Iterator[File]:
    """journal.json."""
    yield File("/journal.json", msgspec.json.encode(export(edition)) + b"\n")


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
