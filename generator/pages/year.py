"""/2026/ : a year: its calendar, its wall, its months."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from generator.charts.calendar import Calendar, FirstDay, calendar
from generator.journal.records import Win
from generator.words import sentences

from .cards import goal_card, wall_figure
from .edition import Edition
from .lines import month_url, win_line
from .neighbours import neighbours
from .page import Page
from .parts import GoalCard, Line, Link, WallFigure

TEMPLATE = "pages/year.html"


class MonthCard(msgspec.Struct, frozen=True, kw_only=True):
    """A month of the year: its first day, its sentence ("23 wins on 17 days"), and a win or two worth naming."""

    start: dt.date
    url: str
    sentence: str
    notable: tuple[Line, ...] = ()


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """A year's view."""

    year: int
    sentence: str
    wall: WallFigure | None
    calendar: Calendar
    calendar_sentence: str
    months: tuple[MonthCard, ...]
    goals: tuple[GoalCard, ...]
    earlier: Link | None
    later: Link | None
    review: Link | None


def subjects(edition: Edition) -> Iterator[tuple[int | None, int, int | None]]:
    """Every year with something in it, between its neighbours."""
    return neighbours(sorted({date.year for date in edition.journal.dates}))


def address(_earlier: int | None, year: int, _later: int | None) -> str:
    """Where the pages of a subject begin."""
    return f"/{year}/"


def pages(edition: Edition, earlier: int | None, year: int, later: int | None) -> Iterator[Page]:
    """The page of a year."""
    view = _year(edition, year, _link(earlier), _link(later))
    yield Page(
        url=f"/{year}/",
        template=TEMPLATE,
        title=str(year),
        view=view,
        description=view.sentence,
        section="/timeline/",
    )


def _link(year: int | None) -> Link | None:
    return Link(str(year), f"/{year}/") if year else None


def _year(edition: Edition, year: int, earlier: Link | None, later: Link | None) -> Year:
    journal, words = edition.journal, edition.words
    wins = edition.past(journal.wins_in(year))
    days = len({win.date for win in wins})
    sentence = sentences.year_wall(words, year, len(wins), days)
    served = {goal for win in wins for goal in win.goals}
    months = sorted({date.month for date in journal.dates if date.year == year})
    review = Link(words.gettext("The year in review"), f"/reviews/{year}/")
    figure = wall_figure(edition, wins)
    return Year(
        year=year,
        sentence=sentence,
        wall=msgspec.structs.replace(figure, sentence=sentence) if figure else None,
        calendar=year_calendar(edition, year, wins, since=journal.dates[0]),
        calendar_sentence=sentences.wins_on_days(words, len(wins), days),
        months=tuple(_month(edition, dt.date(year, month, 1)) for month in months),
        goals=tuple(goal_card(edition, goal) for goal in journal.goals.values() if goal.id in served),
        earlier=earlier,
        later=later,
        review=review if wins and edition.reflects and edition.draws("review") else None,
    )


FIRST_DAYS: dict[str, FirstDay] = {"monday": 0, "sunday": 6}


def year_calendar(
    edition: Edition,
    year: int,
    wins: Sequence[Win],
    states: dict[dt.date, str] | None = None,
    since: dt.date | None = None,
) -> Calendar:
    """The days of a year with the number of these wins on each, and what else they were; seasons are shaded. Days
    before `since` are left out."""
    counts = Counter(win.date for win in wins if win.date.year == year)
    pauses = [(season.start, season.end) for season in edition.site.seasons]
    first = FIRST_DAYS[edition.site.week_starts]
    return calendar(counts, year=year, today=edition.today, first_day=first, pauses=pauses, states=states, since=since)


def _month(edition: Edition, start: dt.date) -> MonthCard:
    wins = edition.past(edition.journal.wins_in(start.year, start.month))
    sentence = sentences.wins_on_days(edition.words, len(wins), len({win.date for win in wins})) if wins else ""
    return MonthCard(
        start=start,
        url=month_url(start),
        sentence=sentence,
        notable=tuple(win_line(edition, win) for win in _notable(edition, wins)),
    )


def _notable(edition: Edition, wins: Sequence[Win], most: int = 2) -> list[Win]:
    """The wins that a month is remembered by: milestones, then stories, then what asked most; in their order."""
    capstones = {hit.win for ladder in edition.insights.milestones.values() for hit in ladder}

    def weight(win: Win) -> int:
        return 8 * (win.id in capstones) + 4 * win.story + 2 * (win.effort == 5) + win.stretch

    best = sorted((win for win in wins if weight(win)), key=weight, reverse=True)[:most]
    return [win for win in wins if win in best]
