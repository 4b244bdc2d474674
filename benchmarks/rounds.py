"""Everybody in turn, round after round, so that whatever else the machine does falls on all alike."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from .cost import Cost, cost
from .sample import Journal
from .scenario import Scenario
from .subject import Subject
from .work import besides, check, check_seen, pages


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One build: whose, of how many entries, in which scenario and round; how many pages it made, and what besides."""

    subject: str
    entries: int
    scenario: str
    number: int
    cost: Cost
    pages: int
    besides: str


def rounds(
    subjects: Sequence[Subject],
    journal: Journal,
    scenarios: Sequence[Scenario],
    *,
    runs: int,
    tools: Path,
    work: Path,
) -> Iterator[Run]:
    """Every build of `runs` rounds below `work`. Who begins a round changes. Raises WorkError where a site lacks what
    it must have."""
    written: dict[str, Mapping[str, str]] = {subject.name: {} for subject in subjects}
    for number in range(1, runs + 1):
        first = number % len(subjects)
        for scenario in scenarios:
            journal = scenario.edit(journal, number)
            for subject in (*subjects[first:], *subjects[:first]):
                folder = work / subject.name.replace(", ", "-")
                output, command = folder / subject.kept[0], subject.command(tools)
                files = dict(subject.files(journal))
                if not scenario.from_nothing and not output.is_dir():
                    _write(folder, {}, written[subject.name] or files)
                    cost(command, folder)
                _write(folder, written[subject.name], files)
                written[subject.name] = files
                if scenario.from_nothing:
                    _clear(folder, subject.kept)
                os.sync()  # what is still to be written of the last run is not this one's
                spent = cost(command, folder)
                check(subject.name, output, journal)
                check_seen(subject.name, output, scenario.seen(journal))
                yield Run(
                    subject=subject.name,
                    entries=len(journal.days),
                    scenario=scenario.name,
                    number=number,
                    cost=spent,
                    pages=len(pages(output)),
                    besides=besides(output),
                )


def _write(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Write the files whose text is another now."""
    for path, text in new.items():
        if old.get(path) != text:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="\n")


def _clear(folder: Path, names: tuple[str, ...]) -> None:
    for name in names:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
