"""Feeds, as a reader of feeds sees them."""

import datetime as dt
import json
import re
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from tests.conftest import Site

SCHEMA = Path(__file__).parents[2] / "schemas/atom.rng"
URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def parsed(site: Site, url: str = "/feed.xml") -> feedparser.FeedParserDict:
    """A feed that follows RFC 4287, parsed."""
    data = site.html(url).encode()
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    assert schema.validate(etree.fromstring(data)), schema.error_log
    found = feedparser.parse(data)
    assert found.bozo == 0
    return found


@pytest.fixture(autouse=True)
def built(site: Site) -> None:
    """The journal that the test's docstring is, built."""
    assert not [problem for problem in site.build().problems if problem.is_error]


def test_a_feed_tells_what_is_new(site: Site) -> None:
    """
    == site.yaml
    title: Small & large
    description: What got done.
    base_url: https://example.org/journal/
    timezone: Europe/Berlin
    author: {name: Ada, email: ada@example.org}
    == goals/run.md
    ---
    title: Run <a> marathon
    measure: {unit: km, target: 42}
    ---
    == habits/jog.md
    ---
    goal: run
    ---
    == days/2026-02-14.md
    ---
    habits: [jog]
    ---
    + Ran 5 km with "Sam" & Jo [[run]]
      time: 7:30
      worked: shoes by the door

    The day in *prose*, about [[run|it]].
    == wins/2026-02-15-ten.md
    ---
    title: Ten of them
    goal: run
    ---
    A story, [elsewhere](https://example.net/?a=1&b=2).

    ![](../media/far.svg)
    == media/far.svg
    <svg xmlns="http://www.w3.org/2000/svg"/>
    """
    feed = parsed(site)
    assert feed.feed.title == "Small & large"
    assert feed.feed.link == "https://example.org/journal/"
    assert feed.feed.author == "Ada"
    assert feed.feed.updated == "2026-02-15T00:00:00+01:00"
    assert "ada@example.org" not in site.html("/feed.xml")
    titles = [entry.title for entry in feed.entries]
    assert titles == ["Ten of them", 'Ran 5 km with "Sam" & Jo', "14 February 2026"]
    story, win, day = feed.entries
    assert story.link == "https://example.org/journal/2026/02/15/ten/"
    assert 'src="https://example.org/journal/media/far.svg"' in story.content[0].value
    assert 'href="https://example.net/?a=1&amp;b=2"' in story.content[0].value
    assert win.published == "2026-02-14T07:30:00+01:00"
    assert win.link == "https://example.org/journal/2026/02/14/#ran-5-km-with-sam"
    assert "What worked: shoes by the door" in win.content[0].value
    assert [tag.term for tag in win.tags] == ["Run <a> marathon"]
    assert '<a href="https://example.org/journal/goals/run/">it</a>' in day.content[0].value


def test_a_goal_and_a_value_have_a_feed_of_their_own(site: Site) -> None:
    """
    == site.yaml
    base_url: https://example.org/
    == values/health.md
    == goals/fit.md
    ---
    values: [health]
    ---
    == goals/run.md
    ---
    parent: fit
    ---
    == goals/rest.md
    == days/2026-02-14.md
    + Ran 5 km [[run]]
    + Rang Mum

    ## Setbacks
    + Missed the bus [[run]]
    """
    ours = ["Ran 5 km", "Missed the bus"]
    for url in ("/goals/run/feed.xml", "/goals/fit/feed.xml"):
        assert [entry.title for entry in parsed(site, url).entries] == ours
    assert [entry.title for entry in parsed(site, "/values/health/feed.xml").entries] == ["Ran 5 km"]
    link = '<link rel="alternate" type="application/atom+xml" title="Run – Small wins" href="../../goals/run/feed.xml">'
    assert link in site.html("/goals/run/")
    assert not (site.output / "goals/rest/feed.xml").exists()
    assert "/goals/rest/feed.xml" not in site.html("/goals/rest/")


def test_ids_outlive_an_address_and_a_title(site: Site) -> None:
    """
    == site.yaml
    title: One
    base_url: https://example.org/
    feeds: {id: my stones}
    == days/2026-02-14.md
    + Rang Mum
    """
    before = parsed(site)
    site.write("site.yaml", "title: Two\nbase_url: https://example.net/there/\nfeeds: {id: my stones}\n")
    site.build()
    after = parsed(site)
    assert [before.feed.id, before.entries[0].id] == [after.feed.id, after.entries[0].id]
    assert URN.fullmatch(before.entries[0].id)
    assert before.feed.id != before.entries[0].id
    site.write("site.yaml", "title: Two\nfeeds: {id: your stones}\n")
    site.build()
    assert parsed(site).entries[0].id != after.entries[0].id


def test_the_same_entry_is_the_same_in_every_feed(site: Site) -> None:
    """
    == goals/run.md
    == days/2026-02-14.md
    + Ran 5 km [[run]]
    """
    atom, own = parsed(site), parsed(site, "/goals/run/feed.xml")
    item = json.loads(site.html("/feed.json"))["items"][0]
    assert atom.entries[0].id == own.entries[0].id == item["id"]


def test_without_a_base_url_links_are_relative(site: Site) -> None:
    """
    == goals/run.md
    == days/2026-02-14.md
    + Ran 5 km [[run]]
    """
    assert parsed(site).entries[0].link == "./2026/02/14/#ran-5-km"
    own = parsed(site, "/goals/run/feed.xml")
    assert own.entries[0].link == "../../2026/02/14/#ran-5-km"
    assert "self" not in [link.rel for link in own.feed.links]
    feed = json.loads(site.html("/feed.json"))
    assert "feed_url" not in feed
    assert "url" not in feed["items"][0]


def test_json_feed_has_what_version_1_1_asks_for(site: Site) -> None:
    """
    == site.yaml
    title: Stones
    language: de
    base_url: https://example.org/
    == reviews/2026-W07.md
    ---
    worked: [early]
    ---
    A good week.
    == days/2026-02-14.md
    + Rang <b>Mum</b>
    """
    feed = json.loads(site.html("/feed.json"))
    assert (feed["version"], feed["title"]) == ("https://jsonfeed.org/version/1.1", "Stones")
    assert feed["language"] == "de"
    assert (feed["home_page_url"], feed["feed_url"]) == ("https://example.org/", "https://example.org/feed.json")
    review, win = feed["items"]
    assert review["date_published"] == "2026-02-15T00:00:00+00:00"  # the week's Sunday
    assert review["title"] == "Woche vom 9.–15. Feb. 2026"
    assert "<li>early</li>" in review["content_html"]
    assert win["title"] == "Rang <b>Mum</b>"
    assert win["content_html"] == "<p>Rang &lt;b&gt;Mum&lt;/b&gt;</p>\n"
    assert win["url"] == "https://example.org/2026/02/14/#rang-b-mum-b"


def test_the_newest_come_first_and_no_more_than_were_asked_for(site: Site) -> None:
    """
    == site.yaml
    feeds: {count: 2}
    == days/2026-02-13.md
    + One
    == days/2026-02-14.md
    + Two
    + Three
    """
    assert [entry.title for entry in parsed(site).entries] == ["Three", "Two"]
    assert len(json.loads(site.html("/feed.json"))["items"]) == 2


def test_no_feeds_where_none_are_wanted(site: Site) -> None:
    """
    == site.yaml
    feeds: no
    == goals/run.md
    == days/2026-02-13.md
    + One [[run]]
    """
    assert [path for path in site.files() if "feed" in path] == []
    assert "application/atom+xml" not in site.html("/") + site.html("/goals/run/")


def test_the_feed_is_found_from_a_page(site: Site) -> None:
    """
    == days/2026-02-13.md
    + One
    """
    page = site.html("/2026/02/13/")
    assert '<link rel="alternate" type="application/atom+xml" title="A test" href="../../../feed.xml">' in page
    assert '<link rel="alternate" type="application/feed+json" title="A test" href="../../../feed.json">' in page
    assert '<a href="../../../feed.xml">Feed</a>' in page


def test_control_characters_do_not_break_it(site: Site) -> None:
    """
    == days/2026-02-13.md
    + One
    """
    site.write("days/2026-02-13.md", "+ Bell \x07 and form \x0c feed\n\nProse \x0b too, and \ufffe.\n")
    site.build()
    assert len(parsed(site).entries) == 2


def test_a_day_that_passes_does_not_rewrite_it(site: Site) -> None:
    """
    == goals/run.md
    == days/2026-02-13.md
    + One [[run]]
    """
    before = {path: data for path, data in site.files().items() if "feed" in path}
    site.build(dt.date(2026, 3, 2))
    assert {path: data for path, data in site.files().items() if "feed" in path} == before
    assert len(before) == 3
