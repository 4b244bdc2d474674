"""Amounts: whose unit they fit, how they convert, what a bare number means."""

from decimal import Decimal

import pytest

from tests.conftest import Site, write_journal


def test_an_amount_converts_into_its_goal_s_unit_exactly(site: Site) -> None:
    """A mile is 1.609344 km, so ten miles are 16.09344 km.

    == goals/run.md
    ---
    measure: {unit: km}
    ---
    == days/2026-02-15.md
    + Ran
      goal: run
      amount: 10 mi
    """
    (win,) = site.journal().wins
    assert win.readings == {"run": Decimal("16.09344")}
    assert str(win.amount) == "10 mi"


def test_an_amount_that_fits_two_goals_counts_in_each_one_s_unit(site: Site) -> None:
    """
    == goals/far.md
    ---
    measure: {unit: km}
    ---
    == goals/near.md
    ---
    measure: {unit: m}
    ---
    == goals/novel.md
    ---
    measure: {unit: words}
    ---
    == days/2026-02-15.md
    + Ran 2.5 km [[far]] [[near]] [[novel]]
    """
    (win,) = site.journal().wins
    assert win.readings == {"far": Decimal("2.5"), "near": Decimal(2500)}
    assert win.goals == ("far", "near", "novel"), "where it does not fit, the win counts without it"


def test_an_amount_that_fits_a_goal_and_its_habit_counts_for_both(site: Site) -> None:
    """
    == goals/run.md
    ---
    measure: {unit: km, kind: max}
    ---
    == habits/jog.md
    ---
    goal: run
    measure: {unit: m, at_least: 3000}
    ---
    == days/2026-02-15.md
    ---
    habits: [{habit: jog, amount: 5 km}]
    ---
    """
    (win,) = site.journal().wins
    assert (win.readings, win.dose) == ({"run": Decimal(5)}, Decimal(5000))


def test_a_bare_number_takes_the_unit_of_the_only_measured_goal(site: Site) -> None:
    """Not its habit's, though it has one; a goal that counts wins takes no amounts.

    == goals/novel.md
    ---
    measure: {unit: words}
    ---
    == goals/meet.md
    == habits/pages.md
    ---
    measure: {unit: min}
    ---
    == days/2026-02-15.md
    + Wrote [[novel]] [[meet]] [[pages]]
      amount: 300
    """
    (win,) = site.journal().wins
    assert (win.readings, win.dose, str(win.amount)) == ({"novel": Decimal(300)}, None, "300 words")


def test_a_bare_number_takes_the_habit_s_unit_where_no_goal_is_measured(site: Site) -> None:
    """
    == goals/calm.md
    == habits/sit.md
    ---
    goal: calm
    measure: {unit: min, at_least: 10}
    ---
    == days/2026-02-15.md
    ---
    habits: [{habit: sit, amount: 12}]
    ---
    """
    (win,) = site.journal().wins
    assert (win.readings, win.dose, str(win.amount)) == ({}, Decimal(12), "12 min")


def test_a_bare_number_for_a_goal_without_a_unit(site: Site) -> None:
    """
    == goals/press-ups.md
    ---
    measure: {kind: max, target: 50}
    ---
    == days/2026-02-15.md
    + Press-ups
      goal: press-ups
      amount: 31
    """
    assert site.journal().wins[0].readings == {"press-ups": Decimal(31)}


@pytest.mark.parametrize(
    ("goals", "amount", "code"),
    [
        ("[novel, run]", "5", "amount-unclear"),  # two candidates
        ("[novel]", "5 km", "amount-unfit"),
        ("[calm]", "5", "amount-unfit"),
        ("[]", "5 km", "amount-unfit"),
        ("[novel]", "1,200", "amount-unreadable"),
        ("[novel]", "many", "amount-unreadable"),
    ],
)
def test_an_amount_that_is_nobody_s_or_two_goals_is_an_error(site: Site, goals: str, amount: str, code: str) -> None:
    measured = "== goals/{}.md\n---\nmeasure: {{unit: {}}}\n---\n"
    write_journal(
        site,
        measured.format("novel", "words")
        + measured.format("run", "km")
        + f'== goals/calm.md\n== wins/2026-02-15-x.md\n---\ngoal: {goals}\namount: "{amount}"\n---\n',
    )
    assert site.codes() == [code]


RUN = """== goals/run.md
---
measure: {unit: km}
---
== goals/novel.md
---
measure: {unit: words}
---
== habits/pages.md
---
goal: novel
measure: {unit: min}
---
"""


@pytest.mark.parametrize(
    ("item", "readings"),
    [
        ("Ran 5 km [[run]]", {"run": 5}),
        ("Ran 5km in the rain [[run]]", {"run": 5}),
        ("Ran 2.5 km [[run]]", {"run": Decimal("2.5")}),
        ("Ran 5 km with 2 friends in 31:10 [[run]]", {"run": 5}),
        ("Ran 5 km, then 3 km [[run]]", {}),  # two that fit: which one?
        ("Ran five km [[run]]", {}),
        ("Wrote about 5 km [[novel]]", {}),  # none that fits
        ("Wrote 1 word [[novel]]", {"novel": 1}),
        ("Wrote 300 words after 5 km [[novel]] [[run]]", {}),  # each fits one: two that fit
        ("Wrote 300 words in 20 min [[pages]]", {}),  # one is the goal's, one the habit's
        ("Wrote 300 words [[pages]]", {"novel": 300}),
        ("Ran 5 km, then 3 km [[run]]\n  amount: 8 km", {"run": 8}),
        ("Wrote 1,200 words [[novel]]\n  amount: 1200", {"novel": 1200}),
        ("Ran 5 km [[run]]\n  amount: 5.2", {"run": Decimal("5.2")}),
    ],
)
def test_exactly_one_fitting_amount_in_an_item_s_text_is_its_amount(
    site: Site, item: str, readings: dict[str, int]
) -> None:
    write_journal(site, f"{RUN}== days/2026-02-15.md\n+ {item}\n")
    assert site.journal().wins[0].readings == readings


def test_a_comma_in_an_item_s_text_is_an_error_with_a_hint(site: Site) -> None:
    write_journal(site, f"{RUN}== days/2026-02-15.md\n+ Wrote 1,200 words [[novel]]\n")
    (problem,) = site.build().problems
    assert problem.code == "amount-comma"
    assert "1200" in problem.message + problem.hint


def test_a_comma_in_a_number_that_fits_nothing_is_only_prose(site: Site) -> None:
    write_journal(site, f"{RUN}== days/2026-02-15.md\n+ Read 1,200 pages [[novel]]\n")
    assert site.journal().wins[0].readings == {}


def test_plain_items_of_the_front_matter_have_their_amount_in_the_text_too(site: Site) -> None:
    write_journal(site, f"{RUN}== days/2026-02-15.md\n---\nwins:\n  - {{text: Ran 5 km, goal: run}}\n---\n")
    assert site.journal().wins[0].readings == {"run": 5}


def test_the_title_of_a_story_gives_no_amount(site: Site) -> None:
    """It says "an item's text": a file of its own says its amount by its key."""
    site.write("goals/run.md", "---\nmeasure: {unit: km}\n---\n")
    site.write("wins/2026-02-15-x.md", "---\ntitle: Ran 5 km\ngoal: run\n---\n")
    assert site.journal().wins[0].readings == {}


def test_numbers_of_the_goal_s_own_may_carry_a_unit_that_fits(site: Site) -> None:
    """A marathon is 42195 m; half of it 21.0975 km.

    == goals/run.md
    ---
    measure: {unit: km, kind: max, from: 5000 m, target: 42195 m}
    milestones: [{at: 21097.5 m}]
    changed: [{on: 2026-02-01, target: 10 mi}]
    ---
    """
    goal = site.journal().goals["run"]
    assert (goal.measure.start, goal.measure.target) == (Decimal(5), Decimal("42.195"))
    assert goal.milestones[0].at == Decimal("21.0975")
    assert goal.changed[0].target == Decimal("16.09344")


@pytest.mark.parametrize(
    ("measure", "milestones"),
    [
        ("{unit: km, target: 5 kg}", "[]"),
        ("{unit: km, from: 5 words}", "[]"),
        ("{unit: km}", "[{at: 3 kg}]"),
        ("{kind: count, target: 3}", "[{at: 3 km}]"),
    ],
)
def test_a_number_of_the_goal_s_own_in_a_unit_that_does_not_fit_is_an_error(
    site: Site, measure: str, milestones: str
) -> None:
    site.write("goals/run.md", f"---\nmeasure: {measure}\nmilestones: {milestones}\n---\n")
    assert site.codes() == ["unit-unfit"]


@pytest.mark.parametrize(
    ("front", "kind"),
    [
        ("title: x", "count"),
        ("measure: {unit: km}", "sum"),
        ("measure: {target: 30}", "count"),
        ("measure: {target: 30 km}", "sum"),
        ("milestones: [{id: a}]", "milestones"),
        ("measure: {unit: km}\nmilestones: [{id: a}]", "sum"),
        ("measure: {kind: days}", "days"),
    ],
)
def test_the_kind_of_measure_by_default(site: Site, front: str, kind: str) -> None:
    site.write("goals/a.md", f"---\n{front}\n---\n")
    assert site.journal().goals["a"].measure.kind == kind


@pytest.mark.parametrize(("front", "kind"), [("title: x", "goals"), ("milestones: [{id: a}]", "milestones")])
def test_the_kind_of_a_parent_by_default(site: Site, front: str, kind: str) -> None:
    site.write("goals/a.md", f"---\n{front}\n---\n")
    site.write("goals/b.md", "---\nparent: a\nstatus: done\n---\n")
    assert site.journal().goals["a"].measure.kind == kind


def test_parts_that_were_let_go_are_none(site: Site) -> None:
    """Released children do not count, so there is nothing for kind goals to count.

    == goals/a.md
    == goals/b.md
    ---
    parent: a
    status: released
    ---
    """
    assert site.journal().goals["a"].measure.kind == "count"


@pytest.mark.parametrize("measure", ["{unit: km, from: 5, target: 5}", "{unit: km, from: 5000 m, target: 5}"])
def test_a_target_at_the_beginning_is_an_error(site: Site, measure: str) -> None:
    site.write("goals/run.md", f"---\nmeasure: {measure}\n---\n")
    assert site.codes() == ["target-reached"]
