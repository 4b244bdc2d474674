"""Scales: positions and round values."""

from datetime import date

import pytest

from generator.charts.scale import Days, Linear, day_ticks, month_ticks, nice_step, nice_ticks


def test_a_value_half_way_stands_half_way() -> None:
    assert Linear(0, 80, 100, 20).at(40) == 60.0


def test_values_past_the_ends_go_on_straight() -> None:
    assert Linear(0, 10, 0, 100).at(12) == 120.0
    assert Linear(0, 10, 0, 100).at(-1) == -10.0


def test_a_scale_without_extent_stands_in_the_middle() -> None:
    assert Linear(5, 5, 0, 100).at(5) == 50.0


def test_days_lie_evenly() -> None:
    # Ten days, ten units each.
    days = Days(date(2026, 1, 1), date(2026, 1, 11), 50, 150)
    assert days.at(date(2026, 1, 1)) == 50.0
    assert days.at(date(2026, 1, 4)) == 80.0
    assert days.at(date(2026, 1, 11)) == 150.0


@pytest.mark.parametrize(
    ("span", "most", "step"),
    [(80_000, 4, 20_000), (10, 4, 2.5), (10, 5, 2), (7, 4, 2), (1, 4, 0.25), (41, 4, 20), (100, 1, 100)],
)
def test_the_step_is_the_smallest_round_one_that_fits(span: float, most: int, step: float) -> None:
    assert nice_step(span, most) == pytest.approx(step)


def test_ticks_hold_the_values_between_them() -> None:
    assert nice_ticks(0, 80_000, 4) == (0, 20_000, 40_000, 60_000, 80_000)
    assert nice_ticks(72.4, 81.2, 4) == (70, 72.5, 75, 77.5, 80, 82.5)
    assert nice_ticks(-3, 3, 4) == (-4, -2, 0, 2, 4)


def test_ticks_do_not_mind_the_order_of_their_ends() -> None:
    assert nice_ticks(80, 0, 4) == nice_ticks(0, 80, 4)


def test_one_value_has_an_axis_too() -> None:
    ticks = nice_ticks(5, 5, 4)
    assert ticks[0] <= 5 < ticks[-1]


def test_months_within_a_half_year() -> None:
    assert month_ticks(date(2026, 1, 15), date(2026, 4, 1), 6) == (
        date(2026, 2, 1),
        date(2026, 3, 1),
        date(2026, 4, 1),
    )


def test_too_many_months_are_counted_by_quarters_from_january() -> None:
    # Twelve firsts from 1 February on; six fit, so every second month, from January: Mar, May …
    assert month_ticks(date(2026, 1, 2), date(2027, 1, 1), 6) == (
        date(2026, 3, 1),
        date(2026, 5, 1),
        date(2026, 7, 1),
        date(2026, 9, 1),
        date(2026, 11, 1),
        date(2027, 1, 1),
    )


def test_ten_years_are_marked_by_years() -> None:
    ticks = month_ticks(date(2016, 9, 1), date(2026, 11, 21), 12)
    assert ticks == tuple(date(year, 1, 1) for year in range(2017, 2027))


def test_few_days_are_marked_by_weeks() -> None:
    assert day_ticks(date(2026, 11, 1), date(2026, 11, 28), 6) == (
        date(2026, 11, 1),
        date(2026, 11, 8),
        date(2026, 11, 15),
        date(2026, 11, 22),
    )
    # Five weeks and more than two ticks: every second week is left out.
    assert len(day_ticks(date(2026, 1, 1), date(2026, 2, 10), 3)) == 3


def test_whole_numbers_have_whole_ticks() -> None:
    """Two wins of three: half a win is none."""
    assert nice_ticks(0, 2) == (0.0, 0.5, 1.0, 1.5, 2.0)
    assert nice_ticks(0, 2, whole=True) == (0.0, 1.0, 2.0)
