"""Every figure of journal.json against the oracle's own."""

import datetime as dt
import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.build import Request, build
from generator.config.load import load
from tests.conftest import TODAY, Site

from .expected import Expected, expected
from .linked import is_paused
from .maker import Data, make, milestone_id
from .writing import write

SOAK = bool(os.environ.get("SOAK"))
SEEDS = range(40) if SOAK else range(3)


def built(folder: Path, journal: Data) -> Data:
    """The journal.json that the product makes of a journal."""
    write(folder, journal)
    site, problems = load(folder, {})
    assert site is not None, problems
    output = folder / "public"
    done = build(Request(folder=folder, site=site, output=output, today=journal["today"]))
    assert not done.problems, done.problems
    document: Data = msgspec.json.decode((output / "journal.json").read_bytes())
    return document


def differences(want: Any, got: Any, path: str = "") -> list[str]:
    """The places at which two documents differ; numbers may by the last of six places, which rounding decides."""
    if isinstance(want, dict) and isinstance(got, dict):
        found = [f"{path}.{key}: not expected" for key in got.keys() - want.keys()]
        found += [f"{path}.{key}: missing" for key in want.keys() - got.keys()]
        return found + [
            one for key in want.keys() & got.keys() for one in differences(want[key], got[key], f"{path}.{key}")
        ]
    if isinstance(want, list) and isinstance(got, list):
        if len(want) != len(got):
            return [f"{path}: {len(want)} expected, {len(got)} found; {_odd(want, got)}"]
        pairs = enumerate(zip(want, got, strict=True))
        return [one for n, (a, b) in pairs for one in differences(a, b, f"{path}[{_name(a, n)}]")]
    if isinstance(want, dt.date):
        want = want.isoformat()
    numbers = (int, float, Fraction)
    if (
        isinstance(want, numbers)
        and isinstance(got, numbers)
        and not isinstance(want, bool)
        and not isinstance(got, bool)
    ):
        return [] if abs(round(float(want), 6) - got) <= 1e-6 else [f"{path}: {float(want)} expected, {got} found"]
    return [] if want == got and type(want) is type(got) else [f"{path}: {want!r} expected, {got!r} found"]


def _name(entry: Any, n: int) -> str:
    return str(entry.get("id", n)) if isinstance(entry, dict) else str(n)


def _odd(want: list[Any], got: list[Any]) -> str:
    """What only one of two lists has; entries without an id are known by all that they are."""

    def names(entries: list[Any]) -> set[str]:
        return {
            str(one.get("id") or sorted((k, str(v)) for k, v in one.items())) if isinstance(one, dict) else str(one)
            for one in entries
        }

    return f"only expected {sorted(names(want) - names(got))}, only found {sorted(names(got) - names(want))}"


def comparable(document: Data) -> Data:
    """Without the sentences: celebrations' texts, the title, the titles of milestones that were given none."""
    kept = {key: value for key, value in document.items() if key != "title"}
    kept["celebrations"] = [{k: v for k, v in one.items() if k != "text"} for one in document["celebrations"]]
    return kept


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_of_a_random_journal(seed: int, tmp_path: Path) -> None:
    journal = make(seed)
    got = comparable(built(tmp_path, journal))
    untitled = {goal["id"]: [not one["title"] for one in goal["milestones"]] for goal in journal["goals"]}
    for goal in got["goals"]:
        for milestone, bare in zip(goal["milestones"], untitled[goal["id"]], strict=True):
            milestone["title"] = None if bare else milestone["title"]
    found = differences(expected(journal), got)
    assert not found, "\n".join(found)


def test_a_seed_is_a_journal() -> None:
    assert make(5, 60) == make(5, 60)
    assert make(5, 60) != make(6, 60)


def test_the_first_journals_hold_everything_there_is() -> None:
    """What the comparison is worth: each kind, cadence, notation and figure occurs in the journals of every run."""
    seen: set[str] = set()
    for seed in range(3):
        journal = make(seed)
        count = Expected(journal)
        for name, goal in count.goals.items():
            seen |= {count.kind(name), goal["status"], f"{len(count.lineage(name))} deep"}
            seen |= {f"{len(count.legs(name))} legs"} if count.lead_days(name) is not None else set()
            seen |= {f"falling {count.kind(name)}"} if count.falls(name) else set()
            for one in goal["milestones"]:
                day, win = count.reached(name, one)
                by_name = win is not None and win["milestone"] == milestone_id(one)
                seen |= {"named" if by_name else "measured" if win else "said"} if day else {"not reached"}
            seen |= {"gap"} if count.gaps(name) else set()
            seen |= {"paused today"} if is_paused(count.today, count.spans[name]) else set()
        seen |= {str(habit["cadence"]) for habit in journal["habits"] if count.strength(habit) is not None}
        measures = [habit["measure"] for habit in journal["habits"] if count.strength(habit) is not None]
        seen |= {"at least" if one["at_least"] else "at most" for one in measures if one}
        seen |= {win["source"] for win in count.wins} | {f"notation {day['notation']}" for day in count.days}
        seen |= {"skip" for day in count.days if day["skips"]}
        seen |= {"later" for win in journal["wins"] if win["date"] > count.today}
        seen |= {celebration["kind"] for celebration in count.celebrations()}
    kinds = {"sum", "latest", "max", "min", "count", "days", "milestones", "goals"}
    wanted = kinds | {"active", "paused", "done", "released", "3 deep", "1 legs", "2 legs"}
    wanted |= {"falling latest", "falling sum", "named", "measured", "said", "not reached", "gap", "paused today"}
    wanted |= {"daily", "weekdays", "weekly", "3/week", "2/10", "['mon', 'wed', 'fri']", "at least", "at most"}
    wanted |= {"item", "file", "tick", "notation 0", "notation 1", "notation 2", "skip", "later"}
    wanted |= {"best", "milestone", "done", "comeback", "stretch", "effort"}
    assert wanted - seen == set()


def test_a_difference_is_seen() -> None:
    want = {"a": [{"id": "x", "n": Fraction(1, 3)}, {"id": "y", "n": None}], "day": dt.date(2026, 3, 1)}
    same = {"a": [{"id": "x", "n": 0.333333}, {"id": "y", "n": None}], "day": "2026-03-01"}
    other = {"a": [{"id": "x", "n": 0.33334}, {"id": "y", "n": 0}], "day": "2026-03-02", "b": 1}
    assert differences(want, same) == []
    assert len(differences(want, other)) == 4


# What the random journals found, each in its smallest journal.


def figures(site: Site) -> Data:
    """journal.json as of 2026-03-01."""
    site.build(TODAY)
    document: Data = msgspec.json.decode((site.output / "journal.json").read_bytes())
    return document


def test_thrice_twenty_minutes_are_an_hour(site: Site) -> None:
    """Arithmetic is exact: what adds up to the mark has reached it.

    == goals/sit.md
    ---
    measure: {unit: h, target: 10}
    milestones: [{at: 1}]
    ---
    == days/2026-02-10.md
    + Sat [[sit]]
      amount: 20 min
    + Sat again [[sit]]
      amount: 20:00
    + Sat once more [[sit]]
      amount: 1200 s
    """
    assert figures(site)["goals"][0]["milestones"][0]["reached"] == "2026-02-10"


def test_thrice_a_third_of_a_mile_is_a_mile(site: Site) -> None:
    """A mile is 1.609344 km.

    == goals/run.md
    ---
    measure: {unit: mi, target: 10}
    milestones: [{at: 1}]
    ---
    == days/2026-02-10.md
    + Ran [[run]]
      amount: 0.536448 km
    + Ran again [[run]]
      amount: 536.448 m
    + Ran once more [[run]]
      amount: 0.536448 km
    """
    assert figures(site)["goals"][0]["milestones"][0]["reached"] == "2026-02-10"


def test_a_pause_planned_for_later_does_not_wake_a_goal_that_rests(site: Site) -> None:
    """`status: paused` rests from the day after the last win, whatever is planned. From 2026-01-20, when there was one
    win, no day has passed but the win's own: M = 7 (1 - 2^(-1/14)) 2^(-1/14) / (1 - 2^(-1)) = 0.643601.

    == goals/run.md
    ---
    status: paused
    paused: [{from: 2026-04-01, to: 2026-04-10}]
    ---
    == days/2026-01-20.md
    + Ran [[run]]
    """
    assert figures(site)["goals"][0]["momentum"] == pytest.approx(0.643601, abs=1e-6)


def test_a_goal_whose_children_were_all_released_counts_wins(site: Site) -> None:
    """Kind goals is the default where there are children, and released ones do not count.

    == goals/home.md
    ---
    title: A home
    ---
    == goals/shed.md
    ---
    parent: home
    status: released
    ---
    == days/2026-02-20.md
    + Swept the yard [[home]]
    """
    home = figures(site)["goals"][0]
    assert (home["kind"], home["value"]) == ("count", 1)
