"""/search/ : the field, and for readers without scripts the ways on which everything can be reached."""

from collections.abc import Iterator

import msgspec

from generator.words import sentences

from .chrome import menu, search_link
from .edition import Edition
from .page import Page
from .parts import Link
from .search_index import years

TEMPLATE = "pages/search.html"


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """The years that have an index, newest first. `counts` and `since` say how many entries were found, by the
    language's plural category; `since` with the placeholder `%(year)s`."""

    years: tuple[int, ...]
    counts: dict[str, str]
    since: dict[str, str]
    ways: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where there is enough to search in."""
    link = search_link(edition)
    if link is None:
        return
    words = edition.words
    with_pages = sorted({date.year for date in edition.journal.dates}, reverse=True)
    view = Search(
        years=years(edition),
        counts=sentences.entries_found(words),
        since=sentences.entries_since(words),
        ways=(*menu(edition), *(Link(str(year), f"/{year}/") for year in with_pages)),
    )
    summary = words.gettext("Every entry of this journal, by the words in it.")
    yield Page(
        url=link.url,
        template=TEMPLATE,
        title=link.title,
        view=view,
        description=summary,
        section=link.url,
        noindex=True,
    )
