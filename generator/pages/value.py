"""/values/growth/ : a value, with its wins as evidence."""

from collections.abc import Iterator

import msgspec

from generator.journal import records
from generator.journal.records import Prose
from generator.words import sentences

from .cards import goal_card, step_view, wall_figure
from .description import description
from .edition import Edition
from .feed import own_feeds
from .lines import mark, mentions
from .listed import Listed, listed, older
from .page import Page
from .parts import GoalCard, Link, Mention, Step, ValueMark, WallFigure

TEMPLATE = "pages/value.html"


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A value's view."""

    mark: ValueMark
    identity: str | None
    why: str | None
    sentence: str
    wall: WallFigure | None
    goals: tuple[GoalCard, ...]
    steps: tuple[Step, ...]
    prose: Prose
    wins: Listed
    mentions: tuple[Mention, ...]


def subjects(edition: Edition) -> Iterator[tuple[records.Value]]:
    """Every value."""
    return zip(edition.journal.values.values(), strict=True)


def address(value: records.Value) -> str:
    """Where the pages of a subject begin."""
    return value.url


def pages(edition: Edition, value: records.Value) -> Iterator[Page]:
    """The page of a value, and the older pages of its list."""
    journal = edition.journal
    wins, goals = journal.wins_for(value.id), journal.goals_of(value.id)
    lists = listed(edition, wins, value.url)
    view = Value(
        mark=mark(edition, value),
        identity=value.identity,
        why=value.why,
        sentence=sentences.value_wins(edition.words, len(edition.past(wins)), len(goals)),
        wall=wall_figure(edition, wins),
        goals=tuple(goal_card(edition, goal) for goal in goals),
        steps=tuple(step_view(step) for step in value.next),
        prose=value.body,
        wins=lists[-1],
        mentions=mentions(edition, value.url),
    )
    said = description(value.why, value.identity, view.sentence)
    yield Page(
        url=value.url,
        template=TEMPLATE,
        title=value.title,
        view=view,
        description=said,
        section="/values/",
        feeds=own_feeds(edition, value),
        params=value.params,
    )
    yield from older(edition, Link(value.title, value.url), lists, "/values/")
