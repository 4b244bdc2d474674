"""Ours and theirs, in turn: `python -m benchmarks`, or a part of it: `--only plain hugo --entries 1000 --runs 3`."""

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from . import table
from .cost import RunError
from .machine import facts
from .ours import Ours
from .peers import PEERS
from .rounds import Run, rounds
from .sample import draw
from .scenario import SCENARIOS, Scenario
from .subject import Subject
from .work import WorkError

RESULTS = Path(__file__).parent / "results.md"
TOOLS = Path(__file__).parents[1] / ".bench"
PLAIN, DRYSTONE = Ours("plain"), Ours("drystone")
SUBJECTS: dict[str, Subject] = {"plain": PLAIN, "drystone": DRYSTONE} | {peer.name.lower(): peer for peer in PEERS}
TITLES = {PLAIN.name: "A plain theme of equal work", DRYSTONE.name: "drystone in full, the others plain"}


def main() -> None:
    given = _arguments()
    subjects = [SUBJECTS[name] for name in given.only]
    scenarios = [scenario for scenario in SCENARIOS if scenario.name in given.scenarios]
    print(machine := facts())
    versions = {subject.name: subject.install(given.tools) for subject in subjects}
    print(", ".join(f"{name} {version}" for name, version in versions.items()))
    report = [_head(machine, versions, given.runs, given.per_day)]
    try:
        for entries in given.entries:
            runs = list(_measured(subjects, entries, scenarios, given))
            report += _compared(runs, entries, [subject.name for subject in subjects])
        ours = [subject for subject in (PLAIN, DRYSTONE) if subject in subjects]
        sizes = [(one, entries) for one in ours for entries in given.growth]
        grown = [run for one, entries in sizes for run in _measured([one], entries, SCENARIOS[:1], given)]
        report += [f"## Growth\n\n{table.growth(grown)}"] if grown else []
    except (RunError, WorkError) as wrong:
        sys.exit(str(wrong))
    text = "\n".join(report)
    print(f"\n{text}")
    if given.write:
        given.write.write_text(text, "utf-8")


def _measured(
    subjects: Sequence[Subject], entries: int, scenarios: Sequence[Scenario], given: argparse.Namespace
) -> Iterable[Run]:
    """Every run, said as it comes."""
    with tempfile.TemporaryDirectory(dir=given.work) as work:
        journal = draw(entries, given.per_day)
        for run in rounds(subjects, journal, scenarios, runs=given.runs, tools=given.tools, work=Path(work)):
            wall, peak = run.cost.wall, run.cost.peak / 2**20
            print(f"{entries:,} · round {run.number} · {run.scenario:8} {run.subject:20} {wall:6.2f} s {peak:5.0f} MB")
            yield run


def _compared(runs: Sequence[Run], entries: int, names: Sequence[str]) -> Iterable[str]:
    peers = [name for name in names if name not in TITLES]
    for ours in [name for name in names if name in TITLES]:
        yield f"## {entries:,} entries: {TITLES[ours]}\n\n{table.compared(runs, ours, peers)}"
    if runs and peers == list(names):
        yield f"## {entries:,} entries\n\n{table.compared(runs, peers[0], peers[1:])}"


def _head(machine: str, versions: Mapping[str, str], runs: int, per_day: int) -> str:
    said = ", ".join(f"{name} {version}" for name, version in versions.items())
    return f"""\
# What a build costs

Written by `make bench`; [README.md](README.md) says what is measured. Medians of {runs} rounds, on the clock.
"to Hugo" is ours divided by theirs: the median of the rounds' ratios, with the least and the greatest.

- {dt.date.today()}: {machine}
- {said}
- wins a day: {per_day}
"""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = [scenario.name for scenario in SCENARIOS]
    parser.add_argument("--only", nargs="+", choices=SUBJECTS, default=list(SUBJECTS), help="who is measured")
    parser.add_argument("--entries", nargs="*", type=int, default=[1000, 10_000], help="of what sizes")
    parser.add_argument("--scenarios", nargs="+", choices=names, default=names, help="which of the builds")
    parser.add_argument("--growth", nargs="*", type=int, help="of what sizes ours alone; a whole run: 1000 10000 50000")
    parser.add_argument("--runs", type=int, default=5, help="rounds")
    parser.add_argument("--per-day", type=int, default=1, help="wins a day")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="where the tables are written; a whole run: results.md"
    )
    parser.add_argument("--tools", type=Path, default=TOOLS, help="where the others are installed")
    parser.add_argument("--work", type=Path, help="where the sites are built; by default a folder of the system's")
    given = parser.parse_args()
    whole = all(getattr(given, name) == parser.get_default(name) for name in ("only", "entries", "scenarios"))
    if given.growth is None:
        given.growth = [1000, 10_000, 50_000] if whole else []
    if given.write is None and whole:
        given.write = RESULTS
    return given


if __name__ == "__main__":
    main()
