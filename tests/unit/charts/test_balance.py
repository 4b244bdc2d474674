"""The balance: a stream whose months are whole."""

import re
from datetime import date
from itertools import pairwise

import pytest

from generator.charts.balance import THICK, Balance, Month, Stream, balance

VALUES = ("craft", "health", "home")
EVEN = {"craft": 0.5, "health": 0.25, "home": 0.25}


def months(*starts: date, shares: dict[str, float] | None = None) -> list[Month]:
    return [Month(start, shares or EVEN) for start in starts]


HALF_YEAR = [date(2026, month, 1) for month in range(1, 7)]


def drawn(given: list[Month], values: tuple[str, ...] = VALUES) -> Balance:
    found = balance(given, values)
    assert found is not None
    return found


def heights(path: str) -> list[float]:
    """The heights at the left edge: the upper one begins the path, the lower one ends it."""
    return [float(re.findall(r"-?[\d.]+", path)[1]), float(re.findall(r"-?[\d.]+", path.split("L")[1])[1])]


def share(stream: Stream, part: float) -> float:
    return round(stream.top + part * (stream.bottom - stream.top), 1)


def test_too_few_values_or_months_are_no_stream() -> None:
    assert balance(months(*HALF_YEAR[:5]), VALUES) is None
    assert balance(months(*HALF_YEAR, shares={"craft": 0.5, "health": 0.5}), VALUES) is None
    assert balance([], VALUES) is None
    assert balance(months(*HALF_YEAR), VALUES) is not None


def test_a_month_without_valued_wins_is_none_of_the_six() -> None:
    given = [*months(*HALF_YEAR[:5]), Month(HALF_YEAR[5], {})]
    assert balance(given, VALUES) is None


def test_fields_lie_in_the_order_of_the_values_and_fill_the_height() -> None:
    stream = drawn(months(*HALF_YEAR)).wide
    assert [area.value for area in stream.areas] == list(VALUES)
    edges = [heights(area.paths[0]) for area in stream.areas]
    assert edges == [
        [stream.top, share(stream, 0.5)],
        [share(stream, 0.5), share(stream, 0.75)],
        [share(stream, 0.75), stream.bottom],
    ]


def test_shares_are_taken_in_proportion() -> None:
    # Thirds of 0.9 are thirds of a whole month.
    rows = drawn(months(*HALF_YEAR, shares={"craft": 0.3, "health": 0.3, "home": 0.3})).rows
    assert rows[0].shares == pytest.approx((1 / 3, 1 / 3, 1 / 3))


def test_values_without_any_share_are_left_out() -> None:
    found = drawn(months(*HALF_YEAR), (*VALUES, "never"))
    assert found.values == VALUES
    assert len(found.rows[0].shares) == 3


def test_the_stream_is_true_in_the_middle_of_a_month() -> None:
    given = months(*HALF_YEAR)
    given[1] = Month(HALF_YEAR[1], {"craft": 0.2, "health": 0.4, "home": 0.4})
    stream = drawn(given).wide
    # 181 days; the middle of February lies half way between 1 February (31) and 1 March (59).
    wide = stream.right - stream.left
    middle = round((round(stream.left + 31 / 181 * wide, 1) + round(stream.left + 59 / 181 * wide, 1)) / 2, 1)
    assert f" {middle:g} {share(stream, 0.8 - 0.6):g}C" in stream.areas[1].paths[0]


def test_a_month_without_valued_wins_leaves_a_gap() -> None:
    given = months(*HALF_YEAR[:3], *(date(2026, month, 1) for month in range(5, 9)))
    stream = drawn(given).wide
    before, after = stream.areas[0].paths
    # 243 days from January to August; March ends with the 90th, May begins after the 120th.
    wide = stream.right - stream.left
    assert f"H{round(stream.left + 90 / 243 * wide, 1):g}L" in before
    assert after.startswith(f"M{round(stream.left + 120 / 243 * wide, 1):g} ")


def test_names_stand_at_the_right_a_line_apart() -> None:
    shares = {"craft": 0.96, "health": 0.02, "home": 0.02}
    for stream in (drawn(months(*HALF_YEAR, shares=shares)).wide, drawn(months(*HALF_YEAR, shares=shares)).narrow):
        labels = [area.label for area in stream.areas]
        ys = [label.y for label in labels if label is not None and not label.inside]
        assert len(ys) == 3
        assert all(round(b - a, 1) >= 15 for a, b in pairwise(ys))
        assert stream.top <= ys[0] and ys[-1] <= stream.bottom


def test_a_value_that_the_last_month_lacks_is_named_on_its_field() -> None:
    given = months(*HALF_YEAR)
    given[5] = Month(HALF_YEAR[5], {"craft": 0.5, "health": 0.5})
    found = drawn(given)
    label = found.wide.areas[2].label
    assert label is not None and label.inside
    # Five months are thick enough; March is the middle one, and its field the lowest quarter.
    assert label.y == share(found.wide, 0.875)
    first, last = 0, found.wide.right * 151 / 181
    assert first < label.x < last


def test_a_thin_field_has_no_name() -> None:
    thin = {"craft": 0.5, "health": 0.48, "home": 0.02}
    given = months(*HALF_YEAR, shares=thin)
    given[5] = Month(HALF_YEAR[5], {"craft": 0.5, "health": 0.5})
    found = drawn(given)
    assert 0.02 * (found.wide.bottom - found.wide.top) < THICK
    assert found.wide.areas[2].label is None
    assert found.rows[0].shares[2] > 0
