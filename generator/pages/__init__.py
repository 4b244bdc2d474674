"""Journal → pages: each module makes the pages of one kind, as a url, a template and a small frozen view."""

from collections.abc import Iterator

from . import (
    day,
    free_page,
    goal,
    goals,
    habit,
    habits,
    home,
    month,
    not_found,
    review,
    reviews,
    setbacks,
    story,
    timeline,
    value,
    values,
    year,
)
from .edition import Edition, Maker
from .page import Page

# A new kind of page is a module and a line here.
PAGES: tuple[Maker, ...] = (
    home.pages,
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
    reviews.pages,
    review.pages,
    free_page.pages,
    not_found.pages,
)


def all_pages(edition: Edition) -> Iterator[Page]:
    """Every page of an edition."""
    for make in PAGES:
        yield from make(edition)
