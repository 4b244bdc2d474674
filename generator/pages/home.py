"""/ : what is being built, and why, for a visitor in one look."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.journal.records import Value
from generator.words import figures as said
from generator.words import sentences

from .cards import goal_card, wall_figure
from .description import description
from .edition import Edition
from .figures import ThreadFigure, thread_figure
from .lines import link, mark, win_line
from .page import Page
from .parts import GoalCard, Line, Link, ValueMark, WallFigure

TEMPLATE = "pages/home.html"


class ValueCard(msgspec.Struct, frozen=True, kw_only=True):
    """A value with its identity and how many wins serve it ("48 wins")."""

    mark: ValueMark
    identity: str | None = None
    sentence: str = ""


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The home page's view. Everything but the title may be empty."""

    as_of: dt.date
    description: str
    wall: WallFigure | None
    comeback: str
    thread: ThreadFigure | None
    year_url: str | None
    latest: tuple[Line, ...]
    goals: tuple[GoalCard, ...]
    values: tuple[ValueCard, ...]
    about: Link | None
    timeline: Link | None


def pages(edition: Edition) -> Iterator[Page]:
    """The home page."""
    site, journal, today = edition.site, edition.journal, edition.today
    wins = [win for win in journal.wins if win.date <= today]
    year = [win for win in wins if win.date.year == today.year]
    figure = wall_figure(edition, year or wins)
    if figure and year:
        sentence = sentences.year_wall(edition.words, today.year, len(year), len({win.date for win in year}))
        figure = msgspec.structs.replace(figure, sentence=sentence)
    latest = [win for win in reversed(wins) if not win.tick][:5]
    about = journal.pages.get("about")
    returns = edition.insights.comeback
    view = Home(
        as_of=today,
        description=site.description,
        wall=figure,
        comeback=said.comeback(edition.words, returns.times, returns.median_days),
        thread=thread_figure(edition),
        year_url=f"/{today.year}/" if year and edition.draws("year") else None,
        latest=tuple(win_line(edition, win) for win in latest),
        goals=tuple(goal_card(edition, goal) for goal in journal.goals.values() if goal.status == "active"),
        values=tuple(value_card(edition, value) for value in journal.values.values()),
        about=link(edition, about) if about else None,
        timeline=Link(edition.words.gettext("Timeline"), "/timeline/")
        if journal.dates and edition.draws("timeline")
        else None,
    )
    said_of = description(site.description, figure.sentence if figure else "")
    yield Page(url="/", template=TEMPLATE, title=site.title, view=view, description=said_of, section="/")


def value_card(edition: Edition, value: Value) -> ValueCard:
    """A value with its identity and what was done for it."""
    wins = [win for win in edition.journal.wins_for(value.id) if win.date <= edition.today]
    sentence = sentences.value_wins(edition.words, len(wins), len(edition.journal.goals_of(value.id)))
    return ValueCard(mark=mark(edition, value), identity=value.identity, sentence=sentence)
