"""Journal → pages: each module makes the pages of one kind, as a url, a template and a small frozen view."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
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
# and `address`, where its pages begin, or `subject_at`, which finds the one that begins somewhere.
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

_BY_KIND = {module.__name__.rpartition(".")[2]: module for module in PAGES}
KINDS = tuple(_BY_KIND)

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
    made = ((module, one) for kind, module in _BY_KIND.items() for one in _subjects(edition, kind, module))
    for module, subject in islice(made, hand, None, hands):
        yield from module.pages(edition, *subject)


def pages_at(edition: Edition, urls: Collection[str]) -> Iterator[Page]:
    """The pages of an edition that stand at some urls, without making all others."""
    left = set(urls)
    beginnings = {first_page(url) for url in urls}
    for kind, module in _BY_KIND.items():
        for subject in _subjects_at(edition, kind, module, beginnings):
            for page in module.pages(edition, *subject):
                if page.url in left:
                    left.discard(page.url)
                    yield page
        if not left:
            return  # before the next kind asks for its subjects


def _subjects(edition: Edition, kind: str, module: ModuleType) -> Iterable[tuple[object, ...]]:
    """What the pages of a kind are made of; where there is one of them, nothing more than the edition."""
    if not edition.draws(kind):
        return ()
    made: Iterable[tuple[object, ...]] = module.subjects(edition) if hasattr(module, "subjects") else [()]
    return made


def _subjects_at(
    edition: Edition, kind: str, module: ModuleType, beginnings: Collection[str]
) -> Iterable[tuple[object, ...]]:
    """Those whose pages begin at some urls. Where there is one page of a kind, its name is where it stands."""
    if hasattr(module, "subject_at") and edition.draws(kind):
        return filter(None, (module.subject_at(edition, url) for url in sorted(beginnings)))
    if hasattr(module, "address"):
        return (subject for subject in _subjects(edition, kind, module) if module.address(*subject) in beginnings)
    return _subjects(edition, kind, module) if ("/" if module is home else f"/{kind}/") in beginnings else ()
