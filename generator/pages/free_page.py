"""/about/ … : a page of the person's own."""

from collections.abc import Iterator

import msgspec

from generator.journal import records
from generator.journal.records import Prose

from .description import description, first_line
from .edition import Edition
from .lines import mentions
from .page import Page
from .parts import Mention
from .picture import picture

TEMPLATE = "pages/free_page.html"


class FreePage(msgspec.Struct, frozen=True, kw_only=True):
    """A free page's view."""

    title: str
    prose: Prose
    mentions: tuple[Mention, ...]


def subjects(edition: Edition) -> Iterator[tuple[records.Page]]:
    """The person's own pages."""
    return zip(edition.journal.pages.values(), strict=True)


def address(page: records.Page) -> str:
    """Where the pages of a subject begin."""
    return page.url


def pages(edition: Edition, page: records.Page) -> Iterator[Page]:
    """A page of the person's own."""
    view = FreePage(title=page.title, prose=page.body, mentions=mentions(edition, page.url))
    said = description(page.description, first_line(page.body))
    yield Page(
        url=page.url,
        template=TEMPLATE,
        title=page.title,
        view=view,
        description=said,
        section=page.url,
        image=picture(page.body),
        params=page.params,
    )
