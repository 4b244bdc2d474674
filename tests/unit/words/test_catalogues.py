"""The catalogues: whole, true to the sources, and in the journal's voice; a site in German is German."""

import datetime as dt
from collections.abc import Callable

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.words import Words, figures, sentences
from generator.words.catalogue import OURS
from tests.conftest import Site
from tests.messages import PLACEHOLDER, Ids, ids_of, in_sources


def in_catalogue(catalogue: Catalog) -> dict[Ids, Ids]:
    """Every message of a catalogue with its translations, one a plural form; without those that are fuzzy."""
    return {ids_of(one.id): ids_of(one.string or "") for one in catalogue if one.id and not one.fuzzy}


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@pytest.fixture(scope="module", params=sorted(path.stem for path in OURS.glob("*.po")))
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    with (OURS / f"{request.param}.po").open("rb") as written:
        return read_po(written, locale=request.param)


def test_there_is_german() -> None:
    assert (OURS / "de.po").is_file()


def test_every_message_is_translated_and_none_is_left_over(catalogue: Catalog) -> None:
    translated = in_catalogue(catalogue)
    wanted = in_sources()
    assert len(wanted) > 200
    assert sorted(wanted - translated.keys()) == [], "not in the catalogue, or fuzzy"
    assert sorted(translated.keys() - wanted) == [], "no longer in the sources"
    empty = [ids for ids, strings in translated.items() if not all(text.strip() for text in strings)]
    assert empty == []
    assert not catalogue.obsolete


def test_every_plural_form_is_there_with_the_placeholders_of_its_message(catalogue: Catalog) -> None:
    for ids, strings in in_catalogue(catalogue).items():
        assert len(strings) == (catalogue.num_plurals if len(ids) == 2 else 1), ids
        for text in strings:
            assert placeholders(text) == placeholders(ids[-1]), (ids, text)
            assert "%" not in PLACEHOLDER.sub("", text), text  # a lone one would stop the page that says it


def test_no_translation_raises_its_voice(catalogue: Catalog) -> None:
    assert [text for strings in in_catalogue(catalogue).values() for text in strings if "!" in text] == []


GERMAN: list[tuple[Callable[[Words], str], str]] = [
    (lambda w: sentences.wins_on_days(w, 23, 17), "23 Erfolge, 17 Tage."),
    (lambda w: sentences.wins_on_days(w, 1, 1), "1 Erfolg, 1 Tag."),
    (lambda w: sentences.value_wins(w, 1248, 3), "1.248 Erfolge für 3 Ziele."),
    (lambda w: sentences.value_wins(w, 1, 1), "1 Erfolg für 1 Ziel."),
    (lambda w: sentences.setbacks(w, 1), "1 Rückschlag, und was er dich gelehrt hat."),
    (lambda w: sentences.setbacks(w, 13), "13 Rückschläge, und was sie dich gelehrt haben."),
    (
        lambda w: sentences.wall(w, 214, dt.date(2026, 1, 3), dt.date(2026, 11, 20)),
        "214 Steine seit dem 3. Januar 2026, der jüngste vom 20. November 2026.",
    ),
    (
        lambda w: sentences.wall(w, 0, None, None),
        "Der Grund ist bereitet. Der erste kleine Erfolg legt den ersten Stein.",
    ),
    (lambda w: figures.low_days(w, 1), "An 1 Tag mit wenig Energie hast du dennoch einen Stein gelegt."),
    (lambda w: figures.low_days(w, 23), "An 23 Tagen mit wenig Energie hast du dennoch einen Stein gelegt."),
    (
        lambda w: figures.resting(w, "Der Roman", dt.date(2026, 6, 3), 214),
        "Der Roman ruht seit dem 3. Juni 2026. 214 Steine sind gelegt und bleiben, wo sie sind.",
    ),
    (
        lambda w: figures.resting(w, "Der Roman", dt.date(2026, 6, 3), 1),
        "Der Roman ruht seit dem 3. Juni 2026. 1 Stein ist gelegt und bleibt, wo er ist.",
    ),
    (
        lambda w: figures.came_back(w, dt.date(2026, 3, 17), 3, "Ein Spaziergang"),
        "3 Tage Pause, dann warst du am 17. März 2026 wieder da: Ein Spaziergang",
    ),
    (
        lambda w: figures.year(w, 2026, 312, 187, 9),
        "Im Jahr 2026 hast du 312 Steine gelegt, verteilt auf 187 Tage, und bist 9-mal zurückgekehrt. "
        "Das ist daraus geworden.",
    ),
    (
        lambda w: figures.linked(w, 382, 264, 311),
        "382 Erfolge, davon für ein Ziel: 264, für einen Wert: 311.",
    ),
]


@pytest.mark.parametrize(("say", "german"), GERMAN, ids=[german for _, german in GERMAN])
def test_german_is_said(say: Callable[[Words], str], german: str) -> None:
    assert say(Words("de")) == german


def test_a_region_without_a_catalogue_of_its_own_has_the_language_s() -> None:
    assert Words("de-AT").gettext("Setbacks") == "Rückschläge"


def test_setbacks_stand_under_a_german_heading(site: Site) -> None:
    """
    == site.yaml
    title: Ein Test
    language: de
    == goals/lauf.md
    ---
    title: Der lange Lauf
    ---
    == days/2026-02-15.md
    + 5 km gelaufen [[lauf]]

    ## Rückschläge
    + Den langen Lauf ausgelassen [[lauf]]
      restart: 20 Minuten gehen
    + Schlecht geschlafen

    ## Am Abend
    Es hat geregnet.
    """
    built = site.build()
    assert not built.problems
    assert built.published is not None
    journal = built.published.journal
    assert [win.title for win in journal.wins] == ["5 km gelaufen"]
    assert [one.title for one in journal.setbacks] == ["Den langen Lauf ausgelassen", "Schlecht geschlafen"]
    assert "2 Rückschläge, und was sie dich gelehrt haben." in site.page("/setbacks/")
    assert "Ein Stein, gelegt am 15. Februar 2026." in site.page("/goals/lauf/")
    assert "Es hat geregnet." in site.page("/2026/02/15/")


def test_the_english_heading_does_in_german_too(site: Site) -> None:
    """
    == site.yaml
    title: Ein Test
    language: de
    == days/2026-02-15.md
    + 5 km gelaufen

    ## Setbacks
    + Schlecht geschlafen
    """
    built = site.build()
    assert built.published is not None
    assert (len(built.published.journal.wins), len(built.published.journal.setbacks)) == (1, 1)


def test_a_setback_stays_one_when_the_language_changes(site: Site) -> None:
    """
    == site.yaml
    title: A test
    visibility: {setbacks: private}
    == days/2026-02-15.md
    + Ran 5 km

    ## Rückschläge
    + Slept badly
    """
    built = site.build()
    assert built.published is not None
    assert [win.title for win in built.published.journal.wins] == ["Ran 5 km"]
    assert "Slept badly" not in site.page("/2026/02/15/")


def test_the_heading_of_every_catalogue_is_known(catalogue: Catalog) -> None:
    for message in ("Setbacks", "Setback:"):
        found = catalogue.get(message)
        assert found is not None
        assert str(found.string).rstrip(":").casefold() in sentences.SETBACK_HEADINGS
