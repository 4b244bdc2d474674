"""/alignment/ : what the wins serve, asked and not blamed."""

from collections.abc import Iterator

import msgspec

from generator.words import figures as said

from .edition import Edition
from .figures import BalanceFigure, balance_figure
from .lines import goal_links, link, mark, win_line
from .page import Page
from .parts import Line, Link, ValueMark

TEMPLATE = "pages/alignment.html"
LATEST = 12
"""So many of the wins that stand on their own are shown, the newest."""


class Share(msgspec.Struct, frozen=True):
    """A value's share of the wins, in words ("24 %") and from 0 to 1."""

    mark: ValueMark
    percent: str
    share: float


class Question(msgspec.Struct, frozen=True):
    """A question that some active goals have no answer to yet."""

    sentence: str
    goals: tuple[Link, ...]


class Doubt(msgspec.Struct, frozen=True):
    """A goal that many wins don't move, asked about."""

    goal: Link
    sentence: str


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """The page's view."""

    sentence: str
    shares: tuple[Share, ...]
    balance: BalanceFigure | None
    unlinked: str
    latest_unlinked: tuple[Line, ...]
    doubts: tuple[Doubt, ...]
    questions: tuple[Question, ...]
    stretch: str


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where there are wins and something that they could serve."""
    found, journal, words = edition.insights.alignment, edition.journal, edition.words
    if not found.wins or not (journal.goals or journal.values) or not edition.reflects:
        return
    newest = [journal.win(name) for name in reversed(found.unlinked) if not journal.win(name).tick]
    last_month = max(found.stretch)
    view = Alignment(
        sentence=said.linked(words, found.wins, found.with_goal, found.with_value),
        shares=tuple(
            Share(mark(edition, journal.values[value]), words.percent(float(share)), round(float(share), 4))
            for value, share in sorted(found.by_value.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
        balance=balance_figure(edition),
        unlinked=said.unlinked(words, len(newest)),
        latest_unlinked=tuple(win_line(edition, win) for win in newest[:LATEST]),
        doubts=doubts(edition),
        questions=tuple(
            Question(said.lacking(words, question), goal_links(edition, goals))
            for question, goals in found.lacking.items()
            if goals
        ),
        stretch=said.stretch(words, found.stretch[last_month], last_month) if found.stretch[last_month] else "",
    )
    title = words.gettext("Alignment")
    yield Page(
        url="/alignment/", template=TEMPLATE, title=title, view=view, description=view.sentence, section="/reviews/"
    )


def doubts(edition: Edition) -> tuple[Doubt, ...]:
    """The goals that the motion check asks about."""
    found = []
    for name in edition.insights.alignment.in_doubt:
        goal = edition.journal.goals[name]
        recent = sum(0 <= (edition.today - win.date).days < 28 for win in edition.journal.wins_of(name))
        found.append(Doubt(link(edition, goal), said.motion(edition.words, goal.title, recent)))
    return tuple(found)
