"""Scales: from numbers and days to positions, and the round values worth a gridline."""

import math
from datetime import date, timedelta

import msgspec


class Linear(msgspec.Struct, frozen=True):
    """Maps `low … high` to positions `start … end` (SVG units; `end` may be the smaller)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The position of a value, to a tenth of a unit; beyond the ends it goes on straight."""
        if self.high == self.low:
            return round((self.start + self.end) / 2, 1)
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


class Days(msgspec.Struct, frozen=True):
    """Maps the days `first … last` to positions `start … end` (SVG units)."""

    first: date
    last: date
    start: float
    end: float

    def at(self, day: date) -> float:
        """The position of a day, to a tenth of a unit."""
        line = Linear(0, (self.last - self.first).days, self.start, self.end)
        return line.at((day - self.first).days)


def nice_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 2.5 or 5 times a power of ten that cuts `span` into `most` or fewer."""
    if span <= 0 or most < 1:
        return 1.0
    power: float = 10.0 ** math.floor(math.log10(span / most))
    for factor in (1.0, 2.0, 2.5, 5.0, 10.0):
        step = round(factor * power, 10)
        if span / step <= most + 1e-9:
            return step
    return 10.0 * power


def nice_ticks(low: float, high: float, most: int = 4, *, whole: bool = False) -> tuple[float, ...]:
    """Round values from at or below `low` to at or above `high`, in at most `most` + 1 steps.

    The first and the last make a comfortable axis. Equal ends give an axis of one step upwards. `whole` is for what
    comes in whole numbers only.
    """
    if high < low:
        low, high = high, low
    if high == low:
        high = low + max(1.0, abs(low) * 0.1)
    step = max(nice_step(high - low, most), 1.0 if whole else 0.0)
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    return tuple(round(index * step, 10) + 0.0 for index in range(first, last + 1))


def add_months(day: date, months: int) -> date:
    """The first of the month that lies `months` after the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def month_ticks(first: date, last: date, most: int = 12) -> tuple[date, ...]:
    """Firsts of months within `first … last`, no more than `most` of them.

    The step is 1, 2, 3 or 6 months, then 1, 2, 5, 10 … years, always counted from January.
    """
    begin = first.year * 12 + first.month - 1 + (first.day > 1)  # months counted from the year 0
    end = last.year * 12 + last.month - 1
    for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200):
        ticks = range(-(-begin // step) * step, end + 1, step)
        if len(ticks) <= most:
            return tuple(date(month // 12, month % 12 + 1, 1) for month in ticks)
    return ()


def day_ticks(first: date, last: date, most: int = 6) -> tuple[date, ...]:
    """Evenly spaced days from `first` on, whole weeks apart, no more than `most` of them."""
    span = (last - first).days
    weeks = 1
    while span // (7 * weeks) + 1 > most:
        weeks += 1
    return tuple(first + timedelta(days=at) for at in range(0, span + 1, 7 * weeks))
