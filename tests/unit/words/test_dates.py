"""Dates part by part: what Babel says of the whole."""

import datetime as dt

import pytest
from babel.dates import format_date, format_skeleton

from generator.words import Words

DAYS = [dt.date(2025, 12, 29) + dt.timedelta(days=37 * at) for at in range(30)]


@pytest.mark.parametrize("language", ["en", "en-US", "de", "fi", "ru", "ar", "he", "fa", "th", "ja", "zh"])
def test_they_are_babels(language: str) -> None:
    words = Words(language)
    for day in DAYS:
        for form in ("full", "long", "EEEE", "EEE", "EEEEE", "LLLL", "LLL", "D"):  # D, the day of the year, is no part
            assert words.date(day, form) == format_date(day, form, locale=words.locale)
        for skeleton in ("yMMMd", "MMMd", "yMMMM"):
            assert words.skeleton(day, skeleton) == format_skeleton(skeleton, day, locale=words.locale)
