"""A journal of any size as files, alike for the same seed: `python -m benchmarks.maker DIR ENTRIES [--per-day N]`."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from .sample import HABIT, Day, Goal, Journal, draw


def make(folder: Path, entries: int, per_day: int = 1, seed: int = 7) -> None:
    """Write a journal of `entries` day files (of about 0.8 kB, `per_day` wins each) below `folder`."""
    for path, text in files(draw(entries, per_day, seed)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def files(journal: Journal, theme: str = "drystone") -> Iterator[tuple[str, str]]:
    """Every file of the journal as smallwins reads it: its path and its text."""
    chosen = "" if theme == "drystone" else f"theme: {theme}\n"
    yield "site.yaml", f"title: {journal.title}\nbase_url: https://example.org/\n{chosen}"
    for value in journal.values:
        text = f"---\ntitle: {value.title}\nidentity: {value.identity}\n---\n"
        yield f"content/values/{value.id}.md", text
    for goal in journal.goals:
        yield f"content/goals/{goal.id}.md", _goal(goal)
    first = journal.goals[0].id
    yield "content/habits/page.md", f"---\ntitle: {HABIT}\ngoal: {first}\ncadence: 3/week\n---\n"
    for day in journal.days:
        yield f"content/days/{day.date:%Y/%m/%d}.md", _day(day)


def _goal(goal: Goal) -> str:
    return (
        f"---\ntitle: {goal.title}\nvalues: [{goal.value}]\nwhy: {goal.why}\n"
        f"measure: {{unit: {goal.unit}, kind: sum, target: {goal.target}}}\nby: 2027-12-31\n"
        f"milestones:\n  - {{at: {goal.milestone}, title: First}}\n"
        f"next: {goal.next}\n---\n\n{goal.body}\n"
    )


def _day(day: Day) -> str:
    front = f"---\nmood: {day.mood}\nenergy: {day.energy}\n" + ("habits: [page]\n" if day.ticked else "")
    lines = []
    for win in day.wins:
        lines.append(f"+ {win.text}, {win.amount} [[{win.goal}]]")
        if win.worked:
            lines.append(f"  worked: {win.worked}")
        if win.stretch:
            lines.append("  stretch: true")
    return f"{front}---\n" + "\n".join(lines) + f"\n\n{day.body}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("entries", type=int)
    parser.add_argument("--per-day", type=int, default=1)
    given = parser.parse_args()
    make(given.folder, given.entries, given.per_day)


if __name__ == "__main__":
    main()
