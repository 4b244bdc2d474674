"""The curve: a strength between 0 and 1."""

from datetime import date, timedelta

from generator.charts.curve import LEFT, STRIDE, Plot, Point, Shade, curve

FIRST = date(2026, 1, 1)
TODAY = date(2026, 4, 11)  # the hundredth day after 1 January


def x(plot: Plot, days: int, span: int = 100) -> float:
    return round(plot.left + days / span * (plot.right - plot.left), 1)


def test_it_stands_between_nothing_and_all() -> None:
    plot = curve([Point(FIRST, 0.0), Point(TODAY, 0.5)], today=TODAY).wide
    assert [(line.value, line.y) for line in plot.lines] == [
        (0.0, plot.bottom),
        (0.5, (plot.bottom + plot.top) / 2),
        (1.0, plot.top),
    ]
    assert plot.here == (plot.right, (plot.bottom + plot.top) / 2)
    assert plot.line.startswith(f"M{LEFT:g} {plot.bottom:g}C")


def test_the_area_reaches_the_foot() -> None:
    plot = curve([Point(FIRST, 0.2), Point(TODAY, 0.5)], today=TODAY).wide
    assert plot.area == f"{plot.line}V{plot.bottom:g}H{LEFT:g}Z"


def test_values_past_the_ends_are_held_there() -> None:
    plot = curve([Point(FIRST, -0.5), Point(TODAY, 1.5)], today=TODAY).wide
    assert plot.line.startswith(f"M{LEFT:g} {plot.bottom:g}")
    assert plot.here == (plot.right, plot.top)


def test_a_long_line_bends_once_a_stride_and_ends_at_its_last_point() -> None:
    points = [Point(FIRST + timedelta(days=day), day / 1000) for day in range(101)]
    for plot in (curve(points, today=TODAY).wide, curve(points, today=TODAY).narrow):
        assert 10 < plot.line.count("C") <= (plot.right - plot.left) / STRIDE + 1
        assert plot.line.startswith(f"M{LEFT:g} {plot.bottom:g}C")
        assert plot.here is not None
        assert plot.here[0] == plot.right


def test_nothing_after_today() -> None:
    drawn = curve([Point(FIRST, 0.1), Point(TODAY + timedelta(days=1), 0.9)], today=TODAY)
    assert [row.value for row in drawn.rows] == [0.1]


def test_a_pause_is_shaded_with_both_its_days_and_no_further_than_today() -> None:
    shades = [Shade(date(2026, 4, 1), None), Shade(date(2026, 2, 10), date(2026, 3, 1)), Shade(date(2026, 5, 1), None)]
    plot = curve([Point(FIRST, 0.1), Point(TODAY, 0.5)], today=TODAY, shades=shades).wide
    first, second = plot.grounds
    # 10 February is the 40th day; its twenty days end where 2 March, the 60th, begins.
    assert (first.x, first.width) == (x(plot, 40), round(x(plot, 60) - x(plot, 40), 1))
    # 1 April is the 90th day; it lasts until today.
    assert (second.x, second.width) == (x(plot, 90), round(plot.right - x(plot, 90), 1))


def test_the_table_keeps_each_months_last_point() -> None:
    points = [Point(FIRST + timedelta(days=day), day / 100) for day in range(101)]
    assert [row.date for row in curve(points, today=TODAY).rows] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 11),
    ]


def test_dates_below_are_months_and_for_a_few_days_days() -> None:
    long = curve([Point(FIRST, 0.1)], today=TODAY).wide
    assert [tick.date.month for tick in long.ticks] == [1, 2, 3, 4]
    short = curve([Point(date(2026, 1, 5), 0.1)], today=date(2026, 1, 8)).wide
    assert [tick.date.day for tick in short.ticks] == [5, 12, 19, 26]


def test_one_point_works_and_so_does_none() -> None:
    assert curve([Point(TODAY, 0.3)], today=TODAY).wide.area == ""
    none = curve([], today=TODAY)
    assert none.wide.line == ""
    assert none.wide.here is None
    assert none.rows == ()
