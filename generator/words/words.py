"""The site's language: its catalogue, its way with dates and numbers."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_interval, match_skeleton
from babel.numbers import format_decimal, format_percent

from .catalogue import catalogue
from .dates import dated

# Plain "en" reads "21 November 2026"; who wants "November 21, 2026" writes en-US.
_DEFAULT_REGION = {"en": "en_GB"}
_SHORT = 5
"""So many letters of a weekday find room beside a calendar."""
_OTHER_WAY = {"ltr": frozenset({"R", "AL"}), "rtl": frozenset({"L"})}
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


class Words:
    """Everything that depends on the language, and nothing else. Dates and numbers are remembered: a site says the
    same few thousand again and again. `folders` hold catalogues that come before ours."""

    def __init__(self, language: str, folders: Sequence[Path] = ()) -> None:
        self._made_of = (language, tuple(folders))
        self.language = language.replace("_", "-")
        self.locale = locale_of(language)
        self.catalogue = catalogue(self.locale, folders)
        self.gettext = self.catalogue.gettext
        self.ngettext = self.catalogue.ngettext
        self._by_form = cache(self._form)
        self._by_skeleton = cache(self._of_skeleton)
        self.number = cache(self._number)
        self.isolated = cache(self._isolated)

    def __reduce__(self) -> tuple[type["Words"], tuple[str, Sequence[Path]]]:
        """What another process makes them of."""
        return Words, self._made_of

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return str(self.locale.text_direction)

    @property
    def region(self) -> str:
        """The language with the region that it is most likely for: de_DE; "" where nobody knows."""
        likely = get_global("likely_subtags").get(self.locale.language, "")
        territory = self.locale.territory or (str(likely).split("_")[-1] if "_" in str(likely) else "")
        return f"{self.locale.language}_{territory}" if territory else ""

    def plurals(self, say: Callable[[int], str]) -> dict[str, str]:
        """What `say` says of a number, by the language's plural categories (CLDR: one, few, other …): for a script that
        counts."""
        found: dict[str, str] = {}
        for number in range(200):
            category = self.locale.plural_form(number)
            if category not in found:
                found[category] = say(number)
        return found

    def date(self, day: dt.date, form: str = "long") -> str:
        """A date in a form ("full", "long"), or by a pattern ("EEEE")."""
        return self._by_form(form)(day)

    def skeleton(self, day: dt.date, skeleton: str) -> str:
        """A date with these parts ("yMMMd"), in the language's own order."""
        return self._by_skeleton(skeleton)(day)

    def _form(self, form: str) -> Callable[[dt.date], str]:
        named = self.locale.date_formats.get(form)
        return dated(str(named.pattern) if named else form, self.locale)

    def _of_skeleton(self, skeleton: str) -> Callable[[dt.date], str]:
        known = self.locale.datetime_skeletons
        name = skeleton if skeleton in known else match_skeleton(skeleton, known)
        return dated(str(known[name].pattern), self.locale)

    def _number(self, number: Decimal | int | float) -> str:
        return str(format_decimal(number, format="#,##0.###", locale=self.locale))

    def _isolated(self, text: str) -> str:
        """A person's words within a sentence of ours: where they run the other way, marked off, so that neither turns
        the other's numbers and stops around (Unicode Standard Annex 9, 2.4.2)."""
        other = _OTHER_WAY[self.direction]
        runs_on = not any(unicodedata.bidirectional(letter) in other for letter in text)
        return text if runs_on else f"{_ISOLATE}{text}{_END}"

    def ordinal(self, number: int) -> str:
        """100th; languages without a rule here get a number with a full stop, which German reads as an ordinal."""
        said = self.number(number)
        if self.locale.language != "en":
            return f"{said}."
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return said + ending

    def percent(self, share: float) -> str:
        """24%"""
        return str(format_percent(share, format="#,##0%" if self.locale.language == "en" else None, locale=self.locale))

    def full_date(self, day: dt.date) -> str:
        """Saturday, 21 November 2026"""
        return self.date(day, "full")

    def long_date(self, day: dt.date) -> str:
        """21 November 2026"""
        return self.date(day, "long")

    def medium_date(self, day: dt.date) -> str:
        """21 Nov 2026"""
        return self.skeleton(day, "yMMMd")

    def day_month(self, day: dt.date) -> str:
        """21 Nov"""
        return self.skeleton(day, "MMMd")

    def weekday(self, day: dt.date) -> str:
        """Saturday"""
        return self.date(day, "EEEE")

    def weekday_short(self, day: dt.date) -> str:
        """Sat; in a language whose short weekdays are whole words, as in Arabic, the letter that stands for them."""
        week = [self.date(day + dt.timedelta(days=more), "EEE") for more in range(7)]
        return week[0] if max(map(len, week)) <= _SHORT else self.date(day, "EEEEE")

    def month_name(self, day: dt.date) -> str:
        """November"""
        return self.date(day, "LLLL")

    def month_short(self, day: dt.date) -> str:
        """Nov"""
        return self.date(day, "LLL")

    def month_year(self, day: dt.date) -> str:
        """November 2026"""
        return self.skeleton(day, "yMMMM")

    def span(self, first: dt.date, last: dt.date) -> str:
        """1–14 March 2026: two days as a range, saying the month and the year once where they are the same."""
        return str(format_interval(first, last, "yMMMMd", locale=self.locale))

    def listed(self, words: list[str]) -> str:
        """a, b and c"""
        from babel.lists import format_list

        return str(format_list(words, locale=self.locale)) if words else ""


def locale_of(language: str) -> Locale:
    """The locale of a language tag; English where nobody knows it."""
    wanted = language.replace("-", "_")
    try:
        return Locale.parse(_DEFAULT_REGION.get(wanted, wanted))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")
