"""A seeded random journal, as plain data.

`make(seed)` returns what a person meant; `writing.write` spells it out in files. All of it is public and free of
errors. Every draw comes from one `random.Random(seed)`, so a seed is a journal.
"""

import datetime as dt
import re
from fractions import Fraction
from random import Random
from typing import Any

Data = dict[str, Any]

VERBS = ("Called", "Walked to", "Tidied", "Wrote about", "Finished", "Sketched", "Mended", "Planned", "Read", "Began")
THINGS = ("the garden gate", "Sam", "an old map", "the blue room", "chapter nine", "the bicycle", "a small boat")
ENDINGS = ("", "", " before breakfast", " with Anna at the station", " in the rain", " after a long slow day at work")
LEARNED = ("rest early", "warm up first", "ask sooner")
WORKED = ("phone in another room", "shoes by the door", "a cup of tea first")
UNITS: dict[str, tuple[str, ...]] = {
    "words": ("words",),
    "eur": ("eur",),
    "km": ("km", "m", "mi"),
    "kg": ("kg", "g", "lb"),
    "min": ("min", "h", "s"),
    "l": ("l", "ml"),
}
# How much of each unit is one of the first of its row; defined lengths and masses are exact (NIST SP 811, B.8).
SIZES: dict[str, Fraction] = {
    "words": Fraction(1),
    "eur": Fraction(1),
    "km": Fraction(1),
    "m": Fraction(1, 1000),
    "mi": Fraction("1.609344"),
    "kg": Fraction(1),
    "g": Fraction(1, 1000),
    "lb": Fraction("0.45359237"),
    "min": Fraction(1),
    "h": Fraction(60),
    "s": Fraction(1, 60),
    "l": Fraction(1),
    "ml": Fraction(1, 1000),
}
BEGINNING = dt.date(2024, 9, 2)


def slugify(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def milestone_id(milestone: Data) -> str:
    """As written, else its title's slug, else `at-` and its number."""
    if milestone["id"]:
        return str(milestone["id"])
    return slugify(milestone["title"] or f"at {plain(milestone['at'])}")


def after(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days=days)


class Maker:
    """One journal in the making. Each method draws one kind of entry."""

    def __init__(self, seed: int, days: int) -> None:
        self.random = Random(seed)
        self.length = days
        self.first = after(BEGINNING, self.random.randrange(400))
        self.today = after(self.first, self.random.choice((days - 12, days * 9 // 10, self.random.randrange(5, days))))
        self.seasons: list[Data] = []
        self.values: list[Data] = []
        self.goals: list[Data] = []
        self.habits: list[Data] = []
        self.wins: list[Data] = []
        self.setbacks: list[Data] = []
        self.days: dict[dt.date, Data] = {}
        self.reviews: list[Data] = []

    def chance(self, p: float) -> bool:
        return self.random.random() < p

    def day(self, lowest: int = 0, highest: int | None = None) -> dt.date:
        """A day of the journal, `lowest` … `highest` days from its first."""
        return after(self.first, self.random.randint(lowest, self.length - 1 if highest is None else highest))

    def number(self, low: float, high: float, places: int) -> Fraction:
        """A number with so many places."""
        return Fraction(round(self.random.uniform(low, high) * 10**places), 10**places)

    # What a journal has before its wins

    def make(self) -> Data:
        self.make_seasons()
        self.make_values()
        self.make_goals()
        self.make_habits()
        for n in range(self.length):
            self.make_day(after(self.first, n))
        self.name_milestones()
        self.make_setbacks()
        self.make_reviews()
        self.make_next()
        return {
            "today": self.today,
            "first": self.first,
            "seasons": self.seasons,
            "values": self.values,
            "goals": self.goals,
            "habits": self.habits,
            "wins": self.wins,
            "setbacks": self.setbacks,
            "days": list(self.days.values()),
            "reviews": self.reviews,
        }

    def make_seasons(self) -> None:
        for _ in range(self.random.choice((0, 1, 1, 2))):
            begin = self.day()
            self.seasons.append({"from": begin, "to": after(begin, self.random.randint(0, 30)), "what": "Moving house"})
        if self.chance(0.1):
            begin = after(self.today, -self.random.randint(0, 20))
            self.seasons.append({"from": begin, "to": after(begin, 20), "what": "Mum in hospital"})

    def make_values(self) -> None:
        for name in ("growth", "security", "freedom", "self care")[: self.random.randint(2, 4)]:
            value: Data = {"id": name.replace(" ", "-"), "title": name.title(), "alias": f"my {name}"}
            value["identity"] = self.random.choice((None, "someone who keeps learning"))
            self.values.append(value)

    def make_goals(self) -> None:
        kinds = ["sum", "latest", "max", "min", "count", "days", "milestones", "goals"]
        kinds += [self.random.choice([*kinds, "falling", "default"]) for _ in range(6)] + ["falling", "plain"]
        self.random.shuffle(kinds)
        for n, kind in enumerate(kinds):
            self.goals.append(self.make_goal(n, kind))
        # A parent of kind goals has children, more often than not.
        for goal in self.goals:
            if goal["wanted"] == "goals" and self.chance(0.8):
                for child in self.random.sample(self.goals, 3):
                    if child["parent"] is None and self.may_be_child(child, goal):
                        child["parent"] = goal["id"]

    def goal(self, name: str) -> Data:
        return next(goal for goal in self.goals if goal["id"] == name)

    def depth(self, goal: Data) -> int:
        """How many goals stand in the line from this one up to its oldest."""
        return 1 if goal["parent"] is None else 1 + self.depth(self.goal(goal["parent"]))

    def height(self, goal: Data) -> int:
        below = [child for child in self.goals if child["parent"] == goal["id"]]
        return 1 + max((self.height(child) for child in below), default=0)

    def may_be_child(self, child: Data, parent: Data) -> bool:
        above: Data | None = parent
        while above is not None:
            if above is child:
                return False
            above = self.goal(above["parent"]) if above["parent"] else None
        return self.depth(parent) + self.height(child) <= 3

    def make_goal(self, n: int, kind: str) -> Data:
        """A goal of a kind; `falling` is a sum that goes down, `default` and `plain` say nothing of a measure."""
        goal: Data = {"id": f"goal-{n}", "title": f"Build thing {n}", "alias": f"thing number {n}", "wanted": kind}
        goal["values"] = self.random.sample([v["id"] for v in self.values], self.random.choice((0, 1, 1, 2)))
        parents = [g["id"] for g in self.goals if self.depth(g) < 3]
        goal["parent"] = self.random.choice(parents) if parents and self.chance(0.4) else None
        goal["started"] = self.day(0, self.length // 2) if self.chance(0.7) else None
        goal["by"] = self.day(self.length // 3, self.length + 200) if self.chance(0.75) else None
        goal["measure"] = self.make_measure(kind)
        goal["milestones"] = self.make_milestones(n, kind, goal["measure"])
        goal["status"] = self.random.choice(("active",) * 7 + ("paused", "done", "released"))
        goal["ended"] = None
        if goal["status"] in ("done", "released") and self.chance(0.6):
            goal["ended"] = after(self.today, -self.random.randint(0, 60))
        goal["paused"] = self.make_pauses(self.chance(0.5 if goal["status"] == "paused" else 0.05))
        goal["changed"] = self.make_changes(goal)
        goal["ambitious"] = False
        goal["next"] = self.make_own_next()
        if kind in ("sum", "falling", "count", "days") and self.chance(0.3):
            self.make_ambitious(goal)
        # How often a win is laid on it, and the quiet times in which none is.
        goal["often"] = self.random.choice((0.0, 0.01, 0.06, 0.15, 0.3, 0.5) if not goal["ambitious"] else (0.3, 0.5))
        goal["quiet"] = []
        for _ in range(self.random.randint(0, 3)):
            begin = self.random.randrange(self.length)
            goal["quiet"].append((after(self.first, begin), after(self.first, begin + self.random.randint(5, 60))))
        return goal

    def make_measure(self, kind: str) -> Data | None:
        """`from` and `target` suit the amounts that `make_reading` draws; where they are missing, so they stay."""
        some = self.chance
        measure: Data = {"unit": None, "kind": kind, "from": None, "target": None}
        if kind == "sum":
            measure["unit"] = self.random.choice(("words", "km", "min", "l"))
            measure["kind"] = "sum" if some(0.5) else None
            measure["from"] = Fraction(self.random.randint(0, 50)) if some(0.4) else None
            measure["target"] = Fraction(self.random.choice((100, 500, 4000))) if some(0.85) else None
        elif kind == "falling":
            measure |= {"unit": "eur", "kind": "sum", "from": Fraction(5000), "target": Fraction(0)}
        elif kind == "latest":
            measure["unit"] = "kg"
            measure["from"] = Fraction(92) if some(0.5) else None
            measure["target"] = Fraction("71.003") if some(0.9) else None
        elif kind == "max":
            measure["unit"] = "km"
            measure["from"] = Fraction(2) if some(0.4) else None
            measure["target"] = Fraction("21.0975") if some(0.8) else None
        elif kind == "min":
            measure["unit"] = "min"
            measure["from"] = Fraction(40) if some(0.4) else None
            measure["target"] = Fraction("24.007") if some(0.8) else None
        elif kind in ("count", "days"):
            measure["unit"] = "letters" if kind == "count" and some(0.2) else None
            measure["from"] = Fraction(self.random.randint(1, 9)) if some(0.3) else None
            measure["target"] = Fraction(self.random.randint(20, 150)) if some(0.85) else None
        elif kind in ("milestones", "goals") and some(0.3):
            pass
        else:
            return None
        return measure

    def make_milestones(self, n: int, kind: str, measure: Data | None) -> list[Data]:
        found: list[Data] = []
        spans = {"sum": (0, 900), "falling": (500, 4900), "count": (1, 90), "days": (1, 90), "max": (3, 21)}
        spans |= {"latest": (72, 91), "min": (25, 39), "milestones": (1, 80)}
        number = self.random.choice((0, 0, 2, 4)) if kind != "milestones" else self.random.randint(2, 5)
        if kind == "latest" and measure is not None and measure["target"] is None:
            number = 0  # which way it goes is not known
        for k in range(number):
            one: Data = {"id": None, "title": None, "at": None, "done": None}
            at = kind in spans and self.chance(0.6)
            if at:
                low, high = spans[kind]
                one["at"] = self.number(low, high, self.random.choice((0, 1)))
                if any(one["at"] == other["at"] for other in found):
                    continue
            if self.chance(0.1 if at else 0.5):
                one["done"] = self.day()
            if not at or self.chance(0.5):
                one["title"] = f"Step {n} {k}"
            if not at and self.chance(0.5):
                one["id"] = f"stone-{n}-{k}"
            found.append(one)
        return found

    def make_ambitious(self, goal: Data) -> None:
        """A pace that asks about so much as makes the motion check speak, or just not."""
        away = {"sum": 6, "falling": -60, "count": 1, "days": 1}[goal["wanted"]]
        begin = goal["measure"]["from"] or 0
        far = begin + away * self.length * self.number(1, 4, 2)
        goal |= {"ambitious": True, "status": "active", "ended": None, "paused": [], "changed": []}
        goal |= {"started": self.day(0, 20), "by": after(self.first, self.length + self.random.randint(0, 60))}
        goal["measure"] |= {"target": far}
        if goal["wanted"] == "falling":
            goal["measure"]["from"], goal["measure"]["target"] = begin - far, Fraction(0)

    def make_pauses(self, covers_today: bool) -> list[Data]:
        spans: list[Data] = []
        for _ in range(self.random.choice((0, 0, 0, 1, 2))):
            begin = self.day()
            spans.append({"from": begin, "to": after(begin, self.random.randint(0, 25))})
        if covers_today:
            end = after(self.today, self.random.randint(0, 30)) if self.chance(0.5) else None
            spans.append({"from": after(self.today, -self.random.randint(0, 30)), "to": end})
        return spans

    def make_changes(self, goal: Data) -> list[Data]:
        """Only on goals with a start, an end and a target: a plan bends where there is a plan."""
        shared = goal["wanted"] in ("milestones", "goals", "default", "plain")
        target = goal["measure"] and goal["measure"]["target"]
        if not goal["started"] or not goal["by"] or (target is None and not shared) or self.chance(0.4):
            return []
        changes: list[Data] = []
        day = goal["started"]
        for _ in range(self.random.choice((1, 1, 2))):
            day = after(day, self.random.randint(5, 120))
            change: Data = {"on": day, "target": None, "by": None}
            if not shared and self.chance(0.7):
                base = goal["measure"]["from"] or Fraction(90 if goal["wanted"] == "latest" else 0)
                if goal["wanted"] == "min":
                    base = Fraction(40)
                moved = base + (target - base) * self.number(0.7, 1.5, 1)
                change["target"] = moved if moved != base else target
            if change["target"] is None or self.chance(0.5):
                change["by"] = after(day, self.random.randint(20, 300))
            changes.append(change)
        return changes

    def make_own_next(self) -> Any:
        line = f"Take step {self.random.randrange(1000)}"
        return self.random.choice((None, None, line, {"do": line, "tired": "read one line"}, [line, "another"]))

    def make_habits(self) -> None:
        cadences: list[Any] = [
            "daily",
            "weekdays",
            "weekly",
            "3/week",
            "2/10",
            "7/week",
            ["mon", "wed", "fri"],
            "0",
            None,
        ]
        for n, cadence in enumerate(cadences):
            habit: Data = {"id": f"habit-{n}", "title": f"Keep {n} going", "cadence": cadence}
            habit["goal"] = self.random.choice([g["id"] for g in self.goals]) if self.chance(0.75) else None
            habit["measure"] = self.random.choice(
                (
                    None,
                    None,
                    {"unit": "min", "at_least": Fraction(20), "at_most": None},
                    {"unit": "km", "at_least": Fraction(5, 2), "at_most": None},
                    {"unit": "min", "at_least": None, "at_most": Fraction(45)},
                )
            )
            habit["started"] = self.day(0, self.length // 2) if self.chance(0.5) else None
            habit["ended"] = None
            if self.chance(0.2):
                habit["ended"] = self.day(self.length // 2 + 1)
            habit["paused"] = self.make_pauses(False)
            habit["often"] = self.random.choice((0.05, 0.2, 0.4, 0.8, 0.95))
            self.habits.append(habit)

    # What happens on a day

    def make_day(self, day: dt.date) -> None:
        written: Data = {"date": day, "skips": [], "next": {}, "mood": None, "energy": None}
        written["mood"] = self.random.randint(1, 5) if self.chance(0.3) else None
        written["energy"] = self.random.randint(1, 5) if self.chance(0.3) else None
        written["prose"] = self.random.choice((None, None, "The day in prose.\n\n- no win, only a list"))
        # 0: items in the body; 1: in the front matter; 2: both
        written["notation"] = self.random.choice((0, 0, 1, 2))
        written["path"] = self.random.choice(("{0}", "{0:%Y/%m/%d}", "{0:%Y}/{0}", "log-{0:%d-%b-%Y}"))
        self.days[day] = written
        items: list[Data] = []
        for goal in self.goals:
            quiet = any(begin <= day <= end for begin, end in goal["quiet"])
            while not quiet and self.chance(goal["often"]):
                items.append(self.make_win(day, goal))
                quiet = self.chance(0.8)
        if self.chance(0.15):
            items.append(self.make_win(day, None))
        self.random.shuffle(items)
        for habit in self.habits:
            if (habit["started"] and day < habit["started"]) or (habit["ended"] and day > habit["ended"]):
                continue
            if self.chance(habit["often"]):
                self.make_tick(day, habit, items)
            elif self.chance(0.08):
                written["skips"].append(habit["id"])
        in_front = [item for item in items if item["source"] == "item" and item["front"]]
        in_body = [item for item in items if item["source"] == "item" and not item["front"]]
        for position, item in enumerate(in_front + in_body):
            item["position"] = position
        self.wins += in_front + in_body + [item for item in items if item["source"] != "item"]
        for item in items:
            self.say(item)

    def say(self, win: Data) -> None:
        """`text` as it is shown, and `typed` with what it mentions; an amount in the text stands in both."""
        mentions = ""
        label = ""
        if win["mentioned"]:
            names = [self.called(win["called"], self.goal(name)) for name in win["goals"]]
            names += [self.called(win["called"], habit) for habit in self.habits if habit["id"] == win["habit"]]
            names += [self.called("id", value) for value in self.values if value["id"] in win["values"]]
            label = " the work" * sum("|" in name for name in names)
            mentions = "".join(f" [[{name}]]" for name in names)
        amount = ""
        if win["amount"] is not None and win["amount"]["where"] == "text":
            amount = self.random.choice((f", {win['amount']['written']}", f" for {win['amount']['written']} in all"))
        before = self.chance(0.5)
        win["typed"] = win["text"] + (mentions + amount if before else amount + mentions)
        win["text"] += label + amount if before else amount + label

    def called(self, how: str, entry: Data) -> str:
        """A reference to an entry, by one of the names that it answers to; references are case-folded."""
        if how == "label":
            return f"{entry['id']}|the work"
        return str(entry.get(how) or entry["id"]).upper() if how == "title" else str(entry.get(how) or entry["id"])

    def make_text(self) -> str:
        return self.random.choice(VERBS) + " " + self.random.choice(THINGS) + self.random.choice(ENDINGS)

    def make_time(self) -> str | None:
        return f"{self.random.randint(5, 22):02}:{self.random.choice((0, 15, 30)):02}" if self.chance(0.15) else None

    def blank(self, day: dt.date) -> Data:
        names = ("time", "amount", "habit", "milestone", "effort", "worked", "closer", "slug")
        return {"date": day, "goals": [], "values": [], "stretch": False, "mentioned": False} | dict.fromkeys(names)

    def make_win(self, day: dt.date, goal: Data | None) -> Data:
        win = self.blank(day) | {"source": "item", "text": self.make_text(), "time": self.make_time(), "story": False}
        notation = self.days[day]["notation"]
        win["front"] = notation == 1 or (notation == 2 and self.chance(0.5))
        win["mentioned"] = self.chance(0.6)  # [[goal]] in its text, or `goal: goal`
        win["called"] = self.random.choice(("id", "id", "title", "alias", "label"))
        if self.chance(0.08):
            win["source"] = "file"
            win["slug"] = f"story-{len(self.wins)}-{self.random.randrange(10**6)}"
            win["story"] = self.chance(0.5)
            win["mentioned"] = False
        elif self.chance(0.02):
            win["slug"] = f"named-{self.random.randrange(10**6)}"
        if goal is not None:
            win["goals"].append(goal["id"])
            if self.chance(0.1):
                other = self.random.choice(self.goals)["id"]
                win["goals"] += [other] if other != goal["id"] else []
            win["amount"] = self.make_amount(win["goals"], goal, win)
        if self.chance(0.12):
            win["values"].append(self.random.choice(self.values)["id"])
        if self.chance(0.2):
            win["effort"] = self.random.randint(1, 5)
        win["stretch"] = self.chance(0.08)
        win["worked"] = self.random.choice(WORKED) if self.chance(0.1) else None
        win["closer"] = "the middle has a shape" if self.chance(0.06) else None
        return win

    def make_reading(self, goal: Data, day: dt.date) -> Fraction:
        """An amount in the goal's unit, such as this goal sees."""
        gone = Fraction((day - self.first).days, self.length)
        wild = self.random.uniform
        if goal["wanted"] == "falling":
            return -self.number(1, 120, 2)
        if goal["measure"]["unit"] == "words":
            return Fraction(self.random.randint(1, 60) * 10)
        if goal["wanted"] == "latest":
            return self.number(90 - 18 * float(gone) + wild(-2, 2), 90 - 18 * float(gone), 1)
        if goal["wanted"] == "max":
            return self.number(1, 6 + 14 * float(gone), 1)
        if goal["wanted"] == "min":
            return self.number(36 - 9 * float(gone), 39 - 9 * float(gone), 1)
        return self.number(0.5, 12, self.random.choice((0, 1)))

    def make_amount(self, goals: list[str], goal: Data, win: Data) -> Data | None:
        unit = goal["measure"] and goal["measure"]["unit"]
        if unit not in UNITS or self.chance(0.1):
            return None
        number = self.make_reading(goal, win["date"])
        units = [self.goal(name)["measure"] and self.goal(name)["measure"]["unit"] for name in goals]
        return self.spell(
            number,
            unit,
            bare=len(goals) == 1 and not win["habit"],
            text=win["source"] == "item" and units.count(unit) == len(units),
        )

    def spell(self, number: Fraction, unit: str, *, bare: bool, text: bool) -> Data:
        """The amount, spelled in one of the ways there are. `where` is the win's text, or the line `amount:`."""
        if unit == "min" and self.chance(0.3):
            seconds = max(1, round(number * 60))
            clock = f"{seconds // 60}:{seconds % 60:02}" if seconds < 3600 else _clock(seconds)
            written = self.random.choice(
                (clock, _clock(seconds), f"{seconds // 3600}h {seconds // 60 % 60}min {seconds % 60}s")
            )
            return {"number": Fraction(seconds), "unit": "s", "written": written, "where": "line"}
        if bare and self.chance(0.15):
            return {"number": number, "unit": None, "written": plain(number), "where": "line"}
        other = self.random.choice(UNITS[unit]) if self.chance(0.4) else unit
        places = {"m": 0, "g": 0, "s": 0, "ml": 0}.get(other, 2)
        amount = Fraction(round(number / (SIZES[other] / SIZES[unit]) * 10**places), 10**places) or Fraction(1)
        where = "text" if text and number > 0 and self.chance(0.5) else "line"
        return {"number": amount, "unit": other, "written": f"{plain(amount)} {other}", "where": where}

    def make_tick(self, day: dt.date, habit: Data, items: list[Data]) -> None:
        """A tick in the day's list, or a win that is one."""
        if self.chance(0.15):
            win = self.make_win(day, self.goal(habit["goal"]) if habit["goal"] and self.chance(0.3) else None)
            win["habit"] = habit["id"]
            if win["amount"] is not None and win["amount"]["unit"] is None:
                win["amount"] = None
        else:
            win = self.blank(day) | {"source": "tick", "text": habit["title"], "time": self.make_time(), "story": False}
            win["habit"] = habit["id"]
            win["position"] = len(items)
            win["effort"] = self.random.randint(1, 5) if self.chance(0.15) else None
            win["worked"] = self.random.choice(WORKED) if self.chance(0.05) else None
        measure = habit["measure"]
        if measure is not None and win["amount"] is None and (measure["at_most"] is not None or self.chance(0.8)):
            wanted = measure["at_least"] or measure["at_most"]
            number = wanted * self.number(0.2, 2, 1)
            win["amount"] = self.spell(number, measure["unit"], bare=False, text=False)
        items.append(win)

    def name_milestones(self) -> None:
        """Wins that name a milestone, on a goal that they serve themselves."""
        for goal in self.goals:
            for one in goal["milestones"]:
                able = [win for win in self.wins if goal["id"] in win["goals"] and win["source"] != "tick"]
                if able and self.chance(0.15 if one["at"] is not None or one["done"] is not None else 1):
                    for win in self.random.sample(able, min(len(able), self.random.choice((0, 1, 2)))):
                        if win["milestone"] is None:
                            win["milestone"] = milestone_id(one)

    def make_setbacks(self) -> None:
        for n in range(self.random.randint(4, 14)):
            day = self.day()
            setback = self.blank(day) | {"text": self.make_text(), "time": None}
            setback["goals"] = self.random.sample([g["id"] for g in self.goals], self.random.choice((0, 1, 1, 1, 2)))
            if not setback["goals"] and self.chance(0.4):
                setback["habit"] = self.random.choice(self.habits)["id"]
            setback["source"] = self.random.choice(("file", "item", "item"))
            setback["slug"] = f"trouble-{n}" if setback["source"] == "file" else None
            setback["story"] = self.chance(0.5)
            setback["front"] = self.days[day]["notation"] == 1
            setback["mentioned"] = setback["source"] == "item" and self.chance(0.5)
            setback["called"] = "id"
            setback["learned"] = self.random.choice((None, *LEARNED))
            setback["restart"] = "walk 20 minutes" if self.chance(0.5) else None
            same = [other for other in self.setbacks if other["date"] == day and other["source"] == "item"]
            setback["position"] = len(same)
            self.say(setback)
            self.setbacks.append(setback)

    def make_reviews(self) -> None:
        last = after(self.first, self.length - 1)
        day = self.first
        while day <= last:
            monday = after(day, -day.weekday())
            year, week, _ = monday.isocalendar()
            if day == monday and self.chance(0.3):
                self.add_review(f"{year}-W{week:02}", monday, after(monday, 6))
            if day.day == 1 and self.chance(0.4):
                end = after((day.replace(day=28) + dt.timedelta(days=4)).replace(day=1), -1)
                self.add_review(f"{day:%Y-%m}", day, end)
            if (day.month, day.day) == (1, 1) and self.chance(0.5):
                self.add_review(f"{day:%Y}", day, day.replace(month=12, day=31))
            day = after(day, 1)

    def add_review(self, name: str, first: dt.date, last: dt.date) -> None:
        review: Data = {"id": name, "first": first, "last": last, "next": {}, "moving": {}}
        review["worked"] = self.random.sample(WORKED, self.random.randint(0, 2))
        review["adjust"] = ["write before mail"] if self.chance(0.4) else []
        for goal in self.goals:
            if self.chance(0.25 if goal["ambitious"] else 0.1):
                review["moving"][goal["id"]] = "building base"
        self.reviews.append(review)

    def make_next(self) -> None:
        """Next steps of days and reviews; two of one goal never bear the same date, which says nothing of the newer."""
        taken: set[tuple[str, dt.date]] = set()
        for review in self.reviews:
            for goal in self.goals:
                if self.chance(0.06) and (goal["id"], review["last"]) not in taken:
                    taken.add((goal["id"], review["last"]))
                    review["next"][goal["id"]] = f"Review step {self.random.randrange(1000)}"
        for day in self.days.values():
            for goal in self.goals:
                if self.chance(0.004) and (goal["id"], day["date"]) not in taken:
                    step = f"Day step {self.random.randrange(1000)}"
                    day["next"][goal["id"]] = self.random.choice(
                        (step, {"do": step, "tired": "one line"}, [step, "two"])
                    )


def plain(number: Fraction) -> str:
    """As a person writes it: no fraction bar, no exponent. Numbers here have few places."""
    whole = f"{abs(number.numerator) * 10**6 // number.denominator:07}"
    assert number * 10**6 == int(number * 10**6), number
    text = f"{whole[:-6]}.{whole[-6:]}".rstrip("0").rstrip(".")
    return f"-{text}" if number < 0 else text


def _clock(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def make(seed: int, days: int = 400) -> Data:
    """The journal of a seed: what it holds, by kind, in dicts and lists."""
    return Maker(seed, days).make()
