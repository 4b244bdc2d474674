"""Charts of insights with their sentences, as views hold them."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from generator.charts import balance as balance_chart
from generator.charts import curve as curve_chart
from generator.charts import thread as thread_chart
from generator.insights.strength import Strength
from generator.journal.records import Habit
from generator.words import figures as said

from .edition import Edition
from .lines import link, mark
from .parts import Link, ValueMark


class ThreadFigure(msgspec.Struct, frozen=True, kw_only=True):
    """The thread with its sentence; what its ids are called, and the identity behind each value."""

    thread: thread_chart.Thread
    sentence: str
    goals: Mapping[str, Link]
    values: Mapping[str, ValueMark]
    identities: Mapping[str, str]


class BalanceFigure(msgspec.Struct, frozen=True, kw_only=True):
    """The balance of values with its sentence, and its values by id."""

    balance: balance_chart.Balance
    sentence: str
    values: Mapping[str, ValueMark]


class CurveFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A habit's strength over time, with its sentence; `half` and `full` label the lines at ½ and 1."""

    curve: curve_chart.Curve
    sentence: str
    half: str
    full: str


def thread_figure(edition: Edition) -> ThreadFigure | None:
    """The thread of the last four weeks; None where nothing was laid in them."""
    found = edition.insights.thread
    if not any(strand.goal or strand.value for strand in found.strands):
        return None
    journal = edition.journal
    strands = [thread_chart.Strand(strand.goal, strand.value, strand.count) for strand in found.strands]
    goals = dict.fromkeys(strand.goal for strand in found.strands if strand.goal)
    values = dict.fromkeys(strand.value for strand in found.strands if strand.value)
    return ThreadFigure(
        thread=thread_chart.thread(strands, others=found.others),
        sentence=said.thread(edition.words, found.wins),
        goals={goal: link(edition, journal.goals[goal]) for goal in goals},
        values={value: mark(edition, journal.values[value]) for value in values},
        identities={value: who for value in values if (who := journal.values[value].identity)},
    )


def balance_figure(edition: Edition) -> BalanceFigure | None:
    """The balance of values by month; None under 3 values or 6 months."""
    months = [
        balance_chart.Month(start, {value: float(share) for value, share in shares.items()})
        for start, shares in sorted(edition.insights.alignment.months.items())
    ]
    values = edition.journal.values
    drawn = balance_chart.balance(months, tuple(values))
    if drawn is None:
        return None
    marks = {value: mark(edition, record) for value, record in values.items()}
    return BalanceFigure(balance=drawn, sentence=said.balance(edition.words), values=marks)


def curve_figure(edition: Edition, habit: Habit, now: Strength) -> CurveFigure | None:
    """The habit's strength over time; None under two weeks of it."""
    if len(now.curve) < 14:
        return None
    points = [curve_chart.Point(day, score) for day, score in now.curve]
    spans: list[tuple[dt.date, dt.date | None]] = [(span.start, span.end) for span in habit.paused]
    spans += [(season.start, season.end) for season in edition.journal.seasons]
    shades = [curve_chart.Shade(start, end) for start, end in spans]
    return CurveFigure(
        curve=curve_chart.curve(points, today=edition.today, shades=shades),
        sentence=said.strength(edition.words, now),
        half=edition.words.percent(0.5),
        full=edition.words.percent(1),
    )
