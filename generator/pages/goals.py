"""/goals/ : everything that is, was and will be built."""

from collections.abc import Iterator

import msgspec

from generator.words import summaries

from .calendar_file import own_feeds
from .cards import goal_card
from .description import description
from .edition import Edition
from .page import Page
from .parts import GoalCard, Link

TEMPLATE = "pages/goals.html"


class Goals(msgspec.Struct, frozen=True, kw_only=True):
    """The goals by where they stand; `calendar` holds the days of dates and milestones."""

    active: tuple[GoalCard, ...]
    paused: tuple[GoalCard, ...]
    done: tuple[GoalCard, ...]
    released: tuple[GoalCard, ...]
    calendar: Link | None


def pages(edition: Edition) -> Iterator[Page]:
    """The goals' page, where there are goals."""
    cards = [goal_card(edition, goal) for goal in edition.journal.goals.values()]
    if not cards:
        return
    view = Goals(
        active=tuple(card for card in cards if card.state == "active"),
        paused=tuple(card for card in cards if card.state == "paused"),
        done=tuple(card for card in cards if card.state == "done"),
        released=tuple(card for card in cards if card.state == "released"),
        calendar=next((Link(feed.title, feed.url) for feed in own_feeds(edition)), None),
    )
    words = edition.words
    said = summaries.goals(words, [card.title for card in (*view.active, *view.paused) or cards])
    yield Page(
        url="/goals/",
        template=TEMPLATE,
        title=words.gettext("Goals"),
        view=view,
        description=description(said),
        section="/goals/",
        feeds=own_feeds(edition),
    )
