"""What the terminal answers to a capture: one line, from the site's figures, of the writer's whole journal."""

import datetime as dt

from generator.entries.amount import fits
from generator.insights.celebrations import Came, Celebration, Kind, celebrations
from generator.insights.comeback import comeback
from generator.insights.on_this_day import on_this_day
from generator.journal.journal import Journal
from generator.journal.records import Goal, Habit, Setback, Win

# What is worth a word, the rarest first.
_ORDER = (Kind.DONE, Kind.MILESTONE, Kind.BEST, Kind.COMEBACK, Kind.STRETCH, Kind.COUNT, Kind.EFFORT)


def to_win(journal: Journal, win: Win, today: dt.date) -> str:
    """Laid. Stone 128 of Run a marathon; your furthest yet. Where there is nothing to note: a win of this day in an
    earlier year."""
    if win.date > today:
        return f"Written for {_date(win.date)}; it counts from that day on."
    stone = _stone(journal, journal.goals[win.goals[0]] if win.goals else None, win, today)
    found = _celebrated(journal, win, today)
    earlier = on_this_day(journal, today)
    if earlier and not found:
        number = sum(one.date == win.date for one in journal.wins)  # so that the next one tells another
        past = journal.win(earlier[(number - 1) % len(earlier)])
        return f"Laid. On this day in {past.date.year}: {past.title}"
    said = _notable(journal, found)
    return f"Laid. {stone}; {said}." if said else f"Laid. {stone}."


def to_tick(journal: Journal, win: Win, habit: Habit, today: dt.date) -> str:
    """Ticked: Morning pages, for the 41st time."""
    if win.date > today:
        return f"Written for {_date(win.date)}; it counts from that day on."
    times = sum(tick.date <= today for tick in journal.ticks_of(habit.id))
    said = _notable(journal, _celebrated(journal, win, today))
    first = f"Ticked: {habit.title}, for the {_ordinal(times)} time"
    return f"{first}; {said}." if said else f"{first}."


def to_skip(habit: Habit, date: dt.date) -> str:
    return f"Let go on {_date(date)}: {habit.title}. Its strength stays as it was."


def to_setback(setback: Setback) -> str:
    """The way back is what counts."""
    if setback.restart:
        return f"Noted. The way back is there: {setback.restart}"
    return "Noted. A pause, not an ending. What small action would begin again? (--restart)"


def to_done(journal: Journal, goal: Goal, today: dt.date) -> str:
    """Run a marathon stands: 128 stones since 3 January 2026."""
    wins = [win for win in journal.wins_of(goal.id) if win.date <= today]
    if not wins:
        return f"{goal.title} stands."
    stones = f"{len(wins):,} stones since" if len(wins) > 1 else "one stone, laid on"
    return f"{goal.title} stands: {stones} {_date(wins[0].date)}."


def _celebrated(journal: Journal, win: Win, today: dt.date) -> list[Celebration]:
    """What a win is beside being one, the rarest first; nothing for nearly all."""
    returns = comeback(journal, today).returns
    came = tuple(Came(one.end, one.goal, one.win, one.days) for one in returns)
    own = [one for one in celebrations(journal, came, today).list if one.win == win.id]
    return sorted(own, key=lambda one: _ORDER.index(one.kind))


def _notable(journal: Journal, found: list[Celebration]) -> str:
    """The first of these that a few words can say; a goal's round number says itself."""
    return next((said for one in found if (said := _words(journal, one))), "")


def _words(journal: Journal, one: Celebration) -> str:
    goal = journal.goals[one.goal] if one.goal else None
    if one.kind is Kind.MILESTONE and goal:
        milestone = next(m for m in goal.milestones if m.id == one.milestone)
        promised = f", and you promised yourself {milestone.reward}" if milestone.reward else ""
        return f"{milestone.title} stands{promised}"
    if one.kind is Kind.BEST and goal:
        is_way = goal.measure.kind == "max" and fits(goal.measure.unit, "m")
        return "your furthest yet" if is_way else "your best yet"
    if one.kind is Kind.COMEBACK:
        days = int(one.number or 0)
        return f"back after {days} days" if days > 1 else "back after a pause"
    if one.kind is Kind.COUNT:
        return "" if goal or one.number == 1 else f"the {_ordinal(int(one.number or 0))} of them all"
    return {Kind.STRETCH: "your first stretch", Kind.EFFORT: "this one took all you had"}.get(one.kind, "")


def _stone(journal: Journal, goal: Goal | None, win: Win, today: dt.date) -> str:
    """Stone 128 of Run a marathon; without a goal, of the year's wall."""
    wins = journal.wins_of(goal.id) if goal is not None else journal.wins_in(win.date.year)
    number, whose = sum(one.date <= today for one in wins), goal.title if goal is not None else win.date.year
    return f"The first stone of {whose}" if number == 1 else f"Stone {number:,} of {whose}"


def _date(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"
