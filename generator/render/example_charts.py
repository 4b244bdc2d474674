"""The charts of the gallery: the sample parameters of each, and the figure that they make.

An example of a chart is data as a journal has it, not geometry: a theme's author writes stones and readings, and sees
what the site would draw of them.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from generator.charts import balance as balance_chart
from generator.charts import calendar as calendar_chart
from generator.charts import curve as curve_chart
from generator.charts import thread as thread_chart
from generator.charts import trail as trail_chart
from generator.charts import wall as wall_chart
from generator.charts.breaks import Break
from generator.pages.figures import BalanceFigure, CurveFigure, ThreadFigure
from generator.pages.goal import TrailFigure
from generator.pages.parts import Link, Rung, ValueMark, WallFigure
from generator.words import Words

URL = "/"
Arguments = dict[str, Any]
"""What a macro is called with, by the names of its parameters."""


class _Span(msgspec.Struct, frozen=True):
    start: dt.date
    end: dt.date | None = None


class ChartExample(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every example of a chart says. `value` is the name of the palette's colour that it is drawn in."""

    title: str
    note: str = ""
    sentence: str
    value: str = ""

    @property
    def hue(self) -> str:
        """The class of its colour, "" for none."""
        return f"v-{self.value}" if self.value else ""


class _Wall(ChartExample, frozen=True, kw_only=True):
    today: dt.date
    stones: tuple[wall_chart.Stone, ...]
    breaks: tuple[Break, ...] = ()


class _Calendar(ChartExample, frozen=True, kw_only=True):
    year: int
    today: dt.date
    counts: dict[dt.date, int]
    pauses: tuple[_Span, ...] = ()
    states: dict[dt.date, str] | None = None


class _Trail(ChartExample, frozen=True, kw_only=True):
    unit: str
    today: dt.date
    origin: trail_chart.Reading
    target: float | None = None
    readings: tuple[trail_chart.Reading, ...]
    milestones: tuple[trail_chart.Milestone, ...] = ()
    shades: tuple[trail_chart.Shade, ...] = ()
    plan: tuple[trail_chart.Reading, ...] = ()
    cone: trail_chart.Cone | None = None


class _Curve(ChartExample, frozen=True, kw_only=True):
    today: dt.date
    points: tuple[curve_chart.Point, ...]
    shades: tuple[_Span, ...] = ()


class _Balance(ChartExample, frozen=True, kw_only=True):
    values: dict[str, str]
    months: tuple[balance_chart.Month, ...]


class _Ladder(ChartExample, frozen=True, kw_only=True):
    rungs: tuple[Rung, ...]


class _Strand(msgspec.Struct, frozen=True, kw_only=True):
    goal: str | None = None
    value: str | None = None
    count: int


class _Thread(ChartExample, frozen=True, kw_only=True):
    goals: dict[str, str]
    values: dict[str, str]
    identities: dict[str, str] = {}
    strands: tuple[_Strand, ...]
    others: int = 0


def _wall(read: _Wall, words: Words) -> Arguments:
    drawn = wall_chart.wall(read.stones, breaks=read.breaks, today=read.today)
    return {"figure": WallFigure(wall=drawn, sentence=read.sentence)}


def _small_wall(read: _Wall, words: Words) -> Arguments:
    drawn = wall_chart.small_wall(read.stones, breaks=read.breaks, today=read.today)
    return {"figure": WallFigure(wall=drawn, sentence=read.sentence)}


def _calendar(read: _Calendar, words: Words) -> Arguments:
    pauses = [(span.start, span.end) for span in read.pauses]
    drawn = calendar_chart.calendar(read.counts, year=read.year, today=read.today, pauses=pauses, states=read.states)
    return {"calendar": drawn, "id": "calendar", "sentence": read.sentence, "hue": read.hue}


def _trail(read: _Trail, words: Words) -> Arguments:
    drawn = trail_chart.trail(
        read.readings,
        today=read.today,
        origin=read.origin,
        target=read.target,
        milestones=read.milestones,
        shades=read.shades,
        plan=read.plan,
        cone=read.cone,
    )
    return {"figure": TrailFigure(drawn, read.sentence, read.unit), "id": "trail", "hue": read.hue}


def _curve(read: _Curve, words: Words) -> Arguments:
    shades = [curve_chart.Shade(span.start, span.end) for span in read.shades]
    drawn = curve_chart.curve(read.points, today=read.today, shades=shades)
    figure = CurveFigure(curve=drawn, sentence=read.sentence, half=words.percent(0.5), full=words.percent(1))
    return {"figure": figure, "id": "curve", "hue": read.hue}


def _balance(read: _Balance, words: Words) -> Arguments:
    drawn = balance_chart.balance(read.months, tuple(read.values))
    if drawn is None:
        raise ValueError("too few values or months for a balance")
    figure = BalanceFigure(balance=drawn, sentence=read.sentence, values=_marks(read.values))
    return {"figure": figure, "id": "balance"}


def _thread(read: _Thread, words: Words) -> Arguments:
    strands = [thread_chart.Strand(strand.goal, strand.value, strand.count) for strand in read.strands]
    figure = ThreadFigure(
        thread=thread_chart.thread(strands, read.others),
        sentence=read.sentence,
        goals={name: Link(title, URL) for name, title in read.goals.items()},
        values=_marks(read.values),
        identities=read.identities,
    )
    return {"figure": figure, "id": "thread"}


def _ladder(read: _Ladder, words: Words) -> Arguments:
    return {"rungs": read.rungs}


def _marks(values: Mapping[str, str]) -> dict[str, ValueMark]:
    """Values with the seams that a site would give them: the second to the fourth."""
    return {name: ValueMark(name, title, URL, at % 4) for at, (name, title) in enumerate(values.items())}


CHARTS: Mapping[str, tuple[Any, Callable[[Any, Words], Arguments]]] = MappingProxyType(
    {
        "balance": (_Balance, _balance),
        "calendar": (_Calendar, _calendar),
        "curve": (_Curve, _curve),
        "ladder": (_Ladder, _ladder),
        "small_wall": (_Wall, _small_wall),
        "thread": (_Thread, _thread),
        "trail": (_Trail, _trail),
        "wall": (_Wall, _wall),
    }
)
"""By the stem of its template: the type of its parameters, and what its macro is called with."""
