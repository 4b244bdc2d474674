"""/reviews/2026-W07/ : a week, a month or a year: what was counted beside what the person wrote."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.journal import records
from generator.journal.records import Prose
from generator.words import sentences

from .cards import step_view
from .edition import Edition
from .lines import goal_links, mentions, setback_line
from .page import Page
from .parts import DayBlock, Figure, Line, Link, Mention, Step
from .reviews import kind_of, title_of
from .timeline import blocks_of

TEMPLATE = "pages/review.html"


class NextLine(msgspec.Struct, frozen=True):
    """A goal's next step, or what its wins are moving, as the review says it."""

    goal: Link
    step: Step | None = None
    moving: str | None = None


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A review's view."""

    title: str
    kind: str  # week | month | year
    start: dt.date
    end: dt.date
    sentence: str
    figures: tuple[Figure, ...]
    worked: tuple[str, ...]
    adjust: tuple[str, ...]
    next: tuple[NextLine, ...]
    moving: tuple[NextLine, ...]
    prose: Prose
    days: tuple[DayBlock, ...]
    setbacks: tuple[Line, ...]
    earlier: Link | None
    later: Link | None
    mentions: tuple[Mention, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """A page for every review; its neighbours are of the same kind."""
    for kind in ("week", "month", "year"):
        same = [review for review in edition.journal.reviews if kind_of(review) == kind]
        for before, review, after in zip([None, *same], same, [*same[1:], None], strict=False):
            yield _page(edition, review, before, after)


def _page(
    edition: Edition, review: records.Review, before: records.Review | None, after: records.Review | None
) -> Page:
    journal, words = edition.journal, edition.words
    wins = [win for win in journal.wins if review.start <= win.date <= review.end]
    setbacks = [setback for setback in journal.setbacks if review.start <= setback.date <= review.end]
    days = {win.date for win in wins}
    dates = [date for date in journal.dates if review.start <= date <= review.end]
    title = title_of(edition, review)
    view = Review(
        title=title,
        kind=kind_of(review),
        start=review.start,
        end=review.end,
        sentence=sentences.wins_on_days(words, len(wins), len(days)) if wins else "",
        figures=_figures(edition, wins),
        worked=review.worked,
        adjust=review.adjust,
        next=tuple(
            NextLine(goal_links(edition, [goal])[0], step=step_view(step))
            for goal, steps in review.next.items()
            for step in steps
        ),
        moving=tuple(NextLine(goal_links(edition, [goal])[0], moving=said) for goal, said in review.moving.items()),
        prose=review.body,
        days=blocks_of(edition, dates) if kind_of(review) == "week" else (),
        setbacks=tuple(setback_line(edition, setback) for setback in setbacks),
        earlier=Link(title_of(edition, before), before.url) if before else None,
        later=Link(title_of(edition, after), after.url) if after else None,
        mentions=mentions(edition, review.url),
    )
    return Page(
        url=review.url, template=TEMPLATE, title=title, view=view, description=view.sentence, section="/reviews/"
    )


def _figures(edition: Edition, wins: list[records.Win]) -> tuple[Figure, ...]:
    """What was counted: wins, days, stretch wins, and the goals that were served."""
    words = edition.words
    served = {goal for win in wins for goal in win.goals}
    stretch = sum(win.stretch for win in wins)
    rows = [
        (len(wins), words.ngettext("win", "wins", len(wins))),
        (len({win.date for win in wins}), words.gettext("days with a win")),
        (len(served), words.ngettext("goal served", "goals served", len(served))),
        (stretch, words.ngettext("stretch win", "stretch wins", stretch)),
    ]
    return tuple(Figure(words.number(number), label) for number, label in rows if number)
