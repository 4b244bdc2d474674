"""What site.yaml may say."""

import datetime as dt
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from generator.base.flag import Flag
from generator.base.yaml_text import Node

Gate = Literal["public", "private"]


class _Keys(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Unknown keys are errors: a site has one site.yaml, and a key that does nothing is a mistake."""


class Author(_Keys, frozen=True):
    """Who keeps the journal."""

    name: Annotated[str, Meta(description="As it is shown", examples=["Hanne Voss"])] = ""
    url: Annotated[str, Meta(description="A page about you", examples=["https://example.org/me"])] = ""
    email: Annotated[str, Meta(description="Where readers may write to; it is published")] = ""


class Season(_Keys, frozen=True, rename={"start": "from", "end": "to"}):
    """A time in which nothing is expected; both days belong to it."""

    start: Annotated[dt.date, Meta(description="Its first day", examples=["2026-06-10"])]
    end: Annotated[dt.date, Meta(description="Its last day; without one it goes on")] | None = None
    what: Annotated[str, Meta(description="What it is", examples=["Mum in hospital"])] = ""


class Theme(_Keys, frozen=True):
    """Which theme, and what was chosen of what it offers. Only the theme can judge that: `options` stays as it was
    written, a tree with places."""

    name: Annotated[str, Meta(description="A folder in themes/, or the one that comes along")] = "drystone"
    options: Annotated[Any, Meta(description="What the theme's theme.yaml offers, each by its name")] = None


class VisibilityRules(_Keys, frozen=True):
    """What each kind of entry is when the entry itself does not say."""

    default: Annotated[Gate, Meta(description="What those are that are not named here")] = "public"
    values: Annotated[Gate, Meta(description="Values")] | None = None
    goals: Annotated[Gate, Meta(description="Goals, with what serves them")] | None = None
    habits: Annotated[Gate, Meta(description="Habits, with their ticks")] | None = None
    days: Annotated[Gate, Meta(description="Days, with what stands in them")] | None = None
    wins: Annotated[Gate, Meta(description="Wins and ticks")] | None = None
    setbacks: Annotated[Gate, Meta(description="Setbacks")] | None = None
    reviews: Annotated[Gate, Meta(description="Reviews")] | None = None
    pages: Annotated[Gate, Meta(description="Pages")] | None = None

    def of(self, kind: str) -> Gate:
        """The rule for a kind, named by its folder."""
        own: Gate | None = getattr(self, kind)
        return own or self.default


class Feeds(_Keys, frozen=True):
    """How much a feed holds, and what its entries' ids are made from. Where an id changed, feed readers would show
    everything anew; so it comes neither from `base_url` nor from anything else that moves."""

    count: Annotated[int, Meta(ge=1, le=1000, description="The newest entries that each feed holds")] = 30
    id: Annotated[str, Meta(description="A name that no other journal has; the site's title where there is none")] = ""


class Destination(_Keys, frozen=True):
    """Where the site is published: one of a branch, a folder of another machine (over ssh), and a folder here."""

    branch: Annotated[str, Meta(description="A branch of `remote`", examples=["gh-pages"])] = ""
    remote: Annotated[str, Meta(description="A name that the journal's git knows, or an address")] = "origin"
    history: Annotated[Flag, Meta(description="no keeps one commit, in the place of all before")] = Flag.YES
    rsync: Annotated[str, Meta(description="As rsync writes it", examples=["ada@example.org:/srv/www/"])] = ""
    port: Annotated[int, Meta(ge=1, le=65535, description="Of ssh")] | None = None
    folder: Annotated[str, Meta(description="Relative to the journal's folder", examples=["../www"])] = ""


class MarkdownOptions(_Keys, frozen=True):
    """How bodies are read. Raw HTML is the author's own choice and risk."""

    html: Annotated[Flag, Meta(description="yes lets raw HTML through")] = Flag.NO


class NavItem(_Keys, frozen=True):
    """An entry of the menu: a page of the site ("/about/") or an address elsewhere."""

    title: Annotated[str, Meta(description="As it is shown")]
    url: Annotated[str, Meta(description="Of the site, or elsewhere", examples=["/about/"])]


class Site(_Keys, frozen=True):
    """site.yaml, whole."""

    title: Annotated[str, Meta(min_length=1, description="The site's name")] = "Small wins"
    description: Annotated[str, Meta(description="One sentence for visitors and search engines")] = ""
    author: Annotated[Author, Meta(description="Who keeps the journal")] = Author()
    base_url: Annotated[
        str,
        Meta(description="Where the site will stand, for feeds and canonical links", examples=["https://example.org/"]),
    ] = ""
    language: Annotated[
        str, Meta(pattern=r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$", description="BCP 47, such as en or de")
    ] = "en"
    timezone: Annotated[str, Meta(description="IANA name; says when a day ends", examples=["Europe/Berlin"])] = "UTC"
    week_starts: Annotated[Literal["monday", "sunday"], Meta(description="The first day of a week")] = "monday"
    seasons: Annotated[tuple[Season, ...], Meta(description="Times in which nothing is expected")] = ()
    theme: Annotated[str | Theme, Meta(description="A theme's name, or its name and options")] = Theme()
    nav: Annotated[tuple[str | NavItem, ...], Meta(description="The menu, in its order")] | None = None
    feeds: Annotated[Flag | Feeds, Meta(description="no publishes no feed")] = Flag.YES
    publish: Annotated[dict[str, Destination], Meta(description="Targets of `smallwins publish`, by name")] = {}
    robots: Annotated[Literal["index", "noindex"], Meta(description="noindex asks search engines to pass by")] = "index"
    today_page: Annotated[Gate, Meta(description="public publishes /today/")] = "private"
    visibility: Annotated[VisibilityRules, Meta(description="Who sees an entry that does not say")] = VisibilityRules()
    markdown: Annotated[MarkdownOptions, Meta(description="How bodies are read")] = MarkdownOptions()
    params: Annotated[dict[str, Any], Meta(description="Anything; handed to templates as it is")] = {}

    @property
    def feed(self) -> Feeds | None:
        """What was said of feeds; None where there are to be none."""
        if isinstance(self.feeds, Feeds):
            return self.feeds
        return Feeds() if self.feeds else None

    @property
    def theme_name(self) -> str:
        return self.theme if isinstance(self.theme, str) else self.theme.name

    @property
    def theme_options(self) -> Node | None:
        return None if isinstance(self.theme, str) else self.theme.options
