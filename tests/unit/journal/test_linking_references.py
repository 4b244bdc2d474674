"""References: id, title and alias, cases folded; what answers to nothing, and what answers twice."""

import pytest

from tests.conftest import Site, write_journal

NOVEL = """== goals/novel.md
---
title: Finish the novel
aliases: [The Book, roman]
---
"""


@pytest.mark.parametrize("name", ["novel", "NOVEL", "Finish the novel", "finish THE   novel", "the book", "Roman"])
def test_a_goal_answers_to_its_id_its_title_and_its_aliases_in_any_case(site: Site, name: str) -> None:
    write_journal(site, f"{NOVEL}== wins/2026-02-14-scene.md\n---\ngoal: {name}\n---\n")
    assert site.journal().wins[0].goals == ("novel",)


def test_a_title_defaults_to_the_name_of_the_file(site: Site) -> None:
    """The goal has no title, and is known by the one that its file gives.

    == goals/sport/big-plan.md
    == days/2026-02-15.md
    + Began [[Big plan]]
    + Went on [[sport-big-plan]]
    """
    journal = site.journal()
    assert journal.goals["sport-big-plan"].title == "Big plan"
    assert [win.goals for win in journal.wins] == [("sport-big-plan",), ("sport-big-plan",)]


def test_an_id_that_was_written_overrules_the_name_of_the_file(site: Site) -> None:
    """
    == goals/2026/novel.md
    ---
    id: Book
    title: Finish the novel
    ---
    == days/2026-02-15.md
    + A page [[book]]
    """
    assert site.journal().goals["book"].url == "/goals/book/"
    assert site.journal().wins[0].goals == ("book",)


def test_case_folding_is_unicode_s_not_only_ascii_s(site: Site) -> None:
    """
    == goals/strasse.md
    ---
    title: Die STRASSE
    ---
    == days/2026-02-15.md
    + Ging los [[Die Straße]]
    """
    assert site.journal().wins[0].goals == ("strasse",)


def test_a_name_that_nobody_has_is_said_with_the_nearest_one(site: Site) -> None:
    """
    == goals/marathon.md
    == days/2026-02-15.md
    + Ran
      goal: maraton
    + Walked
    """
    built = site.build()
    (problem,) = built.problems
    assert (problem.code, str(problem.origin)) == ("goal-unknown", "content/days/2026-02-15.md:2:9")
    assert "*marathon*" in problem.hint
    assert "Walked" in site.page("/2026/02/15/"), "the day's other items stay"
    assert "Ran" not in site.page("/2026/02/15/")


def test_an_unknown_name_in_a_list_is_said_at_its_place_in_the_list(site: Site) -> None:
    """
    == goals/run.md
    == wins/2026-02-14-x.md
    ---
    goal:
      - run
      - nowhere
    ---
    """
    (problem,) = site.build().problems
    assert (problem.code, problem.origin.line, problem.origin.column) == ("goal-unknown", 4, 5)


def test_one_typo_is_one_problem_though_the_amount_and_the_milestone_hang_on_it(site: Site) -> None:
    """
    == goals/novel.md
    ---
    measure: {unit: words}
    milestones: [{id: beta}]
    ---
    == days/2026-02-15.md
    + Wrote
      goal: novl
      amount: 300 words
      milestone: beta
    """
    assert site.codes() == ["goal-unknown"]


def test_two_entries_that_answer_to_one_name_are_one_error(site: Site) -> None:
    """A goal's title is another goal's alias; what serves either of them says nothing more.

    == goals/a.md
    ---
    title: Run far
    ---
    == goals/b.md
    ---
    aliases: run FAR
    ---
    == days/2026-02-15.md
    + One [[a]]
    + Two [[b]]
    """
    assert site.codes() == ["name-taken"]


def test_a_goal_and_a_habit_of_one_name_are_an_error_and_the_habit_s_ticks_are_silent(site: Site) -> None:
    """
    == goals/run.md
    ---
    title: Run a marathon
    ---
    == habits/run.md
    ---
    title: Running
    ---
    == days/2026-02-15.md
    ---
    habits: [run]
    ---
    + Ran [[run]]
    """
    assert site.codes() == ["name-taken"]
    assert "Ran" in site.page("/goals/run/")


def test_two_files_with_one_id_are_an_error(site: Site) -> None:
    """
    == goals/novel.md
    == goals/other.md
    ---
    id: Novel
    ---
    """
    built = site.build()
    assert [problem.code for problem in built.problems] == ["id-taken"]
    assert "content/goals/novel.md" in built.problems[0].message


def test_two_files_of_one_day_are_an_error(site: Site) -> None:
    """
    == days/2026-02-15.md
    + One
    == days/2026/02/15.md
    + Two
    """
    assert site.codes() == ["id-taken"]


def test_two_reviews_of_one_week_are_an_error(site: Site) -> None:
    """
    == reviews/2026-W07.md
    == reviews/2026/2026-w07.md
    """
    assert site.codes() == ["id-taken"]


def test_a_win_and_a_setback_at_one_url_are_an_error(site: Site) -> None:
    """
    == wins/2026-02-14-flu.md
    == setbacks/2026-02-14-flu.md
    """
    assert site.codes() == ["id-taken"]


def test_wins_may_share_a_title(site: Site) -> None:
    """
    == wins/2026-02-13-a.md
    ---
    title: A page
    ---
    == wins/2026-02-14-b.md
    ---
    title: A page
    ---
    """
    assert len(site.journal().wins) == 2


@pytest.mark.parametrize("name", ["goals", "today", "search", "assets", "feed", "2026", "404"])
def test_a_page_at_an_address_that_the_site_uses_itself_is_an_error(site: Site, name: str) -> None:
    write_journal(site, f"== pages/{name}.md\nWords.\n")
    assert site.codes() == ["url-taken"]


def test_a_broken_goal_is_one_problem_and_what_serves_it_is_withheld_silently(site: Site) -> None:
    """Its wins, its habit, its ticks, its child and the child's win wait; the rest of the day is built.

    == goals/novel.md
    ---
    title: Finish the novel
    by: whenever
    measure: {unit: words}
    milestones: [{id: beta}]
    ---
    == goals/part.md
    ---
    parent: novel
    ---
    == habits/pages.md
    ---
    goal: finish the novel
    ---
    == days/2026-02-15.md
    ---
    habits: [pages]
    ---
    + Wrote 300 words [[novel]]
      amount: 300 words
      milestone: beta
    + Planned [[part]]
    + Wrote more [[pages]]
    + Called Mum
    """
    built = site.build()
    assert [problem.code for problem in built.problems] == ["date-unreadable"]
    assert built.published is not None
    assert [win.title for win in built.published.journal.wins] == ["Called Mum"]
    assert not built.published.journal.goals
    assert not built.published.journal.habits


def test_a_broken_goal_without_a_title_is_known_by_its_file_s_name(site: Site) -> None:
    """
    == goals/big-plan.md
    ---
    by: whenever
    ---
    == days/2026-02-15.md
    + Began
      goal: Big plan
    """
    assert site.codes() == ["date-unreadable"]


def test_a_goal_whose_links_are_wrong_takes_its_wins_with_it(site: Site) -> None:
    """The file can be read, but it names a value that nobody has.

    == goals/novel.md
    ---
    values: [growht]
    ---
    == values/growth.md
    == days/2026-02-15.md
    + Wrote [[novel]]
    + Called Mum
    """
    built = site.build()
    assert [problem.code for problem in built.problems] == ["value-unknown"]
    assert built.published is not None
    assert [win.title for win in built.published.journal.wins] == ["Called Mum"]


def test_a_broken_value_hides_only_itself(site: Site) -> None:
    """
    == values/growth.md
    ---
    next: []
    colour: [1, 2]
    ---
    == goals/novel.md
    ---
    values: [growth]
    ---
    == days/2026-02-15.md
    + Wrote [[novel]]
    """
    built = site.build()
    assert [problem.code for problem in built.problems] == ["key-shape"]
    assert built.published is not None
    assert [win.goals for win in built.published.journal.wins] == [("novel",)]


def test_prose_that_names_a_broken_entry_waits_with_it(site: Site) -> None:
    """It may have been meant to be private, and the prose would show its title. A label shows only itself.

    == goals/secret.md
    ---
    title: Leave the firm
    visibility: private
    by: whenever
    ---
    == days/2026-02-15.md
    I thought about [[Leave the firm]].
    == days/2026-02-16.md
    I thought about [[secret|it]].
    """
    assert site.codes() == ["date-unreadable"]
    everything = b"".join(site.files().values())
    assert b"Leave the firm" not in everything
    assert "I thought about it." in site.page("/2026/02/16/")


def test_a_private_entry_with_a_wrong_link_is_private_all_the_same(site: Site) -> None:
    """
    == goals/secret.md
    ---
    title: Leave the firm
    visibility: private
    values: [nowhere]
    ---
    == days/2026-02-15.md
    I thought about [[Leave the firm]].
    """
    assert site.codes() == ["mention-private", "value-unknown"]
    assert b"Leave the firm" not in b"".join(site.files().values())
