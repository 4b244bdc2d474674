"""Progress: what many amounts become, for each of the eight kinds. Expected values are counted by hand."""

import datetime as dt
from decimal import Decimal

import pytest

from generator.insights.progress import Progress
from tests.conftest import TODAY, Site, write_journal

D = Decimal


def now(site: Site, goal: str = "g", today: dt.date = TODAY) -> Progress:
    return site.insights(today).progress[goal]


def steps(site: Site, goal: str = "g") -> list[tuple[int, Decimal]]:
    """(day of February, value) of each reading."""
    return [(reading.date.day, reading.value) for reading in now(site, goal).readings]


# Two amounts on the 2nd, one on the 5th, one on the 9th; a win without an amount on the 7th.
WINS = """== days/2026-02-02.md
+ One [[g]]
  amount: 10
+ Two [[g]]
  amount: 4
== days/2026-02-05.md
+ Three [[g]]
  amount: 20
== days/2026-02-07.md
+ Nothing counted [[g]]
== days/2026-02-09.md
+ Four [[g]]
  amount: 6
"""


@pytest.mark.parametrize(
    ("measure", "start", "value", "fraction", "readings"),
    [
        # sum: 10 + 4 + 20 + 6 = 40
        ("kind: sum, unit: km, target: 80", 0, 40, D("0.5"), [(2, 10), (2, 14), (5, 34), (9, 40)]),
        ("kind: sum, unit: km, from: 60, target: 140", 60, 100, D("0.5"), [(2, 70), (2, 74), (5, 94), (9, 100)]),
        ("kind: sum, unit: km", 0, 40, None, [(2, 10), (2, 14), (5, 34), (9, 40)]),
        ("kind: sum, unit: km, target: 20", 0, 40, 2, [(2, 10), (2, 14), (5, 34), (9, 40)]),  # past the target
        # latest: the newest; from is the first reading, so (6 − 10) / (2 − 10) = ½
        ("kind: latest, unit: kg, target: 2", 10, 6, D("0.5"), [(2, 10), (2, 4), (5, 20), (9, 6)]),
        ("kind: latest, unit: kg, from: 16, target: 1", 16, 6, D(10) / 15, [(2, 10), (2, 4), (5, 20), (9, 6)]),
        ("kind: latest, unit: kg, from: 2, target: 10", 2, 6, D("0.5"), [(2, 10), (2, 4), (5, 20), (9, 6)]),
        ("kind: latest, unit: kg", 10, 6, None, [(2, 10), (2, 4), (5, 20), (9, 6)]),
        ("kind: latest, unit: kg, from: 4, target: 2", 4, 6, -1, [(2, 10), (2, 4), (5, 20), (9, 6)]),  # further away
        # max: the best so far; from is 0
        ("kind: max, unit: km, target: 40", 0, 20, D("0.5"), [(2, 10), (2, 10), (5, 20), (9, 20)]),
        ("kind: max, unit: km, from: 10, target: 15", 10, 20, 2, [(2, 10), (2, 10), (5, 20), (9, 20)]),
        ("kind: max, unit: km", 0, 20, None, [(2, 10), (2, 10), (5, 20), (9, 20)]),
        # min: the best so far; from is the first reading, so (4 − 10) / (2 − 10) = ¾
        ("kind: min, unit: min, target: 2", 10, 4, D("0.75"), [(2, 10), (2, 4), (5, 4), (9, 4)]),
        ("kind: min, unit: min, from: 12, target: 4", 12, 4, 1, [(2, 10), (2, 4), (5, 4), (9, 4)]),
        ("kind: min, unit: min", 10, 4, None, [(2, 10), (2, 4), (5, 4), (9, 4)]),
    ],
)
def test_kinds_that_take_amounts(
    site: Site, measure: str, start: int, value: int, fraction: Decimal | None, readings: list[tuple[int, Decimal]]
) -> None:
    write_journal(site, f"== goals/g.md\n---\nmeasure: {{{measure}}}\n---\n{WINS}")
    progress = now(site)
    assert (progress.start, progress.value) == (D(start), D(value))
    assert progress.fraction == fraction
    assert steps(site) == readings


# Two wins on the 2nd, one on the 5th.
COUNTED = """== days/2026-02-02.md
+ One [[g]]
+ Two [[g]]
== days/2026-02-05.md
+ Three [[g]]
"""


@pytest.mark.parametrize(
    ("measure", "start", "value", "fraction", "readings"),
    [
        ("kind: count, target: 12", 0, 3, D("0.25"), [(2, 1), (2, 2), (5, 3)]),
        ("kind: count, from: 7, target: 17", 7, 10, D("0.3"), [(2, 8), (2, 9), (5, 10)]),
        ("kind: count", 0, 3, None, [(2, 1), (2, 2), (5, 3)]),
        ("kind: days, target: 8", 0, 2, D("0.25"), [(2, 1), (5, 2)]),  # the same day counts once
        ("kind: days, from: 4, target: 8", 4, 6, D("0.5"), [(2, 5), (5, 6)]),
        ("kind: days", 0, 2, None, [(2, 1), (5, 2)]),
    ],
)
def test_kinds_that_count(
    site: Site, measure: str, start: int, value: int, fraction: Decimal | None, readings: list[tuple[int, Decimal]]
) -> None:
    write_journal(site, f"== goals/g.md\n---\nmeasure: {{{measure}}}\n---\n{COUNTED}")
    progress = now(site)
    assert (progress.start, progress.value) == (D(start), D(value))
    assert progress.fraction == fraction
    assert steps(site) == readings


def test_the_latest_of_a_day_is_the_last_by_time(site: Site) -> None:
    """The evening's weight stands first in the file; the one without a time comes after both.

    == goals/g.md
    ---
    measure: {kind: latest, unit: kg}
    ---
    == goals/h.md
    ---
    measure: {kind: latest, unit: kg}
    ---
    == days/2026-02-02.md
    + Evening [[g]]
      amount: 81 kg
      time: 21:00
    + Morning [[g]]
      amount: 80 kg
      time: 7:00
    + Noon [[h]]
      amount: 82 kg
    + Morning [[h]]
      amount: 80 kg
      time: 7:00
    """
    assert now(site, "g").value == 81
    assert now(site, "h").value == 82


@pytest.mark.parametrize("kind", ["sum", "latest", "max", "min"])
def test_before_any_reading_there_are_no_readings_and_not_0_percent(site: Site, kind: str) -> None:
    write_journal(
        site,
        f"== goals/g.md\n---\nmeasure: {{kind: {kind}, unit: km, from: 9, target: 5}}\n---\n"
        "== days/2026-02-02.md\n+ Bought shoes [[g]]\n",
    )
    assert site.build().problems == ()
    page = site.page("/goals/g/")
    assert "No readings yet" in page
    assert "0%" not in page.replace("\N{NO-BREAK SPACE}", "")
    assert "0 %" not in page


def test_without_a_target_there_is_no_fraction_and_the_number_stands(site: Site) -> None:
    """
    == goals/g.md
    ---
    measure: {unit: km}
    ---
    == days/2026-02-02.md
    + Ran 5 km [[g]]
    """
    assert now(site).fraction is None
    assert "5 km so far" in site.page("/goals/g/")


def test_past_the_target_the_number_is_whole_and_the_bar_is_full(site: Site) -> None:
    """
    == goals/g.md
    ---
    measure: {unit: km, target: 10}
    ---
    == days/2026-02-02.md
    + Ran 25 km [[g]]
    """
    assert now(site).fraction == D("2.5")
    site.build()
    assert "25 km: it was to be 10 km" in site.page("/goals/g/")


def test_losing_weight_needs_no_flag(site: Site) -> None:
    """From 90 to 80 kg; at 85 half the way is done.

    == goals/g.md
    ---
    measure: {kind: latest, unit: kg, from: 90, target: 80}
    ---
    == days/2026-02-02.md
    + Weighed [[g]]
      amount: 85
    """
    assert now(site).fraction == D("0.5")


def test_arithmetic_is_exact(site: Site) -> None:
    """Ten times a tenth is one.

    == goals/g.md
    ---
    measure: {unit: km, target: 1}
    ---
    """
    for day in range(1, 11):
        site.write(f"days/2026-02-{day:02}.md", "+ Ran 0.1 km [[g]]\n")
    assert now(site).fraction == 1


def test_a_parent_s_value_does_not_add_its_children_s(site: Site) -> None:
    """Its wins include theirs, its value only its own.

    == goals/g.md
    ---
    measure: {unit: km}
    ---
    == goals/child.md
    ---
    parent: g
    measure: {unit: km}
    ---
    == days/2026-02-02.md
    + Ran 5 km [[g]]
    + Ran 7 km [[child]]
    """
    journal = site.journal()
    assert len(journal.wins_of("g")) == 2
    assert [now(site, goal).value for goal in ("g", "child")] == [5, 7]


def test_a_parent_is_the_share_of_its_children_that_are_done_and_released_ones_do_not_count(site: Site) -> None:
    """One of three is done; a grandchild is its own parent's affair.

    == goals/g.md
    == goals/a.md
    ---
    parent: g
    status: done
    ---
    == goals/b.md
    ---
    parent: g
    ---
    == goals/c.md
    ---
    parent: g
    status: paused
    ---
    == goals/d.md
    ---
    parent: g
    status: released
    ---
    == goals/e.md
    ---
    parent: b
    status: done
    ---
    """
    progress = now(site)
    assert (progress.done, progress.of) == (1, 3)
    assert progress.fraction == D(1) / 3
    assert now(site, "b").fraction == 1


def test_a_parent_whose_children_were_all_released_has_no_share(site: Site) -> None:
    """
    == goals/g.md
    == goals/a.md
    ---
    parent: g
    status: released
    ---
    """
    assert (now(site).of, now(site).fraction) == (0, None)
    assert site.build().problems == ()


def test_milestones_are_counted_where_nothing_is_measured(site: Site) -> None:
    """
    == goals/g.md
    ---
    milestones: [{id: a, done: 2026-02-01}, {id: b}, {id: c, done: 2026-09-01}, {id: d}]
    ---
    == days/2026-02-02.md
    + Sent it [[g]]
      milestone: b
    """
    progress = now(site)
    assert (progress.done, progress.of, progress.fraction) == (2, 4, D("0.5"))


def test_a_change_of_plan_bends_the_target_from_its_day_on(site: Site) -> None:
    """40 of 80, and from 10 February 40 of 160; 1 April is not yet.

    == goals/g.md
    ---
    measure: {unit: km, target: 80}
    changed:
      - {on: 2026-04-01, target: 400}
      - {on: 2026-02-10, target: 160, by: 2027-01-01}
    ---
    == days/2026-02-02.md
    + Ran 40 km [[g]]
    """
    before, after = now(site, today=dt.date(2026, 2, 9)), now(site, today=dt.date(2026, 2, 10))
    assert (before.target, before.fraction) == (D(80), D("0.5"))
    assert (after.target, after.fraction) == (D(160), D("0.25"))
    assert now(site).target == 160


def test_a_change_of_date_alone_leaves_the_target(site: Site) -> None:
    """
    == goals/g.md
    ---
    measure: {unit: km, target: 80}
    changed: [{on: 2026-02-10, by: 2027-01-01}]
    ---
    """
    assert now(site).target == 80


def test_nothing_dated_after_today_enters_a_figure(site: Site) -> None:
    """Even with --future, which shows it.

    == goals/g.md
    ---
    measure: {unit: km, target: 80}
    ---
    == days/2026-02-02.md
    + Ran 40 km [[g]]
    == days/2026-03-02.md
    + Ran 40 km [[g]]
    """
    assert now(site, today=dt.date(2026, 3, 1)).value == 40
    assert now(site, today=dt.date(2026, 3, 2)).value == 80
    site.build(dt.date(2026, 3, 1), future=True)
    assert "40 of 80 km" in site.page("/goals/g/")
    assert "2026/03/02/index.html" in site.files()
