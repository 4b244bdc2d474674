"""A page in one sentence, for those who see it before they open it: search engines, previews, feed readers."""

import datetime as dt
from collections.abc import Sequence

from .sentences import days, wins
from .words import Words

NAMED = 6
"""So many names stand in a sentence; the rest are counted."""


def named(words: Words, names: Sequence[str]) -> str:
    """A, B and 3 more"""
    isolated = [words.isolated(name) for name in names]
    rest = len(names) - NAMED
    if rest < 2:
        return words.listed(isolated)
    more = words.ngettext("%(num)s more", "%(num)s more", rest) % {"num": words.number(rest)}
    return words.listed([*isolated[:NAMED], more])


def goals(words: Words, titles: Sequence[str]) -> str:
    """What is being built: Finish the novel and Run a marathon."""
    return words.gettext("What is being built: %(goals)s.") % {"goals": named(words, titles)}


def values(words: Words, titles: Sequence[str]) -> str:
    """What it stands for: Growth and Health."""
    return words.gettext("What it stands for: %(values)s.") % {"values": named(words, titles)}


def habits(words: Words, titles: Sequence[str]) -> str:
    """What is repeated: Morning pages and A jog."""
    return words.gettext("What is repeated: %(habits)s.") % {"habits": named(words, titles)}


def quiet(words: Words, titles: Sequence[str]) -> str:
    """Goals to come back to, the quietest first: Finish the novel."""
    return words.gettext("Goals to come back to, the quietest first: %(goals)s.") % {"goals": named(words, titles)}


def worked(words: Words, phrases: Sequence[str]) -> str:
    """What worked, as it was noted: shoes by the door and phone in another room."""
    return words.gettext("What worked, as it was noted: %(phrases)s.") % {"phrases": named(words, phrases)}


def timeline(words: Words, win_count: int, days_with: Sequence[dt.date]) -> str:
    """382 wins on 230 days, from 3 November 2025 to 21 November 2026."""
    facts = {"wins": wins(words, win_count), "days": days(words, len(days_with))}
    if len(days_with) < 2:
        return words.gettext("%(wins)s on %(days)s.") % facts
    facts |= {"first": words.long_date(days_with[0]), "last": words.long_date(days_with[-1])}
    return words.gettext("%(wins)s on %(days)s, from %(first)s to %(last)s.") % facts


def reviews(words: Words, win_count: int, day_count: int) -> str:
    """382 wins on 230 days, looked back on by year and by month."""
    facts = {"wins": wins(words, win_count), "days": days(words, day_count)}
    return words.gettext("%(wins)s on %(days)s, looked back on by year and by month.") % facts


def celebrations(words: Words, count: int, last: dt.date) -> str:
    """45 celebrations, the latest on 21 November 2026."""
    said = words.ngettext("%(num)s celebration, on %(date)s.", "%(num)s celebrations, the latest on %(date)s.", count)
    return said % {"num": words.number(count), "date": words.long_date(last)}


def period(words: Words, name: str, sentence: str) -> str:
    """February 2026: 20 wins on 13 days."""
    return (
        words.gettext("%(period)s: %(sentence)s")
        % {"period": words.isolated(name), "sentence": words.isolated(sentence)}
        if sentence
        else ""
    )
