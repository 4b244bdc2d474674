"""What journal.json must say of a journal from `maker.make`: the figures of the whole, and the document."""

from fractions import Fraction

from .figures import Figures, median
from .linked import ONE, Day, is_paused
from .maker import Data, milestone_id


class Expected(Figures):
    """The document, worked out again."""

    # The whole

    def in_doubt(self) -> list[str]:
        """The motion check: many wins that do not move a goal as its pace expects."""
        return sorted(name for name in self.goals if self.doubted(name) and not self.rested(name))

    def doubted(self, name: str) -> bool:
        goal, then = self.goals[name], self.today - 28 * ONE
        legs = self.legs(name)
        if goal["status"] != "active" or is_paused(self.today, self.spans[name]) or not legs:
            return False
        if self.kind(name) not in ("sum", "count", "days"):
            return False
        if len([win for win in self.laid[name] if win["date"] > then]) < 5:
            return False
        asked = self.expected_on(legs, name, self.today) - self.expected_on(legs, name, then)
        now, before = self.value(name, self.today), self.value(name, then)
        if asked == 0 or now is None or before is None:
            return False
        return (now - before) / asked < Fraction(1, 4)

    def rested(self, name: str) -> bool:
        """A review that ended within the last 56 days says how it moves."""
        ends = [review["last"] for review in self.reviews if name in review["moving"]]
        return any(self.today - 56 * ONE <= end <= self.today for end in ends)

    def alignment(self) -> Data:
        valued = [win for win in self.wins if self.values_of_win(win)]
        shares: dict[str, Fraction] = {}
        for win in valued:
            values = self.values_of_win(win)
            for value in values:
                shares[value] = shares.get(value, Fraction(0)) + Fraction(1, len(values))
        return {
            "wins": len(self.wins),
            "with_goal": len([win for win in self.wins if win["goals"]]),
            "with_value": len(valued),
            "by_value": {value: share / len(valued) for value, share in sorted(shares.items())},
            "unlinked": [win["id"] for win in self.wins if not win["goals"]],
            "in_doubt": self.in_doubt(),
        }

    def celebrations(self) -> list[Data]:
        found: list[Data] = []

        def add(kind: str, date: Day, win: Data | None, goal: str | None) -> None:
            found.append({"date": date, "kind": kind, "win": win["id"] if win else None, "goal": goal})

        for owner, wins in [(None, self.wins), *self.laid.items()]:
            for number in (1, 10, 25, 50, 100, 250, 500, 1000):
                if len(wins) >= number:
                    add("count", wins[number - 1]["date"], wins[number - 1], owner)
        for name in self.goals:
            for win, _ in self.bests(name):
                add("best", win["date"], win, name)
            for milestone in self.goals[name]["milestones"]:
                date, reacher = self.reached(name, milestone)
                if date is not None:
                    add("milestone", date, reacher, name)
            ended = self.ended(name)
            if ended is not None and ended <= self.today:
                add("done", ended, None, name)
        for one in self.comebacks():
            day = [win for win in self.wins if win["date"] == one["to"]]
            on_it = [win for win in day if one["goal"] is not None and self.serves(win, one["goal"])]
            add("comeback", one["to"], (on_it or [one["win"]])[0], one["goal"])
        stretched = [win for win in self.wins if win["stretch"]]
        hard = [win for win in self.wins if win["effort"] == 5]
        for kind, chosen in (("stretch", stretched[:1]), ("effort", hard)):
            for win in chosen:
                add(kind, win["date"], win, win["goals"][0] if win["goals"] else None)
        return sorted(found, key=lambda one: (one["date"], one["kind"], one["goal"] or "", one["win"] or ""))

    def bests(self, name: str) -> list[tuple[Data, Fraction]]:
        """Each reading of a max or min goal that beats all the earlier ones."""
        kind = self.kind(name)
        found = []
        before: list[Fraction] = []
        for win, number in self.readings(name, self.today):
            if before and ((kind == "max" and number > max(before)) or (kind == "min" and number < min(before))):
                found.append((win, number))
            before.append(number)
        return found

    # The document

    def document(self) -> Data:
        """journal.json, figures as fractions or floats, dates as dates; texts that aren't figures are left out."""
        comebacks = self.comebacks()
        return {
            "format": "smallwins-journal",
            "version": 1,
            "as_of": self.today,
            "values": [self.value_entry(value) for value in sorted(self.values, key=by_id)],
            "goals": [self.goal_entry(goal) for goal in sorted(self.goals.values(), key=by_id)],
            "habits": [self.habit_entry(habit) for habit in sorted(self.habits.values(), key=by_id)],
            "wins": [self.win_entry(win) for win in self.wins],
            "setbacks": [self.setback_entry(setback) for setback in self.setbacks],
            "reviews": [self.review_entry(one) for one in sorted(self.reviews, key=by_first)],
            "momentum": self.momentum(self.wins, self.season_spans()),
            "alignment": self.alignment(),
            "comeback": {
                "median_days": median([one["days"] for one in comebacks]) if comebacks else None,
                "list": [{key: one[key] for key in ("goal", "from", "to", "days")} for one in comebacks],
            },
            "celebrations": self.celebrations(),
        }

    def value_entry(self, value: Data) -> Data:
        wins = [win for win in self.wins if value["id"] in self.values_of_win(win)]
        return {
            "id": value["id"],
            "title": value["title"],
            "url": f"/values/{value['id']}/",
            "identity": value["identity"],
            "wins": len(wins),
        }

    def goal_entry(self, goal: Data) -> Data:
        name = goal["id"]
        laid = self.laid[name]
        return {
            "id": name,
            "title": goal["title"],
            "url": f"/goals/{name}/",
            "status": goal["status"],
            "values": self.values_of_goal(name),
            "parent": goal["parent"],
            "unit": goal["measure"]["unit"] if goal["measure"] else None,
            "kind": self.kind(name),
            "from": Fraction(0) if self.kind(name) in ("milestones", "goals") else self.begin(name),
            "target": self.in_force(name, "target", self.today),
            "value": self.value(name, self.today),
            "fraction": self.fraction(name),
            "lead_days": self.lead_days(name),
            "wins": len(laid),
            "first_win": laid[0]["date"] if laid else None,
            "last_win": laid[-1]["date"] if laid else None,
            "momentum": self.momentum(laid, self.spans[name]),
            "comeback_median_days": self.comeback_median(name),
            "milestones": [
                {
                    "id": milestone_id(one),
                    "title": one["title"],
                    "at": one["at"],
                    "reached": self.reached(name, one)[0],
                }
                for one in goal["milestones"]
            ],
            "next": self.next_step(name),
        }

    def habit_entry(self, habit: Data) -> Data:
        written = habit["cadence"]
        return {
            "id": habit["id"],
            "title": habit["title"],
            "url": f"/habits/{habit['id']}/",
            "goal": habit["goal"],
            "cadence": ", ".join(written) if isinstance(written, list) else written,
            "done": len({win["date"] for win in self.wins if win["habit"] == habit["id"]}),
            "strength": self.strength(habit),
        }

    def win_entry(self, win: Data) -> Data:
        amount = win["amount"]
        return {
            "id": win["id"],
            "date": win["date"],
            "text": win["text"],
            "url": self.url(win),
            "goals": win["goals"],
            "values": self.values_of_win(win),
            "amount": amount["number"] if amount else None,
            "unit": self.unit(win),
            "habit": win["habit"],
            "milestone": win["milestone"],
            "effort": win["effort"],
            "stretch": win["stretch"],
            "worked": win["worked"],
            "closer": win["closer"],
        }

    def unit(self, win: Data) -> str | None:
        """As written; a bare number's is its only measured goal's."""
        if win["amount"] is None or win["amount"]["unit"]:
            return win["amount"] and str(win["amount"]["unit"])
        return str(next(self.goals[name]["measure"]["unit"] for name in win["goals"]))

    def setback_entry(self, setback: Data) -> Data:
        back = self.back_from(setback)
        return {
            "id": setback["id"],
            "date": setback["date"],
            "text": setback["text"],
            "url": self.url(setback),
            "goals": setback["goals"],
            "learned": setback["learned"],
            "restart": setback["restart"],
            "comeback_days": back[1] if back else None,
        }

    def review_entry(self, review: Data) -> Data:
        return {
            "id": review["id"],
            "url": f"/reviews/{review['id']}/",
            "worked": review["worked"],
            "adjust": review["adjust"],
            "next": review["next"],
        }


def by_id(entry: Data) -> str:
    return str(entry["id"])


def by_first(review: Data) -> tuple[Day, Day]:
    return review["first"], review["last"]


def expected(journal: Data) -> Data:
    """The whole document of a journal from `maker.make`."""
    return Expected(journal).document()
