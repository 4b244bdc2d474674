"""Amounts: what they read as, and how they convert; factors by definition."""

from decimal import Decimal

import pytest

from generator.entries.amount import Amount, convert, find_in, fits


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("5 km", "5", "km"),
        ("5km", "5", "km"),
        ("540 words", "540", "words"),
        ("-2.5 kg", "-2.5", "kg"),
        ("12", "12", ""),
        ("1h 30min", "5400", "s"),
        ("1 h 30 min 5 s", "5405", "s"),
        ("31:10", "1870", "s"),
        ("1:02:30", "3750", "s"),
        ("90:00", "5400", "s"),
        ("3 cups of tea", "3", "cups of tea"),
    ],
)
def test_reads(text: str, number: str, unit: str) -> None:
    assert Amount.parse(text) == Amount(Decimal(number), unit)


@pytest.mark.parametrize(
    "text", ["five", "1,200", "5,5 km", "31:75", "km 5", "", "1:2", "5 5", "NaN", "Infinity", "9" * 30]
)
def test_does_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Amount.parse(text)


@pytest.mark.parametrize(
    ("amount", "unit", "number"),
    [
        ("10 mi", "km", "16.09344"),
        ("5000 m", "km", "5"),
        ("1h 30min", "min", "90"),
        ("1 lb", "g", "453.59237"),
        ("1 gallon", "l", "3.785411784"),
        ("2 ft", "in", "24"),
        ("1 word", "words", "1"),
        ("7", "km", "7"),
    ],
)
def test_converts(amount: str, unit: str, number: str) -> None:
    assert convert(Amount.parse(amount), unit) == Decimal(number)


def test_fits() -> None:
    assert fits("mi", "km")
    assert fits("Words", "words")
    assert not fits("km", "kg")
    assert not fits("pages", "words")


@pytest.mark.parametrize(
    ("text", "units", "found"),
    [
        ("Ran 5 km with Sam", ("km",), ["5 km"]),
        ("Ran 5 km in 31 min", ("km",), ["5 km"]),
        ("Ran 5 km in 31 min", ("km", "min"), ["5 km", "31 min"]),
        ("Up at 6:30", ("min",), []),
        ("Read 2026-02-15 km", ("km",), []),
        ("Sat 1h 30min", ("min",), ["5400 s"]),
        ("At 5 km/h", ("km",), []),
        ("Won 3 in a row", ("m",), []),
        ("Wrote 300words", ("words",), ["300 words"]),
        ("Paid 1,200 euros", ("words",), []),
    ],
)
def test_within_a_text(text: str, units: tuple[str, ...], found: list[str]) -> None:
    assert [str(amount) for amount in find_in(text, units)] == found


def test_a_comma_within_a_text() -> None:
    with pytest.raises(ValueError, match="comma"):
        find_in("Wrote 1,200 words", ("words",))
