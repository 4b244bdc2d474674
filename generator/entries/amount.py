"""Amounts: a number with a unit, exact.

Numbers are decimal numbers with a point ("5", "2.5"), durations "1h 30min", "mm:ss" and "h:mm:ss". Arithmetic is in
Decimal. Within length, mass, duration and volume units convert; every other unit is just its own name.
"""

import re
from decimal import Decimal
from functools import lru_cache

_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_AMOUNT = re.compile(rf"({_NUMBER})\s*([^\d\s+\-.,:][^\d:]*)?")
_CLOCK = re.compile(r"(\d{1,6}):(\d\d)(?::(\d\d))?")
_PARTS = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)\s*", re.IGNORECASE)
_COMMA = re.compile(r"\d,\d")

# Factors to the first unit of each dimension. International foot, pound and US gallon by definition (NIST SP 811).
_DIMENSIONS: tuple[dict[str, str], ...] = (
    {
        "m": "1", "metre": "1", "metres": "1", "meter": "1", "meters": "1", "mm": "0.001", "cm": "0.01",
        "km": "1000", "kilometre": "1000", "kilometres": "1000", "kilometer": "1000", "kilometers": "1000",
        "in": "0.0254", "inch": "0.0254", "inches": "0.0254", "ft": "0.3048", "foot": "0.3048", "feet": "0.3048",
        "yd": "0.9144", "yard": "0.9144", "yards": "0.9144",
        "mi": "1609.344", "mile": "1609.344", "miles": "1609.344",
    },
    {
        "g": "1", "gram": "1", "grams": "1", "mg": "0.001", "kg": "1000", "kilo": "1000", "kilos": "1000",
        "kilogram": "1000", "kilograms": "1000", "t": "1000000",
        "oz": "28.349523125", "ounce": "28.349523125", "ounces": "28.349523125",
        "lb": "453.59237", "lbs": "453.59237", "pound": "453.59237", "pounds": "453.59237", "st": "6350.29318",
    },
    {
        "s": "1", "sec": "1", "secs": "1", "second": "1", "seconds": "1",
        "min": "60", "mins": "60", "minute": "60", "minutes": "60",
        "h": "3600", "hr": "3600", "hrs": "3600", "hour": "3600", "hours": "3600",
        "d": "86400",
    },
    {
        "l": "1", "litre": "1", "litres": "1", "liter": "1", "liters": "1", "ml": "0.001", "cl": "0.01",
        "dl": "0.1", "gal": "3.785411784", "gallon": "3.785411784", "gallons": "3.785411784",
        "pt": "0.473176473", "pint": "0.473176473", "pints": "0.473176473", "floz": "0.0295735295625",
        "cup": "0.2365882365", "cups": "0.2365882365",
    },
)  # fmt: skip
_UNITS = {
    name: (dimension, Decimal(factor)) for dimension, units in enumerate(_DIMENSIONS) for name, factor in units.items()
}
_DURATION = 2


class Amount:
    """A number and the unit that was written after it, "" for a bare number. A value: compare, hash, `str` it."""

    __slots__ = ("number", "unit")

    def __init__(self, number: Decimal, unit: str = "") -> None:
        self.number = number
        self.unit = unit

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Amount) and (self.number, self.unit) == (other.number, other.unit)

    def __hash__(self) -> int:
        return hash((self.number, self.unit))

    def __str__(self) -> str:
        return f"{self.number:f} {self.unit}".rstrip()

    def __repr__(self) -> str:
        return f"Amount({str(self)!r})"

    @staticmethod
    def parse(text: str) -> "Amount":
        """The amount that the whole of `text` is; ValueError says, in words for the writer, why it is none."""
        text = text.strip()
        if _COMMA.search(text):
            raise ValueError("a comma in a number: write 1200 for a thousand and more, 5.5 for a fraction")
        if found := _CLOCK.fullmatch(text):
            first, *rest = (int(part) for part in found.groups() if part)
            if max(rest) > 59:
                raise ValueError(f"{text!r} is no duration: write minutes and seconds from 00 to 59, such as 1:05:30")
            for part in rest:
                first = first * 60 + part
            return Amount(Decimal(first), "s")
        if found := _AMOUNT.fullmatch(text):
            return Amount(_short(found[1]), " ".join((found[2] or "").split()))
        if total := _duration(text):
            return total
        raise ValueError(f"{text!r} is no amount: write a number and a unit, such as 5 km, 300 words or 1h 30min")


def _short(digits: str) -> Decimal:
    if len(digits) > 24:
        raise ValueError("a number of more than 24 digits: write it in a larger unit")
    return Decimal(digits)


def _duration(text: str) -> Amount | None:
    """ "1h 30min" and the like in seconds: at least two parts, each a smaller unit than the one before."""
    total, position, last = Decimal(0), 0, None
    while position < len(text):
        part = _PARTS.match(text, position)
        known = _UNITS.get(part[2].lower()) if part else None
        if not part or not known or known[0] != _DURATION or (last is not None and known[1] >= last):
            return None
        total += _short(part[1]) * known[1]
        position, last = part.end(), known[1]
    return Amount(total, "s") if last is not None else None


@lru_cache(maxsize=1024)
def _measure(unit: str) -> tuple[int | str, Decimal]:
    """The dimension that `unit` belongs to and its factor; a unit that nobody defined is a dimension of its own."""
    name = unit.casefold()
    if known := _UNITS.get(name):
        return known
    # "1 word" fits a goal in "words".
    return (name[:-1] if len(name) > 2 and name.endswith("s") else name), Decimal(1)


def fits(unit: str, wanted: str) -> bool:
    """Whether an amount in `unit` can be said in `wanted`."""
    return _measure(unit)[0] == _measure(wanted)[0]


def convert(amount: Amount, wanted: str) -> Decimal:
    """`amount`'s number in the unit `wanted`; a bare number is taken to be in it already. The units must fit."""
    if not amount.unit or amount.unit.casefold() == wanted.casefold():
        return amount.number
    factor, target = _measure(amount.unit)[1], _measure(wanted)[1]
    return amount.number if factor == target else amount.number * factor / target


# In running text only a number followed by a unit in letters counts: "6:30" there is a time of day.
_IN_TEXT = re.compile(r"(?<![\w.,:/-])(\d+(?:[.,]\d+)*)\s?(%|[^\W\d_]+)(?![\w/])")


def find_in(text: str, units: tuple[str, ...]) -> list[Amount]:
    """The amounts within a line of text that fit one of `units`, in order; "1h 30min" is one amount.

    Raises ValueError, in words for the writer, for a fitting one whose number holds a comma.
    """
    found: list[Amount] = []
    end = -1
    for match in _IN_TEXT.finditer(text):
        number, unit = match.groups()
        if not any(fits(unit, wanted) for wanted in units) or (unit == "in" and unit not in units):
            continue  # "3 in a row" is no length
        if "," in number:
            raise ValueError(f"a comma in the number {number}: write 1200 for a thousand and more, 5.5 for a fraction")
        if number.count(".") > 1:
            continue
        amount = Amount(_short(number), unit)
        if found and text[end : match.start()].strip() == "" and (both := _duration(f"{found[-1]} {amount}")):
            found[-1] = both
        else:
            found.append(amount)
        end = match.end()
    return found
