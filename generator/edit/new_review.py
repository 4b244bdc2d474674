"""A review to be written: the period's figures and its wins, which stand above its keys as comments."""

import datetime as dt
from collections.abc import Iterable, Iterator

from generator.base.dates import monday, next_month, period_end, period_start, week_name
from generator.desk import Desk
from generator.insights.periods import Period, period
from generator.journal.records import Win
from generator.pages.reviews import kind_of
from generator.words import figures as said
from generator.words import sentences


def period_named(word: str, today: dt.date) -> str | None:
    """The name of the period that `word` means: one's own name (2026-W07, 2026-02, 2026), `week`, `month` or `year`
    for the one that today is in, `last-week` and the like for the one before; None for anything else."""
    begins = {"week": monday(today), "month": today.replace(day=1), "year": today.replace(month=1, day=1)}
    kind = word.casefold().removeprefix("last-")
    if kind not in begins:
        return word.upper() if period_start(word) else None
    day = today if kind == word.casefold() else begins[kind] - dt.timedelta(days=1)
    return {"week": week_name(day), "month": f"{day:%Y-%m}", "year": f"{day:%Y}"}[kind]


def reflection(desk: Desk, name: str) -> str:
    """What there is to reflect on in the period `name`, in lines: what was counted, what was to be adjusted, what
    worked, and the wins; of a year its months and what is worth remembering."""
    start, end = period_start(name), period_end(name)
    assert start is not None
    assert end is not None
    one = period(desk.journal, name, start, end, desk.today)
    return "\n".join(_lines(desk, one))


def _lines(desk: Desk, one: Period) -> Iterator[str]:
    words, journal = desk.edition.words, desk.journal
    _ = words.gettext
    wins = [win for win in journal.wins if one.start <= win.date <= min(one.end, desk.today)]
    title = sentences.period(words, one.name, one.start, one.end)
    counted = sentences.wins_on_days(words, one.wins, one.days) if one.wins else ""
    yield f"{title}: {counted}" if counted else title
    if mood := said.mood(words, one.mood, one.energy):
        yield mood
    for label, counts, records in (
        (_("Goals"), one.by_goal, journal.goals),
        (_("Values"), one.by_value, journal.values),
    ):
        if counts:
            served = ", ".join(f"{records[id_].title} ({words.number(number)})" for id_, number in counts.items())
            yield f"{label}: {served}"
    alone = sum(not journal.win(win).tick for win in one.unlinked)
    if alone:
        yield said.unlinked(words, alone)
    yield from _listed(_("What was to be adjusted"), one.adjust)
    yield from _listed(_("What worked"), dict.fromkeys(win.worked or "" for win in wins if win.worked))
    yield ""
    yield from _months(desk, one, wins) if kind_of(one.name) == "year" else _days(desk, wins)
    setbacks = [setback for setback in journal.setbacks if one.start <= setback.date <= min(one.end, desk.today)]
    yield from _listed(_("Setbacks"), (f"{words.day_month(one.date)}  {one.title}" for one in setbacks))


def _listed(label: str, lines: Iterable[str]) -> Iterator[str]:
    """Some lines under what they are, or nothing."""
    if found := list(lines):
        yield ""
        yield f"{label}:"
        yield from (f"  {line}" for line in found)


def _days(desk: Desk, wins: list[Win]) -> Iterator[str]:
    """The wins, day by day; ticks on one line."""
    words = desk.edition.words
    for date in sorted({win.date for win in wins}):
        yield words.full_date(date)
        own = [win for win in wins if win.date == date]
        yield from (f"  {_one(desk, win)}" for win in own if not win.tick)
        if ticks := ", ".join(win.title for win in own if win.tick):
            yield f"  ({ticks})"


def _one(desk: Desk, win: Win) -> str:
    goals = ", ".join(desk.journal.goals[goal].title for goal in win.goals)
    return f"{win.title}  [{goals}]" if goals else win.title


def _months(desk: Desk, one: Period, wins: list[Win]) -> Iterator[str]:
    """A year's months, and what is worth remembering of it."""
    words, month = desk.edition.words, one.start
    while month <= min(one.end, desk.today):
        count = sum((win.date.year, win.date.month) == (month.year, month.month) for win in wins)
        if count:
            yield f"{words.month_year(month)}: {sentences.wins(words, count)}"
        month = next_month(month)
    listed = desk.edition.insights.celebrations.list
    found = [each for each in listed if one.start <= each.date <= one.end and each.kind.value != "effort"]
    told = (f"{words.day_month(each.date)}  {sentences.celebration(words, each, desk.journal)}" for each in found)
    yield from _listed(words.gettext("Worth remembering"), told)
