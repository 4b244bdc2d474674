"""/today/ : for the author's morning: the one next step, what was built, where things rest."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.insights.next_step import NextStep
from generator.words import figures as said
from generator.words import sentences

from .cards import step_view
from .edition import Edition
from .lines import link, win_line
from .page import Page
from .parts import Line, Link, Step

TEMPLATE = "pages/today.html"
RESTING = 3
"""At most so many resting goals: a morning is no inventory."""


class TodayStep(msgspec.Struct, frozen=True, kw_only=True):
    """The one step: for which goal, its identity and why; `note` says how old it is, or that it restarts. In a season
    `tired_first` leads with the tired version."""

    goal: Link
    step: Step
    identity: str | None
    why: str | None
    note: str
    tired_first: bool
    last: Line | None


class Resting(msgspec.Struct, frozen=True, kw_only=True):
    """A goal that rests, in a sentence, and what would begin again (None: nothing is written)."""

    goal: Link
    sentence: str
    step: Step | None


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """The morning's view. `celebration` is the latest of the last week; `reward` one that waits; `question` what to
    write where there is no next step at all."""

    date: dt.date
    step: TodayStep | None
    question: str
    season: str
    celebration: str
    reward: str
    on_this_day: tuple[Line, ...]
    resting: tuple[Resting, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where site.yaml's `today_page` publishes it; unlisted even then."""
    if edition.site.today_page != "public":
        return
    _ = edition.words.gettext
    yield Page(
        url="/today/",
        template=TEMPLATE,
        title=_("Today"),
        view=view(edition),
        description=_("One thing is enough for today."),
        section="/today/",
        noindex=True,
    )


def view(edition: Edition) -> Today:
    """What the morning shows."""
    journal, figures, words, today = edition.journal, edition.insights, edition.words, edition.today
    season = next((s for s in journal.seasons if s.start <= today and (s.end is None or s.end >= today)), None)
    recent = [one for one in figures.celebrations.list if 0 <= (today - one.date).days < 7]
    step = figures.next_steps.today
    shown = step.goal if step else None
    return Today(
        date=today,
        step=_step(edition, step) if step else None,
        question="" if step or not journal.goals else said.ask_for_next(words),
        season=said.season(words, season.what, season.start) if season else "",
        celebration=sentences.celebration(words, recent[-1], journal) if recent else "",
        reward=waiting(edition)[0][1] if waiting(edition) else "",
        on_this_day=tuple(win_line(edition, journal.win(name)) for name in figures.on_this_day),
        resting=tuple(
            resting_view(edition, quiet.goal) for quiet in figures.reconnect if quiet.resting and quiet.goal != shown
        )[:RESTING],
    )


def _step(edition: Edition, step: NextStep) -> TodayStep:
    journal, words = edition.journal, edition.words
    goal = journal.goals[step.goal]
    last = [win for win in journal.wins_of(goal.id) if win.date <= edition.today][-1:]
    note = ""
    if step.restart and step.date:
        note = said.after_setback(words, step.date)
    elif step.stale and step.date:
        note = said.still_this(words, step.date)
    return TodayStep(
        goal=link(edition, goal),
        step=step_view(step.step),
        identity=goal.identity,
        why=goal.why,
        note=note,
        tired_first=edition.insights.next_steps.in_season and step.step.tired is not None,
        last=win_line(edition, last[0]) if last else None,
    )


def resting_view(edition: Edition, name: str) -> Resting:
    """A goal that rests, and the step that would begin again."""
    goal = edition.journal.goals[name]
    wins = [win for win in edition.journal.wins_of(name) if win.date <= edition.today]
    step = edition.insights.next_steps.by_goal.get(name)
    return Resting(
        goal=link(edition, goal),
        sentence=said.resting(edition.words, goal.title, wins[-1].date if wins else None, len(wins)),
        step=step_view(step.step) if step else None,
    )


def waiting(edition: Edition) -> list[tuple[Link, str]]:
    """The rewards that were promised and not yet had: the goal, and the sentence."""
    found = []
    for goal in edition.journal.goals.values():
        for hit in edition.insights.milestones[goal.id]:
            milestone = hit.milestone
            if hit.date and milestone.reward and not milestone.rewarded:
                sentence = said.waiting_reward(edition.words, milestone.title, milestone.reward)
                found.append((link(edition, goal), sentence))
    return found
