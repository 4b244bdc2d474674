"""The figures of a goal and of a habit, from the plain data, by plain loops.

Slow and obvious on purpose: one function a figure, whole days counted one after another, fractions kept as fractions.
The specification is the project's design; where it leaves something open, the reading is said in the docstring.
"""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from .linked import ONE, Day, Linked, Spans, is_paused, unpaused
from .maker import SIZES, UNITS, Data, milestone_id


class Figures(Linked):
    """Each as of the day. Nothing dated after it is counted."""

    # Figures of a goal

    def kind(self, name: str) -> str:
        """As written; else sum with a unit, milestones where there are some, goals where there are children."""
        goal = self.goals[name]
        measure = goal["measure"] or {"kind": None, "unit": None}
        if measure["kind"]:
            return str(measure["kind"])
        if measure["unit"]:
            return "sum"
        if goal["milestones"]:
            return "milestones"
        return "goals" if self.children(name) else "count"

    def children(self, name: str) -> list[Data]:
        """Its child goals; released ones do not count."""
        return [goal for goal in self.goals.values() if goal["parent"] == name and goal["status"] != "released"]

    def own_wins(self, name: str, until: Day) -> list[Data]:
        return [win for win in self.wins if name in win["goals"] and win["date"] <= until]

    def readings(self, name: str, until: Day) -> list[tuple[Data, Fraction]]:
        """The wins that move the goal, each with the goal's value right after it. A goal of kind milestones or goals
        counts its wins, which is what its milestones' `at` look at."""
        goal, kind = self.goals[name], self.kind(name)
        measure = goal["measure"] or {"unit": None, "from": None}
        found: list[tuple[Data, Fraction]] = []
        total: Fraction | None = measure["from"]
        days: list[Day] = []
        for win in self.own_wins(name, until):
            amount = self.amount_in(win, measure["unit"])
            if kind in ("count", "milestones", "goals"):
                total = (total or Fraction(0)) + 1
            elif kind == "days":
                if win["date"] in days:
                    continue
                days.append(win["date"])
                total = (total or Fraction(0)) + 1
            elif amount is None:
                continue
            elif kind == "sum":
                total = (total or Fraction(0)) + amount
            else:
                total = amount
            found.append((win, total))
        return found

    def amount_in(self, win: Data, unit: str | None) -> Fraction | None:
        """The win's amount in a unit; none where it doesn't convert. A bare number has the unit that is asked for."""
        amount = win["amount"]
        if amount is None or unit is None or unit not in UNITS:
            return None
        if amount["unit"] is None:
            return Fraction(amount["number"])
        if amount["unit"] not in UNITS[unit]:
            return None
        return Fraction(amount["number"]) * SIZES[amount["unit"]] / SIZES[unit]

    def begin(self, name: str) -> Fraction | None:
        """`from`: as written, else the first reading for latest and min, else 0."""
        measure = self.goals[name]["measure"]
        kind = self.kind(name)
        if measure is not None and measure["from"] is not None:
            return Fraction(measure["from"])
        if kind in ("latest", "min"):
            readings = self.readings(name, self.today)
            return readings[0][1] if readings else None
        return Fraction(0)

    def value(self, name: str, until: Day) -> Fraction | None:
        """The goal's value on a day. Kinds sum, count, days begin at `from`; the others need a reading."""
        kind = self.kind(name)
        numbers = [number for _, number in self.readings(name, until)]
        if kind == "milestones":
            all_of_them = self.goals[name]["milestones"]
            reached = [one for one in all_of_them if (when := self.reached(name, one)[0]) and when <= until]
            return Fraction(len(reached), len(all_of_them)) if all_of_them else None
        if kind == "goals":
            children = self.children(name)
            done = [child for child in children if child["status"] == "done"]
            return Fraction(len(done), len(children)) if children else None
        if kind in ("sum", "count", "days"):
            return numbers[-1] if numbers else self.begin(name)
        if not numbers:
            return None
        return {"latest": numbers[-1], "max": max(numbers), "min": min(numbers)}[kind]

    def in_force(self, name: str, key: str, until: Day) -> Any:
        """`target` or `by` on a day, after the changes up to that day. Shares have the target 1."""
        goal = self.goals[name]
        if key == "target":
            if self.kind(name) in ("milestones", "goals"):
                return Fraction(1)
            now = goal["measure"]["target"] if goal["measure"] else None
        else:
            now = goal["by"]
        for change in goal["changed"]:
            if change["on"] <= until and change[key] is not None:
                now = change[key]
        return now

    def fraction(self, name: str) -> Fraction | None:
        value, begin, target = self.value(name, self.today), self.begin(name), self.in_force(name, "target", self.today)
        if self.kind(name) in ("milestones", "goals"):
            return value
        if value is None or begin is None or target is None or target == begin:
            return None
        return Fraction((value - begin) / (target - begin))

    def legs(self, name: str) -> list[tuple[Day, Fraction, Fraction, Day]]:
        """The plan's legs, each from a day at a value to a target by a day; empty where there is no plan. Each change
        starts one, from the value that was expected on its day."""
        first = self.goals[name]["started"] or (self.laid[name][0]["date"] if self.laid[name] else None)
        base = self.begin(name)
        if first is None or base is None:
            return []
        found: list[tuple[Day, Fraction, Fraction, Day]] = []
        changes = [change for change in self.goals[name]["changed"] if change["on"] <= self.today]
        for day in [first, *(change["on"] for change in changes)]:
            target, by = self.in_force(name, "target", day), self.in_force(name, "by", day)
            if target is None or by is None:
                return []
            if found:
                base = self.expected_on(found, name, day)
            found.append((day, base, target, by))
        return found

    def expected_on(self, legs: list[tuple[Day, Fraction, Fraction, Day]], name: str, day: Day) -> Fraction:
        """What the plan expects on a day: base + (target - base) · U(start, day) / U(start, by), between the two."""
        now = legs[0]
        for leg in legs:
            if leg[0] <= day:
                now = leg
        start, base, target, by = now
        length = unpaused(start, by, self.spans[name])
        share = Fraction(unpaused(start, day, self.spans[name]), length) if length else Fraction(1)
        return base + (target - base) * min(Fraction(1), share)

    def lead_days(self, name: str) -> Fraction | None:
        """(value - expected today) / what the leg in force asks a day."""
        legs, value = self.legs(name), self.value(name, self.today)
        if not legs or value is None:
            return None
        start, base, target, by = legs[-1]
        length = unpaused(start, by, self.spans[name])
        if length == 0 or target == base:
            return None
        return (value - self.expected_on(legs, name, self.today)) / ((target - base) / length)

    def reached(self, name: str, milestone: Data) -> tuple[Day | None, Data | None]:
        """When a milestone was reached, and by which win: `at` by the first reading that meets it; by the first win
        that names it; on its `done`. The earliest day counts; on one day, the win that names it goes before."""
        naming = [win for win in self.own_wins(name, self.today) if win["milestone"] == milestone_id(milestone)]
        ways: list[tuple[Day, Data | None]] = [(win["date"], win) for win in naming[:1]]
        if milestone["at"] is not None:
            down = self.falls(name)
            for win, number in self.readings(name, self.today):
                if number <= milestone["at"] if down else number >= milestone["at"]:
                    ways.append((win["date"], win))
                    break
        if milestone["done"] is not None and milestone["done"] <= self.today:
            ways.append((milestone["done"], None))
        return min(ways, key=lambda way: way[0]) if ways else (None, None)

    def falls(self, name: str) -> bool:
        """Whether it goes down: from above its target; a smallest reading goes down anyway."""
        begin, target = self.begin(name), self.in_force(name, "target", self.today)
        if self.kind(name) == "min":
            return True
        return begin is not None and target is not None and target < begin

    def next_step(self, name: str) -> str | None:
        """The newest of the goal's own, the days' and the reviews' next steps; the goal's own has no date."""
        dated = [(day["date"], day["next"].get(name)) for day in self.days]
        dated += [(review["last"], review["next"].get(name)) for review in self.reviews]
        newest = self.goals[name]["next"]
        found = [(date, step) for date, step in dated if step is not None and date <= self.today]
        if found:
            newest = max(found, key=lambda pair: pair[0])[1]
        return doing(newest)

    def ended(self, name: str) -> Day | None:
        goal = self.goals[name]
        if goal["status"] != "done":
            return None
        return goal["ended"] or (self.laid[name][-1]["date"] if self.laid[name] else None)

    # Momentum

    def momentum(self, wins: list[Data], spans: Spans) -> float | None:
        """Recent wins per week: 7 (1 - 2^(-1/14)) Σ 2^(-age/14) / (1 - 2^(-n/14)), in unpaused days."""
        if not wins:
            return None
        total = 0.0
        ages: dict[Day, int] = {}
        for win in wins:
            if win["date"] not in ages:
                ages[win["date"]] = unpaused(win["date"], self.today, spans)
            total += 2 ** (-ages[win["date"]] / 14)
        n = max(14, unpaused(wins[0]["date"], self.today + ONE, spans))
        return 7 * (1 - 2 ** (-1 / 14)) * total / (1 - 2 ** (-n / 14))

    # Comeback

    def gaps(self, name: str) -> list[tuple[Day, Day, int]]:
        """The goal's gaps that count, but for those that hold a setback of it: (last win day, next win day, length)."""
        days = sorted({win["date"] for win in self.laid[name]})
        lengths = [unpaused(a, b, self.spans[name]) for a, b in pairwise(days)]
        usual = median(lengths) if len(days) >= 4 else Fraction(7)
        found = []
        for a, b, length in zip(days[:-1], days[1:], lengths, strict=True):
            held = any(a <= one["date"] < b and self.serves(one, name) for one in self.setbacks)
            if length > 3 and length > 2 * usual and not held:
                found.append((a, b, length))
        return found

    def back_from(self, setback: Data) -> tuple[Data, int] | None:
        """The next win on a later day on any of the setback's goals, and how long it took; none while it is open.

        The pauses are those of the first of its goals that the day's wins serve: the order within a day decides
        nothing. Without goals any win will do, and only seasons are taken off.
        """
        for win in self.wins:
            if win["date"] <= setback["date"]:
                continue
            day = [other for other in self.wins if other["date"] == win["date"]]
            served = [name for name in setback["goals"] if any(self.serves(other, name) for other in day)]
            if served:
                first = next(other for other in day if any(self.serves(other, name) for name in served))
                return first, unpaused(setback["date"], win["date"], self.spans[served[0]])
            if not setback["goals"]:
                return win, unpaused(setback["date"], win["date"], self.season_spans())
        return None

    def comebacks(self) -> list[Data]:
        """Every closed one: each goal's gaps, and each setback's once, under its first goal."""
        found: list[Data] = []
        for name in self.goals:
            for a, b, length in self.gaps(name):
                win = next(win for win in self.laid[name] if win["date"] == b)
                found.append({"goal": name, "from": a, "to": b, "days": length, "win": win})
        for setback in self.setbacks:
            back = self.back_from(setback)
            if back is not None:
                goal = setback["goals"][0] if setback["goals"] else None
                win, length = back
                found.append({"goal": goal, "from": setback["date"], "to": win["date"], "days": length, "win": win})
        return sorted(found, key=lambda one: (one["from"], one["to"], one["goal"] or ""))

    def comeback_median(self, name: str) -> Fraction | None:
        lengths = [length for _, _, length in self.gaps(name)]
        for setback in self.setbacks:
            back = self.back_from(setback) if self.serves(setback, name) else None
            if back is not None:
                lengths.append(back[1])
        return median(lengths) if lengths else None

    # Habits

    def strength(self, habit: Data) -> float | None:
        """Loop Habit Tracker's score; see `loop.py`, where it is worked out apart and held against this one.

        At most so much begins at 1, as it does there. The days are those from `started`, else the first tick, through
        yesterday, and today once it is ticked, or through `ended`. A day without a tick has a dose of 0; a bare tick
        has `at_least`.
        """
        often = cadence(habit["cadence"])
        ticks = [win for win in self.wins if win["habit"] == habit["id"]]
        first = habit["started"] or (ticks[0]["date"] if ticks else None)
        if often is None or first is None:
            return None
        last = self.today if any(win["date"] == self.today for win in ticks) else self.today - ONE
        if habit["ended"] is not None:
            last = min(last, habit["ended"])
        if first > last:
            return None
        times, window = often
        m = 0.5 ** ((times / window) ** 0.5 / 13)
        measure = habit["measure"]
        if measure is None and times < window:
            times, window = 2 * times, 2 * window
        rests = self.spans[habit["goal"]] if habit["goal"] else self.season_spans()
        rests = rests + [(one["from"], one["to"]) for one in habit["paused"]]
        s = 1.0 if measure is not None and measure["at_most"] is not None else 0.0
        day = first
        while day <= last:
            if not self.skipped(habit["id"], day) and not is_paused(day, rests):
                begin = max(first, day - (window - 1) * ONE)
                seen = [win for win in ticks if begin <= win["date"] <= day]
                s = s * m + self.completed(measure, seen, times) * (1 - m)
            day += ONE
        return s

    def completed(self, measure: Data | None, seen: list[Data], times: int) -> float:
        """c: how much of what the window asks for was done, 0 to 1. `seen` are the window's ticks."""
        if measure is None:
            return float(min(Fraction(1), Fraction(len(seen), times)))
        known = [self.amount_in(win, measure["unit"]) for win in seen]
        if measure["at_least"] is not None:
            total = sum((measure["at_least"] if dose is None else dose for dose in known), Fraction(0))
            return float(min(Fraction(1), total / (measure["at_least"] * times)))
        total = sum((dose or Fraction(0) for dose in known), Fraction(0))
        target = measure["at_most"] * times
        return float(min(Fraction(1), max(Fraction(0), 1 - (total - target) / target)))

    def skipped(self, name: str, day: Day) -> bool:
        return any(written["date"] == day and name in written["skips"] for written in self.days)


def doing(step: Any) -> str | None:
    """What a next step says to do; of a list the first."""
    if isinstance(step, list):
        return doing(step[0]) if step else None
    if isinstance(step, dict):
        return str(step["do"])
    return None if step is None else str(step)


def cadence(written: Any) -> tuple[int, int] | None:
    """How many times in how many days; none where there is none, or 0."""
    if written is None or written == "0":
        return None
    if isinstance(written, list):
        return len(written), 7
    if written in ("daily", "weekdays", "weekly"):
        return {"daily": (1, 1), "weekdays": (5, 7), "weekly": (1, 7)}[written]
    times, days = written.split("/")
    return int(times), 7 if days == "week" else int(days)


def median(numbers: list[int]) -> Fraction:
    ranked = sorted(numbers)
    middle = len(ranked) // 2
    if len(ranked) % 2:
        return Fraction(ranked[middle])
    return Fraction(ranked[middle - 1] + ranked[middle], 2)
