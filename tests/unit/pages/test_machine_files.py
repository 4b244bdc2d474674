"""The files that machines and hosts read: sitemap, robots, calendar, headers, redirects."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from lxml import etree

from generator.pages import sitemap
from tests.conftest import Site

SCHEMA = Path(__file__).parents[2] / "schemas/sitemap.xsd"
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(autouse=True)
def built(site: Site) -> None:
    """The journal that the test's docstring is, built."""
    assert not [problem for problem in site.build().problems if problem.is_error]


def listed(site: Site, url: str = "/sitemap.xml") -> dict[str, str]:
    """The addresses of a sitemap that follows its schema, each with its date."""
    root = etree.fromstring(site.html(url).encode())
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    assert schema.validate(root), schema.error_log
    return {
        one.findtext("s:loc", None, NAMESPACE): one.findtext("s:lastmod", "", NAMESPACE)
        for one in root.iterfind("*", NAMESPACE)
    }


def test_a_sitemap_says_when_something_last_happened(site: Site) -> None:
    """
    == site.yaml
    base_url: https://example.org/journal/
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
    == habits/jog.md
    == pages/about.md
    I am Ada & I run.
    == days/2026-02-14.md
    + Ran 5 km [[run]]
    == days/2026-02-20.md
    ---
    habits: [jog]
    ---
    == wins/2026-02-15-überall.md
    ---
    title: A story
    ---
    """
    found = {url.removeprefix("https://example.org/journal"): date for url, date in listed(site).items()}
    assert found["/"] == found["/timeline/"] == found["/2026/"] == found["/2026/02/"] == "2026-02-20"
    assert found["/2026/02/14/"] == "2026-02-14"
    assert found["/goals/run/"] == found["/goals/fit/"] == found["/values/health/"] == "2026-02-14"
    assert found["/habits/jog/"] == "2026-02-20"
    assert found["/2026/02/15/uberall/"] == "2026-02-15"
    assert found["/goals/rest/"] == found["/about/"] == found["/goals/"] == ""
    assert "/404.html" not in found
    assert "/today/" not in found


def test_addresses_are_encoded(site: Site) -> None:
    """
    == site.yaml
    base_url: https://example.org/a&b/
    == pages/о-себе.md
    """
    assert "https://example.org/a&b/%D0%BE-%D1%81%D0%B5%D0%B1%D0%B5/" in listed(site)


def test_more_pages_than_a_sitemap_may_hold(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    == site.yaml
    base_url: https://example.org/
    == days/2026-02-14.md
    + Ran 5 km
    """
    whole = listed(site)
    monkeypatch.setattr(sitemap, "MOST", len(whole) - 1)
    site.build()
    assert list(listed(site)) == ["https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml"]
    assert listed(site, "/sitemap-1.xml") | listed(site, "/sitemap-2.xml") == whole


def test_no_sitemap_without_an_address(site: Site) -> None:
    """
    == days/2026-02-14.md
    + Ran 5 km
    """
    assert not (site.output / "sitemap.xml").exists()
    assert site.html("/robots.txt") == "User-agent: *\nAllow: /\n"


def test_robots_name_the_sitemap(site: Site) -> None:
    """
    == site.yaml
    base_url: https://example.org/journal
    == pages/about.md
    """
    assert site.html("/robots.txt").endswith("\nSitemap: https://example.org/journal/sitemap.xml\n")


def test_who_asks_not_to_be_found_lets_crawlers_read_that(site: Site) -> None:
    """
    == site.yaml
    base_url: https://example.org/
    robots: noindex
    == pages/about.md
    """
    assert "Disallow" not in site.html("/robots.txt")
    assert "Sitemap" not in site.html("/robots.txt")
    assert "X-Robots-Tag: noindex" in site.html("/_headers")
    assert '<meta name="robots" content="noindex">' in site.html("/")
    assert not (site.output / "sitemap.xml").exists()


CALENDAR = """
    == site.yaml
    title: Stones, laid; and "so on"
    base_url: https://example.org/
    == goals/novel.md
    ---
    title: Finish the novel, at last; a book of a lighthouse, a keeper, and the süß long winter that they share with me
    by: 2026-12-31
    identity: someone who writes
    milestones:
      - {id: desk, title: A desk, done: 2026-01-05, reward: "tea, twice"}
      - {id: beta, title: Beta readers}
    ---
    == goals/done.md
    ---
    status: done
    by: 2026-05-01
    ended: 2026-02-01
    ---
    == days/2026-02-14.md
    + Wrote a scene [[novel]]
    """


def test_goals_that_are_due_and_milestones_that_were_reached(site: Site) -> None:
    found: Any = Calendar.from_ical((site.output / "milestones.ics").read_bytes())
    assert 'NAME:Stones\\, laid\\; and "so on"\r\n' in (site.output / "milestones.ics").read_bytes().decode()
    desk, due = found.walk("VEVENT")
    title = (
        "Finish the novel, at last; a book of a lighthouse, a keeper, and the süß long winter that they share with me"
    )
    assert (str(desk["SUMMARY"]), desk["DTSTART"].dt) == (f"{title}: A desk", dt.date(2026, 1, 5))
    assert str(desk["DESCRIPTION"]) == "tea, twice"
    assert (str(due["SUMMARY"]), due["DTSTART"].dt, due["DTEND"].dt) == (
        title,
        dt.date(2026, 12, 31),
        dt.date(2027, 1, 1),
    )
    assert str(due["URL"]) == "https://example.org/goals/novel/"
    assert due["DTSTAMP"].dt == dt.datetime(2026, 2, 14, tzinfo=dt.UTC)  # the journal's last day
    assert desk["UID"] != due["UID"]
    assert 'type="text/calendar"' in site.html("/goals/")


def test_the_calendar_is_the_same_tomorrow(site: Site) -> None:
    before = (site.output / "milestones.ics").read_bytes()
    site.build(dt.date(2026, 3, 2))
    assert (site.output / "milestones.ics").read_bytes() == before


def test_lines_are_folded_between_characters(site: Site) -> None:
    data = (site.output / "milestones.ics").read_bytes()
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) == 75
    for line in lines:
        assert b"\n" not in line
        line.decode()


for test in (
    test_goals_that_are_due_and_milestones_that_were_reached,
    test_the_calendar_is_the_same_tomorrow,
    test_lines_are_folded_between_characters,
):
    test.__doc__ = CALENDAR


def test_no_calendar_without_a_date(site: Site) -> None:
    """
    == goals/novel.md
    """
    assert not (site.output / "milestones.ics").exists()
    assert "text/calendar" not in site.html("/goals/")


def test_headers_name_the_hosts_of_pictures(site: Site) -> None:
    """
    == days/2026-02-14.md
    + Ran 5 km

    ![A map](https://maps.example/a.png)
    """
    headers = site.html("/_headers")
    assert headers.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    assert "img-src 'self' https://maps.example; " in headers
    assert "script-src 'self'; " in headers
    assert "unsafe" not in headers
    assert site.html("/.nojekyll") == ""


def test_aliases_lead_to_where_the_page_stands_now(site: Site) -> None:
    """
    == site.yaml
    base_url: https://example.org/journal/
    == goals/novel.md
    ---
    title: Finish the novel
    aliases: [The book, /novel.html, /old/place]
    ---
    == goals/run.md
    == pages/about.md
    ---
    aliases: [/goals/run/, /goals/, me]
    ---
    == days/2026-02-14.md
    ---
    aliases: [/blog/valentine/, the day]
    ---
    + Ran 5 km
    """
    for url, link in (
        ("/goals/the-book/", "../../goals/novel/"),
        ("/novel.html", "./goals/novel/"),
        ("/old/place/", "../../goals/novel/"),
        ("/me/", "../about/"),
        ("/blog/valentine/", "../../2026/02/14/"),
    ):
        assert f'<meta http-equiv="refresh" content="0; url={link}">' in site.html(url)
        assert f'<h1><a href="{link}">' in site.html(url)
    assert '<link rel="canonical" href="https://example.org/journal/goals/novel/">' in site.html("/old/place/")
    assert "http-equiv" not in site.html("/goals/")  # another page stands there
    lines = site.html("/_redirects").splitlines()
    assert "/journal/old/place/ /journal/goals/novel/ 301" in lines
    assert len(lines) == 5
    assert not [url for url in listed(site) if "old" in url or "the-book" in url]
    site.build(offline=True)
    assert "url=../../goals/novel/index.html" in site.html("/old/place/")


def test_an_alias_of_what_is_withheld_leads_nowhere(site: Site) -> None:
    """
    == goals/novel.md
    ---
    aliases: [/old/place/, the book]
    visibility: private
    ---
    == days/2026-02-14.md
    + Ran 5 km
    """
    assert not [path for path in site.files() if "old" in path or "book" in path or path == "_redirects"]
