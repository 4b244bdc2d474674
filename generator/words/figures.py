"""What is said of the insights: kind, true, and without a verdict on anybody."""

import datetime as dt
from decimal import Decimal

from generator.insights.becoming import Becoming
from generator.insights.forecast import Forecast
from generator.insights.momentum import Drift, Momentum
from generator.insights.pace import Pace
from generator.insights.progress import Progress
from generator.insights.strength import Strength
from generator.journal.records import Goal

from .sentences import days, quantity, stones, wins
from .words import Words

TELLING = 60
"""A usual comeback of more days than this says little, so it is not said."""


def drift(words: Words, momentum: Momentum) -> str:
    """rising, steady or resting; "" before there is anything to compare."""
    if momentum.drift is None:
        return ""
    return {
        Drift.RISING: words.gettext("rising"),
        Drift.STEADY: words.gettext("steady"),
        Drift.RESTING: words.gettext("resting"),
    }[momentum.drift]


def pace(words: Words, goal: Goal, now: Progress, due: Pace) -> tuple[str, ...]:
    """41,200 words are down; the plan asked for 38,000 by now. About 1,400 a week from here would meet 31 December;
    your usual week is 1,600."""
    if now.value is None or goal.measure.kind in ("milestones", "goals"):
        return ()
    unit = goal.measure.unit or (words.gettext("days") if goal.measure.kind == "days" else words.gettext("wins"))
    facts = {
        "value": quantity(words, _round(now.value), unit),
        "due": words.number(_round(due.expected)),
    }
    said = [
        words.gettext("%(value)s now; the plan has %(due)s by now.") % facts
        if goal.measure.kind in ("latest", "max", "min")
        else words.gettext("%(value)s are down; the plan asked for %(due)s by now.") % facts
    ]
    if due.ask is not None and goal.measure.kind in ("sum", "count", "days"):
        facts = {"ask": words.number(_round(due.ask)), "by": words.long_date(due.legs[-1].by)}
        if not due.usual:
            said.append(words.gettext("About %(ask)s a week from here would meet %(by)s.") % facts)
        else:
            facts["usual"] = words.number(_round(due.usual))
            said.append(
                words.gettext("About %(ask)s a week from here would meet %(by)s; your usual week is %(usual)s.") % facts
            )
            if abs(due.ask) > 2 * abs(due.usual):
                said.append(words.gettext("The date may move."))
    return tuple(said)


def _round(number: Decimal) -> Decimal:
    """Large numbers to two figures past the first, small ones to one place: "about" needs no more."""
    size = abs(number)
    return round(number, -1 if size >= 1000 else 0 if size >= 20 else 1)


FAR = 3 * 365
"""A forecast of more days between its two ends says only when it could be at the soonest."""


def forecast(words: Words, ahead: Forecast) -> str:
    """At the pace of the last 8 weeks it would stand between 12 January and 3 March 2027."""
    facts = {"weeks": words.number(ahead.weeks)}
    if ahead.slow is None or (ahead.slow - ahead.fast).days > FAR:
        facts["from"] = words.long_date(ahead.fast)
        return words.gettext("If the last %(weeks)s weeks are a guide, it stands on %(from)s at the soonest.") % facts
    if ahead.slow == ahead.fast:
        facts["from"] = words.long_date(ahead.fast)
        return words.gettext("If the last %(weeks)s weeks are a guide, it stands on %(from)s.") % facts
    facts |= {"span": words.span(ahead.fast, ahead.slow)}
    return words.gettext("If the last %(weeks)s weeks are a guide, it stands some day in %(span)s.") % facts


def comeback(words: Words, count: int, median: float | None) -> str:
    """You came back 9 times after a pause, usually within 3 days."""
    if not count or median is None:
        return ""
    facts = {"num": words.number(count), "days": days(words, round(median))}
    if not 1 <= round(median) <= TELLING:
        said = words.ngettext(
            "You came back %(num)s time after a pause.", "You came back %(num)s times after a pause.", count
        )
        return said % facts
    said = words.ngettext(
        "You came back %(num)s time after a pause, usually within %(days)s.",
        "You came back %(num)s times after a pause, usually within %(days)s.",
        count,
    )
    return said % facts


def came_back(words: Words, date: dt.date, length: int, win: str) -> str:
    """You came back on 17 March 2026 after 3 days: A 20-minute walk"""
    facts = {"date": words.long_date(date), "days": days(words, length), "win": words.isolated(win)}
    if not length:  # all of it was a declared pause
        return words.gettext("You came back on %(date)s: %(win)s") % facts
    return words.gettext("You came back on %(date)s after %(days)s: %(win)s") % facts


def still_open(words: Words, restart: str | None) -> str:
    """Open: the way back is there."""
    if restart:
        return words.gettext("The way back is there: %(restart)s") % {"restart": words.isolated(restart)}
    return words.gettext("A pause, not an ending. What small action would begin again?")


def resting(words: Words, title: str, since: dt.date | None, count: int) -> str:
    """Finish the novel has been resting since 3 June 2026. Its 214 stones stay where they are."""
    if since is None:
        return words.gettext("%(goal)s waits for its first stone.") % {"goal": words.isolated(title)}
    facts = {"goal": words.isolated(title), "date": words.long_date(since)}
    said = words.gettext("%(goal)s has been resting since %(date)s.") % facts
    kept = words.ngettext("Its %(num)s stone stays where it is.", "Its %(num)s stones stay where they are.", count)
    return f"{said} {kept % {'num': words.number(count)}}"


def last_laid(words: Words, since: dt.date | None, count: int) -> str:
    """214 stones, the latest on 20 November 2026."""
    if since is None:
        return words.gettext("Its first stone is still to be laid.")
    facts = {"stones": stones(words, count), "date": words.long_date(since)}
    return words.gettext("%(stones)s, the latest on %(date)s.") % facts


def ask_for_next(words: Words) -> str:
    return words.gettext("What is the smallest thing that would move this? Write it as its `next`.")


def still_this(words: Words, date: dt.date) -> str:
    """Written on 3 June 2026. Still this?"""
    return words.gettext("Written on %(date)s. Still this?") % {"date": words.long_date(date)}


def after_setback(words: Words, date: dt.date) -> str:
    return words.gettext("The small action that restarts, from %(date)s.") % {"date": words.long_date(date)}


def strength(words: Words, now: Strength) -> str:
    """Strength 68 %. Half of it would take weeks to fade, not a missed day."""
    if now.score is None:
        return ""
    facts = {"percent": words.percent(now.score)}
    return words.gettext("Its strength is %(percent)s; a day let go changes little.") % facts


def effort(words: Words, now: Strength) -> str:
    """It felt like 4 of 5 in March 2026, 2 of 5 in November 2026."""
    if len(now.effort) < 2:
        return ""
    (first, then), (last, lately) = now.effort[0], now.effort[-1]
    facts = {
        "then": words.number(round(then)),
        "first": words.month_year(first),
        "now": words.number(round(lately)),
        "last": words.month_year(last),
    }
    return words.gettext("It felt like %(then)s of 5 in %(first)s, %(now)s of 5 in %(last)s.") % facts


def unlinked(words: Words, count: int) -> str:
    """Six wins stand on their own this month. Some may belong to a goal; some are simply good."""
    if not count:
        return ""
    return words.ngettext(
        "%(num)s win stands on its own. It may belong to a goal; it may simply be good.",
        "%(num)s wins stand on their own. Some may belong to a goal; some are simply good.",
        count,
    ) % {"num": words.number(count)}


def motion(words: Words, goal: str, count: int) -> str:
    """Nine wins in four weeks, and it is about where it was. Is this moving it, or keeping you busy?"""
    facts = {"num": words.number(count), "goal": words.isolated(goal)}
    said = words.ngettext(
        "%(goal)s: %(num)s win in four weeks, and it is about where it was.",
        "%(goal)s: %(num)s wins in four weeks, and it is about where it was.",
        count,
    )
    more = words.gettext("Is this moving it, laying ground, or keeping you busy?")
    return f"{said % facts} {more}"


def linked(words: Words, total: int, with_goal: int, with_value: int) -> str:
    """Of 382 wins, 264 serve a goal and 311 a value."""
    facts = {"goal": words.number(with_goal), "value": words.number(with_value), "wins": wins(words, total)}
    return words.gettext("Of %(wins)s, %(goal)s serve a goal and %(value)s a value.") % facts


def lacking(words: Words, question: str) -> str:
    """What an active goal has no answer to yet."""
    return {
        "value": words.gettext("What does it stand for? (values:)"),
        "identity": words.gettext("Who are you becoming by it? (identity:)"),
        "measure": words.gettext("How would you know that it moves? (measure: or milestones:)"),
        "next": words.gettext("What is its next small step? (next:)"),
    }[question]


def stretch(words: Words, share: Decimal, month: dt.date) -> str:
    """12 % of the wins of November 2026 were a stretch."""
    facts = {"percent": words.percent(float(share)), "month": words.month_year(month)}
    return words.gettext("%(percent)s of the wins of %(month)s were a stretch.") % facts


def low_days(words: Words, count: int) -> str:
    """On 23 low-energy days you still laid a stone."""
    if not count:
        return ""
    return words.ngettext(
        "On %(num)s low-energy day you still laid a stone.", "On %(num)s low-energy days you still laid a stone.", count
    ) % {"num": words.number(count)}


def becoming(words: Words, one: Becoming, goal: str) -> str:
    """Took the stairs: 9 times in eight weeks, for A calmer pulse. Is it becoming a habit?"""
    facts = {"text": words.isolated(one.text), "num": words.number(one.count), "goal": words.isolated(goal)}
    said = words.ngettext(
        "%(text)s: %(num)s time in eight weeks, for %(goal)s.",
        "%(text)s: %(num)s times in eight weeks, for %(goal)s.",
        one.count,
    )
    more = words.gettext("Is it becoming a habit?")
    return f"{said % facts} {more}"


def times(words: Words, count: int) -> str:
    """3 times"""
    return words.ngettext("%(num)s time", "%(num)s times", count) % {"num": words.number(count)}


def thread(words: Words, count: int) -> str:
    """Where the last four weeks' 31 wins lead."""
    return words.ngettext(
        "Where the %(num)s win of the last four weeks leads.",
        "Where the %(num)s wins of the last four weeks lead.",
        count,
    ) % {"num": words.number(count)}


def balance(words: Words) -> str:
    return words.gettext("What the wins of each month stood for.")


def year(words: Words, number: int, win_count: int, day_count: int, returns: int) -> str:
    """In 2026 you laid 312 stones on 187 days and came back 9 times. This is what they built."""
    facts = {"year": str(number), "stones": stones(words, win_count), "days": days(words, day_count)}
    said = words.gettext("In %(year)s you laid %(stones)s on %(days)s.") % facts
    if returns:
        facts["times"] = times(words, returns)
        said = words.gettext("In %(year)s you laid %(stones)s on %(days)s and came back %(times)s.") % facts
    more = words.gettext("This is what they built.")
    return f"{said} {more}"


def mood(words: Words, mood: Decimal | None, energy: Decimal | None) -> str:
    """Mood 3.8, energy 3.1 of 5."""
    facts = {"mood": _scale(words, mood), "energy": _scale(words, energy)}
    if mood is not None and energy is not None:
        return words.gettext("Mood %(mood)s and energy %(energy)s of 5.") % facts
    if mood is not None:
        return words.gettext("Mood %(mood)s of 5.") % facts
    return words.gettext("Energy %(energy)s of 5.") % facts if energy is not None else ""


def _scale(words: Words, value: Decimal | None) -> str:
    return words.number(round(value, 1)) if value is not None else ""


def waiting_reward(words: Words, milestone: str, reward: str) -> str:
    """Act one stands. You promised yourself: the bookshop trip"""
    return words.gettext("%(milestone)s stands. You promised yourself: %(reward)s") % {
        "milestone": words.isolated(milestone),
        "reward": words.isolated(reward),
    }


def season(words: Words, what: str, since: dt.date) -> str:
    """A season since 10 June 2026: Mum in hospital. Nothing is expected."""
    facts = {"date": words.long_date(since), "what": words.isolated(what)}
    said = words.gettext("A season since %(date)s: %(what)s.") if what else words.gettext("A season since %(date)s.")
    more = words.gettext("Nothing is expected.")
    return f"{said % facts} {more}"
