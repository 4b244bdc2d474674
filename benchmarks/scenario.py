"""What happens to the journal before a build, and where one sees that the build has noticed."""

import datetime as dt
from collections.abc import Callable

import msgspec

from .sample import Day, Journal

Seen = tuple[tuple[str, str], ...]
"""Pages of the site (paths) and words that they must have."""


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    """`edit` makes the journal of round n of the one before; `seen` is where its words must stand afterwards. A build
    from nothing begins without output and cache."""

    name: str
    title: str
    edit: Callable[[Journal, int], Journal]
    seen: Callable[[Journal], Seen]
    from_nothing: bool = False


def day_page(date: dt.date) -> str:
    """Where a day's page lies."""
    return f"{date:%Y/%m/%d}/index.html"


def _as_it_is(journal: Journal, number: int) -> Journal:
    return journal


def _titles(journal: Journal) -> Seen:
    oldest = day_page(journal.days[-1].date)
    return (("index.html", journal.title), (oldest, journal.title))


def _body(journal: Journal, number: int) -> Journal:
    """A sentence more in the prose of the day in the middle."""
    middle = len(journal.days) // 2
    day = journal.days[middle]
    edited = msgspec.structs.replace(day, body=f"{day.body}\n\nWritten in round {number}.")
    return msgspec.structs.replace(journal, days=(*journal.days[:middle], edited, *journal.days[middle + 1 :]))


def _body_seen(journal: Journal) -> Seen:
    day = journal.days[len(journal.days) // 2]
    return ((day_page(day.date), day.body.rpartition("\n\n")[2]),)


def _goal(journal: Journal, number: int) -> Journal:
    """Another title for the second goal; the first has the habit's ticks."""
    first, goal, *rest = journal.goals
    renamed = msgspec.structs.replace(goal, title=f"A goal renamed in round {number}")
    return msgspec.structs.replace(journal, goals=(first, renamed, *rest))


def _goal_seen(journal: Journal) -> Seen:
    goal = journal.goals[1]

    def serves(day: Day) -> bool:
        return any(win.goal == goal.id for win in day.wins)

    oldest = next(day for day in reversed(journal.days) if serves(day))
    return ((f"goals/{goal.id}/index.html", goal.title), (day_page(oldest.date), goal.title))


def _site(journal: Journal, number: int) -> Journal:
    return msgspec.structs.replace(journal, title=f"A journal renamed in round {number}")


SCENARIOS = (
    Scenario(name="cold", title="cold", edit=_as_it_is, seen=_titles, from_nothing=True),
    Scenario(name="nothing", title="nothing changed", edit=_as_it_is, seen=_titles),
    Scenario(name="body", title="one body edited", edit=_body, seen=_body_seen),
    Scenario(name="goal", title="a goal retitled", edit=_goal, seen=_goal_seen),
    Scenario(name="config", title="the site retitled", edit=_site, seen=_titles),
)
