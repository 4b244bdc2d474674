"""Journal → pages: each module makes the pages of one kind, as a url, a template and a small frozen view."""

from collections.abc import Callable, Collection, Iterator
from types import ModuleType

from . import (
    alignment,
    calendar_file,
    celebrations,
    day,
    export,
    feed,
    filters,
    free_page,
    goal,
    goals,
    habit,
    habits,
    home,
    host_files,
    month,
    not_found,
    reconnect,
    redirect,
    review,
    reviews,
    robots,
    search,
    search_index,
    setbacks,
    sitemap,
    story,
    timeline,
    today,
    value,
    values,
    worked,
    year,
)
from .edition import Edition
from .file import File
from .page import Page
from .paging import first_page

# A new kind of page is a module and a line here. What a theme calls it is the module's name, which is the template's
# too. It has a function `pages`, and where pages are made of many subjects alike, `subjects`, the arguments of each,
# and `address`, where its pages begin.
PAGES: tuple[ModuleType, ...] = (
    home,
    today,
    timeline,
    year,
    month,
    day,
    story,
    goals,
    goal,
    values,
    value,
    habits,
    habit,
    setbacks,
    celebrations,
    reconnect,
    alignment,
    worked,
    reviews,
    review,
    free_page,
    search,
    not_found,
    redirect,
)

KINDS = tuple(module.__name__.rpartition(".")[2] for module in PAGES)

# A new file for machines likewise. Two who share the work take every second one: what costs much stands apart.
FILES: tuple[Callable[[Edition], Iterator[File]], ...] = (
    export.files,
    search_index.files,
    feed.files,
    filters.files,
    calendar_file.files,
    robots.files,
)

# And one that says which pages there are, by the urls of those that may be found.
FILES_OF_PAGES: tuple[Callable[[Edition, Collection[str]], Iterator[File]], ...] = (host_files.files, sitemap.files)


# What an entry's body says stands on its own page, in `view.prose`, and in these files, and nowhere else: where that
# alone changed, they can be worded anew without the rest.
REWORDED = {module.TEMPLATE: module for module in (day, story)}
REWORDED_FILES = (search_index, feed)


def all_files(edition: Edition, hand: int = 0, hands: int = 1) -> Iterator[File]:
    """Every file of an edition that no template draws; of `hands` that share the work, those of the one."""
    for make in FILES[hand::hands]:
        yield from make(edition)


def files_of_pages(edition: Edition, urls: Collection[str], hand: int = 0, hands: int = 1) -> Iterator[File]:
    """The files that say which pages there are: at `urls` those that may be found. Shared likewise."""
    for make in FILES_OF_PAGES[hand::hands]:
        yield from make(edition, urls)


def all_pages(edition: Edition, hand: int = 0, hands: int = 1) -> Iterator[Page]:
    """Every page of an edition that its theme draws; of `hands` that share the work, those of the one."""
    for at, (module, subject) in enumerate(_subjects(edition)):
        if at % hands == hand:
            yield from module.pages(edition, *subject)


def pages_at(edition: Edition, urls: Collection[str]) -> Iterator[Page]:
    """The pages of an edition that stand at some urls, without making all others."""
    left = set(urls)
    beginnings = {first_page(url) for url in urls}
    for module, subject in _subjects(edition, beginnings):
        for page in module.pages(edition, *subject):
            if page.url in left:
                left.discard(page.url)
                yield page
        if not left:
            return  # before the next kind asks for its subjects


def _subjects(
    edition: Edition, beginnings: Collection[str] | None = None
) -> Iterator[tuple[ModuleType, tuple[object, ...]]]:
    """What pages are made of: all, or those whose pages begin at some urls. Where there is one of a kind, its name is
    where it stands."""
    for kind, module in zip(KINDS, PAGES, strict=True):
        if not edition.draws(kind):
            continue
        if hasattr(module, "subjects"):
            for subject in module.subjects(edition):
                if beginnings is None or module.address(*subject) in beginnings:
                    yield module, subject
        elif beginnings is None or ("/" if module is home else f"/{kind}/") in beginnings:
            yield module, ()
