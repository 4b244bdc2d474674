"""Civil dates: reading them, and the periods that reviews and pages are about."""

import datetime as dt
import re

# Years from 1000 to 8999: a week or a month more never leaves what `date` can hold.
_ISO = re.compile(r"([1-8]\d{3})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"([1-8]\d{3})-W(\d\d)", re.IGNORECASE)
_MONTH = re.compile(r"([1-8]\d{3})-(\d\d)")
_YEAR = re.compile(r"[1-8]\d{3}")


def parse_date(text: str) -> dt.date | None:
    """The civil date that `text` (YYYY-MM-DD, nothing else) names, or None."""
    found = _ISO.fullmatch(text)
    if not found:
        return None
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError:
        return None


def period_start(name: str) -> dt.date | None:
    """The first day of the week `2026-W07`, the month `2026-02` or the year `2026`; None for anything else.

    A week is ISO's and begins on its Monday, which may lie in the year before.
    """
    try:
        if found := _WEEK.fullmatch(name):
            return dt.date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found := _MONTH.fullmatch(name):
            return dt.date(int(found[1]), int(found[2]), 1)
        if _YEAR.fullmatch(name):
            return dt.date(int(name), 1, 1)
    except ValueError:
        return None
    return None


def period_end(name: str) -> dt.date | None:
    """The last day of the period that `name` names (see `period_start`); None for anything else."""
    start = period_start(name)
    if start is None:
        return None
    if _WEEK.fullmatch(name):
        return start + dt.timedelta(days=6)
    if _MONTH.fullmatch(name):
        return next_month(start) - dt.timedelta(days=1)
    return dt.date(start.year, 12, 31)


def next_month(day: dt.date) -> dt.date:
    """The first day of the month after `day`'s."""
    return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def monday(day: dt.date) -> dt.date:
    """The Monday of `day`'s ISO week."""
    return day - dt.timedelta(days=day.weekday())


def week_name(day: dt.date) -> str:
    """`day`'s ISO week, as in `2026-W07`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
