"""/goals/novel/ : a goal's story, from its identity to its latest win."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec

from generator.charts import trail as chart
from generator.charts.breaks import Break
from generator.charts.trail import Trail
from generator.config.schema import Season
from generator.journal import records
from generator.journal.records import Prose
from generator.words import figures as said
from generator.words import sentences

from .cards import breaks, goal_card, progress_view, status, step_view, wall_figure
from .description import description
from .edition import Edition
from .feed import own_feeds
from .lines import goal_links, link, marks, mentions, setback_line
from .listed import Listed, listed, older
from .page import Page
from .parts import (
    GoalCard,
    Line,
    Link,
    Mention,
    Progress,
    Rung,
    Step,
    ValueMark,
    WallFigure,
)
from .worked import CloserLine, PhraseLine, closer_lines, phrase_lines

TEMPLATE = "pages/goal.html"


class TrailFigure(msgspec.Struct, frozen=True):
    """The progress chart with its sentence and its unit ("words")."""

    trail: Trail
    sentence: str
    unit: str


class ChangeLine(msgspec.Struct, frozen=True):
    """A change of plan, in words: "On 1 June 2026 the target became 60,000 words."""

    on: dt.date
    sentence: str
    why: str | None


class HabitLine(msgspec.Struct, frozen=True):
    """A habit that belongs to the goal: its cadence ("3 times a week") and its cue."""

    link: Link
    cadence: str
    cue: str | None


class Goal(msgspec.Struct, frozen=True, kw_only=True):
    """A goal's view. `pauses` and `pace` are sentences, `momentum` a word. `steps` are the next ones, `step_note` how
    old the first is or that it restarts; `question` stands where an active goal has none. `phrases` are what worked
    more than once, `closer` how the last wins came closer."""

    title: str
    state: str
    status: str
    identity: str | None
    why: str | None
    values: tuple[ValueMark, ...]
    parents: tuple[Link, ...]
    children: tuple[GoalCard, ...]
    progress: Progress | None
    wall: WallFigure | None
    trail: TrailFigure | None
    ladder: tuple[Rung, ...]
    steps: tuple[Step, ...]
    step_note: str
    question: str
    momentum: str
    pace: tuple[str, ...]
    forecast: str
    comeback: str
    resting: str
    phrases: tuple[PhraseLine, ...]
    closer: tuple[CloserLine, ...]
    changes: tuple[ChangeLine, ...]
    pauses: tuple[str, ...]
    habits: tuple[HabitLine, ...]
    prose: Prose
    setbacks: tuple[Line, ...]
    wins: Listed
    mentions: tuple[Mention, ...]


def subjects(edition: Edition) -> Iterator[tuple[records.Goal]]:
    """Every goal."""
    return zip(edition.journal.goals.values(), strict=True)


def address(goal: records.Goal) -> str:
    """Where the pages of a subject begin."""
    return goal.url


def pages(edition: Edition, goal: records.Goal) -> Iterator[Page]:
    """The page of a goal, and the older pages of its list."""
    lists = listed(edition, edition.journal.wins_of(goal.id), goal.url)
    view = _goal(edition, goal, lists[-1])
    summary = description(goal.why, goal.identity, view.wall.sentence if view.wall else view.status)
    yield Page(
        url=goal.url,
        template=TEMPLATE,
        title=goal.title,
        view=view,
        description=summary,
        section="/goals/",
        feeds=own_feeds(edition, goal),
        params=goal.params,
    )
    yield from older(edition, Link(goal.title, goal.url), lists, "/goals/")


def _goal(edition: Edition, goal: records.Goal, shown: Listed) -> Goal:
    journal, words = edition.journal, edition.words
    figures = edition.insights
    wins, setbacks = journal.wins_of(goal.id), journal.setbacks_of(goal.id)
    return Goal(
        title=goal.title,
        state=goal.status,
        status=status(edition, goal),
        identity=goal.identity,
        why=goal.why,
        values=marks(edition, goal.values),
        parents=goal_links(edition, goal.ancestors),
        children=tuple(goal_card(edition, journal.goals[child]) for child in goal.children),
        progress=progress_view(edition, goal),
        wall=wall_figure(edition, wins, breaks(edition, goal)),
        trail=_trail(edition, goal),
        ladder=_ladder(edition, goal),
        **_ahead(edition, goal),
        comeback=said.comeback(words, len(figures.comeback.by_goal[goal.id]), figures.comeback.median_of_goal(goal.id)),
        phrases=phrase_lines(edition, [p for p in figures.worked.by_goal.get(goal.id, ()) if len(p.wins) > 1]),
        closer=closer_lines(edition, goal.id),
        changes=tuple(ChangeLine(c.on, sentences.change(words, c, goal.measure.unit), c.why) for c in goal.changed),
        pauses=tuple(sentences.pause(words, span) for span in goal.paused),
        habits=tuple(
            HabitLine(link(edition, habit), sentences.cadence(words, habit.cadence), habit.cue)
            for habit in journal.habits_of(goal.id)
        ),
        prose=goal.body,
        setbacks=tuple(setback_line(edition, setback) for setback in reversed(setbacks)),
        wins=shown,
        mentions=mentions(edition, goal.url),
    )


def _ahead(edition: Edition, goal: records.Goal) -> dict[str, Any]:
    """What lies ahead of a goal that is being built: next steps, pace, forecast, momentum."""
    figures, words = edition.insights, edition.words
    step = figures.next_steps.by_goal.get(goal.id)
    due, ahead = figures.pace[goal.id], figures.forecast[goal.id]
    quiet = next((quiet for quiet in figures.reconnect if quiet.goal == goal.id and quiet.resting), None)
    note = ""
    if step is not None and step.date is not None:
        note = said.after_setback(words, step.date) if step.restart else ""
        note = note or (said.still_this(words, step.date) if step.stale else "")
    active = goal.status == "active"
    wins = [win for win in edition.journal.wins_of(goal.id) if win.date <= edition.today]
    own = goal.next[1:] if step is not None and goal.next and goal.next[0] == step.step else ()
    return {
        "steps": (step_view(step.step), *map(step_view, own)) if step and goal.status in ("active", "paused") else (),
        "step_note": note,
        "question": said.ask_for_next(words) if active and step is None else "",
        "momentum": said.drift(words, figures.momentum[goal.id]) if active else "",
        "pace": said.pace(words, goal, figures.progress[goal.id], due) if active and due else (),
        "forecast": said.forecast(words, ahead) if active and ahead else "",
        "resting": said.resting(words, goal.title, wins[-1].date if wins else None, len(wins)) if quiet else "",
    }


def _plan(edition: Edition, goal: records.Goal) -> list[chart.Reading]:
    """The plan's corners: each leg's beginning, and the last one's end."""
    due = edition.insights.pace[goal.id]
    if due is None or goal.status != "active":
        return []
    corners = [chart.Reading(leg.start, float(leg.base)) for leg in due.legs]
    return [*corners, chart.Reading(due.legs[-1].by, float(due.legs[-1].target))]


def _cone(edition: Edition, goal: records.Goal) -> chart.Cone | None:
    ahead, now = edition.insights.forecast[goal.id], edition.insights.progress[goal.id]
    if ahead is None or now.target is None or goal.status != "active":
        return None
    return chart.Cone(ahead.fast, ahead.slow, float(now.target))


def _trail(edition: Edition, goal: records.Goal) -> TrailFigure | None:
    """The progress chart, for goals with a number that moves."""
    now = edition.insights.progress[goal.id]
    if goal.measure.kind in ("milestones", "goals") or len(now.readings) < 2 or now.start is None:
        return None
    first = now.readings[0].date
    began = min(goal.started, first) if goal.started else first
    reached = {hit.milestone.id: hit.date for hit in edition.insights.milestones[goal.id]}
    seasons = edition.journal.seasons
    # A pause within a season is not shaded a second time.
    shades = [chart.Shade(season.start, season.end, season.what) for season in seasons]
    shades += [chart.Shade(p.start, p.end) for p in breaks(edition, goal) if not any(_overlap(p, s) for s in seasons)]
    drawn = chart.trail(
        [chart.Reading(reading.date, float(reading.value)) for reading in now.readings],
        today=_until(edition, goal),
        origin=chart.Reading(began, float(now.start)),
        target=float(now.target) if now.target is not None else None,
        milestones=[
            chart.Milestone(m.title, float(m.at), reached.get(m.id)) for m in goal.milestones if m.at is not None
        ],
        shades=shades,
        plan=_plan(edition, goal),
        cone=_cone(edition, goal),
        stepped=goal.measure.kind in ("max", "min", "count", "days"),
    )
    return TrailFigure(drawn, sentences.progress(edition.words, goal, now), goal.measure.unit)


def _until(edition: Edition, goal: records.Goal) -> dt.date:
    """The last day that the chart shows: today, or the day on which the goal ended."""
    if goal.status not in ("done", "released"):
        return edition.today
    last = edition.insights.progress[goal.id].readings[-1].date
    return min(edition.today, max(goal.ended or last, last))


def _overlap(pause: Break, season: Season) -> bool:
    last = dt.date.max
    return pause.start <= (season.end or last) and season.start <= (pause.end or last)


def _ladder(edition: Edition, goal: records.Goal) -> tuple[Rung, ...]:
    """The milestones as rungs, the first one not yet reached marked as the next."""
    journal, words = edition.journal, edition.words
    by_id = {win.id: win for win in journal.wins_of(goal.id)}
    rungs: list[Rung] = []
    waiting = False
    for hit in edition.insights.milestones[goal.id]:
        milestone, win = hit.milestone, by_id.get(hit.win or "")
        is_next = hit.date is None and not waiting and goal.status in ("active", "paused")
        waiting = waiting or is_next
        counted = words.gettext("days") if goal.measure.kind == "days" else words.gettext("wins")
        unit = goal.measure.unit or ("" if goal.measure.takes_amounts else counted)
        rungs.append(
            Rung(
                title=milestone.title,
                anchor=milestone.id,
                at=sentences.quantity(words, milestone.at, unit) if milestone.at is not None else "",
                reached=hit.date,
                win=link(edition, win) if win else None,
                reward=milestone.reward,
                rewarded=milestone.rewarded,
                is_next=is_next,
            )
        )
    return tuple(rungs)
