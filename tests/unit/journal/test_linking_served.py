"""What serves what: habits and their ticks, goals and their ancestors, values."""

from decimal import Decimal

from tests.conftest import Site


def test_a_tick_is_a_win_of_the_habit_s_goal_and_its_text_the_habit_s_title(site: Site) -> None:
    """
    == values/growth.md
    == goals/novel.md
    ---
    values: [growth]
    ---
    == habits/pages.md
    ---
    title: Morning pages
    goal: novel
    ---
    == days/2026-02-15.md
    ---
    habits: [pages]
    ---
    """
    (win,) = site.journal().wins
    assert (win.title, win.goals, win.values, win.habit) == ("Morning pages", ("novel",), ("growth",), "pages")
    assert win.tick
    assert "Morning pages" in site.page("/2026/02/15/")


def test_a_tick_may_be_a_mapping_with_an_amount_a_time_and_an_effort(site: Site) -> None:
    """
    == habits/jog.md
    ---
    measure: {unit: min, at_least: 20}
    ---
    == days/2026-02-15.md
    ---
    habits: [{habit: jog, amount: 1h 30min, effort: 2, time: 7:05, worked: early}]
    ---
    """
    (win,) = site.journal().wins
    assert (win.dose, win.effort, win.time, win.worked) == (Decimal(90), 2, "07:05", "early")


def test_a_habit_ticked_twice_in_one_list_is_ticked_once(site: Site) -> None:
    """
    == habits/jog.md
    == days/2026-02-15.md
    ---
    habits: [jog, Jog]
    ---
    """
    assert len(site.journal().wins) == 1


def test_a_win_with_the_habit_is_that_day_s_tick(site: Site) -> None:
    """Whether it names the habit in brackets, under `habit:` or in a file of its own; the next day is another.

    == habits/jog.md
    == habits/pages.md
    == habits/sit.md
    == days/2026-02-15.md
    ---
    habits: [jog, pages, sit]
    ---
    + Round the lake [[jog]]
    + Before breakfast
      habit: pages
    == wins/2026-02-15-hour.md
    ---
    title: A whole hour
    habit: sit
    ---
    == days/2026-02-16.md
    ---
    habits: [jog]
    ---
    """
    journal = site.journal()
    assert [win.title for win in journal.wins] == ["Round the lake", "Before breakfast", "A whole hour", "Jog"]
    assert [win.tick for win in journal.wins] == [False, False, False, True]
    assert [win.date.day for win in journal.ticks_of("jog")] == [15, 16]


def test_a_win_moved_to_another_day_ticks_that_day(site: Site) -> None:
    """
    == habits/jog.md
    == days/2026-02-15.md
    ---
    habits: [jog]
    ---
    + Yesterday's run [[jog]]
      date: 2026-02-14
    """
    assert [(win.date.day, win.tick) for win in site.journal().wins] == [(14, False), (15, True)]


def test_an_amount_on_a_tick_that_a_win_stands_for_is_said_to_be_lost(site: Site) -> None:
    """
    == habits/jog.md
    ---
    measure: {unit: km}
    ---
    == days/2026-02-15.md
    ---
    habits: [{habit: jog, amount: 5 km}]
    ---
    + Round the lake [[jog]]
    """
    (problem,) = site.build().problems
    assert (problem.code, problem.is_error) == ("tick-twice", False)


def test_a_win_with_a_habit_and_no_goal_serves_the_habit_s_goal(site: Site) -> None:
    """And one that names a goal serves only that.

    == goals/novel.md
    == goals/letters.md
    == habits/pages.md
    ---
    goal: novel
    ---
    == days/2026-02-15.md
    + Wrote [[pages]]
    + Wrote to Ann [[pages]] [[letters]]
    """
    assert [win.goals for win in site.journal().wins] == [("novel",), ("letters",)]


def test_a_setback_with_a_habit_touches_the_habit_s_goal(site: Site) -> None:
    """
    == goals/novel.md
    == habits/pages.md
    ---
    goal: novel
    ---
    == setbacks/2026-02-15-slept.md
    ---
    habit: pages
    ---
    """
    (setback,) = site.journal().setbacks
    assert (setback.goals, setback.habit) == (("novel",), "pages")


def test_two_habits_on_one_win_are_an_error(site: Site) -> None:
    """
    == habits/jog.md
    == habits/sit.md
    == days/2026-02-15.md
    + Both [[jog]] [[sit]]
    """
    assert site.codes() == ["habit-twice"]


def test_the_values_of_a_win_are_its_own_its_goals_and_their_ancestors(site: Site) -> None:
    """Each once, though freedom comes by two ways.

    == values/connection.md
    == values/freedom.md
    == values/growth.md
    == values/order.md
    == goals/life.md
    ---
    values: [freedom]
    ---
    == goals/novel.md
    ---
    parent: life
    values: [growth, freedom]
    ---
    == days/2026-02-15.md
    + Wrote with Ann [[novel]]
      values: connection
    """
    journal = site.journal()
    assert sorted(journal.wins[0].values) == ["connection", "freedom", "growth"]
    assert len(journal.wins_for("freedom")) == 1
    assert journal.wins_for("order") == ()


def test_a_value_in_brackets_is_served(site: Site) -> None:
    """
    == values/connection.md
    == days/2026-02-15.md
    + Rang Ann [[connection]]
    """
    (win,) = site.journal().wins
    assert (win.title, win.goals, win.values) == ("Rang Ann", (), ("connection",))


def test_a_label_stays_in_the_sentence_and_bare_brackets_do_not(site: Site) -> None:
    """
    == goals/novel.md
    == days/2026-02-15.md
    + Read [[novel|the book]] aloud
    + Wrote a page [[novel]], in bed
    """
    assert [win.title for win in site.journal().wins] == ["Read the book aloud", "Wrote a page, in bed"]


def test_a_parent_has_its_descendants_wins_each_once(site: Site) -> None:
    """One win serves two children of the same parent, and one a grandchild.

    == goals/life.md
    == goals/novel.md
    ---
    parent: life
    ---
    == goals/poems.md
    ---
    parent: life
    ---
    == goals/chapter.md
    ---
    parent: novel
    ---
    == days/2026-02-15.md
    + Both [[novel]] [[poems]]
    + Chapter [[chapter]]
    + Own [[life]] [[novel]]
    + Nothing
    """
    journal = site.journal()
    assert [win.title for win in journal.wins_of("life")] == ["Both", "Chapter", "Own"]
    assert [win.title for win in journal.wins_of("novel")] == ["Both", "Chapter", "Own"]
    assert [win.title for win in journal.wins_of("poems")] == ["Both"]
    assert journal.goals["chapter"].ancestors == ("novel", "life")
    assert journal.goals["life"].children == ("novel", "poems")


def test_a_parent_has_its_descendants_setbacks(site: Site) -> None:
    """
    == goals/life.md
    == goals/novel.md
    ---
    parent: life
    ---
    == setbacks/2026-02-15-flu.md
    ---
    goal: [novel, life]
    ---
    """
    assert [setback.title for setback in site.journal().setbacks_of("life")] == ["Flu"]


def test_a_circle_of_goals_is_an_error_and_what_hangs_below_it_waits(site: Site) -> None:
    """
    == goals/hen.md
    ---
    parent: egg
    ---
    == goals/egg.md
    ---
    parent: hen
    ---
    == goals/chick.md
    ---
    parent: hen
    ---
    == goals/other.md
    == days/2026-02-15.md
    + Fed it [[chick]]
    + Else [[other]]
    """
    built = site.build()
    assert {problem.code for problem in built.problems} == {"goal-cycle"}
    assert {problem.origin.path for problem in built.problems} == {"content/goals/hen.md", "content/goals/egg.md"}
    assert built.published is not None
    assert list(built.published.journal.goals) == ["other"]
    assert [win.title for win in built.published.journal.wins] == ["Else"]


def test_a_goal_that_is_its_own_parent_is_a_circle(site: Site) -> None:
    """
    == goals/hen.md
    ---
    parent: hen
    ---
    """
    assert site.codes() == ["goal-cycle"]


def test_a_milestone_is_named_by_its_id_or_its_title(site: Site) -> None:
    """
    == goals/novel.md
    ---
    milestones: [{id: Beta, title: Beta readers}, {title: Act one}]
    ---
    == days/2026-02-15.md
    + Sent it [[novel]]
      milestone: beta
    + Sent it again [[novel]]
      milestone: BETA readers
    + Half [[novel]]
      milestone: act-one
    + Half again [[novel]]
      milestone: Act One
    """
    assert [win.milestone for win in site.journal().wins] == [
        "novel/beta", "novel/beta", "novel/act-one", "novel/act-one",
    ]  # fmt: skip


def test_a_milestone_of_the_habit_s_goal_can_be_named(site: Site) -> None:
    """
    == goals/novel.md
    ---
    milestones: [{id: beta}]
    ---
    == habits/pages.md
    ---
    goal: novel
    ---
    == days/2026-02-15.md
    + Sent it [[pages]]
      milestone: beta
    """
    assert site.journal().wins[0].milestone == "novel/beta"


def test_a_milestone_that_no_goal_of_the_win_has_is_an_error(site: Site) -> None:
    """
    == goals/novel.md
    ---
    milestones: [{id: beta}]
    ---
    == goals/run.md
    == days/2026-02-15.md
    + Sent it [[run]]
      milestone: beta
    """
    assert site.codes() == ["milestone-unknown"]


def test_two_milestones_of_one_name_and_one_of_none_are_errors(site: Site) -> None:
    """
    == goals/a.md
    ---
    milestones: [{title: Act one}, {id: act-one}]
    ---
    == goals/b.md
    ---
    milestones: [{reward: a day off}]
    ---
    """
    assert site.codes() == ["milestone-twice", "milestone-empty"]
