"""The thread: strands as thick as their wins, in rows that share the height."""

import re

from generator.charts.thread import HEIGHT, MOST, OPEN, RAIL, THICKEST, THINNEST, WIDTH, Band, Strand, Thread, thread

RUN = Strand("run", "health", 6)
DRAFT = Strand("draft", "craft", 3)
ALONE = Strand(None, None, 2)


def ends(band: Band) -> tuple[float, float, float, float]:
    """Upper left, upper right, lower right, lower left: the heights of a band's corners."""
    there, back = band.path.removesuffix("Z").split("L")
    first, last = re.findall(r"[\d.]+", there), re.findall(r"[\d.]+", back)
    across = "H" in there
    return (
        float(first[1]),
        float(first[1] if across else first[-1]),
        float(last[1]),
        float(last[1] if across else last[-1]),
    )


def test_a_strand_is_as_thick_as_its_wins() -> None:
    drawn = thread([RUN, DRAFT], 0)
    # The thickest is 30 units for six wins; three wins are half as thick.
    (a, _, _, d), (e, _, _, h) = (ends(band) for band in drawn.to_goals)
    assert d - a == THICKEST
    assert h - e == THICKEST / 2


def test_rows_share_the_height_evenly() -> None:
    drawn = thread([RUN, DRAFT], 0)
    # Two rows of 200: their middles lie at 100 and 300, on either side of both flows.
    for band, middle in zip((*drawn.to_goals, *drawn.to_values), (100, 300, 100, 300), strict=True):
        upper_left, upper_right, lower_right, lower_left = ends(band)
        assert (upper_left + lower_left) / 2 == middle
        assert (upper_right + lower_right) / 2 == middle


def test_strands_of_a_goal_lie_side_by_side() -> None:
    drawn = thread([Strand("draft", "craft", 3), Strand("draft", "freedom", 1)], 0)
    first, second = (ends(band) for band in drawn.to_goals)
    # Both arrive in the one row of 400, six units a win: 18 and 6 about its middle, 188 to 206 to 212.
    assert (first[1], first[2]) == (188, 206)
    assert (second[1], second[2]) == (206, 212)
    assert [node.id for node in drawn.goals] == ["draft"]
    assert drawn.goals[0].count == 4


def test_a_strand_without_a_value_ends_open() -> None:
    drawn = thread([RUN, ALONE], 0)
    kept, opened = drawn.to_values
    assert not kept.is_open and opened.is_open
    # It goes on level and fades on its way.
    assert f"H{OPEN:g}L" in opened.path
    assert not any(band.is_open for band in (*drawn.to_goals, *drawn.through))
    assert [node.id for node in drawn.goals] == ["run", None]
    assert [node.id for node in drawn.values] == ["health"]


def test_no_value_at_all() -> None:
    drawn = thread([ALONE], 0)
    assert drawn.values == ()
    assert [group.value for group in drawn.groups] == [None]


def test_values_come_by_their_wins_and_goals_beside_them() -> None:
    strands = [Strand("a", "x", 5), Strand("b", "y", 4), Strand("c", "y", 3), Strand(None, "x", 1)]
    drawn = thread(strands, 0)
    # y has seven wins, x six: y's goals come first, the wins without a goal last.
    assert [node.id for node in drawn.values] == ["y", "x"]
    assert [node.id for node in drawn.goals] == ["b", "c", "a", None]
    assert [strand.goal for strand in drawn.strands] == ["b", "c", "a", None]


def test_no_row_overflows() -> None:
    drawn = thread([Strand(f"goal-{at}", "one", 40 - at) for at in range(8)], 0)
    for flow in (drawn.to_goals, drawn.to_values):
        for band in flow:
            assert min(ends(band)) >= 0
            assert max(ends(band)) <= HEIGHT


def test_a_single_win_beside_many_can_still_be_seen() -> None:
    drawn = thread([Strand("run", "health", 300), Strand("draft", "craft", 1)], 0)
    upper, _, _, lower = ends(drawn.to_goals[1])
    assert round(lower - upper, 1) == THINNEST


def test_the_thinnest_strands_are_counted_together() -> None:
    drawn = thread([Strand(f"goal-{at}", "one", 20 - at) for at in range(10)], 3)
    assert len(drawn.strands) == MOST
    # The ninth and the tenth have 12 and 11 wins; three were left out before.
    assert drawn.others == 3 + 12 + 11
    assert drawn.count == 3 + sum(20 - at for at in range(10))


def test_rails_gather_in_their_value() -> None:
    drawn = thread([RUN, Strand("walk", "health", 1), ALONE], 0)
    health, alone = drawn.groups
    assert (health.value, health.count) == ("health", 7)
    # Seven wins in a rail of 28: four units a win, the second strand beside the first.
    assert [(rail.x, rail.width) for rail in health.stages[1].rails] == [(0, 24), (24, 4)]
    assert len(health.stages[0].rails) == 1
    assert alone.value is None
    assert sum(rail.width for rail in health.stages[1].rails) == RAIL


def test_nothing_and_strands_without_wins() -> None:
    assert thread([], 0) == thread([Strand("run", "health", 0)], 0)
    assert thread([], 0).strands == ()
    assert thread([], 0).count == 0


def test_the_same_thread_is_always_drawn_the_same() -> None:
    def once() -> Thread:
        return thread([RUN, DRAFT, ALONE], 1)

    assert once() == once()
    assert f"H{WIDTH:g}L" in once().to_goals[0].path
