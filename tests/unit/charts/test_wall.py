"""The wall: stones in the order of days, pauses as lines, sizes by count."""

from datetime import date, timedelta

import pytest

from generator.charts.breaks import Break, usual_interval
from generator.charts.wall import Laid, Stone, Wall, fold_width, small_wall, wall

TODAY = date(2026, 11, 21)


def stone(day: date, name: str = "a", value: str | None = None, **more: object) -> Stone:
    return Stone(id=f"{day}-{name}", date=day, title=name, url=f"/{day}/#{name}", value=value, **more)  # type: ignore[arg-type]  # fields by name


def daily(count: int, last: date = TODAY) -> list[Stone]:
    """One stone a day, the last on `last`."""
    return [stone(last - timedelta(days=count - 1 - at)) for at in range(count)]


def on_one_day(count: int, day: date = TODAY) -> list[Stone]:
    return [stone(day, str(at)) for at in range(count)]


def laid(drawn: Wall) -> list[Laid]:
    return [one for section in drawn.sections for one in section.stones]


@pytest.mark.parametrize(
    ("count", "size"),
    [(1, "xl"), (24, "xl"), (25, "l"), (120, "l"), (121, "m"), (600, "m"), (601, "s"), (3000, "s")],
)
def test_stones_are_the_smaller_the_more_there_are(count: int, size: str) -> None:
    assert wall(on_one_day(count), today=TODAY).size == size


def test_no_wins_make_no_wall() -> None:
    drawn = wall([], today=TODAY)
    assert drawn.sections == ()
    assert drawn.count == 0


def test_stones_link_up_to_four_hundred() -> None:
    few, many = wall(on_one_day(400), today=TODAY), wall(on_one_day(401), today=TODAY)
    assert few.linked
    assert laid(few)[0].url == "/2026-11-21/#0"
    assert not many.linked
    assert {one.url for one in laid(many)} == {None}


def test_the_same_journal_draws_the_same_wall() -> None:
    assert wall(daily(60), today=TODAY) == wall(daily(60), today=TODAY)


def test_a_new_win_leaves_the_stones_below_as_they_were() -> None:
    before = laid(wall(daily(24), today=TODAY))
    after = laid(wall([*daily(24), stone(TODAY, "new")], today=TODAY))
    assert after[:-1] == before


def test_widths_and_tones_are_all_in_use_and_belong_to_the_id() -> None:
    stones = laid(wall(on_one_day(200), today=TODAY))
    assert {one.width for one in stones} == {"a", "b", "c"}
    assert {one.tone for one in stones} == {-1, 0, 1}


def test_a_stretch_is_wide_a_tick_is_marked_a_milestone_stands_out() -> None:
    stones = [
        stone(TODAY, "far", stretch=True),
        stone(TODAY, "tick", tick=True),
        stone(TODAY, "act", capstone="Act one"),
    ]
    far, tick, act = laid(wall(stones, today=TODAY))
    assert far.width == "stretch"
    assert tick.tick
    assert act.capstone == "Act one"


# Pauses


def test_a_declared_pause_ends_the_course() -> None:
    stones = [stone(date(2026, 2, 27)), stone(date(2026, 3, 17))]
    pause = Break(date(2026, 3, 1), date(2026, 3, 14))
    below, above = wall(stones, breaks=[pause], today=TODAY).sections
    assert below.gap == pause
    assert above.gap is None
    assert [one.date for one in above.stones] == [date(2026, 3, 17)]


def test_a_pause_that_lasts_stands_on_top() -> None:
    pause = Break(date(2026, 11, 1), None)
    (section,) = wall([stone(date(2026, 10, 30))], breaks=[pause], today=TODAY).sections
    assert section.gap == pause


def test_a_pause_before_the_first_stone_or_after_today_is_not_drawn() -> None:
    pauses = [Break(date(2026, 1, 1), date(2026, 1, 9)), Break(date(2026, 12, 1), date(2026, 12, 9))]
    (section,) = wall([stone(date(2026, 2, 1))], breaks=pauses, today=TODAY).sections
    assert section.gap is None


def test_pauses_without_a_stone_between_are_one_line() -> None:
    stones = [stone(date(2026, 2, 1)), stone(date(2026, 4, 1))]
    pauses = [Break(date(2026, 3, 10), date(2026, 3, 20)), Break(date(2026, 2, 5), date(2026, 2, 9))]
    below, _ = wall(stones, breaks=pauses, today=TODAY).sections
    assert below.gap == Break(date(2026, 2, 5), date(2026, 3, 20))


def test_a_win_in_a_pause_is_laid_above_the_line() -> None:
    stones = [stone(date(2026, 2, 27)), stone(date(2026, 3, 7)), stone(date(2026, 3, 17))]
    pause = Break(date(2026, 3, 1), date(2026, 3, 14))
    below, above = wall(stones, breaks=[pause], today=TODAY).sections
    assert len(below.stones) == 1
    assert len(above.stones) == 2


@pytest.mark.parametrize(("gap", "sections"), [(27, 1), (28, 2)])
def test_an_undeclared_gap_counts_from_28_days(gap: int, sections: int) -> None:
    # Four win days a day apart: usual is 1, four times that is 4, so 28 days decide.
    stones = daily(4, date(2026, 3, 4))
    stones.append(stone(date(2026, 3, 4) + timedelta(days=gap)))
    assert len(wall(stones, today=TODAY).sections) == sections


@pytest.mark.parametrize(("gap", "sections"), [(39, 1), (40, 2)])
def test_an_undeclared_gap_is_four_times_the_usual_interval(gap: int, sections: int) -> None:
    # Differences 10, 10, 10 and the gap: the median is 10, so 40 days decide.
    days = [date(2026, 1, 1) + timedelta(days=at) for at in (0, 10, 20, 30, 30 + gap)]
    assert len(wall([stone(day) for day in days], today=TODAY).sections) == sections


def test_an_undeclared_gap_has_its_empty_days_as_dates() -> None:
    stones = [stone(date(2026, 1, 1)), stone(date(2026, 3, 1))]
    below, _ = wall(stones, today=TODAY).sections
    assert below.gap == Break(date(2026, 1, 2), date(2026, 2, 28), declared=False)


def test_a_declared_pause_is_not_found_a_second_time() -> None:
    stones = [stone(date(2026, 1, 1)), stone(date(2026, 3, 1))]
    pause = Break(date(2026, 1, 5), date(2026, 2, 1))
    sections = wall(stones, breaks=[pause], today=TODAY).sections
    assert [section.gap for section in sections] == [pause, None]


def test_the_days_since_the_last_win_are_no_gap() -> None:
    (section,) = wall([stone(date(2026, 1, 1))], today=TODAY).sections
    assert section.gap is None


def test_the_usual_interval_is_a_week_below_four_win_days() -> None:
    first = date(2026, 1, 1)
    assert usual_interval([]) == 7
    assert usual_interval([first, first + timedelta(2), first + timedelta(4)]) == 7
    # Differences 2, 2, 5: the median is 2. A second win on a day does not count.
    assert usual_interval([first, first, *(first + timedelta(at) for at in (2, 4, 9))]) == 2


# Labels


def test_a_young_wall_marks_its_months_and_skips_each_second_one() -> None:
    days = [date(2026, 1, 5), date(2026, 1, 9), date(2026, 2, 1), date(2026, 2, 8), date(2026, 3, 1)]
    drawn = wall([stone(day) for day in days], today=date(2026, 3, 2))
    assert drawn.marks == "month"
    assert [(one.label, one.skip) for one in laid(drawn)] == [
        (date(2026, 1, 1), False),
        (None, False),
        (date(2026, 2, 1), True),
        (None, False),
        (date(2026, 3, 1), False),
    ]


def test_months_turn_into_years_when_a_wall_is_eighteen_months_old() -> None:
    stones = [stone(date(2025, 5, 21)), stone(date(2026, 1, 1))]
    assert wall(stones, today=date(2026, 11, 20)).marks == "month"
    drawn = wall(stones, today=date(2026, 11, 21))
    assert drawn.marks == "year"
    assert [one.label for one in laid(drawn)] == [date(2025, 1, 1), date(2026, 1, 1)]


def test_labels_too_close_to_the_last_target_are_marked_and_a_pause_makes_room() -> None:
    """130 stones (m: 44 between two targets): 20 in January, 30 in February, 30 in March, then a pause, 50 in May."""
    counts = [(1, 20), (2, 30), (3, 30), (5, 50)]
    stones = [stone(date(2026, month, 1), f"{month}-{at}") for month, count in counts for at in range(count)]
    drawn = wall(stones, breaks=[Break(date(2026, 4, 1), date(2026, 4, 20))], today=date(2026, 5, 20))
    assert drawn.size == "m"
    # February stands 20 above January, March 50 above January; May begins anew above the pause.
    assert [(one.label.month, one.close) for one in laid(drawn) if one.label] == [
        (1, False),
        (2, True),
        (3, False),
        (5, False),
    ]


# Folding


def test_a_wall_folds_above_twelve_hundred() -> None:
    old = date(2020, 6, 3)
    assert not wall(on_one_day(1200, old), today=TODAY).folded
    drawn = wall(on_one_day(1201, old), today=TODAY)
    assert drawn.folded
    assert drawn.count == 1201
    (week,) = laid(drawn)
    assert (week.count, week.width) == (1201, "f8")


@pytest.mark.parametrize(
    ("count", "width"), [(1, "f1"), (2, "f2"), (3, "f2"), (4, "f4"), (7, "f4"), (8, "f8"), (90, "f8")]
)
def test_a_week_is_the_wider_the_more_it_holds(count: int, width: str) -> None:
    assert fold_width(count) == width


def test_this_year_and_the_last_are_never_folded() -> None:
    stones = [
        *(stone(date(2024, 12, 30), f"o{at}") for at in range(700)),
        *(stone(date(2025, 1, 2), f"n{at}") for at in range(700)),
    ]
    drawn = laid(wall(stones, today=TODAY))
    # 30 December 2024 and 2 January 2025 share an ISO week; only the older year folds.
    assert [one.count for one in drawn[:2]] == [700, 1]
    assert len(drawn) == 701


def test_a_week_has_a_stone_for_each_value_and_keeps_its_capstones() -> None:
    monday = date(2020, 6, 1)
    stones = [
        *(stone(monday, f"g{at}", "growth") for at in range(800)),
        *(stone(monday + timedelta(days=2), f"h{at}", "health") for at in range(800)),
        stone(monday + timedelta(days=3), "act", "growth", capstone="Act one"),
        stone(monday + timedelta(days=6), "more", "growth"),
    ]
    drawn = laid(wall(stones, today=TODAY))
    assert [(one.value, one.count, one.capstone) for one in drawn] == [
        ("growth", 801, None),
        ("health", 800, None),
        ("growth", 1, "Act one"),
    ]


def test_the_table_counts_by_month() -> None:
    stones = [stone(date(2026, 1, 5)), stone(date(2026, 1, 9)), stone(date(2026, 3, 1))]
    periods = wall(stones, today=TODAY).periods
    assert [(period.start, period.count) for period in periods] == [
        (date(2026, 1, 1), 2),
        (date(2026, 3, 1), 1),
    ]


# Cards


def test_a_small_wall_shows_the_newest_and_counts_them_all() -> None:
    drawn = small_wall(daily(130), today=TODAY)
    assert drawn.count == 130
    stones = laid(drawn)
    assert len(stones) == 120
    assert stones[-1].date == TODAY
    assert {one.url for one in stones} == {None}
    assert {one.label for one in stones} == {None}


def test_a_small_wall_keeps_its_pauses() -> None:
    stones = [stone(date(2026, 2, 27)), stone(date(2026, 3, 17))]
    pause = Break(date(2026, 3, 1), date(2026, 3, 14))
    assert [section.gap for section in small_wall(stones, breaks=[pause], today=TODAY).sections] == [pause, None]


def test_a_pause_below_what_a_small_wall_shows_is_left_out() -> None:
    early = stone(date(2025, 1, 1))
    drawn = small_wall([early, *daily(120)], today=TODAY)
    assert [len(section.stones) for section in drawn.sections] == [120]
