"""What is said of numbers: one function a sentence, so that each can be read, tested and translated by itself."""

import datetime as dt
from decimal import Decimal

from generator.entries.amount import Amount
from generator.entries.fields import Span
from generator.insights.celebrations import Celebration, Kind
from generator.insights.progress import Progress
from generator.journal.journal import Journal
from generator.journal.records import Cadence, Change, Dose, Goal
from generator.journal.withheld import Withheld

from .words import Words

SETBACK_HEADINGS = frozenset({"setbacks", "setback", "rückschläge", "rückschlag"})
"""In every language that we have a catalogue of: a private setback must not be read as a public win because `language`
says another than it did."""


def wins(words: Words, count: int) -> str:
    """23 wins"""
    return words.ngettext("%(num)s win", "%(num)s wins", count) % {"num": words.number(count)}


def days(words: Words, count: int) -> str:
    """17 days"""
    return words.ngettext("%(num)s day", "%(num)s days", count) % {"num": words.number(count)}


def wins_on_days(words: Words, win_count: int, day_count: int) -> str:
    """23 wins on 17 days."""
    return words.gettext("%(wins)s on %(days)s.") % {"wins": wins(words, win_count), "days": days(words, day_count)}


def stones(words: Words, count: int) -> str:
    """214 stones"""
    return words.ngettext("%(num)s stone", "%(num)s stones", count) % {"num": words.number(count)}


def amount(words: Words, value: Amount | None) -> str:
    """5 km: as it was written, its number in the site's way; "" for none."""
    if value is None:
        return ""
    if value.unit == "s" and value.number >= 60:
        return duration(value.number)
    return quantity(words, value.number, value.unit)


def withheld(words: Words, why: Withheld | None) -> str:
    """private: why readers don't see a line of the preview; "" where they do."""
    _ = words.gettext
    said = {Withheld.PRIVATE: _("private"), Withheld.DRAFT: _("draft"), Withheld.FUTURE: _("future")}
    return said.get(why, "") if why else ""


def quantity(words: Words, number: Decimal, unit: str) -> str:
    """41,200 words"""
    return words.isolated(f"{words.number(number)}\N{NO-BREAK SPACE}{unit}".rstrip())


def duration(seconds: Decimal) -> str:
    """1:30:00, or 31:10 under an hour."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def wall(words: Words, count: int, first: dt.date | None, last: dt.date | None, folded: bool = False) -> str:
    """214 stones since 3 January 2026, the latest on 20 November 2026."""
    if not count or first is None or last is None:
        return words.gettext("The ground is ready. The first win lays the first stone.")
    if count == 1:
        return words.gettext("One stone, laid on %(date)s.") % {"date": words.long_date(first)}
    facts = {"stones": stones(words, count), "first": words.long_date(first), "last": words.long_date(last)}
    said = words.gettext("%(stones)s since %(first)s, the latest on %(last)s.") % facts
    if folded:
        said += " " + words.gettext("Earlier years are folded: a stone there is a week.")
    return said


def year_wall(words: Words, year: int, count: int, day_count: int) -> str:
    """In 2026 you laid 312 stones on 187 days."""
    facts = {"year": year, "stones": stones(words, count), "days": days(words, day_count)}
    return words.gettext("%(stones)s laid in %(year)s, on %(days)s.") % facts


def progress(words: Words, goal: Goal, now: Progress) -> str:
    """41,200 of 80,000 words. (Before any reading: no readings yet.)"""
    kind, unit = goal.measure.kind, goal.measure.unit
    if kind == "milestones":
        facts = {"done": words.number(now.done), "num": words.number(now.of)}
        return (
            words.ngettext("%(done)s of %(num)s milestone reached.", "%(done)s of %(num)s milestones reached.", now.of)
            % facts
        )
    if kind == "goals":
        if not now.of:
            return words.gettext("Nothing stands below it yet.")
        facts = {"done": words.number(now.done), "num": words.number(now.of)}
        return (
            words.ngettext("%(done)s of %(num)s part is done.", "%(done)s of %(num)s parts are done.", now.of) % facts
        )
    if now.value is None or (not now.readings and goal.measure.takes_amounts):
        return words.gettext("No readings yet.")
    said = (
        quantity(words, now.value, unit) if kind not in ("count", "days") or unit else _counted(words, kind, now.value)
    )
    if now.target is None:
        return _plain(words, kind, said)
    target = words.number(now.target)
    facts = {"value": said, "target": target, "number": words.number(now.value), "unit": words.isolated(unit)}
    if now.fraction is not None and now.fraction >= 1:
        facts["target"] = quantity(words, now.target, unit)
        return words.gettext("%(value)s: it was to be %(target)s, and it stands.") % facts
    if kind in ("latest", "max", "min"):
        facts["target"] = quantity(words, now.target, unit)
        return {
            "latest": words.gettext("%(value)s now, on the way to %(target)s."),
            "max": words.gettext("%(value)s is the furthest so far, on the way to %(target)s."),
            "min": words.gettext("%(value)s is the best so far, on the way to %(target)s."),
        }[kind] % facts
    if kind == "count" and not unit:
        return words.gettext("%(number)s of %(target)s wins.") % facts
    if kind == "days" and not unit:
        return words.gettext("%(number)s of %(target)s days.") % facts
    return (
        words.gettext("%(number)s of %(target)s %(unit)s.") % facts
        if unit
        else words.gettext("%(number)s of %(target)s.") % facts
    )


def _counted(words: Words, kind: str, value: Decimal) -> str:
    return days(words, int(value)) if kind == "days" else wins(words, int(value))


def _plain(words: Words, kind: str, said: str) -> str:
    return {
        "latest": words.gettext("%(value)s now."),
        "max": words.gettext("%(value)s is the furthest so far."),
        "min": words.gettext("%(value)s is the best so far."),
    }.get(kind, words.gettext("%(value)s so far.")) % {"value": said}


def status(words: Words, goal: Goal, last: dt.date | None, paused_since: dt.date | None, by: dt.date | None) -> str:
    """Where a goal stands: being built, resting since 3 June 2026, done on …, let go on …"""
    if goal.status == "done":
        day = goal.ended or last
        return words.gettext("Done on %(date)s") % {"date": words.long_date(day)} if day else words.gettext("Done")
    if goal.status == "released":
        day = goal.ended or last
        return words.gettext("Let go on %(date)s") % {"date": words.long_date(day)} if day else words.gettext("Let go")
    if goal.status == "paused" or paused_since:
        return (
            words.gettext("Resting since %(date)s") % {"date": words.long_date(paused_since)}
            if paused_since
            else words.gettext("Resting")
        )
    if by:
        return words.gettext("Being built, by %(date)s") % {"date": words.long_date(by)}
    return words.gettext("Being built")


def pause(words: Words, span: Span) -> str:
    """1 to 14 March 2026: a pause, flu. The wall stands on it."""
    if span.end is None:
        when = words.gettext("Since %(date)s") % {"date": words.long_date(span.start)}
    else:
        when = words.span(span.start, span.end)
    what = (
        words.gettext("a pause, %(why)s") % {"why": words.isolated(span.why)} if span.why else words.gettext("a pause")
    )
    return words.gettext("%(when)s: %(what)s.") % {"when": when, "what": what}


def change(words: Words, written: Change, unit: str) -> str:
    """From 1 June 2026: 60,000 words, by 1 March 2027."""
    parts = []
    if written.target is not None:
        parts.append(quantity(words, written.target, unit))
    if written.by is not None:
        parts.append(words.gettext("by %(date)s") % {"date": words.long_date(written.by)})
    said = words.gettext(", ").join(parts) or words.gettext("a new plan")
    return words.gettext("From %(date)s: %(plan)s.") % {"date": words.long_date(written.on), "plan": said}


def cadence(words: Words, written: Cadence | None) -> str:
    """3 times a week"""
    if written is None:
        return ""
    if written.times == 0:
        return words.gettext("Only watched")
    if written.weekdays and written.weekdays != (0, 1, 2, 3, 4):
        monday = dt.date(2024, 1, 1)
        return words.listed([words.weekday(monday + dt.timedelta(days=day)) for day in written.weekdays])
    if written.weekdays:
        return words.gettext("On weekdays")
    if (written.times, written.days) == (1, 1):
        return words.gettext("Every day")
    if written.days == 7:
        if written.times == 1:
            return words.gettext("Once a week")
        return words.ngettext("%(num)s time a week", "%(num)s times a week", written.times) % {
            "num": words.number(written.times)
        }
    facts = {"num": words.number(written.times), "days": words.number(written.days)}
    return words.ngettext("%(num)s time in %(days)s days", "%(num)s times in %(days)s days", written.times) % facts


def dose(words: Words, written: Dose | None) -> str:
    """at least 20 min"""
    if written is None:
        return ""
    if written.at_least is not None:
        return words.gettext("at least %(amount)s") % {"amount": quantity(words, written.at_least, written.unit)}
    if written.at_most is not None:
        return words.gettext("at most %(amount)s") % {"amount": quantity(words, written.at_most, written.unit)}
    return ""


def habit(words: Words, count: int, last: dt.date | None) -> str:
    """Done on 87 days, last on 20 November 2026."""
    if not count or last is None:
        return words.gettext("Not done yet. The smallest version is enough to begin.")
    facts = {"days": days(words, count), "date": words.long_date(last)}
    return words.gettext("Done on %(days)s, last on %(date)s.") % facts


def period(words: Words, name: str, start: dt.date, end: dt.date) -> str:
    """Week of 9 to 15 February 2026, February 2026, or 2026."""
    if "W" in name:
        return words.gettext("Week of %(span)s") % {"span": words.span(start, end)}
    return words.month_year(start) if "-" in name else str(start.year)


def value_wins(words: Words, win_count: int, goal_count: int) -> str:
    """48 wins in 3 goals."""
    if not win_count:
        return words.gettext("No wins yet.")
    if not goal_count:
        return words.gettext("%(wins)s.") % {"wins": wins(words, win_count)}
    goals = words.ngettext("%(num)s goal", "%(num)s goals", goal_count) % {"num": words.number(goal_count)}
    return words.gettext("%(wins)s, in %(goals)s.") % {"wins": wins(words, win_count), "goals": goals}


def setbacks(words: Words, count: int) -> str:
    """13 setbacks, each with what it taught."""
    return words.ngettext("%(num)s setback, and what it taught.", "%(num)s setbacks, and what they taught.", count) % {
        "num": words.number(count)
    }


def setback_headings(words: Words) -> frozenset[str]:
    """The headings, case-folded, under which a day's items are setbacks: those of every language that we ship, and of
    the site's own words."""
    own = {words.gettext("Setbacks"), words.gettext("Setback:")}
    return SETBACK_HEADINGS | {word.rstrip(":").casefold() for word in own}


def celebration(words: Words, one: Celebration, journal: Journal) -> str:
    """What happened, after the fact: "The 100th win." "12.3 km: the furthest yet in Run the length of line 4." """
    goal = journal.goals[one.goal] if one.goal else None
    facts = {"goal": words.isolated(goal.title) if goal else "", "date": words.long_date(one.date)}
    if one.kind is Kind.COUNT:
        facts["number"] = words.ordinal(int(one.number or 0))
        if one.number == 1:
            return words.gettext("The first stone of %(goal)s.") % facts if goal else words.gettext("The first stone.")
        return (
            words.gettext("The %(number)s stone of %(goal)s.") % facts
            if goal
            else words.gettext("The %(number)s stone.") % facts
        )
    if one.kind is Kind.BEST and goal:
        facts["amount"] = quantity(words, one.number or Decimal(0), goal.measure.unit)
        return words.gettext("%(amount)s: the best yet in %(goal)s.") % facts
    if one.kind is Kind.MILESTONE and goal:
        milestone = next(m for m in goal.milestones if m.id == one.milestone)
        facts["milestone"] = words.isolated(milestone.title)
        if milestone.reward:
            facts["reward"] = words.isolated(milestone.reward)
            return words.gettext("%(milestone)s stands, in %(goal)s. You promised yourself: %(reward)s.") % facts
        return words.gettext("%(milestone)s stands, in %(goal)s.") % facts
    if one.kind is Kind.DONE:
        return words.gettext("%(goal)s is done.") % facts
    if one.kind is Kind.COMEBACK:
        facts["days"] = days(words, int(one.number or 0))
        if not one.number:  # all of it was a declared pause
            return words.gettext("You came back to %(goal)s.") % facts if goal else words.gettext("You came back.")
        if goal is None:
            return words.gettext("You came back after %(days)s.") % facts
        return words.gettext("You came back to %(goal)s after %(days)s.") % facts
    if one.kind is Kind.STRETCH:
        return words.gettext("The first stretch.")
    return words.gettext("This one took all you had.")


def entries_found(words: Words) -> dict[str, str]:
    """23 entries: by plural category, for a script to count."""
    return words.plurals(lambda count: words.ngettext("%(num)s entry", "%(num)s entries", count))


def entries_since(words: Words) -> dict[str, str]:
    """23 entries as far back as 2024: likewise."""
    return words.plurals(
        lambda count: words.ngettext(
            "%(num)s entry as far back as %(year)s", "%(num)s entries as far back as %(year)s", count
        )
    )
