"""Where the page of each entry stands, and what it is called in running text."""

import datetime as dt
from functools import lru_cache

from generator.base.slug import slugify
from generator.entries import Entry
from generator.read.parse import split_date

MEDIA_FOLDER = "content/media/"

# The first part of a url that the site uses itself.
RESERVED = frozenset(
    [
        "timeline",
        "today",
        "goals",
        "values",
        "habits",
        "setbacks",
        "reviews",
        "celebrations",
        "reconnect",
        "alignment",
        "worked",
        "search",
        "media",
        "assets",
        "index",
        "feed",
        "sitemap",
        "robots",
        "journal",
        "milestones",
        "404",
        "gallery",
    ]
)


def media_url(path: str) -> str:
    """The url of a file that entries show: content/media/a/b.svg → /media/a/b.svg."""
    return "/media/" + path.removeprefix(MEDIA_FOLDER).removeprefix("content/")


@lru_cache(1 << 12)
def day_url(date: dt.date) -> str:
    """The url of a day."""
    return "/" + str(date).replace("-", "/") + "/"


def url_of(entry: Entry) -> str:
    """The url of an entry's own page."""
    if entry.kind == "days":
        return day_url(entry.date)
    if entry.kind in ("wins", "setbacks"):
        return f"{day_url(entry.date)}{story_slug(entry)}/"
    if entry.kind == "pages":
        return f"/{entry.id}/"
    if entry.kind == "reviews":
        return f"/reviews/{period_of(entry)}/"
    return f"/{entry.kind}/{entry.id}/"


def story_slug(entry: Entry) -> str:
    """What follows the date in the name of a file with a story of its own."""
    _, rest = split_date(entry.name)
    written = entry.fields.id
    return slugify(written or rest or entry.fields.title or entry.fields.text or "") or entry.kind[:-1]


def title_of(entry: Entry) -> str:
    """An entry's title in running text."""
    fields = entry.fields
    if entry.kind in ("wins", "setbacks"):
        return fields.title or fields.text or spoken(split_date(entry.name)[1] or entry.name)
    title: str | None = getattr(fields, "title", None)
    if entry.kind == "days":
        return title or str(entry.date)
    if entry.kind == "reviews":
        return title or period_of(entry)
    return title or spoken(entry.name)


def period_of(review: Entry) -> str:
    """The week, month or year that a review is about, by its file's name: "2026-W07"."""
    return review.name.rsplit("/", 1)[-1].upper()


def spoken(name: str) -> str:
    """A file's name as a title: "work/morning-pages" → "Morning pages"."""
    words = name.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or name
