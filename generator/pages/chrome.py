"""The chrome: what stands around every page."""

from collections.abc import Mapping
from typing import Any

import msgspec

from generator import __version__
from generator.config.schema import NavItem

from .edition import Edition
from .feed import site_feeds
from .parts import Feed, Link

GENERATOR = f"smallwins {__version__}"


class ThemeColor(msgspec.Struct, frozen=True, kw_only=True):
    """What a browser may colour its own frame with in each scheme, `#rrggbb`."""

    light: str
    dark: str


class Chrome(msgspec.Struct, frozen=True, kw_only=True):
    """The site's title, its menu and its languages, the same on every page. `locale` is the language with its region
    ("de_DE"). `options` are the theme's, each with what was chosen: a text, or a list's choices in their order.
    `feeds` are the whole site's; `base_url` is "" where nobody said where the site will stand. `params` are the
    person's own, from site.yaml."""

    title: str
    description: str
    language: str
    direction: str
    locale: str
    generator: str
    nav: tuple[Link, ...]
    author: str
    author_url: str
    stylesheets: tuple[str, ...]
    options: Mapping[str, str | tuple[str, ...]]
    theme_color: ThemeColor | None
    home: str = "/"
    about: Link | None = None
    search: Link | None = None
    feeds: tuple[Feed, ...] = ()
    base_url: str = ""
    noindex: bool = False
    params: Mapping[str, Any] = {}


def chrome(
    edition: Edition, options: Mapping[str, str | tuple[str, ...]], theme_color: ThemeColor | None = None
) -> Chrome:
    """The chrome of an edition, with its theme's options and colours."""
    site, about = edition.site, edition.journal.pages.get("about")
    return Chrome(
        title=site.title,
        description=site.description,
        language=edition.words.language,
        direction=edition.words.direction,
        locale=edition.words.region,
        generator=GENERATOR,
        nav=menu(edition),
        author=site.author.name,
        author_url=site.author.url,
        stylesheets=("/assets/site.css", "/assets/values.css"),
        options=options,
        theme_color=theme_color,
        about=Link(about.title, about.url) if about else None,
        search=search_link(edition),
        feeds=site_feeds(edition),
        base_url=site.base_url,
        noindex=site.robots == "noindex",
        params=site.params,
    )


def search_link(edition: Edition) -> Link | None:
    """The way to the search, where there is enough to search in."""
    return Link(edition.words.gettext("Search"), "/search/") if edition.reflects and edition.draws("search") else None


def menu(edition: Edition) -> tuple[Link, ...]:
    """The menu: the sections that have something in them, or what `nav` in site.yaml says."""
    journal, _ = edition.journal, edition.words.gettext
    filled = {
        "timeline": (Link(_("Timeline"), "/timeline/"), bool(journal.dates)),
        "goals": (Link(_("Goals"), "/goals/"), bool(journal.goals)),
        "values": (Link(_("Values"), "/values/"), bool(journal.values)),
        "habits": (Link(_("Habits"), "/habits/"), bool(journal.habits)),
        "reviews": (Link(_("Reflect"), "/reviews/"), edition.reflects),
    }
    own = {name: link for name, (link, there) in filled.items() if there and edition.draws(name)}
    if edition.site.nav is None:
        return tuple(own.values())
    found = []
    for item in edition.site.nav:
        if isinstance(item, NavItem):
            found.append(Link(item.title, item.url))
        elif item in filled:
            found += [own[item]] if item in own else []
        elif item in journal.pages:
            found.append(Link(journal.pages[item].title, journal.pages[item].url))
    return tuple(found)
