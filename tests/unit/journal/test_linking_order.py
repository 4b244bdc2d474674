"""The order of a day, the ids and urls of what happened in it, and who links to whom."""

import datetime as dt

from tests.conftest import Site


def test_the_order_within_a_day(site: Site) -> None:
    """By time; without one: the day's items by position, files by id, ticks.

    == habits/pages.md
    == habits/jog.md
    == days/2026-02-15.md
    ---
    habits: [pages, {habit: jog, time: 6:00}]
    wins:
      - From the front
    ---
    + First of the body
    + At ten
      time: 10:00
    + At nine
      time: 9:00
    + Last of the body
    == wins/2026-02-15-b.md
    == wins/2026-02-15-a.md
    == wins/2026-02-15-c.md
    ---
    time: 09:30
    ---
    == wins/2026-02-14-z.md
    """
    assert [win.title for win in site.journal().wins] == [
        "Z", "Jog", "At nine", "C", "At ten",
        "From the front", "First of the body", "Last of the body", "A", "B", "Pages",
    ]  # fmt: skip


def test_an_item_is_named_by_its_first_six_words(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Called Mum, and we talked for an hour
    """
    (win,) = site.journal().wins
    assert (win.id, win.url) == ("2026-02-15-called-mum-and-we-talked-for", "/2026/02/15/#called-mum-and-we-talked-for")


def test_items_alike_are_numbered_in_their_order(site: Site) -> None:
    """
    == days/2026-02-15.md
    + A walk
    + A walk!
    + A Walk
    ## Setbacks
    + A walk
    """
    journal = site.journal()
    assert [win.url.partition("#")[2] for win in journal.wins] == ["a-walk", "a-walk-2", "a-walk-3"]
    assert journal.setbacks[0].url == "/2026/02/15/#a-walk-4"


def test_an_id_that_was_written_is_kept_whoever_comes_first(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Walk
    + Round the lake
      id: walk
    """
    assert [win.url.partition("#")[2] for win in site.journal().wins] == ["walk-2", "walk"]


def test_an_item_never_takes_the_id_of_a_file(site: Site) -> None:
    """They stand on one page: the day's.

    == wins/2026-02-15-walk.md
    == days/2026-02-15.md
    + Walk
    """
    journal = site.journal()
    assert sorted(win.id for win in journal.wins) == ["2026-02-15-walk", "2026-02-15-walk-2"]
    assert site.build().problems == ()
    assert site.html("/2026/02/15/").count('id="walk"') == 1


def test_text_without_a_letter_still_has_an_id(site: Site) -> None:
    """
    == days/2026-02-15.md
    + 🎉
      id: "!"
    + ???
    ## Setbacks
    + …
    """
    journal = site.journal()
    assert [win.url for win in journal.wins] == ["/2026/02/15/#win", "/2026/02/15/#win-2"]
    assert journal.setbacks[0].url == "/2026/02/15/#setback"


def test_two_items_that_claim_one_id_are_an_error(site: Site) -> None:
    """
    == days/2026-02-15.md
    + One
      id: same
    + Two
      id: same
    """
    assert site.codes() == ["id-taken"]


def test_a_story_has_its_own_url_and_its_day_its_line(site: Site) -> None:
    """
    == wins/2026/02/14-scene-three.md
    ---
    title: Scene three is down
    ---
    The story.
    """
    (win,) = site.journal().wins
    assert (win.id, win.url) == ("2026-02-14-scene-three", "/2026/02/14/scene-three/")
    site.build()
    assert "The story." in site.page("/2026/02/14/scene-three/")
    assert 'href="../../../2026/02/14/scene-three/"' in site.html("/2026/02/14/")


def test_who_links_to_whom(site: Site) -> None:
    """Prose, notes of items, stories, pages: by title, by alias, by file. Newest first, those without a date last.

    == goals/novel.md
    ---
    title: Finish the novel
    aliases: book
    ---
    I speak of [[novel]] myself.
    == days/2026-02-15.md
    Thought of [[book|it]], and of [[novel]] again.
    == days/2026-02-16.md
    + Called Mum

      She asked for [the novel](../goals/novel.md).
    == wins/2026-02-14-scene.md
    ---
    title: Scene three
    ---
    For [[novel]].
    == reviews/2026-W07.md
    A good week for [[novel]].
    == pages/about.md
    I write [[novel]].
    """
    journal = site.journal()
    assert [(said.title, said.url) for said in journal.mentioned["/goals/novel/"]] == [
        ("2026-02-16", "/2026/02/16/"),
        ("2026-02-15", "/2026/02/15/"),
        ("Scene three", "/2026/02/14/scene/"),
        ("2026-W07", "/reviews/2026-W07/"),
        ("About", "/about/"),
    ]
    assert "Scene three" in site.page("/goals/novel/")


def test_what_an_item_serves_is_no_link(site: Site) -> None:
    """The win stands among the goal's wins; its note does link.

    == goals/novel.md
    == goals/run.md
    == days/2026-02-15.md
    + Wrote [[novel]], of [[run|running]]
    == days/2026-02-16.md
    + Wrote [[novel]]

      More for [[run]].
    """
    mentioned = site.journal().mentioned
    assert "/goals/novel/" not in mentioned
    assert [said.url for said in mentioned["/goals/run/"]] == ["/2026/02/16/"]


def test_a_review_is_linked_to_where_it_stands(site: Site) -> None:
    """
    == reviews/2026/2026-W07.md
    ---
    worked: early
    ---
    == days/2026-02-15.md
    As I said in [[2026-W07|the review]].
    """
    assert site.build().problems == ()
    assert 'href="../../../reviews/2026-W07/">the review' in site.html("/2026/02/15/")
    assert "reviews/2026-W07/index.html" in site.files()
    assert "2026-02-15" in site.page("/reviews/2026-W07/").partition("Mentioned")[2]


def test_every_link_leads_to_a_page(site: Site) -> None:
    """All kinds can be linked to by id.

    == values/growth.md
    == goals/novel.md
    == habits/pages.md
    == wins/2026-02-13-a.md
    == setbacks/2026-02-12-b.md
    == reviews/2026-02.md
    == pages/about.md
    == days/2026-02-15.md
    [[growth]] [[novel]] [[pages]] [[2026-02-13-a]] [[2026-02-12-b]] [[2026-02]] [[about]] [[2026-02-16]]
    == days/2026-02-16.md
    ---
    mood: 3
    ---
    """
    assert site.build().problems == ()
    targets = [target.url for target in site.journal().days[dt.date(2026, 2, 15)].body.targets]
    assert targets == [
        "/values/growth/", "/goals/novel/", "/habits/pages/", "/2026/02/13/a/", "/2026/02/12/b/",
        "/reviews/2026-02/", "/about/", "/2026/02/16/",
    ]  # fmt: skip
    files = site.files()
    assert [url for url in targets if url and f"{url[1:]}index.html" not in files] == []


def test_a_description_has_the_words_of_its_links(site: Site) -> None:
    """
    == goals/novel.md
    ---
    title: Finish the novel
    ---
    == wins/2026-02-13-a.md
    A page of [[novel|the book]], for [[novel]].
    """
    site.build()
    assert 'content="A page of the book, for Finish the novel."' in site.html("/2026/02/13/a/")


def test_a_mention_that_leads_nowhere_is_an_error_with_its_place(site: Site) -> None:
    """
    == goals/novel.md
    == days/2026-02-15.md
    Words first.

    Then [[novell]].
    """
    (problem,) = site.build().problems
    assert (problem.code, problem.origin.line, problem.origin.column) == ("mention-unknown", 3, 6)
    assert "*novel*" in problem.hint


def test_days_and_reviews_give_next_steps_to_goals(site: Site) -> None:
    """
    == goals/novel.md
    == days/2026-02-15.md
    ---
    next: {Novel: Outline scene 5}
    ---
    == reviews/2026-W07.md
    ---
    next: {novel: {do: Outline scene 4, tired: read a line}}
    moving: {NOVEL: building base}
    adjust: write before mail
    ---
    """
    journal = site.journal()
    assert [step.do for step in journal.days[dt.date(2026, 2, 15)].next["novel"]] == ["Outline scene 5"]
    (review,) = journal.reviews
    assert [(step.do, step.tired) for step in review.next["novel"]] == [("Outline scene 4", "read a line")]
    assert (review.moving, review.adjust) == ({"novel": "building base"}, ("write before mail",))


def test_a_next_step_for_a_goal_that_nobody_has_is_an_error_and_the_day_stays(site: Site) -> None:
    """
    == days/2026-02-15.md
    ---
    next: {novel: Outline scene 5}
    habits: [jog]
    skips: [sit]
    ---
    + Called Mum
    """
    assert site.codes() == ["goal-unknown", "habit-unknown", "habit-unknown"]
    assert "Called Mum" in site.page("/2026/02/15/")


def test_two_pictures_at_one_address_are_an_error(site: Site) -> None:
    """
    == days/2026-02-15.md
    ![One](a/view.svg)
    == days/2026-02-16.md
    ![Other](../media/days/a/view.svg)
    == days/a/view.svg
    <svg/>
    == media/days/a/view.svg
    <svg/>
    """
    assert site.codes() == ["url-taken"]
