"""Amounts: every form that is read, every form that is not, and every unit by its definition."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entries.amount import Amount, convert, find_in, fits


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("  5   km ", "5", "km"),
        ("2.50", "2.50", ""),
        ("+2", "2", ""),
        ("0", "0", ""),
        ("007 pages", "7", "pages"),
        ("3 cups  of tea", "3", "cups of tea"),
        ("20 %", "20", "%"),
        ("20%", "20", "%"),
        ("10 €", "10", "€"),
        ("12 km/h", "12", "km/h"),
        ("4 Größen", "4", "Größen"),
        ("90 min", "90", "min"),
        ("1h30min", "5400", "s"),
        ("1 hour 30 minutes", "5400", "s"),
        ("1H 30MIN", "5400", "s"),
        ("2h 5s", "7205", "s"),
        ("1d 2h 3min 4s", "93784", "s"),  # 86,400 + 7,200 + 180 + 4
        ("1.5h 15min", "6300", "s"),
        ("06:30", "390", "s"),  # mm:ss
        ("6:05", "365", "s"),
        ("1:05:30", "3930", "s"),  # h:mm:ss
        ("100:00:00", "360000", "s"),
        ("123456789012345678901234", "123456789012345678901234", ""),
    ],
)
def test_reads(text: str, number: str, unit: str) -> None:
    assert Amount.parse(text) == Amount(Decimal(number), unit)


@pytest.mark.parametrize(
    "text",
    [
        "  ", "km", ".5", "5.", "1 000 words", "1e5", "5 - 6 km", "--5", "5 6", "1/2", "$5", "1h 30", "30min 1h",
        "1h 2h", "1h 30min 5 km", "6:5", "6:30:5", "6:60", "1:60:00", "-6:30", "1:2:3:4", "1,200,000 words",
        "1234567890123456789012345",
    ],
)  # fmt: skip
def test_does_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"[a-z]"):
        Amount.parse(text)


def test_a_comma_is_said_for_what_it_is() -> None:
    """1,200 is 1200 to one reader and 1.2 to another: neither is guessed."""
    for text in ("1,200", "5,5 km", "1h 2,5min"):
        with pytest.raises(ValueError, match=r"comma.* write 1200 for a thousand and more, 5\.5 for a fraction"):
            Amount.parse(text)


@pytest.mark.parametrize(
    ("written", "unit", "number"),
    [
        ("1 km", "m", "1000"),
        ("1 cm", "mm", "10"),
        ("1 inch", "cm", "2.54"),
        ("1 ft", "in", "12"),
        ("1 yd", "ft", "3"),
        ("1 mile", "yd", "1760"),
        ("1 mi", "km", "1.609344"),
        ("26.2 miles", "km", "42.1648128"),
        ("1 kg", "g", "1000"),
        ("1 t", "kg", "1000"),
        ("1 lb", "kg", "0.45359237"),
        ("1 lb", "oz", "16"),
        ("1 st", "lb", "14"),
        ("1 h", "min", "60"),
        ("1 d", "h", "24"),
        ("90 min", "h", "1.5"),
        ("6:30", "s", "390"),
        ("1 l", "ml", "1000"),
        ("1 gal", "pt", "8"),
        ("1 gallon", "cups", "16"),
        ("1 gal", "floz", "128"),
        ("5 KM", "km", "5"),
        ("300 Words", "word", "300"),
    ],
)
def test_conversions(written: str, unit: str, number: str) -> None:
    """The international foot and pound and the US gallon, by definition."""
    amount = Amount.parse(written)
    assert fits(amount.unit, unit)
    assert convert(amount, unit) == Decimal(number)


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [("km", "kg"), ("min", "m"), ("l", "kg"), ("words", "pages"), ("s", "words"), ("%", "km"), ("km/h", "km")],
)
def test_what_does_not_fit(unit: str, wanted: str) -> None:
    assert not fits(unit, wanted)
    assert not fits(wanted, unit)


NUMBERS = st.decimals(-(10**9), 10**9, places=4)


@given(st.sampled_from(["m", "km", "mi", "ft", "words", "s", "h", "lb", "cup"]), NUMBERS)
def test_to_its_own_unit_nothing_changes(unit: str, number: Decimal) -> None:
    assert convert(Amount(number, unit), unit) == number


@given(NUMBERS, st.sampled_from(["", "km", "words", "%", "km/h"]))
def test_written_and_read_again(number: Decimal, unit: str) -> None:
    amount = Amount(number, unit)
    assert Amount.parse(str(amount)) == amount
    assert hash(Amount.parse(str(amount))) == hash(amount)


@pytest.mark.parametrize(
    ("text", "units", "found"),
    [
        ("Ran 5km.", ("km",), ["5 km"]),
        ("Ran 5.5 km, then home", ("km",), ["5.5 km"]),
        ("Ran 3 miles", ("km",), ["3 miles"]),
        ("Ran 5 km and 3 km", ("km",), ["5 km", "3 km"]),
        ("(5 km)", ("km",), ["5 km"]),
        ("Read 30 min, 20 min", ("min",), ["30 min", "20 min"]),
        ("up 20% today", ("%",), ["20 %"]),
        ("3 in of rain", ("in",), ["3 in"]),
        # None: another's unit, a range, a version, a name, a longer word.
        ("Ran 5 times", ("km",), []),
        ("5-10 km", ("km",), []),
        ("Version 1.2.3 km", ("km",), []),
        ("A4 m", ("m",), []),
        ("5 kmh", ("km",), []),
        ("", ("km",), []),
    ],
)
def test_within_a_line(text: str, units: tuple[str, ...], found: list[str]) -> None:
    assert [str(amount) for amount in find_in(text, units)] == found


def test_a_comma_within_a_line_matters_only_where_it_would_count() -> None:
    assert [str(amount) for amount in find_in("Wrote 1,200 words, ran 5 km", ("km",))] == ["5 km"]


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    """An amount or a reason in words, never another exception."""
    try:
        Amount.parse(text)
    except ValueError as error:
        assert str(error)
    try:
        find_in(text, ("km", "words"))
    except ValueError as error:
        assert "comma" in str(error) or "digits" in str(error)
