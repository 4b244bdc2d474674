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

    name: str = ""
    url: str = ""
    email: str = ""


class Season(_Keys, frozen=True, rename={"start": "from", "end": "to"}):
    """A time in which nothing is expected; both days belong to it."""

    start: dt.date
    end: dt.date | None = None
    what: str = ""


class Theme(_Keys, frozen=True):
    """Which theme, and what was chosen of what it offers. Only the theme can judge that: `options` stays as it was
    written, a tree with places."""

    name: str = "drystone"
    options: Annotated[Any, Meta(description="What the theme's theme.yaml offers, each by its name")] = None


class VisibilityRules(_Keys, frozen=True):
    """What each kind of entry is when the entry itself does not say."""

    default: Gate = "public"
    values: Gate | None = None
    goals: Gate | None = None
    habits: Gate | None = None
    days: Gate | None = None
    wins: Gate | None = None
    setbacks: Gate | None = None
    reviews: Gate | None = None
    pages: Gate | None = None

    def of(self, kind: str) -> Gate:
        """The rule for a kind, named by its folder."""
        own: Gate | None = getattr(self, kind)
        return own or self.default


class Feeds(_Keys, frozen=True):
    """How much a feed holds, and what its entries' ids are made from. Where an id changed, feed readers would show
    everything anew; so it comes neither from `base_url` nor from anything else that moves."""

    count: Annotated[int, Meta(ge=1, le=1000, description="The newest entries that each feed holds")] = 30
    id: Annotated[str, Meta(description="A name that no other journal has; the site's title where there is none")] = ""


class MarkdownOptions(_Keys, frozen=True):
    """How bodies are read. Raw HTML is the author's own choice and risk."""

    html: Flag = Flag.NO


class NavItem(_Keys, frozen=True):
    """An entry of the menu: a page of the site ("/about/") or an address elsewhere."""

    title: str
    url: str


class Site(_Keys, frozen=True):
    """site.yaml, whole."""

    title: Annotated[str, Meta(min_length=1, description="The site's name")] = "Small wins"
    description: Annotated[str, Meta(description="One sentence for visitors and search engines")] = ""
    author: Author = Author()
    base_url: Annotated[
        str,
        Meta(description="Where the site will stand, for feeds and canonical links", examples=["https://example.org/"]),
    ] = ""
    language: Annotated[
        str, Meta(pattern=r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$", description="BCP 47, such as en or de")
    ] = "en"
    timezone: Annotated[str, Meta(description="IANA name; says when a day ends", examples=["Europe/Berlin"])] = "UTC"
    week_starts: Literal["monday", "sunday"] = "monday"
    seasons: tuple[Season, ...] = ()
    theme: str | Theme = Theme()
    nav: tuple[str | NavItem, ...] | None = None
    feeds: Annotated[Flag | Feeds, Meta(description="no publishes no feed")] = Flag.YES
    robots: Annotated[Literal["index", "noindex"], Meta(description="noindex asks search engines to pass by")] = "index"
    today_page: Annotated[Gate, Meta(description="public publishes /today/")] = "private"
    visibility: VisibilityRules = VisibilityRules()
    markdown: MarkdownOptions = MarkdownOptions()
    params: dict[str, Any] = {}

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
