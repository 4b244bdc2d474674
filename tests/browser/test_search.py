"""Search as a person uses it: from a server and from a disk, by key, by words of any alphabet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Site, write_journal
from tests.site.sample import TODAY
from tests.site.server import serve

from .conftest import Open, Visit
from .test_accessibility import AXE, OPTIONS

HOSTILE = "<img src=x onerror=alert(1)> </script> & 'q' \"Q\""
JOURNAL = f"""
== values/growth.md
---
title: Growth
---
== goals/run.md
---
title: Run a marathon
---
== goals/roman.md
---
title: Der große Roman
values: growth
---
== habits/jog.md
---
title: Out in the running shoes
goal: run
---
== days/2024-05-01.md
+ Über die Brücke gelaufen [[run]]
== days/2025-06-01.md
+ Ran 5 km with Sam [[run]]
  worked: shoes by the door
+ Took the tram to the café
== days/2026-02-01.md
---
habits: [jog]
---
+ Ran 8 km with Zoë [[run]]
+ Zwei Seiten in der Goethestraße [[roman]]
+ {HOSTILE}
+ 東京タワーまで歩いた

Rain, and a long evening over the tram timetable.
== days/2026-02-02.md
+ Rang Jürgen Mueller
== pages/about.md
---
title: About
---
Who runs here.
"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site as it is put on a server, and as it is read from a disk."""
    site = Site(tmp_path_factory.mktemp("search"))
    write_journal(site, JOURNAL.lstrip())
    found = {}
    for name in ("online", "offline"):
        site.output = site.folder / name
        assert site.build(TODAY, offline=name == "offline").problems == ()
        found[name] = site.output
    return found


@pytest.fixture(params=["/", "/repo/", "disk"])
def address(request: pytest.FixtureRequest, folders: dict[str, Path]) -> Iterator[str]:
    """Where the search page stands."""
    if request.param == "disk":
        yield (folders["offline"] / "search/index.html").as_uri()
    else:
        with serve(folders["online"], request.param) as root:
            yield f"{root}search/"


@pytest.fixture(scope="module")
def at_root(folders: dict[str, Path]) -> Iterator[str]:
    """The search page on a server, for all tests for which the place is all the same."""
    with serve(folders["online"]) as root:
        yield f"{root}search/"


@pytest.fixture(scope="module")
def open_search(chromium: Browser, at_root: str) -> Iterator[Page]:
    """One window for all the tests that only ask."""
    page = chromium.new_page()
    page.goto(at_root)
    yield page
    page.close()


def titles(page: Page) -> list[str]:
    return page.locator("[data-part=results] .line-text").all_inner_texts()


def search(page: Page, query: str) -> list[str]:
    """The titles of what is found."""
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("status")).to_have_text("")
    page.get_by_role("searchbox").fill(query)
    answered(page, query)
    return titles(page)


def answered(page: Page, query: str) -> None:
    """Wait for the answer to the whole of what was typed: a slow machine asks for its beginning too."""
    page.wait_for_function(
        "query => new URLSearchParams(location.search).get('q') === query"
        " && document.querySelector('[data-part=status]').textContent !== ''",
        arg=query.strip(),
    )


def test_it_finds_and_leads_there(visit: Open, address: str) -> None:
    """What has no date comes first, then the newest; a win is found by its goal."""
    with visit(address) as it:
        assert search(it.page, "marat") == [
            "Run a marathon", "Out in the running shoes",
            "Ran 8 km with Zoë", "Ran 5 km with Sam", "Über die Brücke gelaufen",
        ]  # fmt: skip
        expect(it.page.get_by_role("status")).to_have_text("5 entries")
        facts = it.page.locator("[data-part=results] > li").nth(2)
        assert facts.locator("time").inner_text() == "1 Feb 2026"
        assert facts.locator(".to").inner_text() == "Run a marathon"
        assert facts.locator(".to mark").inner_text() == "marat"
        it.page.get_by_role("link", name="Ran 8 km with Zoë").click()
        assert it.page.locator(":target").inner_text().startswith("Ran 8 km with Zoë")
        it.page.go_back()
        expect(it.page.get_by_role("searchbox")).to_have_value("marat")
        expect(it.page.locator("[data-part=results] > li")).to_have_count(5)
        assert it.complaints == []


WIN, BRIDGE, TOKYO = "Ran 5 km with Sam", "Über die Brücke gelaufen", "東京タワーまで歩いた"
STREET = "Zwei Seiten in der Goethestraße"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sam ran", [WIN]),
        ("RAN sam", [WIN]),
        ("ran nobody", []),
        ("am", []),  # the beginning of a word, not its end
        ("door", [WIN]),  # what worked
        ("über", [BRIDGE]),
        ("uber", [BRIDGE]),
        ("UEBER bruecke", [BRIDGE]),
        ("goethestrasse", [STREET]),
        ("goethestraße", [STREET]),
        ("grosse", ["Der große Roman", STREET]),  # its goal
        ("growth", ["Der große Roman", "Growth", STREET]),  # its goal's value
        ("cafe", ["Took the tram to the café"]),
        ("Café", ["Took the tram to the café"]),
        ("zoe", ["Ran 8 km with Zoë"]),
        ("jürgen müller", ["Rang Jürgen Mueller"]),
        ("jurgen mueller", ["Rang Jürgen Mueller"]),
        ('"the tram"', ["The day in words", "Took the tram to the café"]),
        ('"tram the"', []),
        ('"the tra"', []),  # a phrase stands whole
        ('"the tra', ["The day in words", "Took the tram to the café"]),  # while it is being written
        ("„the tram“ evening", ["The day in words"]),
        ("タワー", [TOKYO]),  # a script without spaces
        ("5 km", [WIN]),
        ("<img", [HOSTILE]),
    ],
)
def test_words_find_what_a_person_means(open_search: Page, query: str, found: list[str]) -> None:
    assert search(open_search, query) == found
    if not found:
        expect(open_search.get_by_role("status")).to_contain_text("Nothing has all these words.")


@pytest.mark.parametrize(
    ("query", "title", "marks"),
    [
        ("uber bru", "Über die Brücke gelaufen", ["Über", "Brü"]),  # typed without dots
        ("ueber", "Über die Brücke gelaufen", ["Über"]),
        ("goethestrass", "Zwei Seiten in der Goethestraße", ["Goethestraß"]),
        ("r ran", "Ran 5 km with Sam", ["Ran"]),
    ],
)
def test_what_was_asked_for_is_marked(open_search: Page, query: str, title: str, marks: list[str]) -> None:
    search(open_search, query)
    line = open_search.locator("[data-part=results] .line-text").filter(has_text=title)
    assert line.locator("mark").all_inner_texts() == marks


def test_hostile_words_stay_words(visit: Open, address: str) -> None:
    with visit(address) as it:
        search(it.page, "onerror")
        link = it.page.locator("[data-part=results] .line-text a")
        assert link.text_content() == HOSTILE
        assert it.page.locator("main img").count() == 0
        it.page.goto(it.page.url.split("?")[0] + "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
        assert it.page.get_by_role("searchbox").input_value() == "<img src=x onerror=alert(1)>"
        expect(link).to_have_count(1)
        assert it.page.locator("main img").count() == 0
        assert it.complaints == []


def focused(it: Visit) -> str:
    return str(it.page.evaluate("document.activeElement.textContent || document.activeElement.tagName"))


def test_the_keyboard_is_enough(visit: Open, address: str) -> None:
    """Ctrl+K on any page, arrows through what is found, Enter to open it, Escape to begin again."""
    home = address.replace("search/", "")
    with visit(home) as it:
        it.page.keyboard.press("Control+k")
        it.page.wait_for_url(address)
        it.page.keyboard.type("km")
        answered(it.page, "km")
        expect(it.page.locator("[data-part=results] > li")).to_have_count(2)
        it.page.keyboard.press("ArrowDown")
        assert focused(it) == "Ran 8 km with Zoë"
        it.page.keyboard.press("ArrowDown")
        it.page.keyboard.press("ArrowDown")  # there is nothing below the last
        assert focused(it) == WIN
        it.page.keyboard.press("ArrowUp")
        it.page.keyboard.press("ArrowUp")
        assert focused(it) == "INPUT"
        it.page.keyboard.press("Enter")  # the field's answer: its first result
        expect(it.page.locator("[data-part=results] a").first).to_be_focused()
        it.page.keyboard.press("Escape")
        assert focused(it) == "INPUT"
        assert it.page.get_by_role("searchbox").input_value() == ""
        assert it.page.url == address
        assert titles(it.page) == []
        it.page.keyboard.type("sam")
        it.page.keyboard.press("ArrowDown")  # faster than the answer
        expect(it.page.get_by_role("link", name=WIN)).to_be_focused()
        it.page.keyboard.press("Enter")
        it.page.wait_for_url("**/2025/06/01/**")
        assert it.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_on_what_is_found(visit: Open, at_root: str, width: int, scheme: str) -> None:
    with visit(f"{at_root}?q=r", width, scheme) as it:
        expect(it.page.get_by_role("status")).to_have_text("10 entries")
        it.page.evaluate(AXE)
        assert it.page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"] == []
        assert it.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_slash_that_is_typed_is_a_slash(visit: Open, at_root: str) -> None:
    with visit(at_root) as it:
        it.page.get_by_role("searchbox").press_sequentially("a/b")
        assert it.page.get_by_role("searchbox").input_value() == "a/b"


def test_without_scripts_it_leads_on(visit: Open, address: str) -> None:
    with visit(address, scripts=False) as it:
        assert not it.page.get_by_role("searchbox").is_visible()
        assert "none run here" in it.page.locator("main").inner_text()
        ways = it.page.locator("main nav a").all_inner_texts()
        assert ways == ["Timeline", "Goals", "Values", "Habits", "Reflect", "2026", "2025", "2024"]
        it.page.get_by_role("link", name="2024").click()
        assert it.page.locator("h1").inner_text() == "2024"


@pytest.fixture
def long(site: Site) -> Iterator[tuple[str, Path]]:
    """Sixty runs in 2026, two in 2024."""
    for day in range(1, 61):
        site.write(f"days/2026-{(day - 1) // 28 + 1:02}-{(day - 1) % 28 + 1:02}.md", f"+ Ran round {day}\n")
    site.write("days/2024-05-01.md", "+ Ran the first time\n+ Ran again\n")
    assert site.build(TODAY).problems == ()
    with serve(site.output) as root:
        yield f"{root}search/", site.output


def test_it_goes_no_further_back_than_it_has_to(visit: Open, long: tuple[str, Path]) -> None:
    address, _ = long
    with visit(address) as it:
        asked: list[str] = []
        it.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        search(it.page, "ran")
        assert len(titles(it.page)) == 50
        expect(it.page.get_by_role("status")).to_have_text("60 entries as far back as 2026")
        assert "2024.js" not in asked
        it.page.get_by_role("button", name="Further back").click()
        expect(it.page.get_by_role("status")).to_have_text("62 entries")
        assert focused(it) == "Ran round 10"  # the first that is new: the fifty before are 60 to 11
        assert titles(it.page)[-2:] == ["Ran the first time", "Ran again"]
        assert not it.page.get_by_role("button", name="Further back").is_visible()
        assert it.complaints == []


def test_a_part_that_is_gone_is_told(visit: Open, long: tuple[str, Path]) -> None:
    address, folder = long
    (folder / "assets/search/2024.js").unlink()
    with visit(address) as it:
        search(it.page, "round 3")
        expect(it.page.get_by_role("status")).to_have_text("11 entries A part of the index could not be read.")
