"""The next step: of each goal, and the one for today."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from generator.entries.fields import Next
from generator.journal.intervals import days_of, open_setback, quietness
from generator.journal.journal import Journal
from generator.journal.records import Goal
from generator.journal.rest import rest_of


class NextStep(msgspec.Struct, frozen=True, kw_only=True):
    """`step` is what to do, `date` when it was written (None in the goal's own file), `restart` the setback whose
    restart it is. `stale` says that the goal has had a win since."""

    goal: str
    step: Next
    date: dt.date | None = None
    restart: str | None = None
    stale: bool = False


class NextSteps(msgspec.Struct, frozen=True, kw_only=True):
    """`by_goal` is the next step of each goal that has one, an open restart first; `written` the newest that was
    written as `next`; `today` the one for today."""

    by_goal: Mapping[str, NextStep]
    written: Mapping[str, Next]
    today: NextStep | None
    in_season: bool


def next_steps(journal: Journal, today: dt.date) -> NextSteps:
    """The next steps as of `today`.

    The newest of the goal's, a day's and a review's `next` counts. For the one: an open setback's restart first, then
    `focus`, then the goal that is quietest against its usual interval, then the id; only active, unpaused goals. In a
    season the tired version leads (design.md, "The next step").
    """
    written = _written(journal, today)
    found: dict[str, NextStep] = {}
    for goal in journal.goals.values():
        setback = open_setback(journal, goal, today) if goal.status in ("active", "paused") else None
        if setback is not None and setback.restart:
            step = Next(do=setback.restart)
            found[goal.id] = NextStep(goal=goal.id, step=step, date=setback.date, restart=setback.id)
        elif goal.id in written:
            step, date = written[goal.id]
            days = days_of(journal, goal, today)
            stale = date is not None and bool(days) and days[-1] > date
            found[goal.id] = NextStep(goal=goal.id, step=step, date=date, stale=stale)
    resting = rest_of(journal, None, today).holds(today)
    candidates = [name for name in found if _is_open(journal, journal.goals[name], today, resting)]

    def order(name: str) -> tuple[bool, bool, float, str]:
        goal = journal.goals[name]
        return found[name].restart is None, not goal.focus, -quietness(journal, goal, today), name

    best = min(candidates, key=order, default=None)
    newest = {goal: step for goal, (step, _) in written.items()}
    return NextSteps(by_goal=found, written=newest, today=found[best] if best else None, in_season=resting)


def _is_open(journal: Journal, goal: Goal, today: dt.date, in_season: bool) -> bool:
    """Active and not paused; a season expects nothing, but its tired step may still be shown."""
    return goal.status == "active" and (in_season or not rest_of(journal, goal, today).holds(today))


def _whole(journal: Journal, goal: str, step: Next) -> Next:
    """A step that is only named again keeps the tired and the stretch version that the goal's own file gives it."""
    own = next((own for own in journal.goals[goal].next if own.do.casefold() == step.do.casefold()), None)
    return own if own is not None and not (step.tired or step.stretch) else step


def _written(journal: Journal, today: dt.date) -> dict[str, tuple[Next, dt.date | None]]:
    """The newest step of each goal and when it was written; the goal's own file has no date and counts as oldest."""
    found: dict[str, tuple[Next, dt.date | None]] = {
        goal.id: (goal.next[0], None) for goal in journal.goals.values() if goal.next
    }
    dated = [(day.date, day.next) for day in journal.days.values()]
    dated += [(review.end, review.next) for review in journal.reviews]
    for date, steps in sorted(dated, key=lambda pair: pair[0]):
        if date <= today:
            found |= {goal: (_whole(journal, goal, listed[0]), date) for goal, listed in steps.items() if listed}
    return found
