"""The edges: nothing, one, everything at once, and days that calendars trip over."""

import datetime as dt
import json
from decimal import Decimal

from tests.conftest import Site


def test_no_wins(site: Site) -> None:
    """A goal and a habit without a win have no figures, and no page promises any.

    == goals/run.md
    ---
    measure: {unit: km, target: 100}
    by: 2026-12-31
    ---
    == habits/jog.md
    ---
    cadence: 3/week
    ---
    """
    found = site.insights()
    assert found.momentum_whole.rate is None
    assert found.momentum["run"].drift is None
    assert found.pace["run"] is None
    assert found.forecast["run"] is None
    assert found.strength["jog"].score is None
    assert found.comeback.median_days is None
    assert found.celebrations.list == ()
    site.build()
    assert not (site.output / "celebrations").exists()
    assert "No readings yet" in site.page("/goals/run/")


def test_one_win(site: Site) -> None:
    """One win is a first stone, no comeback, and too early for a word of momentum.

    == goals/run.md
    == days/2026-02-28.md
    + Ran round the block [[run]]
    """
    found = site.insights()
    assert [(one.kind.value, one.goal) for one in found.celebrations.list] == [("count", None), ("count", "run")]
    assert found.momentum["run"].drift is None
    assert found.comeback.returns == ()
    assert found.next_steps.today is None


def test_fifty_wins_on_one_day(site: Site) -> None:
    """All on one day: one win day, no interval, and the 50th stone; ids stay apart."""
    site.write("goals/run.md", "")
    site.write("days/2026-02-28.md", "".join("+ Ran round the block [[run]]\n" for _ in range(50)))
    journal = site.journal()
    assert len({win.id for win in journal.wins}) == 50
    assert journal.wins[49].id == "2026-02-28-ran-round-the-block-50"
    found = site.insights()
    assert [int(one.number or 0) for one in found.celebrations.list if one.goal is None] == [1, 10, 25, 50]
    assert found.progress["run"].value == 50
    assert found.comeback.returns == ()


def test_a_goal_that_starts_in_the_future(site: Site) -> None:
    """Its plan has not begun: what it expects is where it begins.

    == goals/run.md
    ---
    measure: {unit: km, kind: sum, target: 100}
    started: 2026-04-01
    by: 2026-12-31
    ---
    == days/2026-02-28.md
    + Ran 5 km [[run]]
    """
    pace = site.insights().pace["run"]
    assert pace is not None
    assert pace.expected == 0
    assert pace.lead_days is not None
    # 274 days from 1 April to 31 December, 100 km: 5 km are 13.7 days of it.
    assert abs(pace.lead_days - Decimal("13.7")) < Decimal("1e-9")


def test_a_goal_that_ends_before_it_starts(site: Site) -> None:
    """Nobody can keep to such a plan; nothing falls over it.

    == goals/run.md
    ---
    measure: {unit: km, kind: sum, target: 100}
    started: 2026-02-01
    by: 2026-01-01
    status: done
    ended: 2026-01-15
    ---
    == days/2026-02-28.md
    + Ran 5 km [[run]]
    """
    pace = site.insights().pace["run"]
    assert pace is not None
    assert pace.lead_days is None
    assert site.build().problems == ()


def test_from_is_target(site: Site) -> None:
    """A goal that begins where it ends is an error with a place.

    == goals/run.md
    ---
    measure: {unit: km, from: 5, target: 5}
    ---
    """
    (problem,) = site.build().problems
    assert problem.code == "target-reached"
    assert (problem.origin.line, problem.origin.column) == (2, 38)


def test_target_passed_and_regressed(site: Site) -> None:
    """Past the target the number is whole; a reading that falls back is the newest, and the milestone stays reached.

    == goals/weight.md
    ---
    measure: {unit: kg, kind: latest, from: 80, target: 70}
    milestones: [{at: 70, title: There}]
    ---
    == days/2026-02-01.md
    + 69 kg [[weight]]
    == days/2026-02-02.md
    + 72 kg [[weight]]
    """
    found = site.insights()
    assert found.progress["weight"].fraction == Decimal("0.8")
    assert found.milestones["weight"][0].date == dt.date(2026, 2, 1)
    before = site.insights(dt.date(2026, 2, 1))
    assert before.progress["weight"].fraction == Decimal("1.1")


def test_leap_day(site: Site) -> None:
    """29 February is remembered on 29 February.

    == days/2024-02-29.md
    + Leapt
    == days/2028-02-28.md
    + Stood still
    """
    assert site.insights(dt.date(2028, 2, 29)).on_this_day == ("2024-02-29-leapt",)
    assert site.insights(dt.date(2027, 3, 1)).on_this_day == ()


def test_weeks_over_new_year(site: Site) -> None:
    """ISO week 2026-W53 begins on Monday 28 December 2026 and ends on 3 January 2027.

    == reviews/2026-W53.md
    ---
    worked: early nights
    ---
    == days/2026-12-27.md
    + Before it
    == days/2026-12-28.md
    + On its Monday
    == days/2027-01-03.md
    + On its Sunday
    == days/2027-01-04.md
    + After it
    """
    today = dt.date(2027, 2, 1)
    week = next(one for one in site.insights(today).periods if one.name == "2026-W53")
    assert (week.start, week.end, week.wins) == (dt.date(2026, 12, 28), dt.date(2027, 1, 3), 2)
    page = site.page("/reviews/2026-W53/", today)
    assert "On its Monday" in page
    assert "On its Sunday" in page
    assert "After it" not in page


def test_weeks_that_start_on_sunday(site: Site) -> None:
    """The calendar's first row is Sunday; the weekly review stays ISO's.

    == site.yaml
    title: Sunday first
    week_starts: sunday
    == days/2026-02-15.md
    + A Sunday
    """
    site.build()
    assert "Sunday" in site.page("/2026/")


def test_a_habit_that_is_only_watched(site: Site) -> None:
    """Cadence 0 asks for nothing and has no strength; its days are counted all the same.

    == habits/coffee.md
    ---
    cadence: 0
    ---
    == days/2026-02-15.md
    ---
    habits: [coffee]
    ---
    """
    strength = site.insights().strength["coffee"]
    assert strength.score is None
    assert strength.done == 1


def test_a_goal_with_two_parents_worth_of_values(site: Site) -> None:
    """A win's values are its own, its goal's, and both ancestors', each once; each of four gets a quarter.

    == values/a.md
    == values/b.md
    == values/c.md
    == values/d.md
    == goals/top.md
    ---
    values: [a, b]
    ---
    == goals/middle.md
    ---
    parent: top
    values: [b, c]
    ---
    == goals/low.md
    ---
    parent: middle
    ---
    == days/2026-02-15.md
    + Did it [[low]] [[d]]
    """
    (win,) = site.journal().wins
    assert set(win.values) == {"a", "b", "c", "d"}
    assert set(site.insights().alignment.by_value.values()) == {Decimal("0.25")}
    assert len(site.journal().wins_of("top")) == 1


def test_nothing_after_today_enters(site: Site) -> None:
    """With --future tomorrow's win is shown, and counts for nothing yet.

    == goals/run.md
    == days/2026-02-28.md
    + Ran [[run]]
    == days/2026-03-02.md
    + Ran again [[run]]
    """
    site.build(future=True)
    assert "Ran again" in site.page("/2026/03/02/")
    exported = json.loads(site.html("/journal.json"))
    assert exported["goals"][0]["wins"] == 1
    assert exported["goals"][0]["value"] == 1
    assert exported["alignment"]["wins"] == 1


def test_a_season_expects_nothing(site: Site) -> None:
    """Its days are no gap, the strength of a habit waits, and the tired version leads the morning.

    == site.yaml
    title: A season
    today_page: public
    seasons: [{from: 2026-02-05, to: 2026-03-10, what: Mum in hospital}]
    == goals/run.md
    ---
    next: {do: Run 5 km, tired: Put the shoes by the door}
    ---
    == habits/jog.md
    ---
    goal: run
    cadence: daily
    started: 2026-02-01
    ---
    == days/2026-02-01.md
    ---
    habits: [jog]
    ---
    == days/2026-02-02.md
    ---
    habits: [jog]
    ---
    == days/2026-02-03.md
    ---
    habits: [jog]
    ---
    == days/2026-02-04.md
    ---
    habits: [jog]
    ---
    """
    then, now = site.insights(dt.date(2026, 2, 4)), site.insights(dt.date(2026, 3, 1))
    assert now.strength["jog"].score == then.strength["jog"].score
    assert now.comeback.returns == ()
    assert now.reconnect[0].days == 1  # 4 February itself; the season's days are none
    assert now.next_steps.in_season
    page = site.page("/today/", dt.date(2026, 3, 1))
    assert "Mum in hospital" in page
    assert page.index("Put the shoes by the door") < page.index("Run 5 km")


def test_a_step_named_again_keeps_its_tired_version(site: Site) -> None:
    """A review repeats the goal's own next step in few words.

    == goals/novel.md
    ---
    next: {do: Outline scene 4, tired: read one line}
    ---
    == reviews/2026-W07.md
    ---
    next: {novel: outline scene 4}
    ---
    == days/2026-02-10.md
    + Wrote a page [[novel]]
    """
    step = site.insights().next_steps.today
    assert step is not None
    assert step.step.tired == "read one line"
    assert step.date == dt.date(2026, 2, 15)
