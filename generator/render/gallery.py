"""The gallery: every chart of a theme on one page, drawn from the theme's own examples.

A theme's author sees there what a change of style does, without a journal. Each file of examples/ holds the sample
parameters of the macro of the same stem; the page is drawn through the same environment as a site's.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from generator.base.yaml_text import read_yaml
from generator.charts import balance as balance_chart
from generator.charts import calendar as calendar_chart
from generator.charts import curve as curve_chart
from generator.charts import thread as thread_chart
from generator.charts import trail as trail_chart
from generator.charts import wall as wall_chart
from generator.pages.chrome import GENERATOR, Chrome
from generator.pages.figures import BalanceFigure, CurveFigure, ThreadFigure
from generator.pages.goal import TrailFigure
from generator.pages.page import Page
from generator.pages.parts import Link, Rung, ValueMark, WallFigure
from generator.words import Words

from .artifact import Artifact, render
from .environment import environment
from .favicon import STONES, icon
from .scripts import script_files
from .styles import bundle
from .theme import Theme

TEMPLATE = "pages/gallery.html"
URL = "/"


class CalendarFigure(msgspec.Struct, frozen=True):
    """A calendar with its sentence."""

    calendar: calendar_chart.Calendar
    sentence: str


class LadderFigure(msgspec.Struct, frozen=True):
    """A goal's milestones."""

    rungs: tuple[Rung, ...]


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One chart to show: the stem of its macro, what there is to see, the class of its value, and its figure."""

    stem: str
    title: str
    note: str
    hue: str
    figure: msgspec.Struct


class Gallery(msgspec.Struct, frozen=True):
    """The page's view."""

    examples: tuple[Example, ...]


class _Span(msgspec.Struct, frozen=True):
    start: dt.date
    end: dt.date | None = None


class _Common(msgspec.Struct, frozen=True, kw_only=True):
    """What every example says."""

    title: str
    note: str = ""
    sentence: str
    value: str = ""


class _Wall(_Common, frozen=True, kw_only=True):
    today: dt.date
    stones: tuple[wall_chart.Stone, ...]
    breaks: tuple[wall_chart.Break, ...] = ()


class _Calendar(_Common, frozen=True, kw_only=True):
    year: int
    today: dt.date
    counts: dict[dt.date, int]
    pauses: tuple[_Span, ...] = ()
    states: dict[dt.date, str] | None = None


class _Trail(_Common, frozen=True, kw_only=True):
    unit: str
    today: dt.date
    origin: trail_chart.Reading
    target: float | None = None
    readings: tuple[trail_chart.Reading, ...]
    milestones: tuple[trail_chart.Milestone, ...] = ()
    shades: tuple[trail_chart.Shade, ...] = ()
    plan: tuple[trail_chart.Reading, ...] = ()
    cone: trail_chart.Cone | None = None


class _Curve(_Common, frozen=True, kw_only=True):
    today: dt.date
    points: tuple[curve_chart.Point, ...]
    shades: tuple[_Span, ...] = ()


class _Balance(_Common, frozen=True, kw_only=True):
    values: dict[str, str]
    months: tuple[balance_chart.Month, ...]


class _Ladder(_Common, frozen=True, kw_only=True):
    rungs: tuple[Rung, ...]


class _Strand(msgspec.Struct, frozen=True, kw_only=True):
    goal: str | None = None
    value: str | None = None
    count: int


class _Thread(_Common, frozen=True, kw_only=True):
    goals: dict[str, str]
    values: dict[str, str]
    identities: dict[str, str] = {}
    strands: tuple[_Strand, ...]
    others: int = 0


def gallery_page(theme: Theme, words: Words) -> tuple[Artifact, ...]:
    """The gallery of a theme as a small site of its own, to be opened from a disk: the page, its styles and scripts."""
    chrome = Chrome(
        title=theme.name,
        description="",
        language=words.language,
        direction=words.direction,
        locale=words.region,
        generator=GENERATOR,
        nav=(),
        author="",
        author_url="",
        stylesheets=("/assets/site.css", "/assets/values.css"),
        options=theme.options,
        theme_color=theme.theme_color,
    )
    page = Page(url=URL, template=TEMPLATE, title=theme.name, view=Gallery(examples(theme, words)), noindex=True)
    return (
        *render(environment(theme, words, offline=True), theme, chrome, [page]),
        Artifact("assets/site.css", bundle(theme).encode()),
        Artifact("assets/values.css", _colours(theme).encode()),
        Artifact("assets/favicon.svg", icon(theme.palette[:STONES], theme).encode()),
        *script_files(theme),
    )


def examples(theme: Theme, words: Words) -> tuple[Example, ...]:
    """The theme's examples, and its parents' where it has none of that name, in the order of their names."""
    files: dict[str, Path] = {}
    for folder in reversed(theme.folders):
        files |= {path.stem: path for path in (folder / "examples").glob("*.yaml")}
    return tuple(_example(files[stem], words) for stem in sorted(files) if stem in _FIGURES)


def _example(path: Path, words: Words) -> Example:
    """Raises ValueError for an example that is no parameters of its chart."""
    tree, problems = read_yaml(path.read_text("utf-8"), f"examples/{path.name}")
    if tree is None or problems:
        raise ValueError(f"{path.name}: {problems[0].message if problems else 'nothing in it'}")
    kind, make = _FIGURES[path.stem]
    try:
        read: Any = msgspec.convert(tree.value(), kind, strict=False)
        figure = make(read, words)
    except (msgspec.ValidationError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    hue = f"v-{read.value}" if read.value else ""
    return Example(stem=path.stem, title=read.title, note=read.note, hue=hue, figure=figure)


def _wall(read: _Wall, words: Words) -> WallFigure:
    return WallFigure(wall=wall_chart.wall(read.stones, breaks=read.breaks, today=read.today), sentence=read.sentence)


def _small_wall(read: _Wall, words: Words) -> WallFigure:
    return WallFigure(
        wall=wall_chart.small_wall(read.stones, breaks=read.breaks, today=read.today), sentence=read.sentence
    )


def _calendar(read: _Calendar, words: Words) -> CalendarFigure:
    pauses = [(span.start, span.end) for span in read.pauses]
    drawn = calendar_chart.calendar(read.counts, year=read.year, today=read.today, pauses=pauses, states=read.states)
    return CalendarFigure(drawn, read.sentence)


def _trail(read: _Trail, words: Words) -> TrailFigure:
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
    return TrailFigure(drawn, read.sentence, read.unit)


def _curve(read: _Curve, words: Words) -> CurveFigure:
    shades = [curve_chart.Shade(span.start, span.end) for span in read.shades]
    drawn = curve_chart.curve(read.points, today=read.today, shades=shades)
    return CurveFigure(curve=drawn, sentence=read.sentence, half=words.percent(0.5), full=words.percent(1))


def _balance(read: _Balance, words: Words) -> BalanceFigure:
    drawn = balance_chart.balance(read.months, tuple(read.values))
    if drawn is None:
        raise ValueError("too few values or months for a balance")
    return BalanceFigure(balance=drawn, sentence=read.sentence, values=_marks(read.values))


def _thread(read: _Thread, words: Words) -> ThreadFigure:
    strands = [thread_chart.Strand(strand.goal, strand.value, strand.count) for strand in read.strands]
    return ThreadFigure(
        thread=thread_chart.thread(strands, read.others),
        sentence=read.sentence,
        goals={name: Link(title, URL) for name, title in read.goals.items()},
        values=_marks(read.values),
        identities=read.identities,
    )


def _ladder(read: _Ladder, words: Words) -> LadderFigure:
    return LadderFigure(read.rungs)


def _marks(values: Mapping[str, str]) -> dict[str, ValueMark]:
    """Values with the seams that a site would give them: the second to the fourth."""
    return {name: ValueMark(name, title, URL, at % 4) for at, (name, title) in enumerate(values.items())}


def _colours(theme: Theme) -> str:
    """In the gallery every name of the palette is a value."""
    return "".join(
        f".v-{name} {{ --value: var(--{name}); --value-ink: var(--{name}-ink); --value-soft: var(--{name}-soft); }}\n"
        for name in theme.palette
    )


_FIGURES: Mapping[str, tuple[Any, Callable[[Any, Words], msgspec.Struct]]] = MappingProxyType(
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
