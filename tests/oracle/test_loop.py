"""A habit's strength against Loop Habit Tracker's score, worked out apart, and against a count by hand."""

import datetime as dt
from fractions import Fraction
from pathlib import Path
from random import Random

import msgspec
import pytest

from tests.conftest import Site

from .loop import scores
from .maker import Data, after, plain

FIRST = dt.date(2025, 10, 20)
LENGTH = 90


def strengths(site: Site, today: dt.date) -> dict[str, float | None]:
    """The strength of each habit in journal.json, as of a day."""
    built = site.build(today)
    assert not built.problems, built.problems
    document: Data = msgspec.json.decode((site.output / "journal.json").read_bytes())
    return {habit["id"]: habit["strength"] for habit in document["habits"]}


def test_ten_days_by_hand(tmp_path: Path) -> None:
    """A daily habit, done or not; d is what was done, a dash is a skip.

    m = 0.5 ^ (1/13): ln 0.5 = -0.693147, a thirteenth of it is -0.053319, so m = 0.948078 and 1 - m = 0.051922.
    A day done: s · 0.948078 + 0.051922. A day not done: s · 0.948078. A skip: s.

        day  d   s before · m                   s after
          1  1   0                              0.051922
          2  1   0.051922 · 0.948078 = 0.049226 0.101148
          3  0   0.101148 · 0.948078            0.095896
          4  1   0.095896 · 0.948078 = 0.090917 0.142839
          5  -   (left as it was)               0.142839
          6  1   0.142839 · 0.948078 = 0.135422 0.187344
          7  0   0.187344 · 0.948078            0.177617
          8  0   0.177617 · 0.948078            0.168395
          9  1   0.168395 · 0.948078 = 0.159652 0.211574
         10  1   0.211574 · 0.948078 = 0.200589 0.252511
    """
    by_hand = [0.051922, 0.101148, 0.095896, 0.142839, 0.142839, 0.187344, 0.177617, 0.168395, 0.211574, 0.252511]
    done: list[float | None] = [1, 1, 0, 1, None, 1, 0, 0, 1, 1]
    assert scores(done, 1, 1) == pytest.approx(by_hand, abs=5e-6)
    site = Site(tmp_path)
    site.write("habits/pages.md", "---\ntitle: Pages\ncadence: daily\n---\n")
    for n, day in enumerate(done):
        written = "skips: [{habit: pages, why: travel}]" if day is None else "habits: [pages]" if day else "mood: 3"
        site.write(f"days/{after(FIRST, n)}.md", f"---\n{written}\n---\n")
        # As of the next day, whose own tick is not there yet.
        assert strengths(site, after(FIRST, n + 1))["pages"] == pytest.approx(by_hand[n], abs=5e-6)


CADENCES = (
    ("daily", 1, 1),
    ("weekdays", 5, 7),
    ("weekly", 1, 7),
    ("3/week", 3, 7),
    ("7/week", 7, 7),
    ("2/10", 2, 10),
    ("1/30", 1, 30),
    ("[tue, sat]", 2, 7),
)
MEASURES = ("", "at_least", "at_most")


def test_random_series_with_skips_cadences_and_targets(tmp_path: Path) -> None:
    """Each cadence with each measure, over 90 random days, as of their end and of a day among them."""
    random = Random(7)
    site = Site(tmp_path)
    days: list[list[str]] = [[] for _ in range(LENGTH)]
    skips: list[list[str]] = [[] for _ in range(LENGTH)]
    expected: dict[str, list[float]] = {}
    for cadence, times, window in CADENCES:
        for measure in MEASURES:
            name = f"habit-{len(expected)}"
            target = random.choice((20, 2.5)) if measure else 1
            asked = f"measure: {{unit: min, {measure}: {target}}}\n" if measure else ""
            head = f"title: The {name}\ncadence: {cadence}\nstarted: {FIRST}\n{asked}"
            site.write(f"habits/{name}.md", f"---\n{head}---\n")
            often = random.uniform(0.1, 1) if measure == "at_most" else min(1, 1.3 * times / window)
            series: list[float | None] = []
            for n in range(LENGTH):
                drawn = random.random()
                if drawn < often:
                    amount = round(target * random.uniform(0.2, 2), 1) if measure else 1
                    tick = f"{{habit: {name}, amount: {amount} min}}" if measure else name
                    days[n].append(tick)
                    series.append(amount)
                elif random.random() < 0.1:
                    skips[n].append(f"{{habit: {name}}}")
                    series.append(None)
                else:
                    series.append(0)
            whole = {measure: target * times} if measure else {}
            expected[name] = scores(series, times, window, **whole)
    for n in range(LENGTH):
        text = f"---\nhabits: [{', '.join(days[n])}]\nskips: [{', '.join(skips[n])}]\n---\n"
        site.write(f"days/{after(FIRST, n)}.md", text)
    found = strengths(site, after(FIRST, LENGTH))
    wrong = {
        name: (series[-1], found[name])
        for name, series in expected.items()
        if found[name] != pytest.approx(series[-1], abs=1e-6)
    }
    assert wrong == {}


def test_at_most_begins_at_its_whole_as_in_loop(site: Site) -> None:
    """With nothing done for three days, "at most two cups" is kept in whole.

    == habits/coffee.md
    ---
    title: Coffee
    cadence: daily
    started: 2026-02-26
    measure: {unit: cups, at_most: 2}
    ---
    """
    assert scores([0, 0, 0], 1, 1, at_most=2)[-1] == 1
    assert strengths(site, dt.date(2026, 3, 1))["coffee"] == 1


def test_plain_numbers() -> None:
    """The maker spells numbers as a person does."""
    assert [plain(Fraction(text)) for text in ("5", "-2.5", "0.49", "1200", "0")] == ["5", "-2.5", "0.49", "1200", "0"]
