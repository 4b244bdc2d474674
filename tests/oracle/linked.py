"""A journal from `maker.make` as of a day: what serves what, in which order, under which id, and when it rests."""

import datetime as dt
from typing import Any

from .maker import Data, slugify

Day = dt.date
Spans = list[tuple[Day, Day | None]]
ONE = dt.timedelta(days=1)


class Linked:
    """A journal as of a day. Nothing dated after that day is in it."""

    def __init__(self, journal: Data) -> None:
        self.today: Day = journal["today"]
        self.seasons: list[Data] = journal["seasons"]
        self.values: list[Data] = journal["values"]
        self.goals: dict[str, Data] = {goal["id"]: goal for goal in journal["goals"]}
        self.habits: dict[str, Data] = {habit["id"]: habit for habit in journal["habits"]}
        self.days = [day for day in journal["days"] if day["date"] <= self.today]
        self.reviews = [review for review in journal["reviews"] if review["first"] <= self.today]
        self.wins = self.in_order([self.linked(win) for win in journal["wins"] if win["date"] <= self.today])
        self.setbacks = self.in_order([self.linked(one) for one in journal["setbacks"] if one["date"] <= self.today])
        self.name_all()
        # Seen by many figures, so worked out once: which wins lie on a goal or below it, and its pauses.
        self.laid = {name: [win for win in self.wins if self.serves(win, name)] for name in self.goals}
        self.spans = {name: self.pauses(name) for name in self.goals}

    # Who serves what, and in which order

    def linked(self, entry: Data) -> Data:
        """An entry with the goals that it serves: its own, else its habit's."""
        goals = list(entry["goals"])
        if not goals and entry["habit"] and self.habits[entry["habit"]]["goal"]:
            goals = [self.habits[entry["habit"]]["goal"]]
        return entry | {"goals": goals}

    def in_order(self, entries: list[Data]) -> list[Data]:
        """By date; by time, those without come last; the day file's items, files by id, ticks."""

        def key(entry: Data) -> tuple[Any, ...]:
            kind = ("item", "file", "tick").index(entry["source"])
            place = entry["slug"] if entry["source"] == "file" else entry["position"]
            return (entry["date"], entry["time"] or "99:99", kind, place)

        return sorted(entries, key=key)

    def name_all(self) -> None:
        """Ids: a file's from its name; an item's from its date and its first six words, numbered where alike, items
        before ticks before setbacks."""
        seen: dict[tuple[Day, str], int] = {}
        items = [win for win in self.wins if win["source"] == "item"]
        ticks = [win for win in self.wins if win["source"] == "tick"]
        for entry in [*items, *ticks, *[one for one in self.setbacks if one["source"] == "item"]]:
            slug = entry["slug"] or slugify(" ".join(entry["text"].split()[:6]))
            number = seen[entry["date"], slug] = seen.get((entry["date"], slug), 0) + 1
            entry["anchor"] = slug if number == 1 else f"{slug}-{number}"
            entry["id"] = f"{entry['date']}-{entry['anchor']}"
        for entry in [*self.wins, *self.setbacks]:
            if entry["source"] == "file":
                entry["id"] = f"{entry['date']}-{entry['slug']}"

    def url(self, entry: Data) -> str:
        """A file has a page below its day; an item is a place on its day's page."""
        day = f"/{entry['date']:%Y/%m/%d}/"
        return f"{day}{entry['slug']}/" if entry["source"] == "file" else f"{day}#{entry['anchor']}"

    def lineage(self, name: str) -> list[str]:
        """The goal, its parent, and so on."""
        parent = self.goals[name]["parent"]
        return [name] if parent is None else [name, *self.lineage(parent)]

    def serves(self, entry: Data, name: str) -> bool:
        """Whether it is on the goal or on one below it."""
        return any(name in self.lineage(goal) for goal in entry["goals"])

    def values_of_goal(self, name: str) -> list[str]:
        """Its own, then those of its ancestors, each once."""
        return list(dict.fromkeys(value for one in self.lineage(name) for value in self.goals[one]["values"]))

    def values_of_win(self, win: Data) -> list[str]:
        own = [*win["values"], *(value for goal in win["goals"] for value in self.values_of_goal(goal))]
        return list(dict.fromkeys(own))

    # Pauses

    def pauses(self, name: str) -> Spans:
        """The spans in which a goal rests: its own and its ancestors', and the seasons. `status: paused` without a
        span that covers today or lies open is one from the day after the last win; none where there is no win."""
        found = [(one["from"], one["to"]) for one in self.seasons]
        for one in self.lineage(name):
            goal = self.goals[one]
            own = [(span["from"], span["to"]) for span in goal["paused"]]
            now = any(to is None or begin <= self.today <= to for begin, to in own)
            if goal["status"] == "paused" and not now and self.laid[one]:
                own.append((self.laid[one][-1]["date"] + ONE, None))
            found += own
        return found

    def season_spans(self) -> Spans:
        return [(one["from"], one["to"]) for one in self.seasons]


def is_paused(day: Day, spans: Spans) -> bool:
    return any(begin <= day and (end is None or day <= end) for begin, end in spans)


def unpaused(a: Day, b: Day, spans: Spans) -> int:
    """U(a, b): the days from a up to, not including, b that lie in none of the spans."""
    count = 0
    day = a
    while day < b:
        count += not is_paused(day, spans)
        day += ONE
    return count
