"""The search index: every public entry, its words whole, a file a year, and nothing that is withheld."""

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.url import file_of
from generator.pages.search_index import Part, Row, script
from tests.conftest import Site, write_journal

CALL = re.compile(r'smallwinsIndex\("(\w+)",(.*)\);\n', re.DOTALL)


def parts(site: Site) -> dict[str, Any]:
    """What each file of the index holds, by its name."""
    site.build()
    found = {}
    for path, data in site.files().items():
        if path.startswith("assets/search/"):
            call = CALL.fullmatch(data.decode())
            assert call, path
            assert path == f"assets/search/{call[1]}.js"
            found[call[1]] = json.loads(call[2])
    return found


def rows(part: Any) -> list[tuple[str, str]]:
    """The kinds and titles of a file, in order."""
    return [(kind, title) for kind, _, _, title, *_ in part["rows"]]


def test_every_kind_of_entry_is_in_it(site: Site) -> None:
    """Dated ones by year, the newest day first and a day in its own order; the others in a file of their own.

    == values/growth.md
    ---
    title: Growth
    ---
    == goals/novel.md
    ---
    title: Finish the novel
    values: growth
    ---
    == habits/pages.md
    ---
    title: Morning pages
    goal: novel
    ---
    == days/2025-12-31.md
    + Rang the bank
    == days/2026-02-14.md
    ---
    habits: [pages]
    ---
    + Wrote 300 words [[novel]]
      worked: phone in another room
    + Rang Mum

    Rain all day.

    ## Setbacks
    + No run
      restart: round the block
    == wins/2026-02-15-scene.md
    ---
    title: Scene three
    goal: novel
    ---
    It stood there at noon.
    == reviews/2026-W07.md
    A good week.
    == pages/about.md
    ---
    title: About
    ---
    I am Ada.
    """
    found = parts(site)
    assert found.keys() == {"undated", "2025", "2026"}
    assert rows(found["undated"]) == [
        ("goal", "Finish the novel"), ("value", "Growth"), ("habit", "Morning pages"), ("page", "About"),
    ]  # fmt: skip
    assert rows(found["2025"]) == [("win", "Rang the bank")]
    assert rows(found["2026"]) == [
        ("win", "Scene three"),
        ("win", "Wrote 300 words"),
        ("win", "Rang Mum"),
        ("setback", "No run"),
        ("day", ""),
        ("review", "Week of 9–15 Feb 2026"),
    ]
    assert found["2026"]["rows"][1] == [
        "win", "2026/02/14/#wrote-300-words", "2026-02-14", "Wrote 300 words", "phone in another room", [0], [0], [],
    ]  # fmt: skip
    assert found["2026"]["goals"] == ["novel"]
    assert found["undated"]["goals"] == [["novel", "Finish the novel", 0]]
    texts = {title: text for _, _, _, title, text, *_ in found["2026"]["rows"]}
    assert texts["Scene three"] == "It stood there at noon."
    assert texts[""] == "Rain all day."
    assert texts["No run"] == "round the block"


def test_a_tick_is_found_by_its_habit_unless_it_says_something(site: Site) -> None:
    """
    == habits/jog.md
    == days/2026-02-10.md
    ---
    habits: [jog]
    ---
    + A
    == days/2026-02-11.md
    ---
    habits: [{habit: jog, worked: before breakfast}]
    ---
    + B
    == days/2026-02-12.md
    + C
    == days/2026-02-13.md
    + D
    """
    assert rows(parts(site)["2026"]) == [("win", "D"), ("win", "C"), ("win", "B"), ("tick", "Jog"), ("win", "A")]


YEARS = """
== values/growth.md
== goals/run.md
---
values: growth
---
== goals/novel.md
== days/2024-03-01.md
+ Ran [[run]]
== days/2025-03-01.md
+ Wrote [[novel]]
== days/2025-03-02.md
+ Wrote [[novel]]
== days/2026-02-01.md
+ Rang
"""


@pytest.mark.parametrize(
    ("path", "text", "changed"),
    [
        ("days/2026-02-02.md", "+ Swam [[run]] [[novel]]\n", {"2026"}),
        ("days/2025-03-02.md", "+ Wrote again [[novel]]\n", {"2025"}),
        ("goals/novel.md", "---\ntitle: The long one\n---\n", {"undated"}),
        ("goals/a-new-one.md", "", {"undated"}),
        ("values/a-new-one.md", "", {"undated"}),
    ],
)
def test_a_year_s_file_changes_with_the_entries_of_its_year_alone(
    site: Site, path: str, text: str, changed: set[str]
) -> None:
    write_journal(site, YEARS.lstrip())
    before = parts(site)
    site.write(path, text)
    after = parts(site)
    assert {name for name in after if after[name] != before.get(name)} == changed


def test_every_address_leads_to_a_page(site: Site) -> None:
    """Also where a name needs encoding.

    == goals/größe.md
    ---
    id: größe
    ---
    == days/2026-02-10.md
    + Ça va [[größe]]
    + 日本語
    == days/2026-02-11.md
    + B
    == days/2026-02-12.md
    + C
    == wins/2026-02-13-привет.md
    == reviews/2026-W07.md
    """
    for part in parts(site).values():
        for _, url, *_ in part["rows"]:
            path, _, place = unquote(url).partition("#")
            page = (site.output / file_of("/" + path)).read_text("utf-8")
            assert not place or f'id="{place}"' in page
            assert url.isascii()


def test_what_is_withheld_is_not_in_it(site: Site) -> None:
    """
    == goals/secret.md
    ---
    title: Leave the job
    visibility: private
    ---
    == goals/open.md
    == days/2026-02-10.md
    ---
    prose: private
    ---
    + Wrote to a lawyer [[secret]]
    + Rang Mum [[open]]

    Nobody may know.
    == days/2026-02-11.md
    + B
    == days/2026-02-12.md
    + C
    == days/2026-02-13.md
    + D
    == wins/2026-02-14-draft.md
    ---
    draft: yes
    ---
    Half a story.
    """
    text = json.dumps(parts(site))
    assert "Rang Mum" in text
    for words in ("Leave the job", "secret", "lawyer", "Nobody", "Half a story"):
        assert words not in text


def test_with_little_to_search_in_there_is_no_search(site: Site) -> None:
    """A home and its days are all there is to see.

    == days/2026-02-10.md
    + A
    == days/2026-02-11.md
    + B
    """
    assert parts(site) == {}
    assert "search/index.html" not in site.files()
    assert "Search" not in site.page("/")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_hostile_texts_come_back_exactly(texts: list[str]) -> None:
    """Whatever a person writes: ends of scripts, line ends of other alphabets, quotes, emoji."""
    hostile = [*texts, "</script><script>alert(1)</script>", "<!--", "]]>", "\u2028\u2029\\u2028", '"\\', "\0\ufeff"]
    made = tuple(Row("win", "a/", None, text, text[::-1], (), (), ()) for text in hostile)
    data = script("2026", Part(goals=(), values=(), habits=(), rows=made)).decode()
    call = CALL.fullmatch(data)
    assert call
    read = json.loads(call[2])["rows"]
    assert [(title, text) for _, _, _, title, text, *_ in read] == [(text, text[::-1]) for text in hostile]
    assert not set("<\u2028\u2029") & set(data)
    assert data.count("\n") == 1
