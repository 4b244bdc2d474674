"""/reviews/ : "Reflect" in the menu: years, months and weeks, and the way to every insight."""

from collections.abc import Iterator

import msgspec

from generator.insights.periods import Period
from generator.journal.records import Review
from generator.words import figures as said
from generator.words import sentences, summaries

from .edition import Edition
from .lines import withheld
from .page import Page
from .paging import page_url, paged, pager
from .parts import Link, Pager

TEMPLATE = "pages/reviews.html"
URL = "/reviews/"


class ReviewCard(msgspec.Struct, frozen=True, kw_only=True):
    """A review where it is one of several: its period in words, the first line of what was written ("" for none)."""

    title: str
    url: str
    kind: str  # week | month | year
    sentence: str
    mood: str
    excerpt: str
    withheld: str = ""


class Reviews(msgspec.Struct, frozen=True, kw_only=True):
    """Years, months and weeks apart, newest first; `insights` are the ways to the insight pages."""

    years: tuple[ReviewCard, ...]
    months: tuple[ReviewCard, ...]
    weeks: tuple[ReviewCard, ...]
    insights: tuple[Link, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where there is anything to reflect on."""
    if not edition.reflects:
        return
    words = edition.words
    wins = edition.past(edition.journal.wins)
    title, summary = words.gettext("Reflect"), summaries.reviews(words, len(wins), len({win.date for win in wins}))
    parts = paged(edition.insights.periods, lambda one: one.start.year)
    for number, part in enumerate(parts, start=1):
        cards = [_card(edition, one) for one in reversed(part)]
        view = Reviews(
            years=tuple(card for card in cards if card.kind == "year"),
            months=tuple(card for card in cards if card.kind == "month"),
            weeks=tuple(card for card in cards if card.kind == "week"),
            insights=insight_links(edition) if number == len(parts) else (),
            pager=pager(words, URL, number, len(parts)),
        )
        url = page_url(URL, number, len(parts))
        yield Page(url=url, template=TEMPLATE, title=title, view=view, description=summary, section=URL)


def insight_links(edition: Edition) -> tuple[Link, ...]:
    """The insight pages that there are. Their urls are their kinds' names."""
    journal, figures, _ = edition.journal, edition.insights, edition.words.gettext
    ways = (
        (bool(figures.celebrations.list), Link(_("Celebrations"), "/celebrations/")),
        (bool(figures.reconnect), Link(_("Reconnect"), "/reconnect/")),
        (bool(figures.worked.phrases or figures.worked.closer), Link(_("What worked"), "/worked/")),
        (bool(journal.setbacks), Link(_("Setbacks"), "/setbacks/")),
        (bool(figures.alignment.wins and (journal.goals or journal.values)), Link(_("Alignment"), "/alignment/")),
    )
    return tuple(link for filled, link in ways if filled and edition.draws(link.url.strip("/")))


def kind_of(name: str) -> str:
    """week, month or year."""
    return "week" if "W" in name else "month" if "-" in name else "year"


def url_of(name: str) -> str:
    return f"/reviews/{name}/"


def written_for(edition: Edition, name: str) -> Review | None:
    """What the person wrote of a period."""
    return next((review for review in edition.journal.reviews if review.id == name), None)


def title_of(edition: Edition, one: Period) -> str:
    """The review's own title, else its period in words."""
    written = written_for(edition, one.name)
    own = written.title if written is not None and written.title != written.id else ""
    return own or sentences.period(edition.words, one.name, one.start, one.end)


def _card(edition: Edition, one: Period) -> ReviewCard:
    written = written_for(edition, one.name)
    lines = written.body.plain.split("\n") if written else []
    excerpt = next((line for line in lines if line and "\0" not in line), "")
    return ReviewCard(
        title=title_of(edition, one),
        url=url_of(one.name),
        kind=kind_of(one.name),
        sentence=sentences.wins_on_days(edition.words, one.wins, one.days) if one.wins else "",
        mood=said.mood(edition.words, one.mood, one.energy),
        excerpt=excerpt or (next(iter(written.worked), "") if written else ""),
        withheld=withheld(edition, written),
    )
