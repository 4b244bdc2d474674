"""Runs as tables: medians, and ours to theirs as the median of each round's ratio."""

import statistics
from collections.abc import Callable, Sequence

import msgspec

from .cost import Cost
from .rounds import Run
from .scenario import SCENARIOS


class Row(msgspec.Struct, frozen=True):
    """A line of a table: what of a scenario's cost, how it is written."""

    title: str
    scenario: str
    of: Callable[[Cost], float]
    form: str


ROWS = (
    *(Row(scenario.title, scenario.name, lambda cost: cost.wall, "{:.2f} s") for scenario in SCENARIOS),
    Row("processors, cold", "cold", lambda cost: cost.cpu, "{:.2f} s"),
    Row("peak memory, cold", "cold", lambda cost: cost.peak / 2**20, "{:.0f} MB"),
)


def compared(runs: Sequence[Run], ours: str, peers: Sequence[str]) -> str:
    """One size: who is named first beside the others."""
    names = (ours, *peers)
    head = ["", *names, *(f"to {peer}" for peer in peers)]
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)]
    for row in ROWS:
        costs = {name: _costs(runs, name, row) for name in names}
        if costs[ours]:
            medians = [row.form.format(statistics.median(costs[name])) for name in names]
            lines.append([row.title, *medians, *(_ratio(costs[ours], costs[peer]) for peer in peers)])
    last = {run.subject: run for run in runs}
    lines.append(["pages", *(f"{last[name].pages:,}" for name in names), *("" for _ in peers)])
    lines.append(["besides", *(last[name].besides for name in names), *("" for _ in peers)])
    return _table(lines)


def growth(runs: Sequence[Run]) -> str:
    """Cold builds of growing journals, and the processors' time for a thousand entries."""
    lines = [["", "entries", "cold", "processors", "of it for 1,000 entries", "peak memory"], ["---"] + ["---:"] * 5]
    for subject, entries in dict.fromkeys((run.subject, run.entries) for run in runs):
        costs = [run.cost for run in runs if (run.subject, run.entries) == (subject, entries)]
        wall, cpu = (statistics.median(one) for one in zip(*((cost.wall, cost.cpu) for cost in costs), strict=True))
        peak = statistics.median(cost.peak for cost in costs) / 2**20
        figures = [f"{wall:.2f} s", f"{cpu:.2f} s", f"{1000 * cpu / entries:.2f} s", f"{peak:.0f} MB"]
        lines.append([subject, f"{entries:,}", *figures])
    return _table(lines)


def _costs(runs: Sequence[Run], subject: str, row: Row) -> list[float]:
    """A subject's figures for a row, in the order of the rounds."""
    found = [run for run in runs if run.subject == subject and run.scenario == row.scenario]
    return [row.of(run.cost) for run in sorted(found, key=lambda run: run.number)]


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """The median of the rounds' ratios, and the least and the greatest of them."""
    ratios = [our / their for our, their in zip(ours, theirs, strict=True)]
    return f"{statistics.median(ratios):.3f} ({min(ratios):.3f}–{max(ratios):.3f})"


def _table(lines: Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
