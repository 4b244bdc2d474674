"""Goals as cards, with their small walls and where they stand."""

import datetime as dt
from collections.abc import Sequence

from generator.charts.breaks import Break
from generator.charts.wall import SMALL, Stone, small_wall, wall
from generator.entries.fields import Next
from generator.journal.records import Goal, Milestone, Win
from generator.journal.rest import resting_since
from generator.journal.series import plan
from generator.words import sentences

from .edition import Edition
from .lines import goal_links, marks, withheld
from .parts import GoalCard, Progress, Step, WallFigure


def stones(edition: Edition, wins: Sequence[Win]) -> tuple[Stone, ...]:
    """The wins as stones, in the order in which they happened."""
    return tuple(edition.once(_stone, win.id) for win in wins)


def _stone(edition: Edition, name: str) -> Stone:
    journal = edition.journal
    win = journal.win(name)
    first = journal.values[win.values[0]] if win.values else None
    capstone = edition.once(_capstones).get(win.id)
    return Stone(
        id=win.id,
        date=win.date,
        title=win.title,
        url=win.url,
        value=first.id if first else None,
        seam=first.position if first and first.position < 4 else 0,
        stretch=win.stretch,
        tick=win.tick,
        capstone=capstone.title if capstone else None,
        values=tuple(journal.values[value].title for value in win.values),
    )


def _capstones(edition: Edition) -> dict[str, Milestone]:
    """The milestone that each win reached, by the win's id."""
    return {
        reached.win: reached.milestone
        for ladder in edition.insights.milestones.values()
        for reached in ladder
        if reached.win is not None
    }


def breaks(edition: Edition, goal: Goal) -> tuple[Break, ...]:
    """The goal's declared pauses, its parents' with them."""
    found = [
        Break(span.start, span.end)
        for id_ in edition.journal.lineage(goal.id)
        for span in edition.journal.goals[id_].paused
    ]
    return tuple(sorted(set(found), key=lambda pause: pause.start))


def wall_figure(
    edition: Edition, wins: Sequence[Win], pauses: Sequence[Break] = (), small: bool = False
) -> WallFigure | None:
    """The wall of these wins with its sentence; None without wins. Small for a card."""
    past = edition.past(wins)
    if not past:
        return None
    if small:
        below, shown = [win.date for win in past[:-SMALL]], stones(edition, past[-SMALL:])
        drawn = small_wall(shown, breaks=pauses, today=edition.today, below=below)
    else:
        drawn = wall(stones(edition, past), breaks=pauses, today=edition.today)
    sentence = sentences.wall(edition.words, len(past), past[0].date, past[-1].date, drawn.folded)
    return WallFigure(wall=drawn, sentence=sentence)


def goal_card(edition: Edition, goal: Goal) -> GoalCard:
    """A goal where it is one of several."""
    return edition.once(_goal_card, goal.id)


def _goal_card(edition: Edition, name: str) -> GoalCard:
    goal = edition.journal.goals[name]
    wins = edition.journal.wins_of(goal.id)
    progress = edition.insights.progress[goal.id]
    return GoalCard(
        title=goal.title,
        url=goal.url,
        state="paused"
        if goal.status == "active" and resting_since(edition.journal, goal, edition.today)
        else goal.status,
        status=status(edition, goal),
        identity=goal.identity,
        values=marks(edition, goal.values),
        wall=wall_figure(edition, wins, breaks(edition, goal), small=True),
        progress=progress_view(edition, goal),
        sentence=sentences.progress(edition.words, goal, progress),
        children=goal_links(edition, goal.children),
        withheld=withheld(edition, goal),
    )


def status(edition: Edition, goal: Goal) -> str:
    """Where the goal stands, in words."""
    wins = [win for win in edition.journal.wins_of(goal.id) if win.date <= edition.today]
    last: dt.date | None = wins[-1].date if wins else None
    return sentences.status(
        edition.words, goal, last, resting_since(edition.journal, goal, edition.today), plan(goal, edition.today)[1]
    )


def progress_view(edition: Edition, goal: Goal) -> Progress:
    """How far the goal is, its bar full where the target is passed."""
    now = edition.insights.progress[goal.id]
    fraction = None
    if now.fraction is not None and (now.readings or not goal.measure.takes_amounts):
        fraction = round(min(1.0, max(0.0, float(now.fraction))), 4)
    return Progress(sentence=sentences.progress(edition.words, goal, now), fraction=fraction)


def step_view(step: Next) -> Step:
    return Step(step.do, step.tired, step.stretch)
