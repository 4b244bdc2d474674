"""/goals/the-book/ : where an alias says that a page stood, the way to where it stands now."""

from collections.abc import Collection, Iterator

import msgspec

from .edition import Edition
from .page import Page
from .parts import Link

TEMPLATE = "pages/redirect.html"


class Redirect(msgspec.Struct, frozen=True, kw_only=True):
    """Where the page stands now."""

    to: Link


def superseded(page: Page, urls: Collection[str]) -> bool:
    """Whether it is the way from an old address at which another page stands now, among those at `urls`."""
    return isinstance(page.view, Redirect) and page.url in urls


def pages(edition: Edition) -> Iterator[Page]:
    """A page for every old address."""
    for old, new in edition.journal.redirects.items():
        if new.url:
            to = Link(new.text, new.url)
            yield Page(url=old, template=TEMPLATE, title=to.title, view=Redirect(to=to), noindex=True)
