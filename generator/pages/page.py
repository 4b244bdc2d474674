"""A page: a url, the template that draws it, and the frozen view that it draws."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import msgspec

from .parts import Feed, Link


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """`url` is absolute within the site; `section` is the url of the menu's entry that it belongs to. `description` is
    a sentence of the page's own. `published` is the day of a page that is a posting, `image` the url of a picture that
    it shows, `feeds` what follows this page alone. `crumbs` is the way down to it, from home; `structured_data` what
    it is, as JSON-LD. `params` are the entry's own, for a theme that knows what to do with them."""

    url: str
    template: str
    title: str
    view: msgspec.Struct
    description: str = ""
    section: str | None = None
    noindex: bool = False
    published: dt.date | None = None
    image: str = ""
    feeds: tuple[Feed, ...] = ()
    crumbs: tuple[Link, ...] = ()
    structured_data: Mapping[str, Any] | None = None
    params: Mapping[str, Any] = {}
