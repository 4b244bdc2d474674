"""Weeks, months and years in review: what was counted, beside what the person wrote."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from generator.base.dates import period_end, period_start
from generator.journal.journal import Journal
from generator.journal.records import Review, Win


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A week (dated by its Monday, "2026-W07"), a month or a year. Counts are of wins up to today; `by_goal` and
    `by_value` the most first. `mood` and `energy` are means of the days that say them, from 1 to 5. `adjust` is what
    the review before it meant to do differently."""

    name: str
    start: dt.date
    end: dt.date
    wins: int
    days: int
    stretch: int
    stretch_share: Decimal | None
    by_goal: Mapping[str, int]
    by_value: Mapping[str, int]
    unlinked: tuple[str, ...]
    setbacks: int
    mood: Decimal | None
    energy: Decimal | None
    adjust: tuple[str, ...]


def period(journal: Journal, name: str, start: dt.date, end: dt.date, today: dt.date) -> Period:
    """The figures of one period, up to `today` where it goes on."""
    last = min(end, today)
    wins = _between(journal, start, last)
    days = journal.days_between(start, last)
    moods = [day.mood for day in days if day.mood is not None]
    energies = [day.energy for day in days if day.energy is not None]
    return Period(
        name=name,
        start=start,
        end=end,
        wins=len(wins),
        days=len({win.date for win in wins}),
        stretch=sum(win.stretch for win in wins),
        stretch_share=Decimal(sum(win.stretch for win in wins)) / len(wins) if wins else None,
        by_goal=_most([goal for win in wins for goal in win.goals]),
        by_value=_most([value for win in wins for value in win.values]),
        unlinked=tuple(win.id for win in wins if not win.goals),
        setbacks=sum(start <= setback.date <= last for setback in journal.setbacks),
        mood=Decimal(sum(moods)) / len(moods) if moods else None,
        energy=Decimal(sum(energies)) / len(energies) if energies else None,
        adjust=_last_adjust(journal, name, start),
    )


def periods(journal: Journal, today: dt.date) -> tuple[Period, ...]:
    """Every year and every month with a win, and every week, month and year that a review is about, in order."""
    names = {review.id for review in journal.reviews}
    for win in journal.wins:
        if win.date <= today:
            names |= {f"{win.date.year}", f"{win.date.year}-{win.date.month:02}"}
    found = []
    for name in names:
        start, end = period_start(name), period_end(name)
        if start is not None and end is not None:
            found.append(period(journal, name, start, end, today))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _between(journal: Journal, start: dt.date, last: dt.date) -> list[Win]:
    months = range(start.year * 12 + start.month - 1, last.year * 12 + last.month)
    wins = (win for month in months for win in journal.wins_in(month // 12, month % 12 + 1))
    return [win for win in wins if start <= win.date <= last]


def _most(names: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _last_adjust(journal: Journal, name: str, start: dt.date) -> tuple[str, ...]:
    """What the newest review of the same kind before this one meant to adjust."""
    earlier: list[Review] = [r for r in journal.reviews if r.adjust and r.start < start and len(r.id) == len(name)]
    return max(earlier, key=lambda review: review.start).adjust if earlier else ()
