"""A date in words, part by part: there are twelve months and thirty-one days, and Babel is asked once for each."""

import datetime as dt
from collections.abc import Callable

from babel import Locale
from babel.dates import format_date, tokenize_pattern

_PARTS: dict[str, Callable[[dt.date], int]] = {
    "y": lambda day: day.year,
    "M": lambda day: day.month,
    "L": lambda day: day.month,
    "d": lambda day: day.day,
    "E": lambda day: day.weekday(),
}
"""What a field of a pattern depends on (Unicode TS 35, "Date Field Symbol Table"); any other is Babel's alone."""


def dated(pattern: str, locale: Locale) -> Callable[[dt.date], str]:
    """A function that says a date by a pattern ("d MMMM y"), as Babel does."""
    tokens = tokenize_pattern(pattern)
    if any(kind == "field" and said[0] not in _PARTS for kind, said in tokens):
        return lambda day: str(format_date(day, pattern, locale=locale))
    parts = [_field(said[0], int(said[1]), locale) if kind == "field" else _text(str(said)) for kind, said in tokens]
    return lambda day: "".join([part(day) for part in parts])


def _field(letter: str, length: int, locale: Locale) -> Callable[[dt.date], str]:
    known: dict[int, str] = {}
    key, pattern = _PARTS[letter], letter * length

    def say(day: dt.date) -> str:
        part = key(day)
        if part not in known:
            known[part] = str(format_date(day, pattern, locale=locale))
        return known[part]

    return say


def _text(text: str) -> Callable[[dt.date], str]:
    return lambda _: text
