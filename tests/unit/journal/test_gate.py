"""The gate: what is withheld, why, and that nothing of it can be felt (architecture.md)."""

import datetime as dt

import pytest

from generator.config.schema import Site as Config
from generator.config.schema import VisibilityRules
from generator.journal.visibility import Memos, sift
from generator.journal.withheld import Withheld
from generator.read.discover import discover
from generator.read.options import Options
from generator.read.parse import parse
from tests.conftest import TODAY, Site, write_journal


def everything(site: Site) -> bytes:
    """All bytes of the site, and the names of its files."""
    files = site.files()
    return b"\n".join(files.values()) + "\n".join(files).encode()


def why(site: Site, today: dt.date = TODAY) -> dict[str, Withheld]:
    built = site.build(today)
    assert built.problems == ()
    assert built.published is not None
    return dict(built.published.withheld)


def test_a_private_goal_takes_with_it_all_that_serves_it(site: Site) -> None:
    """Its child, its habit, their wins, ticks and setbacks; the day keeps what else is on it.

    == goals/secret.md
    ---
    title: Leave the firm
    visibility: private
    ---
    == goals/step.md
    ---
    title: Polish the letter
    parent: secret
    visibility: public
    ---
    == habits/evenings.md
    ---
    title: Evening search
    goal: step
    ---
    == days/2026-02-15.md
    ---
    habits: [evenings]
    skips: [{habit: evenings, why: tired of searching}]
    next: {secret: Ring the lawyer}
    ---
    + Wrote to Kim [[secret]]
    + Polished it [[step]]
    + An hour [[evenings]]
    + Called Mum

    ## Setbacks
    + No answer [[secret]]
    == wins/2026-02-16-letter.md
    ---
    title: The letter is out
    goal: [secret]
    ---
    """
    assert set(why(site).values()) == {Withheld.PRIVATE}
    assert "Called Mum" in site.page("/2026/02/15/")
    for words in (
        "Leave the firm", "Polish", "Evening", "Kim", "An hour", "No answer", "letter is", "secret", "lawyer",
        "searching", "02/16",
    ):  # fmt: skip
        assert words.encode() not in everything(site), words


def test_a_public_goal_beside_a_private_one_does_not_publish_the_win(site: Site) -> None:
    """
    == goals/secret.md
    ---
    visibility: private
    ---
    == goals/run.md
    == days/2026-02-15.md
    + Ran there [[run]] [[secret]]
    + Ran home [[run]]
    """
    why(site)
    assert "Ran home" in site.page("/goals/run/")
    assert b"Ran there" not in everything(site)


def test_a_private_habit_takes_its_ticks_and_wins_but_not_its_goal(site: Site) -> None:
    """
    == goals/calm.md
    == habits/group.md
    ---
    title: Tuesday group
    goal: calm
    visibility: private
    ---
    == days/2026-02-15.md
    ---
    habits: [group]
    ---
    + Sat ten minutes [[calm]]
    == days/2026-02-16.md
    + Spoke up
      habit: group
    """
    why(site)
    assert "Sat ten minutes" in site.page("/goals/calm/")
    assert b"Tuesday group" not in everything(site)
    assert b"Spoke up" not in everything(site)


def test_a_private_value_hides_only_itself(site: Site) -> None:
    """
    == values/pride.md
    ---
    title: Pride
    visibility: private
    ---
    == values/growth.md
    == goals/novel.md
    ---
    values: [pride, growth]
    ---
    == days/2026-02-15.md
    + Wrote [[novel]]
      values: pride
    """
    assert why(site) == {"values/pride": Withheld.PRIVATE}
    published = site.build().published
    assert published is not None
    (win,) = published.journal.wins
    assert win.values == ("growth",)
    assert b"ride" not in everything(site).replace(b"override", b"")


def test_the_colours_of_values_do_not_tell_of_a_private_one(site: Site) -> None:
    """Colours go by position, and the private value, first by its id, has none."""
    site.write("values/b.md", "")
    site.write("values/c.md", "")
    site.build()
    alone = site.files()
    site.write("values/a.md", "---\nvisibility: private\n---\n")
    site.build()
    assert site.files() == alone


def test_ids_do_not_renumber(site: Site) -> None:
    """The private walk came first; the public one is the only one.

    == days/2026-02-15.md
    + A walk
      visibility: private
    + A walk
      draft: yes
    + A walk
    """
    assert sorted(said.value for said in why(site).values()) == ["draft", "private"]
    assert 'id="a-walk"' in site.html("/2026/02/15/")
    assert b"a-walk-" not in everything(site)


def test_a_label_is_left_and_leads_nowhere(site: Site) -> None:
    """In prose, in an item, by file; and nothing marks that there was a link.

    == values/pride.md
    ---
    visibility: private
    ---
    == goals/secret.md
    ---
    visibility: private
    ---
    == days/2026-02-15.md
    + Thought of [[pride|it]] at noon

    We spoke of [[secret|mum's "plan"]], and [of it](../goals/secret.md).
    """
    why(site)
    html = site.html("/2026/02/15/")
    assert "Thought of it at noon" in html
    assert "<p>We spoke of mum's &quot;plan&quot;, and of it.</p>" in html
    assert b"secret" not in everything(site)
    assert b"pride" not in everything(site)


@pytest.mark.parametrize(
    ("path", "front", "today"),
    [
        ("goals/secret.md", "visibility: private", TODAY),
        ("goals/secret.md", "draft: yes", TODAY),
        ("values/secret.md", "visibility: private", TODAY),
        ("pages/secret.md", "draft: on", TODAY),
        ("wins/2026-03-05-secret.md", "id: secret", TODAY),  # the future
    ],
)
def test_a_bare_mention_of_what_is_withheld_is_an_error(site: Site, path: str, front: str, today: dt.date) -> None:
    site.write(path, f"---\n{front}\ntitle: Leave the firm\n---\n")
    site.write("days/2026-02-15.md", "About [[secret]].\n")
    site.write("days/2026-02-16.md", "+ Called Mum\n")
    (problem,) = site.build(today).problems
    assert (problem.code, problem.origin.line, problem.origin.column) == ("mention-private", 1, 7)
    assert "[[secret|" in problem.hint
    assert b"Leave the firm" not in everything(site)
    assert b"secret" not in everything(site)
    assert "Called Mum" in site.page("/2026/02/16/")


def test_a_link_to_the_address_of_what_is_withheld_is_an_error(site: Site) -> None:
    """It would show the id; one to a page that is there is none, and counts as a mention.

    == goals/secret.md
    ---
    visibility: private
    ---
    == goals/novel.md
    == days/2026-02-15.md
    See [it](/goals/secret/#top).
    == days/2026-02-16.md
    See [it](/goals/novel/), and [all](/goals/).
    """
    (problem,) = site.build().problems
    assert (problem.code, problem.origin.path) == ("mention-private", "content/days/2026-02-15.md")
    assert b"secret" not in everything(site)
    assert "2026-02-16" in site.page("/goals/novel/")


def test_a_bare_mention_in_what_is_withheld_itself_is_no_error(site: Site) -> None:
    """
    == goals/secret.md
    ---
    visibility: private
    ---
    == days/2026-02-15.md
    ---
    visibility: private
    ---
    About [[secret]].
    == days/2026-02-16.md
    + Went on [[secret]]

      As [[secret]] asks.
    + Called Mum
    """
    why(site)
    assert "Called Mum" in site.page("/2026/02/16/")


def test_private_prose_may_name_what_is_private(site: Site) -> None:
    """
    == goals/secret.md
    ---
    title: Leave the firm
    visibility: private
    ---
    == pages/about.md
    == days/2026-02-15.md
    ---
    title: A bad day
    prose: private
    mood: 1
    energy: 2
    ---
    + Called Mum

    About [[secret]], and of [[about]]. ![Kim](../media/kim.svg)
    == media/kim.svg
    <svg/>
    """
    assert why(site) == {"goals/secret": Withheld.PRIVATE}
    page = site.page("/2026/02/15/")
    assert "Called Mum" in page
    for words in ("and of", "bad day", "Mood", "Energy", "Kim", "Leave"):
        assert words not in page
    assert "media/kim.svg" not in site.files()
    assert "2026-02-15" not in site.page("/about/"), "no backlink from words that are withheld"


def test_a_day_of_private_prose_alone_has_no_page(site: Site) -> None:
    """
    == days/2026-02-15.md
    ---
    prose: private
    mood: 1
    ---
    Words.
    """
    why(site)
    assert not [path for path in site.files() if path.startswith("2026")]


@pytest.mark.parametrize("word", ["privat", "hidden", "PRIVATE!", "no", "[private]", "{to: me}"])
def test_a_visibility_that_nobody_knows_withholds_the_file(site: Site, word: str) -> None:
    site.write("goals/secret.md", f"---\ntitle: Leave the firm\nvisibility: {word}\n---\n")
    site.write("days/2026-02-15.md", "+ Wrote to Kim [[secret]]\n+ Called Mum\n")
    assert site.codes() == ["gate-unclear"]
    assert b"Leave" not in everything(site)
    assert b"Kim" not in everything(site)


@pytest.mark.parametrize("key", ["visibilty: private", "Visibility: private", "private: yes", "drafts: yes"])
def test_a_near_miss_of_the_key_withholds_the_file(site: Site, key: str) -> None:
    site.write("goals/secret.md", f"---\ntitle: Leave the firm\n{key}\n---\n")
    assert site.codes() == ["gate-unclear"]
    assert b"Leave" not in everything(site)


def test_a_near_miss_on_an_item_withholds_the_file(site: Site) -> None:
    """In doubt about one item nobody knows what else was meant.

    == days/2026-02-15.md
    + Wrote to Kim
      visibilty: private
    + Called Mum
    """
    assert site.codes() == ["gate-unclear"]
    assert b"Kim" not in everything(site)
    assert b"Called Mum" not in everything(site)


def test_pictures_that_only_private_entries_show_are_not_copied(site: Site) -> None:
    """
    == days/2026-02-15.md
    ![Ours](../media/ours.svg) ![Both](../media/both.svg)
    == days/2026-02-16.md
    ---
    visibility: private
    ---
    ![Theirs](../media/theirs.svg) ![Both](../media/both.svg)
    == media/ours.svg
    <svg/>
    == media/theirs.svg
    <svg/>
    == media/both.svg
    <svg/>
    == media/nobodys.svg
    <svg/>
    """
    why(site)
    assert {path for path in site.files() if path.startswith("media/")} == {"media/ours.svg", "media/both.svg"}


def test_drafts_and_the_future_are_withheld_until_asked_for(site: Site) -> None:
    """
    == days/2026-03-01.md
    + Today
    + Tomorrow
      date: 2026-03-02
    + Unfinished
      draft: yes
    == days/2026-03-02.md
    + Then
    + Before
      date: 2026-02-01
    == reviews/2026-W10.md
    ---
    worked: early
    ---
    """
    assert sorted(said.value for said in why(site).values()) == ["draft", *["future"] * 5]
    assert [win.title for win in site.journal().wins] == ["Today"]
    site.build(drafts=True)
    assert "Unfinished" in site.page("/2026/03/01/")
    assert b"Then" not in everything(site)
    site.build(future=True)
    assert "Then" in site.page("/2026/03/02/")
    assert "Tomorrow" in site.page("/2026/03/02/")
    assert b"Unfinished" not in everything(site)
    assert why(site, dt.date(2026, 3, 2)).keys() == {"days/2026-03-01#4.3"}


def test_a_draft_goal_withholds_its_wins_and_drafts_shows_them(site: Site) -> None:
    """
    == goals/plan.md
    ---
    draft: yes
    ---
    == days/2026-02-15.md
    + Began [[plan]]
    """
    assert set(why(site).values()) == {Withheld.DRAFT}
    site.build(drafts=True)
    assert "Began" in site.page("/goals/plan/")


def test_private_is_stricter_than_a_draft_and_drafts_never_shows_it(site: Site) -> None:
    """
    == goals/plan.md
    ---
    visibility: private
    draft: yes
    ---
    == days/2026-02-15.md
    + Began [[plan]]
      draft: yes
    """
    assert set(why(site).values()) == {Withheld.PRIVATE}
    site.build(drafts=True, future=True)
    assert b"Began" not in everything(site)


KINDS = {
    "values": ("values/x.md", "---\ntitle: Xylophone\n---\n"),
    "goals": ("goals/x.md", "---\ntitle: Xylophone\n---\n"),
    "habits": ("habits/x.md", "---\ntitle: Xylophone\n---\n"),
    "days": ("days/2026-02-15.md", "+ Xylophone\n"),
    "wins": ("wins/2026-02-15-x.md", "---\ntitle: Xylophone\n---\n"),
    "setbacks": ("setbacks/2026-02-15-x.md", "---\ntitle: Xylophone\n---\n"),
    "reviews": ("reviews/2026-W07.md", "---\ntitle: Xylophone\n---\n"),
    "pages": ("pages/x.md", "---\ntitle: Xylophone\n---\n"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_site_yaml_says_what_a_kind_is(site: Site, kind: str) -> None:
    site.write(*KINDS[kind])
    site.build()
    assert b"Xylophone" in everything(site)
    for rule in (f"{kind}: private", f"default: private, {kind}: private", "default: private"):
        site.write("site.yaml", f"title: A test\nvisibility: {{{rule}}}\n")
        assert Withheld.PRIVATE in why(site).values()
        assert b"Xylophone" not in everything(site)
    site.write("site.yaml", f"title: A test\nvisibility: {{default: private, {kind}: public}}\n")
    site.write("days/2026-02-15.md", KINDS["days"][1] + "  visibility: public\n")
    site.build()
    assert b"Xylophone" in everything(site)


@pytest.mark.parametrize(("kind", "text"), [("wins", "+ Xylophone\n"), ("setbacks", "## Setbacks\n+ Xylophone\n")])
def test_the_rule_of_a_kind_holds_for_a_day_s_items(site: Site, kind: str, text: str) -> None:
    site.write("days/2026-02-15.md", f"{text}\nThe day in prose.\n")
    site.write("site.yaml", f"title: A test\nvisibility: {{{kind}: private}}\n")
    why(site)
    assert b"Xylophone" not in everything(site)
    assert "The day in prose." in site.page("/2026/02/15/")


def test_a_tick_is_a_win_to_the_rule_of_wins(site: Site) -> None:
    """
    == site.yaml
    title: A test
    visibility: {wins: private}
    == habits/jog.md
    == days/2026-02-15.md
    ---
    habits: [jog]
    ---
    + Said out loud
      visibility: public
    """
    assert why(site) == {"days/2026-02-15#habits.0": Withheld.PRIVATE}
    published = site.build().published
    assert published is not None
    assert [win.title for win in published.journal.wins] == ["Said out loud"]
    assert "Not done yet" in site.page("/habits/jog/")


def test_an_entry_s_own_word_overrules_the_site_s_but_not_its_goal_s(site: Site) -> None:
    """
    == site.yaml
    title: A test
    visibility: {goals: private}
    == goals/novel.md
    ---
    visibility: public
    ---
    == goals/secret.md
    == days/2026-02-15.md
    + Wrote [[novel]]
    + Fled [[secret]]
      visibility: public
    """
    why(site)
    assert "Wrote" in site.page("/goals/novel/")
    assert b"Fled" not in everything(site)


def test_a_private_win_leaves_the_tick_that_it_stood_for(site: Site) -> None:
    """That the habit was done is no secret; how it was is.

    == habits/jog.md
    == days/2026-02-15.md
    ---
    habits: [jog]
    ---
    + Ran away from it all [[jog]]
      visibility: private
    """
    why(site)
    assert "Jog" in site.page("/2026/02/15/")
    assert b"away" not in everything(site)


def test_an_empty_setbacks_heading_goes_with_its_items(site: Site) -> None:
    """
    == site.yaml
    title: A test
    visibility: {setbacks: private}
    == days/2026-02-15.md
    + Called Mum

    ## Setbacks
    + Xylophone
    """
    why(site)
    assert "etback" not in site.page("/2026/02/15/")
    assert "setbacks/index.html" not in site.files()


def test_a_note_s_headings_do_not_tell_of_lines_that_are_withheld(site: Site) -> None:
    public = "+ Called Mum\n\n  # How it went\n\n  Well.\n"
    site.write("days/2026-02-15.md", public)
    site.build()
    alone = site.files()
    site.write("days/2026-02-15.md", f"+ Wrote to Kim\n  visibility: private\n\n{public}")
    site.build()
    assert site.files() == alone


def test_what_is_said_of_the_withheld_is_only_how_many(site: Site) -> None:
    """
    == goals/a.md
    ---
    visibility: private
    ---
    == days/2026-02-15.md
    + One [[a]]
    + Two
      draft: yes
    == days/2026-03-05.md
    """
    built = site.build()
    assert built.published is not None
    assert built.published.counts == {Withheld.PRIVATE: 2, Withheld.DRAFT: 1, Withheld.FUTURE: 1}


def test_a_journal_of_secrets_is_an_empty_site(site: Site) -> None:
    """
    == goals/a.md
    ---
    visibility: private
    ---
    """
    site.build()
    hidden = site.files()
    (site.folder / "content/goals/a.md").unlink()
    site.build()
    assert site.files() == hidden


def test_a_circle_of_goals_hides_what_is_private_below_it(site: Site) -> None:
    write_journal(
        site,
        "== goals/a.md\n---\nparent: b\nvisibility: private\n---\n== goals/b.md\n---\nparent: a\n---\n"
        "== goals/c.md\n---\nparent: b\n---\n== days/2026-02-15.md\n+ Xylophone [[c]]\n",
    )
    assert set(site.codes()) == {"goal-cycle"}
    assert b"Xylophone" not in everything(site)


TEXTS = [
    ("goals/run.md", "---\ntitle: Run\nwhy: see [[{0}]]\n---\n"),
    ("goals/run.md", "---\ntitle: Run\nnext: {{do: Ask, tired: 'read [[{0}]]'}}\n---\n"),
    ("goals/run.md", "---\ntitle: Run\nmilestones: [{{at: 3, title: Half, reward: '[[{0}]]'}}]\n---\n"),
    ("habits/jog.md", "---\ncue: after [[{0}]]\n---\n"),
    ("days/2026-02-15.md", "+ Ran\n  worked: as [[{0}]] says\n"),
    ("days/2026-02-15.md", "---\nprose: private\nskips: [{{habit: rest, why: 'because of [[{0}]]'}}]\n---\n+ Ran\n"),
    ("days/2026-02-15.md", "---\nwins: [{{text: Ran, closer: '[[{0}]]'}}]\n---\n"),
    ("wins/2026-02-15-ten.md", "---\ntitle: Ten, for [[{0}]]\n---\n"),
    ("reviews/2026-W07.md", "---\nworked: ['thinking of [[{0}]]']\n---\n"),
    ("pages/about.md", "---\ndescription: all about [[{0}]]\n---\n"),
]


@pytest.mark.parametrize(("path", "text"), TEXTS)
def test_a_bare_mention_in_any_text_is_seen(site: Site, path: str, text: str) -> None:
    """
    == goals/secret.md
    ---
    title: Leave the firm
    visibility: private
    ---
    == habits/rest.md
    """
    site.write(path, text.format("secret"))
    (problem,) = site.build().problems
    assert problem.code == "mention-private"
    assert problem.origin.path == f"content/{path}"
    assert b"secret" not in everything(site)


@pytest.mark.parametrize(("path", "text"), TEXTS)
def test_a_label_in_any_text_leaves_its_words(site: Site, path: str, text: str) -> None:
    """
    == goals/secret.md
    ---
    title: Leave the firm
    visibility: private
    ---
    == habits/rest.md
    """
    site.write(path, text.format("secret|the other thing"))
    assert site.build().problems == ()
    found = b"".join(data for path, data in site.files().items() if not path.endswith((".js", ".css")))
    assert b"the other thing" in found
    assert b"[[" not in found
    assert b"secret" not in found


@pytest.mark.parametrize(("path", "text"), TEXTS)
def test_a_mention_of_what_is_public_leaves_its_title(site: Site, path: str, text: str) -> None:
    """
    == values/calm.md
    ---
    title: Keep calm and read on
    ---
    == habits/rest.md
    """
    site.write(path, text.format("rest|x"))
    site.build()
    before = sum(data.count(b"Keep calm and read on") for path, data in site.files().items() if "calm" not in path)
    site.write(path, text.format("calm"))
    assert site.build().problems == ()
    found = b"".join(data for path, data in site.files().items() if "calm" not in path)
    assert b"[[calm" not in found
    assert found.count(b"Keep calm and read on") > before


def test_other_terms_give_other_reasons(site: Site) -> None:
    """What was noted on a day, with drafts or for a kind that is private counts for nothing on another.

    == goals/novel.md
    ---
    draft: true
    ---
    == days/2026-02-15.md
    + Called Mum
    == days/2026-03-15.md
    + Called Dad
    """
    parsed = [parse(one, (site.folder / one.path).read_bytes(), Options()) for one in discover(site.folder).entries]
    entries, memos = [one.entry for one in parsed if one.entry], Memos()
    usual, closed = Config(), Config(visibility=VisibilityRules(default="private"))
    for config in (usual, closed, usual):
        for today in (TODAY, dt.date(2026, 3, 15), TODAY):
            for drafts in (True, False, True):
                again = sift(entries, (), (), config, today, drafts=drafts, memos=memos)
                assert again.withheld == sift(entries, (), (), config, today, drafts=drafts).withheld
