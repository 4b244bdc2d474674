"""A page: a url, the template that draws it, and the frozen view that it draws."""

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """`url` is absolute within the site; `section` is the url of the menu's entry that it belongs to."""

    url: str
    template: str
    title: str
    view: msgspec.Struct
    description: str = ""
    section: str | None = None
    noindex: bool = False
