"""What holds for every journal: insights as properties."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from generator.insights import INSIGHTS, Insights
from tests.conftest import Site

START = dt.date(2026, 1, 1)
DAYS = 80
offsets = st.integers(min_value=0, max_value=DAYS - 1)
laid = st.lists(st.tuples(offsets, st.integers(min_value=0, max_value=900)), min_size=1, max_size=20)
pauses = st.lists(st.tuples(offsets, st.integers(min_value=0, max_value=20)), max_size=3)


def figures(
    wins: list[tuple[int, int]],
    paused: Sequence[tuple[int, int]] = (),
    shift: int = 0,
    reverse: bool = False,
) -> Insights:
    """The insights of a journal with one sum goal, one count goal and a habit, `shift` days later than written."""
    start = START + dt.timedelta(days=shift)

    def day(offset: int) -> dt.date:
        return start + dt.timedelta(days=offset)

    spans = ", ".join(f"{{from: {day(a)}, to: {day(a + length)}}}" for a, length in paused)
    rest = f"paused: [{spans}]\n"
    goal = f"---\nmeasure: {{unit: words, from: 0, target: 9000}}\nstarted: {start}\nby: {day(200)}\n{rest}"
    goal += "milestones: [{at: 500}, {at: 2000}]\n---\n"
    files = {
        "goals/novel.md": goal,
        "goals/calls.md": f"---\n{rest}---\n",
        "habits/page.md": f"---\ngoal: novel\ncadence: daily\nstarted: {start}\n---\n",
    }
    by_day: dict[int, list[int]] = {}
    for offset, amount in wins:
        by_day.setdefault(offset, []).append(amount)
    for offset, amounts in by_day.items():
        lines = "".join(f"+ Wrote {amount} words [[novel]]\n+ Rang Mum [[calls]]\n" for amount in amounts)
        files[f"days/{day(offset)}.md"] = f"---\nhabits: [page]\n---\n{lines}"
    with TemporaryDirectory() as folder:
        site = Site(Path(folder))
        for path in sorted(files, reverse=reverse):
            site.write(path, files[path])
        return site.insights(day(DAYS))


@given(laid, st.tuples(offsets, st.integers(min_value=0, max_value=900)))
def test_a_win_more_lowers_no_count_no_sum_no_milestone(wins: list[tuple[int, int]], more: tuple[int, int]) -> None:
    before, after = figures(wins), figures([*wins, more])
    for goal in ("novel", "calls"):
        was, now = before.progress[goal].value, after.progress[goal].value
        assert was is not None
        assert now is not None
        assert now >= was
    for old, new in zip(before.milestones["novel"], after.milestones["novel"], strict=True):
        assert old.date is None or (new.date is not None and new.date <= old.date)


@given(laid, pauses)
def test_shifting_everything_changes_no_figure(wins: list[tuple[int, int]], paused: list[tuple[int, int]]) -> None:
    """Progress, strength, momentum and comeback know differences between days, and no calendar."""
    here, there = figures(wins, paused), figures(wins, paused, shift=366)
    for goal in ("novel", "calls"):
        assert here.progress[goal].value == there.progress[goal].value
        assert here.progress[goal].fraction == there.progress[goal].fraction
        assert here.momentum[goal] == there.momentum[goal]
        assert here.comeback.median_of_goal(goal) == there.comeback.median_of_goal(goal)
    assert here.strength["page"].score == there.strength["page"].score
    assert here.momentum_whole == there.momentum_whole


@given(laid, pauses, st.tuples(offsets, st.integers(min_value=0, max_value=20)))
def test_a_pause_more_never_lowers_strength_or_momentum(
    wins: list[tuple[int, int]], paused: list[tuple[int, int]], more: tuple[int, int]
) -> None:
    """A pause over days without a win: one over days with a tick would leave those ticks out of the score."""
    first, length = more
    days = {offset for offset, _ in wins}
    while length and any(first <= day <= first + length for day in days):
        length -= 1
    if first in days:
        return
    before, after = figures(wins, paused), figures(wins, [*paused, (first, length)])
    for goal in ("novel", "calls"):
        was, now = before.momentum[goal].rate, after.momentum[goal].rate
        assert was is not None
        assert now is not None
        assert now >= was - 1e-12
    assert (after.strength["page"].score or 0) >= (before.strength["page"].score or 0) - 1e-12


@given(laid, pauses)
def test_the_order_of_files_is_nothing(wins: list[tuple[int, int]], paused: list[tuple[int, int]]) -> None:
    here, there = figures(wins, paused), figures(wins, paused, reverse=True)
    for name in INSIGHTS:
        assert getattr(here, name) == getattr(there, name)


@given(st.integers(min_value=1, max_value=3), st.integers(min_value=20, max_value=DAYS))
def test_momentum_of_a_steady_pace_is_that_pace(a_day: int, length: int) -> None:
    """w wins a day for any length from two weeks on are 7·w wins a week."""
    wins = [(DAYS - offset, 1) for offset in range(length) for _ in range(a_day) if DAYS - offset >= 0]
    rate = figures(wins).momentum["calls"].rate
    assert rate is not None
    assert abs(rate - 7 * a_day) < 1e-9
