"""/reviews/ : every review, newest first."""

from collections.abc import Iterator

import msgspec

from generator.journal import records
from generator.words import sentences

from .edition import Edition
from .page import Page
from .parts import Link

TEMPLATE = "pages/reviews.html"


class ReviewCard(msgspec.Struct, frozen=True, kw_only=True):
    """A review where it is one of several: its period in words, the first line of what was written."""

    title: str
    url: str
    kind: str  # week | month | year
    sentence: str
    excerpt: str


class Reviews(msgspec.Struct, frozen=True, kw_only=True):
    """Years, months and weeks apart; `insights` are the ways to the insight pages."""

    years: tuple[ReviewCard, ...]
    months: tuple[ReviewCard, ...]
    weeks: tuple[ReviewCard, ...]
    insights: tuple[Link, ...] = ()


def pages(edition: Edition) -> Iterator[Page]:
    """The reviews' page, where there are reviews or setbacks to reflect on."""
    words, journal = edition.words, edition.journal
    cards = [_card(edition, review) for review in reversed(journal.reviews)]
    insights = [Link(words.gettext("Setbacks"), "/setbacks/")] if journal.setbacks else []
    if not cards and not insights:
        return
    view = Reviews(
        years=tuple(card for card in cards if card.kind == "year"),
        months=tuple(card for card in cards if card.kind == "month"),
        weeks=tuple(card for card in cards if card.kind == "week"),
        insights=tuple(insights),
    )
    yield Page(url="/reviews/", template=TEMPLATE, title=words.gettext("Reflect"), view=view, section="/reviews/")


def kind_of(review: records.Review) -> str:
    """week, month or year."""
    return "week" if "W" in review.id else "month" if "-" in review.id else "year"


def title_of(edition: Edition, review: records.Review) -> str:
    """Its own title, else its period in words."""
    own = review.title if review.title != review.id else ""
    return own or sentences.period(edition.words, review.id, review.start, review.end)


def _card(edition: Edition, review: records.Review) -> ReviewCard:
    wins = [win for win in edition.journal.wins if review.start <= win.date <= review.end]
    days = len({win.date for win in wins})
    plain = next((line for line in review.body.plain.split("\n") if line and "\0" not in line), "")
    excerpt = plain or next(iter(review.worked), "")
    return ReviewCard(
        title=title_of(edition, review),
        url=review.url,
        kind=kind_of(review),
        sentence=sentences.wins_on_days(edition.words, len(wins), days) if wins else "",
        excerpt=excerpt,
    )
