"""A site's own words: a catalogue beside the journal comes before a theme's, and a theme's before ours."""

import datetime as dt
from pathlib import Path

import pytest

from generator.words import Words
from tests.conftest import Site

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def catalogue(**said: str) -> str:
    return HEAD + "".join(f'msgid "{name}"\nmsgstr "{text}"\n\n' for name, text in said.items())


@pytest.fixture(autouse=True)
def _day(site: Site) -> None:
    site.write("days/2026-02-15.md", "+ Ran 5 km\n")


def test_a_site_says_a_thing_its_own_way(site: Site) -> None:
    """In English too, and only that thing.

    == locale/en.po
    msgid ""
    msgstr "Content-Type: text/plain; charset=utf-8\\n"

    msgid "Latest stones"
    msgstr "Lately"
    """
    said = site.page("/")
    assert "Lately" in said
    assert "Latest stones" not in said
    assert "The whole timeline" in said


def test_a_language_that_we_do_not_have(site: Site) -> None:
    """
    == site.yaml
    title: Un essai
    language: fr-CA
    == locale/fr.po
    msgid ""
    msgstr "Content-Type: text/plain; charset=utf-8\\n"

    msgid "As of %(day)s"
    msgstr "Au %(day)s"
    """
    said = site.page("/")
    assert "Au 1 mars 2026" in said
    assert 'lang="fr-CA"' in site.html("/")


def test_the_site_before_the_theme_before_ours(site: Site, tmp_path: Path) -> None:
    for folder, said in (("one", {"Goals": "Eins"}), ("two", {"Goals": "Zwei", "Values": "Zwei"})):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "de.po").write_text(catalogue(**said), "utf-8")
    words = Words("de", (tmp_path / "one", tmp_path / "two"))
    assert [words.gettext(name) for name in ("Goals", "Values", "Habits")] == ["Eins", "Zwei", "Gewohnheiten"]


def test_a_theme_brings_its_words(site: Site) -> None:
    """
    == site.yaml
    title: Ein Test
    language: de
    theme: mine
    == themes/mine/theme.yaml
    api: 1
    parent: drystone
    == themes/mine/templates/partials/site_foot.html
    <footer>{{ _("Laid by hand") }}</footer>
    == themes/mine/locale/de.po
    msgid ""
    msgstr "Content-Type: text/plain; charset=utf-8\\n"

    msgid "Laid by hand"
    msgstr "Von Hand gelegt"
    """
    assert "Von Hand gelegt" in site.page("/")


def test_plurals_are_those_of_the_language(tmp_path: Path) -> None:
    """Polish has three forms; the rule is the language's, whether or not the file says it."""
    (tmp_path / "pl.po").write_text(
        HEAD + 'msgid "%(num)s day"\nmsgid_plural "%(num)s days"\n'
        'msgstr[0] "%(num)s dzień"\nmsgstr[1] "%(num)s dni (2)"\nmsgstr[2] "%(num)s dni (5)"\n',
        "utf-8",
    )
    words = Words("pl", (tmp_path,))
    said = [words.ngettext("%(num)s day", "%(num)s days", n) % {"num": n} for n in (1, 3, 5, 22)]
    assert said == ["1 dzień", "3 dni (2)", "5 dni (5)", "22 dni (2)"]
    assert words.long_date(dt.date(2026, 3, 1)) == "1 marca 2026"
