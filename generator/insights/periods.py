"""Weeks, months and years in review: what was counted, beside what the person wrote."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from generator.base.dates import next_month
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
    days = [day for date, day in journal.days.items() if start <= date <= last]
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


def months(journal: Journal, today: dt.date) -> tuple[Period, ...]:
    """Every month from the first to the last one with a win, in order."""
    dates = [win.date for win in journal.wins if win.date <= today]
    found = []
    month = dates[0].replace(day=1) if dates else None
    while month is not None and month <= dates[-1]:
        after = next_month(month)
        found.append(period(journal, f"{month.year}-{month.month:02}", month, after - dt.timedelta(days=1), today))
        month = after
    return tuple(found)


def _between(journal: Journal, start: dt.date, last: dt.date) -> list[Win]:
    years = range(start.year, last.year + 1)
    return [win for year in years for win in journal.wins_in(year) if start <= win.date <= last]


def _most(names: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _last_adjust(journal: Journal, name: str, start: dt.date) -> tuple[str, ...]:
    """What the newest review of the same kind before this one meant to adjust."""
    earlier: list[Review] = [r for r in journal.reviews if r.adjust and r.start < start and len(r.id) == len(name)]
    return max(earlier, key=lambda review: review.start).adjust if earlier else ()
