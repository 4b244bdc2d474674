"""`smallwins today`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .as_json import echo_json
from .options import desk_options, open_or_exit, site_option

if TYPE_CHECKING:
    from generator.desk import Desk
    from generator.desk.morning import GoalOut, Morning, StepOut, WinOut

    from .drawing import Paper

WALLS = 5
"""So many goals, or days of earlier years, have room on a morning's page, in a short terminal `FEW` goals; the rest are
counted."""
FEW = 3


@click.command("today")
@site_option
@desk_options
def command(folder: Path, today: dt.date | None, public: bool, as_json: bool, no_color: bool, debug: bool) -> None:
    """One thing for today, and what it builds on.

    The next step with its smaller version and its why, the goals that you are building, and what you did on this day
    in earlier years. It shows everything that is yours, private entries and drafts too; --public shows what readers
    would see.

    \b
        smallwins today
        smallwins today --public
        smallwins today --json | jq -r .step.do
    """
    desk = open_or_exit(folder, today, public, as_json, no_color)
    from generator.desk.morning import morning

    found = morning(desk)
    if as_json:
        echo_json(found)
        return
    from .drawing import Paper

    _draw(Paper(no_color), desk, found)


def _draw(paper: "Paper", desk: "Desk", found: "Morning") -> None:
    _ = desk.edition.words.gettext
    paper.line((desk.edition.words.full_date(found.date), "bold"))
    if found.season:
        paper.line((found.season, "dim"))
    paper.gap()
    if found.step:
        _step(paper, desk, found.step)
    else:
        ask = _("Write one small thing that you did today, on a line that begins with +, and it stands here tomorrow.")
        paper.line(found.question or ask)
    if found.celebration or found.reward:
        paper.gap()
        paper.line(found.celebration or found.reward)
    said_below = {one.goal for one in found.resting}
    if goals := [goal for goal in found.goals if goal.id not in said_below]:
        _goals(paper, desk, goals)
    if found.on_this_day:
        _heading(paper, _("On this day"))
        for win in found.on_this_day[:WALLS]:
            _win(paper, desk, win)
        _more(paper, desk, len(found.on_this_day) - WALLS, "")
    if found.resting:
        _heading(paper, _("Resting, and still standing"))
        for one in found.resting:
            paper.line(one.sentence, indent=2, hang=2)
            if one.do:
                paper.line(("→ ", "dim"), one.do, indent=4, hang=2)


def _heading(paper: "Paper", text: str) -> None:
    paper.gap()
    paper.line((text, "bold"))


def _step(paper: "Paper", desk: "Desk", step: "StepOut") -> None:
    _ = desk.edition.words.gettext
    lead = step.tired if step.tired_first and step.tired else step.do
    paper.line((lead, "bold"), indent=2, hang=2)
    paper.line((_("for") + " ", "dim"), step.title, indent=2, hang=2)
    for words in (step.identity, step.why):
        if words:
            paper.line((words, "italic"), indent=2, hang=2)
    if step.note:
        paper.line((step.note, "dim"), indent=2, hang=2)
    if step.tired and lead == step.tired:
        paper.line((_("or, if there is room for it:") + " ", "dim"), step.do, indent=2, hang=2)
    elif step.tired:
        paper.line((_("or, if you are tired:") + " ", "dim"), step.tired, indent=2, hang=2)
    if step.stretch and not step.tired_first:
        paper.line((_("or, as a stretch:") + " ", "dim"), step.stretch, indent=2, hang=2)
    if step.last:
        said = f"{_('The last stone on it')}, {desk.edition.words.medium_date(step.last.date)}: "
        paper.gap()
        paper.line((said, "dim"), step.last.text, indent=2, hang=2)


def _goals(paper: "Paper", desk: "Desk", goals: list["GoalOut"]) -> None:
    words = desk.edition.words
    shown = FEW if paper.is_short else WALLS
    _heading(paper, words.gettext("What is being built"))
    for goal in goals[:shown]:
        _goal(paper, desk, goal)
    _more(paper, desk, len(goals) - shown, ": smallwins list goals")


def _more(paper: "Paper", desk: "Desk", count: int, where: str) -> None:
    words = desk.edition.words
    if count > 0:
        said = words.ngettext("%(num)s more", "%(num)s more", count) % {"num": words.number(count)}
        paper.line((f"{said}{where}", "dim"), indent=2)


def _goal(paper: "Paper", desk: "Desk", goal: "GoalOut") -> None:
    from generator.pages.cards import goal_card
    from generator.words.figures import drift
    from generator.words.sentences import stones

    edition = desk.edition
    card = goal_card(edition, edition.journal.goals[goal.id])
    state = card.status if goal.status == "paused" else drift(edition.words, edition.insights.momentum[goal.id])
    state = state[:1].lower() + state[1:]  # it stands in the middle of a line
    laid = stones(edition.words, goal.wins) if goal.wins else ""
    facts = " · ".join(part for part in (laid, state, goal.withheld) if part)
    paper.line(goal.title, (f"  {facts}", "dim"), indent=2, hang=2)
    if card.wall:
        positions = {value.id: value.position for value in edition.journal.values.values()}
        paper.wall(card.wall.wall, positions, indent=2)
    paper.line((goal.progress, "dim"), indent=2)


def _win(paper: "Paper", desk: "Desk", win: "WinOut") -> None:
    mark = f"  ({win.withheld})" if win.withheld else ""
    paper.line((f"{win.date.year}  ", "dim"), win.text, (mark, "dim"), indent=2, hang=6)
