"""/404.html : what a host shows when there is no such page."""

from collections.abc import Iterator

import msgspec

from .chrome import menu
from .edition import Edition
from .page import Page
from .parts import Link

TEMPLATE = "pages/not_found.html"
URL = "/404.html"


class NotFound(msgspec.Struct, frozen=True, kw_only=True):
    """Where one may have wanted to go."""

    ways: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page for addresses that lead nowhere."""
    ways = (Link(edition.site.title, "/"), *menu(edition))
    _ = edition.words.gettext
    lede = _("It may have moved. What was laid still stands; here are ways to it.")
    title = _("There is no such page")
    yield Page(url=URL, template=TEMPLATE, title=title, view=NotFound(ways=ways), description=lede, noindex=True)
