"""/feed.xml, /feed.json, /goals/novel/feed.xml, /values/growth/feed.xml : the newest entries, for feed readers.

Atom (RFC 4287) and JSON Feed 1.1. Without a `base_url` the links of an Atom feed are relative to it, as the RFC allows;
JSON Feed has no such thing, so its entries have none.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from generator import __version__
from generator.base.url import ROOT, absolute, root_from, rooted
from generator.config.schema import Site
from generator.journal.records import Goal, Value

from . import postings
from .edition import Edition
from .file import File
from .identity import uuid
from .parts import Feed
from .postings import Posting
from .prose import linked
from .rewording import Rewording
from .xml import document, element, escaped

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"


class Channel(msgspec.Struct, frozen=True):
    """What is told of: its key in the journal, the page that it belongs to, its title, and what is new."""

    key: str
    url: str
    title: str
    new: tuple[Posting, ...]


def site_feeds(edition: Edition) -> tuple[Feed, ...]:
    """The feeds of the whole site; none where they are not wanted, or have nothing to tell."""
    if not edition.once(_whole).new:
        return ()
    title = edition.site.title
    return Feed(title, "/feed.xml"), Feed(title, "/feed.json", "application/feed+json")


def own_feeds(edition: Edition, record: Goal | Value) -> tuple[Feed, ...]:
    """The feed of a goal or a value alone."""
    channel = _of(edition, record)
    return (Feed(channel.title, f"{record.url}feed.xml"),) if channel.new else ()


def files(edition: Edition) -> Iterator[File]:
    """Every feed that has something to tell."""
    journal = edition.journal
    whole = edition.once(_whole)
    if whole.new:
        yield File("/feed.xml", _atom(edition, whole, "/feed.xml"))
        yield File("/feed.json", _json(edition, whole))
    records: list[Goal | Value] = [*journal.goals.values(), *journal.values.values()]
    for record in records:
        for feed in own_feeds(edition, record):
            yield File(feed.url, _atom(edition, _of(edition, record), feed.url))


def _whole(edition: Edition) -> Channel:
    return Channel("", "/", edition.site.title, postings.of_site(edition) if edition.site.feed else ())


def _of(edition: Edition, record: Goal | Value) -> Channel:
    return edition.once(_goal if isinstance(record, Goal) else _value, record.id)


def _goal(edition: Edition, name: str) -> Channel:
    goal = edition.journal.goals[name]
    new = postings.of_goal(edition, goal) if edition.site.feed and edition.draws("goal") else ()
    return Channel(f"goals/{name}", goal.url, f"{goal.title} – {edition.site.title}", new)


def _value(edition: Edition, name: str) -> Channel:
    value = edition.journal.values[name]
    new = postings.of_value(edition, value) if edition.site.feed and edition.draws("value") else ()
    return Channel(f"values/{name}", value.url, f"{value.title} – {edition.site.title}", new)


def _root(site: Site, url: str) -> str:
    """What stands for the site's root in the feed at `url`, with nothing in it that XML or HTML would read."""
    base = site.base_url
    return quote(absolute(base, "/"), safe="/:@!$()*+,;=%[]") if base else root_from(url)


def _atom(edition: Edition, channel: Channel, url: str) -> bytes:
    site = edition.site
    link = partial(element, "link")
    feed = [
        element("title", channel.title),
        element("subtitle", site.description) if site.description and channel.url == "/" else None,
        element("id", f"urn:uuid:{uuid(site, channel.key)}"),
        element("updated", max(posting.moment for posting in channel.new).isoformat()),
        link(rel="self", type="application/atom+xml", href=rooted(url)) if site.base_url else None,
        link(rel="alternate", type="text/html", href=rooted(channel.url)),
        _author(edition),
        element("generator", "smallwins", version=__version__),
        *(_entry(edition, posting) for posting in channel.new),
    ]
    return document(element("feed", *feed, xmlns=ATOM, lang=edition.words.language), _root(site, url))


def _author(edition: Edition) -> Markup:
    """Atom wants somebody; the site speaks for itself where site.yaml names nobody. The e-mail address stays out: it
    would be read by machines alone."""
    author = edition.site.author
    uri = element("uri", author.url) if author.url else None
    return element("author", element("name", author.name or edition.site.title), uri)


def _entry(edition: Edition, posting: Posting) -> Markup:
    return element(
        "entry",
        element("title", posting.title),
        element("id", f"urn:uuid:{uuid(edition.site, posting.key)}"),
        element("link", rel="alternate", type="text/html", href=rooted(posting.url)),
        element("published", posting.moment.isoformat()),
        element("updated", posting.moment.isoformat()),
        *(element("category", term=tag) for tag in posting.tags),
        element("content", posting.html, type="html"),
    )


def _json(edition: Edition, channel: Channel) -> bytes:
    site = edition.site
    root = _root(site, "/feed.json")

    def address(url: str) -> str:
        return absolute(site.base_url, url) if site.base_url else ""

    author = {"name": site.author.name or site.title, "url": site.author.url}
    feed: dict[str, Any] = {
        "version": JSON_FEED,
        "title": site.title,
        "home_page_url": address("/"),
        "feed_url": address("/feed.json"),
        "description": site.description,
        "language": edition.words.language,
        "authors": [_filled(author)],
        "items": [
            _filled(
                {
                    "id": f"urn:uuid:{uuid(site, posting.key)}",
                    "url": address(posting.url),
                    "title": posting.title,
                    "content_html": posting.html.replace(ROOT, root),
                    "date_published": posting.moment.isoformat(),
                    "tags": posting.tags,
                }
            )
            for posting in channel.new
        ],
    }
    return msgspec.json.encode(_filled(feed)) + b"\n"


def shows(path: str) -> bool:
    """Whether a file is a feed."""
    return path.endswith(("feed.xml", "feed.json"))


def reworded(site: Site, path: str, data: bytes, one: Rewording) -> bytes | None:
    """The feed where an entry says the same in other words; None where it is not there as it was."""
    key = f"urn:uuid:{uuid(site, one.key)}".encode()
    begin = data.find(key)
    if begin < 0:
        return data
    end = data.find(b"urn:uuid:", begin + len(key))
    entry = data[begin:] if end < 0 else data[begin:end]
    root = _root(site, f"/{path}")
    was, now = (_content(path, str(linked(prose)).replace(ROOT, root)) for prose in (one.was, one.now))
    if entry.count(was) != 1:
        return None
    return data[:begin] + entry.replace(was, now) + data[begin + len(entry) :]


def _content(path: str, html: str) -> bytes:
    """HTML as it stands in a feed."""
    return msgspec.json.encode(html)[1:-1] if path.endswith(".json") else escaped(html)


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {key: value for key, value in said.items() if value}
