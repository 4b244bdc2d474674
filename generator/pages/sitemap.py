"""/sitemap.xml : every page that wants to be found, and when something last happened on it.

A page's date is the civil date of what it tells: of its last win, setback or words of a day. Where nothing says it (a
goal without wins, an essay, what depends on the day of the build) there is none; files' times say nothing true.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from markupsafe import Markup, escape

from generator.base.dates import period_end, period_start
from generator.base.url import absolute
from generator.journal.records import Setback, Win
from generator.journal.urls import day_url

from .edition import Edition
from .file import File
from .xml import document, element

URL = "/sitemap.xml"
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""So many addresses go into one file (sitemaps.org); more are spread over several, and an index of them."""


def files(edition: Edition, urls: Collection[str]) -> Iterator[File]:
    """The sitemap of the pages at `urls`. Addresses are whole there: without a `base_url`, or where the site asks not
    to be found, there is none."""
    if not edition.site.base_url or edition.site.robots == "noindex":
        return
    dates = last_dates(edition)
    found = sorted(urls)
    parts = [_urls(edition, found[at : at + MOST], dates) for at in range(0, len(found), MOST)]
    if len(parts) == 1:
        yield File(URL, parts[0])
        return
    names = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    listed = (element("sitemap", element("loc", absolute(edition.site.base_url, name))) for name in names)
    yield File(URL, document(element("sitemapindex", *listed, xmlns=SITEMAPS)))
    yield from map(File, names, parts)


def _urls(edition: Edition, urls: Sequence[str], dates: dict[str, dt.date]) -> bytes:
    base = edition.site.base_url
    last = {url: f"\n<lastmod>{dates[url]}</lastmod>" if url in dates else "" for url in urls}
    # By hand: there are as many as there are pages.
    listed = (Markup(f"<url>\n<loc>{escape(absolute(base, url))}</loc>{last[url]}\n</url>") for url in urls)
    return document(element("urlset", *listed, xmlns=SITEMAPS))


def last_dates(edition: Edition) -> dict[str, dt.date]:
    """The day of the last thing that each page tells, up to today."""
    journal, today = edition.journal, edition.today
    found: dict[str, dt.date] = {}
    for date in journal.dates[: bisect_right(journal.dates, today)]:
        day = day_url(date)
        found |= dict.fromkeys(("/", "/timeline/", day[:6], day[:9], day), date)
    both: list[Win | Setback] = [*journal.wins, *journal.setbacks]
    told = [record for record in both if record.date <= today]
    for record in sorted(told, key=lambda record: record.date):
        urls = {record.url} if record.story else set()
        urls |= {journal.goals[name].url for goal in record.goals for name in journal.lineage(goal)}
        urls |= {journal.values[value].url for value in record.values}
        if record.habit:
            urls.add(journal.habits[record.habit].url)
        found |= dict.fromkeys(urls, record.date)
    for period in edition.insights.periods:
        found |= _of_period(period.name, journal.dates, today)
    return found


def _of_period(name: str, dates: Sequence[dt.date], today: dt.date) -> dict[str, dt.date]:
    """The last day of a review's time on which there was something to look back on."""
    first, last = period_start(name), period_end(name)
    if first is None or last is None:
        return {}
    before = bisect_right(dates, min(last, today))
    return {f"/reviews/{name}/": dates[before - 1]} if before and dates[before - 1] >= first else {}
