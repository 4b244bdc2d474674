"""The favicon: the latest stones in their values' colours, and nothing else that could change it."""

import re

from tests.conftest import Site, write_journal

# drystone's tokens, light.
MOSS, INDIGO, STONE, PAPER = "#73845e", "#3f5589", "#8a8274", "#faf7f0"


def stones(site: Site) -> list[str]:
    """The colours of the stones, the oldest first; the sheet of paper is the first rectangle."""
    found = re.findall(r'fill="([^"]+)"', icon(site))
    assert found[0] == PAPER
    return found[1:]


def icon(site: Site) -> str:
    assert site.build().problems == ()
    return site.files()["assets/favicon.svg"].decode()


VALUES = "== values/a.md\n== values/b.md\n== goals/a-goal.md\n---\nvalues: [a]\n---\n"


def test_the_latest_stones_in_their_colours(site: Site) -> None:
    write_journal(site, VALUES + "== days/2026-02-14.md\n+ One [[a-goal]]\n+ Two [[b]]\n+ Three\n")
    assert stones(site) == [MOSS, INDIGO, STONE]


def test_only_so_many_as_there_is_room_for_and_the_newest(site: Site) -> None:
    lines = "".join(f"+ Win {number} [[a-goal]]\n" for number in range(20))
    write_journal(site, f"{VALUES}== days/2026-02-14.md\n{lines}+ Last [[b]]\n")
    assert stones(site) == [MOSS] * 6 + [INDIGO]


def test_words_and_days_do_not_change_it(site: Site) -> None:
    write_journal(site, VALUES + "== days/2026-02-14.md\n+ One [[a-goal]]\n")
    before = icon(site)
    (site.folder / "content/days/2026-02-14.md").unlink()
    write_journal(site, "== days/2026-02-20.md\n+ Another thing altogether [[a-goal]]\n\nProse.\n")
    assert icon(site) == before


def test_what_is_withheld_or_still_to_come_is_not_in_it(site: Site) -> None:
    write_journal(site, VALUES + "== days/2026-02-14.md\n+ One [[a-goal]]\n")
    before = icon(site)
    write_journal(site, "== wins/2026-02-15-x.md\n---\nvisibility: private\nvalues: [b]\n---\nIt stays mine.\n")
    write_journal(site, "== days/2027-01-01.md\n+ Not yet [[b]]\n")
    assert icon(site) == before


def test_ticks_only_where_there_is_nothing_else(site: Site) -> None:
    write_journal(site, VALUES + "== habits/jog.md\n---\ngoal: a-goal\n---\n")
    write_journal(site, "== days/2026-02-14.md\n---\nhabits: [jog]\n---\n")
    assert stones(site) == [MOSS]
    write_journal(site, "== days/2026-02-13.md\n+ Two [[b]]\n")
    assert stones(site) == [INDIGO]


def test_an_empty_journal_has_one_bare_stone(site: Site) -> None:
    site.write("goals/run.md", "")
    assert stones(site) == [STONE]


def test_a_palette_that_was_chosen_colours_it(site: Site) -> None:
    write_journal(site, VALUES + "== days/2026-02-14.md\n+ One [[a-goal]]\n")
    site.write("site.yaml", "title: A test\ntheme: {options: {palette: vivid}}\n")
    assert stones(site) == ["#6c8844"]


def test_a_theme_may_bring_its_own(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: mine
    == themes/mine/theme.yaml
    api: 1
    parent: drystone
    == themes/mine/assets/favicon.svg
    <svg xmlns="http://www.w3.org/2000/svg"/>
    == goals/run.md
    """
    assert icon(site).startswith('<svg xmlns="http://www.w3.org/2000/svg"/>')


def test_it_holds_no_style_and_no_script(site: Site) -> None:
    site.write("goals/run.md", "")
    assert not re.search(r"style|script|url\(", icon(site))
