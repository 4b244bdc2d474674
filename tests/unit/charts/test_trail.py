"""The trail: a way through days and amounts, in SVG units."""

from datetime import date, timedelta

from generator.charts.labels import Box, box, room, short
from generator.charts.trail import Cone, Milestone, Plot, Reading, Shade, trail

START = Reading(date(2026, 1, 1), 0.0)
TODAY = date(2026, 4, 11)  # the hundredth day after 1 January


def y(plot: Plot, value: float, top_value: float, foot_value: float = 0.0) -> float:
    """Where a value must stand, by hand: from the foot to the top in equal parts."""
    return round(plot.bottom - (value - foot_value) / (top_value - foot_value) * (plot.bottom - plot.top), 1)


def x(plot: Plot, days: int, span: int) -> float:
    return round(plot.left + days / span * (plot.right - plot.left), 1)


def test_a_total_is_held_until_the_next_win() -> None:
    drawn = trail(
        [Reading(date(2026, 2, 10), 20.0), Reading(date(2026, 4, 11), 40.0)], today=TODAY, origin=START, target=80.0
    )
    plot = drawn.wide
    # 10 February is the 40th day of 100; the axis goes to 80.
    left, at = x(plot, 0, 100), x(plot, 40, 100)
    assert plot.way == (f"M{left:g} {plot.bottom:g}H{at:g}V{y(plot, 20, 80):g}H{plot.right:g}V{y(plot, 40, 80):g}")


def test_gridlines_are_few_and_round() -> None:
    plot = trail([Reading(TODAY, 41_200.0)], today=TODAY, origin=START, target=80_000.0).wide
    assert [line.value for line in plot.lines] == [0, 20_000, 40_000, 60_000, 80_000]
    assert plot.lines[0].y == plot.bottom
    assert plot.lines[-1].y == plot.top


def test_one_reading_works_and_so_does_none() -> None:
    one = trail([Reading(START.date, 3.0)], today=START.date, origin=START)
    assert one.wide.here is not None
    assert one.wide.way.startswith("M")
    none = trail([], today=TODAY, origin=START, target=10.0)
    assert none.wide.way == ""
    assert none.wide.here is None
    assert none.rows == ()


def test_a_falling_goal_ends_below_where_it_began() -> None:
    readings = [Reading(date(2026, 1, 1), 82.0), Reading(TODAY, 78.0)]
    drawn = trail(readings, today=TODAY, origin=readings[0], target=72.0, stepped=False)
    assert drawn.falling
    assert drawn.wide.here is not None
    assert drawn.wide.target is not None
    assert drawn.wide.lines[-1].y < drawn.wide.here[1] < drawn.wide.target.y
    # 82 to 72 in at most four steps: 72.5 would not hold 72, so 70, 72.5 … 82.5.
    assert [line.value for line in drawn.wide.lines] == [70, 72.5, 75, 77.5, 80, 82.5]


def test_the_last_reading_of_a_day_counts() -> None:
    drawn = trail([Reading(TODAY, 3.0), Reading(TODAY, 5.0)], today=TODAY, origin=START, target=10.0)
    assert drawn.rows == (Reading(TODAY, 5.0),)


def test_a_long_table_keeps_each_months_last_reading() -> None:
    readings = [Reading(START.date + timedelta(days=at), float(at)) for at in range(121)]
    drawn = trail(readings, today=date(2026, 5, 1), origin=START)
    assert drawn.monthly
    assert [row.date for row in drawn.rows] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 1),
    ]


def test_a_flag_stands_on_its_day_and_one_ahead_at_the_edge() -> None:
    milestones = [Milestone("Act one", 20.0, date(2026, 2, 10)), Milestone("The end", 80.0)]
    plot = trail([Reading(TODAY, 40.0)], today=TODAY, origin=START, target=80.0, milestones=milestones).wide
    act, end = plot.flags
    assert (act.x, act.y) == (x(plot, 40, 100), y(plot, 20, 80))
    assert (end.x, end.y) == (plot.right, plot.top)
    assert end.anchor == "end"


def test_labels_never_meet() -> None:
    milestones = [Milestone(f"Milestone number {at}", 20.0 + at, date(2026, 2, 10)) for at in range(8)]
    drawn = trail([Reading(TODAY, 40.0)], today=TODAY, origin=START, target=80.0, milestones=milestones)
    for plot in (drawn.wide, drawn.narrow):
        boxes = [box(flag.text, (flag.text_x, flag.text_y, flag.anchor)) for flag in plot.flags if flag.text]
        assert boxes
        assert not any(a.meets(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])


def test_a_plan_bends_where_it_was_changed() -> None:
    plan = [START, Reading(date(2026, 2, 10), 40.0), Reading(TODAY, 50.0)]
    plot = trail([Reading(TODAY, 10.0)], today=TODAY, origin=START, plan=plan).wide
    assert plot.plan.startswith(f"M{plot.left:g} {plot.bottom:g}L{x(plot, 40, 100):g} ")
    assert plot.plan.count("L") == 2


def test_a_cone_opens_from_where_the_way_stands() -> None:
    # The plan holds the right edge at 31 December; both dates lie before it.
    cone = Cone(date(2026, 8, 1), date(2026, 10, 1), 80.0)
    plan = [START, Reading(date(2026, 12, 31), 80.0)]
    plot = trail([Reading(TODAY, 40.0)], today=TODAY, origin=START, target=80.0, plan=plan, cone=cone).wide
    assert plot.here is not None
    fast, slow = x(plot, 212, 364), x(plot, 273, 364)
    assert plot.cone == f"M{plot.here[0]:g} {plot.here[1]:g}L{fast:g} {plot.top:g}H{slow:g}Z"


def test_a_cone_without_a_slow_date_lies_level_to_the_edge() -> None:
    cone = Cone(date(2026, 5, 1), None, 80.0)
    plot = trail([Reading(TODAY, 40.0)], today=TODAY, origin=START, target=80.0, cone=cone).wide
    assert plot.here is not None
    assert plot.cone.endswith(f"V{plot.here[1]:g}Z")


def test_pauses_are_shaded_and_named_where_there_is_room() -> None:
    shades = [Shade(date(2026, 2, 10), date(2026, 3, 1), "a pause"), Shade(date(2026, 5, 1), None, "later")]
    plot = trail([Reading(TODAY, 40.0)], today=TODAY, origin=START, shades=shades).wide
    (ground,) = plot.grounds
    # Its twenty days, the last one whole.
    assert ground.x == x(plot, 40, 100)
    assert abs(ground.width - 0.2 * (plot.right - plot.left)) <= 0.1
    assert ground.text == "a pause"


def test_dates_below_are_months_and_for_a_few_days_days() -> None:
    months = trail([Reading(TODAY, 40.0)], today=TODAY, origin=START).wide.ticks
    assert [tick.date.month for tick in months] == [1, 2, 3, 4]
    assert {tick.unit for tick in months} == {"month"}
    first = Reading(date(2026, 1, 5), 0.0)
    days = trail([Reading(first.date, 1.0)], today=first.date, origin=first).wide.ticks
    assert {tick.unit for tick in days} == {"day"}
    assert [tick.date.day for tick in days] == [5, 12, 19, 26]


def test_a_label_takes_the_first_place_with_room() -> None:
    within = Box(0, 0, 200, 100)
    taken = [Box(0, 0, 100, 100)]
    assert room("abc", [(50, 50, "start"), (150, 50, "start")], taken, within) == (150, 50, "start")
    assert room("abc", [(50, 50, "start")], taken, within) is None


def test_a_long_title_is_cut_at_a_word() -> None:
    assert short("Act one", 10) == "Act one"
    assert short("The very first draft of all", 18) == "The very first…"
    assert short("Donaudampfschifffahrtsgesellschaft", 10) == "Donaudamp…"
