"""The calendar: each day at its place."""

from datetime import date, timedelta

from generator.charts.calendar import CELL, LEFT, PITCH, TOP, Calendar, Cell, Span, calendar, level, place

END = date(2026, 12, 31)


def cell(drawn: Calendar, day: date) -> Cell:
    return next(one for half in drawn.halves for one in half.cells if one.date == day)


def test_columns_and_rows_of_known_days() -> None:
    # 1 January 2026 was a Thursday: the fourth row of the first column where weeks start on Monday.
    first = date(2026, 1, 1)
    assert place(first, first, 0) == (0, 3)
    assert place(date(2026, 1, 4), first, 0) == (0, 6)
    assert place(date(2026, 1, 5), first, 0) == (1, 0)
    # Where weeks start on Sunday it is the fifth row, and Sunday the 4th opens the next column.
    assert place(first, first, 6) == (0, 4)
    assert place(date(2026, 1, 4), first, 6) == (1, 0)


def test_a_cell_stands_on_its_column_and_row() -> None:
    drawn = calendar({}, year=2026, today=END)
    assert (cell(drawn, date(2026, 1, 5)).x, cell(drawn, date(2026, 1, 5)).y) == (LEFT + PITCH, TOP)
    # 1 July 2026 was a Wednesday; the second half begins anew at its own first column.
    july = cell(drawn, date(2026, 7, 1))
    assert (july.x, july.y) == (LEFT, TOP + 2 * PITCH)


def test_a_year_has_all_its_days_and_a_leap_year_one_more() -> None:
    assert sum(len(half.cells) for half in calendar({}, year=2026, today=END).halves) == 365
    leap = calendar({}, year=2024, today=END)
    assert sum(len(half.cells) for half in leap.halves) == 366
    assert cell(leap, date(2024, 2, 29)).date == date(2024, 2, 29)


def test_days_to_come_are_not_drawn() -> None:
    drawn = calendar({}, year=2026, today=date(2026, 2, 10))
    assert len(drawn.halves) == 1
    assert drawn.halves[0].cells[-1].date == date(2026, 2, 10)
    assert [month.start.month for month in drawn.halves[0].months] == [1, 2]


def test_of_a_year_without_a_day_nothing_is_drawn() -> None:
    """A year to come, one from before it all began, and one in which it begins later than today."""
    early, late = date(2025, 7, 1), date(2026, 12, 1)
    for empty in (
        calendar({}, year=2027, today=END),
        calendar({}, year=2024, today=END, since=early),
        calendar({late: 1}, year=2026, today=date(2026, 11, 21), since=late),
    ):
        assert (empty.halves, empty.months, empty.count, empty.days) == ((), (), 0, 0)
    # A half is there from its first day that is drawn.
    (half,) = calendar({}, year=2025, today=END, since=date(2025, 12, 31)).halves
    assert [cell.date for cell in half.cells] == [date(2025, 12, 31)]
    assert [label.start for label in half.months] == [date(2025, 12, 1)]


def test_none_one_several() -> None:
    assert [level(count) for count in (0, 1, 2, 9)] == [0, 1, 2, 2]
    drawn = calendar({date(2026, 1, 2): 1, date(2026, 1, 3): 4}, year=2026, today=END)
    assert [cell(drawn, date(2026, 1, at)).level for at in (1, 2, 3)] == [0, 1, 2]


def test_the_table_holds_months_wins_and_days() -> None:
    counts = {date(2026, 1, 2): 1, date(2026, 1, 3): 4, date(2026, 3, 1): 2, date(2025, 12, 31): 7}
    drawn = calendar(counts, year=2026, today=date(2026, 3, 31))
    assert [(month.start.month, month.count, month.days) for month in drawn.months] == [(1, 5, 2), (2, 0, 0), (3, 2, 1)]
    assert (drawn.count, drawn.days) == (7, 3)


def test_a_months_name_stands_over_its_first_whole_week() -> None:
    drawn = calendar({}, year=2026, today=END)
    names = {label.start.month: label.x for label in drawn.halves[0].months}
    # The half's first month begins at its edge. 1 June 2026 was a Monday: June stands over that week;
    # 1 February was a Sunday at the foot of the column that began on 26 January: February over the next.
    assert names[1] == LEFT
    assert names[6] == cell(drawn, date(2026, 6, 1)).x
    assert names[2] == cell(drawn, date(2026, 2, 2)).x


def test_rows_are_named_by_their_weekdays() -> None:
    monday, wednesday, friday = calendar({}, year=2026, today=END, first_day=6).halves[0].weekdays
    assert [day.date.weekday() for day in (monday, wednesday, friday)] == [0, 2, 4]
    assert monday.y == TOP + PITCH + CELL // 2


def test_a_pause_is_a_rectangle_for_each_column() -> None:
    # Thursday 12 to Tuesday 17 March 2026: four days of one week, two of the next.
    drawn = calendar({}, year=2026, today=END, pauses=[(date(2026, 3, 12), date(2026, 3, 17))])
    thursday, monday = cell(drawn, date(2026, 3, 12)), cell(drawn, date(2026, 3, 16))
    assert drawn.halves[0].pauses == (
        Span(thursday.x - 1, thursday.y - 1, PITCH, 4 * PITCH),
        Span(monday.x - 1, monday.y - 1, PITCH, 2 * PITCH),
    )


def test_two_pauses_in_a_week_stay_apart() -> None:
    pauses = [(date(2026, 3, 9), date(2026, 3, 9)), (date(2026, 3, 12), date(2026, 3, 12))]
    drawn = calendar({}, year=2026, today=END, pauses=pauses)
    assert [span.height for span in drawn.halves[0].pauses] == [PITCH, PITCH]


def test_an_open_pause_goes_on_until_today() -> None:
    today = date(2026, 3, 12)
    drawn = calendar({}, year=2026, today=today, pauses=[(today - timedelta(days=1), None)])
    assert sum(span.height for span in drawn.halves[0].pauses) == 2 * PITCH


def test_a_habits_state_travels_along() -> None:
    drawn = calendar({}, year=2026, today=END, states={date(2026, 5, 1): "skipped"})
    assert cell(drawn, date(2026, 5, 1)).state == "skipped"
    assert cell(drawn, date(2026, 5, 2)).state is None


def test_days_before_a_habit_began_are_not_drawn() -> None:
    drawn = calendar({date(2026, 8, 2): 1}, year=2026, today=END, since=date(2026, 8, 20))
    (half,) = drawn.halves
    assert half.cells[0].date == date(2026, 8, 20)
    assert [label.start.month for label in half.months] == [8, 9, 10, 11, 12]
    # What happened before does not count here either.
    assert [month.start.month for month in drawn.months] == [8, 9, 10, 11, 12]
    assert drawn.count == 0
    # The days stand where they stand in a whole year.
    assert half.cells[0] == cell(calendar({}, year=2026, today=END), date(2026, 8, 20))
