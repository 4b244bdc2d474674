"""A journal of any size, the same for the same seed: `python -m benchmarks.maker DIR ENTRIES [--per-day N]`."""

import argparse
import datetime as dt
import random
from pathlib import Path

VALUES = ("growth", "health", "connection", "freedom", "craft")
UNITS = ("words", "km", "min", "pages")
WORDS = (
    "the", "morning", "light", "desk", "rain", "before", "coffee", "a", "quiet", "page", "run", "river", "Sam",
    "called", "Mum", "wrote", "slow", "easy", "hill", "bread", "window", "again", "small", "steady", "book",
    "chapter", "walk", "tram", "letter", "piano", "garden", "winter", "cold", "early", "late", "enough", "one",
    "more", "than", "yesterday",
)  # fmt: skip


def make(folder: Path, entries: int, per_day: int = 1, seed: int = 7) -> None:
    """Write a journal of `entries` day files (of about 0.8 kB, `per_day` wins each) below `folder`."""
    chance = random.Random(seed)
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "site.yaml").write_text("title: A journal of some length\nbase_url: https://example.org/\n", "utf-8")
    for value in VALUES:
        _write(folder, f"values/{value}.md", f"---\ntitle: {value.title()}\nidentity: someone with {value}\n---\n")
    goals = max(4, min(40, entries // 100))
    for number in range(goals):
        unit = UNITS[number % len(UNITS)]
        _write(
            folder,
            f"goals/goal-{number}.md",
            f"---\ntitle: Goal number {number}\nvalues: [{VALUES[number % 5]}]\nwhy: {_sentence(chance)}\n"
            f"measure: {{unit: {unit}, kind: sum, target: {entries * 20}}}\nby: 2027-12-31\n"
            f"milestones:\n  - {{at: {entries}, title: First}}\n"
            f"next: {_sentence(chance)}\n---\n\n{_prose(chance, 60)}\n",
        )
    _write(folder, "habits/page.md", "---\ntitle: A page a day\ngoal: goal-0\ncadence: 3/week\n---\n")
    day = dt.date(2026, 11, 21)
    for _ in range(entries):
        _write(folder, f"days/{day:%Y/%m/%d}.md", _day(chance, goals, per_day))
        day -= dt.timedelta(days=1)


def _write(folder: Path, path: str, text: str) -> None:
    target = folder / "content" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="\n")


def _sentence(chance: random.Random, words: int = 9) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def _prose(chance: random.Random, words: int) -> str:
    parts = [_sentence(chance, 12).capitalize() + "." for _ in range(words // 12)]
    parts[len(parts) // 2] = f"**{_sentence(chance, 3)}** and *{_sentence(chance, 2)}*, [[goal-0|as before]]."
    return " ".join(parts)


def _day(chance: random.Random, goals: int, per_day: int) -> str:
    front = f"---\nmood: {chance.randint(1, 5)}\nenergy: {chance.randint(1, 5)}\n"
    if chance.random() < 0.4:
        front += "habits: [page]\n"
    lines = []
    for _ in range(per_day):
        goal = chance.randrange(goals)
        lines.append(f"+ {_sentence(chance, 6)}, {chance.randint(1, 900)} {UNITS[goal % 4]} [[goal-{goal}]]")
        if chance.random() < 0.3:
            lines.append(f"  worked: {_sentence(chance, 3)}")
        if chance.random() < 0.1:
            lines.append("  stretch: true")
    return f"{front}---\n" + "\n".join(lines) + f"\n\n{_prose(chance, 60)}\n\n{_prose(chance, 40)}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("entries", type=int)
    parser.add_argument("--per-day", type=int, default=1)
    given = parser.parse_args()
    make(given.folder, given.entries, given.per_day)


if __name__ == "__main__":
    main()
