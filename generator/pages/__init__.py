"""Journal → pages: each module makes the pages of one kind, as a url, a template and a small frozen view."""

from collections.abc import Callable, Iterator

import msgspec

from . import (
    alignment,
    celebrations,
    day,
    export,
    filters,
    free_page,
    goal,
    goals,
    habit,
    habits,
    home,
    month,
    not_found,
    reconnect,
    review,
    reviews,
    search,
    search_index,
    setbacks,
    story,
    timeline,
    today,
    value,
    values,
    worked,
    year,
)
from .crumbs import with_crumbs
from .edition import Edition, Maker
from .file import File
from .page import Page
from .structured_data import structured_data

# A new kind of page is a module and a line here.
PAGES: tuple[Maker, ...] = (
    home.pages,
    today.pages,
    timeline.pages,
    year.pages,
    month.pages,
    day.pages,
    story.pages,
    goals.pages,
    goal.pages,
    values.pages,
    value.pages,
    habits.pages,
    habit.pages,
    setbacks.pages,
    celebrations.pages,
    reconnect.pages,
    alignment.pages,
    worked.pages,
    reviews.pages,
    review.pages,
    free_page.pages,
    search.pages,
    not_found.pages,
)

# What a theme calls them: the module's name, which is the template's too.
KINDS = tuple(make.__module__.rpartition(".")[2] for make in PAGES)

# A new file for machines likewise.
FILES: tuple[Callable[[Edition], Iterator[File]], ...] = (export.files, search_index.files, filters.files)


def all_files(edition: Edition) -> Iterator[File]:
    """Every file of an edition that no template draws."""
    for make in FILES:
        yield from make(edition)


def all_pages(edition: Edition) -> Iterator[Page]:
    """Every page of an edition that its theme draws, with the way down to it and what machines may know of it."""
    made = (page for kind, make in zip(KINDS, PAGES, strict=True) if edition.draws(kind) for page in make(edition))
    for page in with_crumbs(made, edition.site.title):
        yield msgspec.structs.replace(page, structured_data=structured_data(edition.site, page))
