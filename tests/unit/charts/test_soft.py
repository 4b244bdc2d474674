"""Soft lines: they bend, and never past their points."""

import re

from generator.charts.soft import band, number, soft


def numbers(path: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+(?:\.\d+)?", path)]


def test_a_straight_line_stays_straight() -> None:
    # A slope of 1: the bends of each third lie on the line.
    assert soft([(0, 0), (30, 30), (60, 60)]) == "M0 0C10 10 20 20 30 30C40 40 50 50 60 60"


def test_a_line_is_level_where_it_turns() -> None:
    # Up by 30, down by 30: at the top the slope is 0, so both bends beside it lie at its height.
    assert soft([(0, 0), (30, 30), (60, 0)]) == "M0 0C10 10 20 30 30 30C40 30 50 10 60 0"


def test_slopes_are_harmonic_means() -> None:
    # Slopes of 1 and 3 meet at 2·1·3/4 = 1.5: a third of 30 before the point lies 15 lower, after it 15 higher.
    assert soft([(0, 0), (30, 30), (60, 120)]) == "M0 0C10 10 20 15 30 30C40 45 50 90 60 120"


def test_one_point_and_none() -> None:
    assert soft([(1, 2)]) == "M1 2"
    assert soft([]) == ""
    assert band([], []) == ""


def test_a_band_is_level_at_its_points() -> None:
    # Bends a third of 30 from each end, at the height of that end; the foot is level all along.
    assert band([(0, 0), (30, 10)], [(0, 20), (30, 20)]) == "M0 0C10 0 20 10 30 10L30 20H0Z"


def test_bands_that_meet_share_their_edge() -> None:
    edge = [(0.0, 10.0), (30.0, 40.0)]
    upper = band([(0.0, 0.0), (30.0, 0.0)], edge)
    lower = band(edge, [(0.0, 50.0), (30.0, 50.0)])
    there, back = numbers(lower)[2:8], numbers(upper)[-6:]
    assert there == [10, 10, 20, 40, 30, 40]
    assert back == [20, 40, 10, 10, 0, 10]


def test_numbers_are_short() -> None:
    assert [number(value) for value in (1.0, 1.26, -0.04, 632.0)] == ["1", "1.3", "0", "632"]
