"""Milestones: reached by the measure, by a win that names them, or by `done`; never un-reached."""

import datetime as dt

from tests.conftest import TODAY, Site, write_journal


def reached(site: Site, today: dt.date = TODAY) -> list[tuple[str, int | None, str | None]]:
    """(title, day of February, the win that did it) for each rung."""
    ladder = site.insights(today).milestones["g"]
    return [(rung.milestone.title, rung.date.day if rung.date else None, rung.win) for rung in ladder]


def test_at_is_reached_by_the_first_reading_that_meets_it(site: Site) -> None:
    """The third win makes 12, past 10 and exactly 12.

    == goals/g.md
    ---
    measure: {unit: km}
    milestones: [{at: 5}, {at: 10}, {at: 12, title: A dozen}, {at: 12.5 km}]
    ---
    == days/2026-02-02.md
    + One [[g]]
      amount: 4
    == days/2026-02-03.md
    + Two [[g]]
      amount: 3
    + Three [[g]]
      amount: 5
    """
    assert reached(site) == [
        ("5 km", 3, "2026-02-03-two"),
        ("10 km", 3, "2026-02-03-three"),
        ("A dozen", 3, "2026-02-03-three"),
        ("12.5 km", None, None),
    ]


def test_a_regress_never_un_reaches(site: Site) -> None:
    """84 kg on the 3rd, and 88 again on the 9th.

    == goals/g.md
    ---
    measure: {kind: latest, unit: kg, from: 90, target: 80}
    milestones: [{at: 85}, {at: 82}]
    ---
    == days/2026-02-03.md
    + Weighed [[g]]
      amount: 84
    == days/2026-02-09.md
    + Weighed [[g]]
      amount: 88
    """
    assert reached(site) == [("85 kg", 3, "2026-02-03-weighed"), ("82 kg", None, None)]


def test_a_falling_goal_without_a_from_falls_from_its_first_reading(site: Site) -> None:
    """
    == goals/g.md
    ---
    measure: {kind: latest, unit: kg, target: 80}
    milestones: [{at: 85}]
    ---
    == days/2026-02-03.md
    + Weighed [[g]]
      amount: 90
    == days/2026-02-09.md
    + Weighed [[g]]
      amount: 85
    """
    assert reached(site) == [("85 kg", 9, "2026-02-09-weighed")]


def test_a_best_time_always_falls_even_where_the_first_one_is_under_the_target(site: Site) -> None:
    """27 minutes at once: under 29, and under the 30 of the target.

    == goals/g.md
    ---
    measure: {kind: min, unit: min, target: 30}
    milestones: [{at: 29}, {at: 26}]
    ---
    == days/2026-02-03.md
    + Ran [[g]]
      amount: 27
    """
    assert reached(site) == [("29 min", 3, "2026-02-03-ran"), ("26 min", None, None)]


def test_a_furthest_run_without_a_target_rises(site: Site) -> None:
    """One mile, two, five: 2 mi are 3.218688 km.

    == goals/g.md
    ---
    measure: {kind: max, unit: km}
    milestones: [{at: 1 mi}, {at: 2 mi, title: Two miles}, {at: 5 mi}]
    ---
    == days/2026-02-03.md
    + Ran 3.2 km [[g]]
    == days/2026-02-04.md
    + Ran 3.22 km [[g]]
    """
    assert [day for _, day, _ in reached(site)] == [3, 4, None]


def test_milestones_without_a_measure_count_wins(site: Site) -> None:
    """
    == goals/g.md
    ---
    milestones: [{at: 2}, {at: 4}]
    ---
    == days/2026-02-02.md
    + One [[g]]
    + Else
    == days/2026-02-03.md
    + Two [[g]]
    + Three [[g]]
    """
    assert [(day, win) for _, day, win in reached(site)] == [(3, "2026-02-03-two"), (None, None)]


def test_milestones_of_days_count_days(site: Site) -> None:
    """
    == goals/g.md
    ---
    measure: {kind: days}
    milestones: [{at: 2}]
    ---
    == days/2026-02-02.md
    + One [[g]]
    + Two [[g]]
    == days/2026-02-05.md
    + Three [[g]]
    """
    assert [day for _, day, _ in reached(site)] == [5]


def test_a_win_that_names_it_reaches_it_the_first_does(site: Site) -> None:
    """
    == goals/g.md
    ---
    milestones: [{id: beta, title: Beta readers}]
    ---
    == days/2026-02-02.md
    + Else [[g]]
    == days/2026-02-04.md
    + Sent it [[g]]
      milestone: beta
    == days/2026-02-06.md
    + Sent it once more [[g]]
      milestone: beta
    """
    assert reached(site) == [("Beta readers", 4, "2026-02-04-sent-it")]


def test_done_reaches_it_without_a_win_once_that_day_has_come(site: Site) -> None:
    """
    == goals/g.md
    ---
    milestones: [{id: a, done: 2026-02-03}, {id: b, done: 2026-03-02}]
    ---
    """
    assert reached(site) == [("A", 3, None), ("B", None, None)]
    assert [day for _, day, _ in reached(site, dt.date(2026, 3, 2))] == [3, 2]


def test_the_earliest_of_at_done_and_the_win_counts(site: Site) -> None:
    """
    == goals/g.md
    ---
    measure: {unit: km}
    milestones: [{id: a, at: 5, done: 2026-02-03}, {id: b, at: 5, done: 2026-02-01}, {id: c, at: 50}]
    ---
    == days/2026-02-02.md
    + Ran 6 km [[g]]
    == days/2026-02-04.md
    + Nearly [[g]]
      milestone: c
    """
    assert [day for _, day, _ in reached(site)] == [2, 1, 4]


def test_nothing_after_today_reaches_anything(site: Site) -> None:
    """
    == goals/g.md
    ---
    milestones: [{at: 1}, {id: beta}]
    ---
    == days/2026-02-05.md
    + Sent it [[g]]
      milestone: beta
    """
    assert [day for _, day, _ in reached(site, dt.date(2026, 2, 4))] == [None, None]
    assert [day for _, day, _ in reached(site, dt.date(2026, 2, 5))] == [5, 5]


def test_a_child_s_win_does_not_reach_its_parent_s_at(site: Site) -> None:
    """A parent's value is its own; a win reaches what its own goals have."""
    write_journal(
        site,
        "== goals/g.md\n---\nmilestones: [{at: 1}]\n---\n== goals/child.md\n---\nparent: g\n---\n"
        "== days/2026-02-02.md\n+ One [[child]]\n",
    )
    assert reached(site) == [("1", None, None)]


def test_the_ladder_shows_what_is_reached_and_what_is_next(site: Site) -> None:
    """
    == goals/g.md
    ---
    measure: {unit: words}
    milestones:
      - {at: 100, title: Act one, reward: the bookshop trip, rewarded: 2026-02-18}
      - {at: 20000, title: Act two, reward: a day off}
    ---
    == days/2026-02-14.md
    + Wrote 300 words [[g]]
    """
    assert site.build().problems == ()
    page = site.page("/goals/g/")
    for words in ("Act one", "the bookshop trip", "Act two", "a day off", "20,000 words"):
        assert words in page
