"""The morning: the one next step, what is being built, this day in earlier years; what `today --json` prints."""

import datetime as dt
from typing import Literal

import msgspec

from generator.journal import records
from generator.journal.rest import resting_since
from generator.pages import today as page
from generator.pages.cards import progress_view

from .desk import Desk, Why

Status = Literal["active", "paused"]
Drift = Literal["rising", "steady", "resting"]


class StepOut(msgspec.Struct, frozen=True, kw_only=True):
    """The one next step of a goal: `do` it, or its `tired` version, or `stretch`. `why` and `identity` are the goal's.
    `note` says that it begins again after a setback, or how old it is; in a season `tired_first` is true where there is
    a tired version. `last` is the last win on the goal."""

    goal: str
    title: str
    do: str
    tired: str | None
    stretch: str | None
    tired_first: bool
    why: str | None
    identity: str | None
    note: str
    last: "WinOut | None"


class WinOut(msgspec.Struct, frozen=True, kw_only=True):
    """A win. `withheld` says why readers don't see it, "" where they do."""

    id: str
    date: dt.date
    text: str
    goals: tuple[str, ...]
    withheld: Why


class GoalOut(msgspec.Struct, frozen=True, kw_only=True):
    """A goal that is being built, with its descendants' wins. `progress` is a sentence; `fraction` is from 0 to 1, null
    without a target; `momentum` is null in its first 28 days."""

    id: str
    title: str
    status: Status
    wins: int
    last_win: dt.date | None
    momentum: Drift | None
    progress: str
    fraction: float | None
    withheld: Why


class RestingOut(msgspec.Struct, frozen=True, kw_only=True):
    """A goal that has been quiet, in a sentence, and what would begin again."""

    goal: str
    sentence: str
    do: str | None


class Morning(msgspec.Struct, frozen=True, kw_only=True):
    """The day's page. Sentences are in the site's language, "" or null where there is nothing to say; `question` asks
    for a next step where none is written. Goals with the latest win come first."""

    format: Literal["smallwins-today"] = "smallwins-today"
    version: Literal[1] = 1
    date: dt.date
    season: str
    step: StepOut | None
    question: str
    goals: tuple[GoalOut, ...]
    on_this_day: tuple[WinOut, ...]
    celebration: str
    reward: str
    resting: tuple[RestingOut, ...]


def morning(desk: Desk) -> Morning:
    """What the day begins with."""
    edition = desk.edition
    view = page.view(edition)
    return Morning(
        date=desk.today,
        season=view.season,
        step=_step(desk, view.step),
        question=view.question,
        goals=tuple(_goal(desk, goal) for goal in _built(desk)),
        on_this_day=tuple(_win(desk, edition.journal.win(name)) for name in edition.insights.on_this_day),
        celebration=view.celebration,
        reward=view.reward,
        resting=tuple(
            RestingOut(goal=_id(one.goal.url), sentence=one.sentence, do=one.step.do if one.step else None)
            for one in view.resting
        ),
    )


def _built(desk: Desk) -> list[records.Goal]:
    """The goals that are being built or rest, the latest win first, then by id."""
    goals = [goal for goal in desk.journal.goals.values() if goal.status in ("active", "paused")]
    return sorted(goals, key=lambda goal: _last(desk, goal) or dt.date.min, reverse=True)


def _last(desk: Desk, goal: records.Goal) -> dt.date | None:
    wins = desk.past(desk.journal.wins_of(goal.id))
    return wins[-1].date if wins else None


def _id(url: str) -> str:
    return url.rstrip("/").rpartition("/")[2]


def _step(desk: Desk, view: page.TodayStep | None) -> StepOut | None:
    found = desk.edition.insights.next_steps.today
    if view is None or found is None:
        return None
    wins = desk.past(desk.journal.wins_of(found.goal))
    return StepOut(
        goal=found.goal,
        title=view.goal.title,
        do=view.step.do,
        tired=view.step.tired,
        stretch=view.step.stretch,
        tired_first=view.tired_first,
        why=view.why,
        identity=view.identity,
        note=view.note,
        last=_win(desk, wins[-1]) if wins else None,
    )


def _goal(desk: Desk, goal: records.Goal) -> GoalOut:
    edition = desk.edition
    momentum, progress = edition.insights.momentum[goal.id], progress_view(edition, goal)
    rests = goal.status == "paused" or resting_since(desk.journal, goal, desk.today) is not None
    return GoalOut(
        id=goal.id,
        title=goal.title,
        status="paused" if rests else "active",
        wins=len(desk.past(desk.journal.wins_of(goal.id))),
        last_win=_last(desk, goal),
        momentum=momentum.drift.value if momentum.drift else None,
        progress=progress.sentence,
        fraction=progress.fraction,
        withheld=desk.why(goal),
    )


def _win(desk: Desk, win: records.Win) -> WinOut:
    return WinOut(id=win.id, date=win.date, text=win.title, goals=win.goals, withheld=desk.why(win))
