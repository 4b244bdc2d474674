"""Wins, ticks and setbacks: what they serve, and what they amount to."""

from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.problem import Problem, did_you_mean
from generator.base.slug import slugify
from generator.entries.amount import Amount, convert, find_in, fits
from generator.entries.fields import as_tuple

from .answers import Answers
from .findings import BROKEN_KEY, Findings
from .link_bodies import Bodies
from .names import BROKEN, Fault
from .records import Setback, Win
from .written import Addresses, Written, clock


class Served(NamedTuple):
    """What a win or a setback serves."""

    goals: tuple[str, ...]
    values: tuple[str, ...]
    habit: str | None


class WinLinker:
    """Links wins and setbacks against goals, habits and values that are linked already."""

    def __init__(self, answers: Answers, findings: Findings) -> None:
        self._answers = answers
        self._found = findings
        self._bodies = Bodies(answers, findings)
        # Who names a goal or a habit that was not found: one problem is enough, its amount and milestone wait.
        self._lost: set[str] = set()

    # What is served

    def served(self, written: Written) -> Served:
        """Goals, values and habit: from its keys, from the `[[…]]` of a day's item, and what those give."""
        goals = self._refer(written, "goal", written.fields.goal, "goals")
        values = self._refer(written, "values", written.fields.values, "values")
        habits = self._refer(written, "habit", written.fields.habit, "habits")
        for mention in written.mentions:
            answer = self._answers.get(mention.target)
            kind, _, id_ = answer.partition("/") if isinstance(answer, str) else ("", "", "")
            {"goals": goals, "habits": habits, "values": values}.get(kind, {})[id_] = None
            self._bodies.target(mention, written.owner, written.path, linked=False)
            if answer is BROKEN:
                self._found.serves.setdefault(written.owner, []).append(BROKEN_KEY)
            if answer is None or answer is BROKEN:
                self._lost.add(written.owner)
        if len(habits) > 1:
            hint = "write two wins, or tick one of them under `habits:`"
            self._fault(written, "habit", "habit-twice", f"a win ticks one habit, not {' and '.join(habits)}", hint)
        habit = next(iter(habits), None)
        self._found.serves.setdefault(written.owner, []).extend(f"goals/{goal}" for goal in goals)
        if habit:
            self._found.serves[written.owner].append(f"habits/{habit}")
            own = self._answers.habit(habit)
            if not goals and own.goal:
                goals[own.goal] = None
        for goal in goals:
            values |= dict.fromkeys(self._answers.goal(goal).values)
        return Served(tuple(goals), tuple(values), habit)

    def _refer(self, written: Written, key: str, refs: Any, kind: str) -> dict[str, None]:
        found: dict[str, None] = {}
        for position, ref in enumerate(as_tuple(refs)):
            answer = self._answers.get(ref, kind)
            if kind != "values" and not isinstance(answer, str):
                self._lost.add(written.owner)
            if answer is None:
                place = written.place(f"{key}.{position}" if isinstance(refs, tuple) else key)
                self._found.faults.append(Fault(written.owner, self._answers.unknown(ref, place, kind)))
            elif answer is BROKEN:
                if kind != "values":
                    self._found.serves.setdefault(written.owner, []).append(BROKEN_KEY)
            else:
                found[answer.split("/", 1)[1]] = None
        return found

    def _fault(self, written: Written, key: str, code: str, message: str, hint: str) -> None:
        self._found.faults.append(Fault(written.owner, Problem(code, written.place(key), message, hint)))

    # What it amounts to

    def amounts(self, written: Written, served: Served) -> tuple[Amount | None, dict[str, Decimal], Decimal | None]:
        """(the amount as written, its number in the unit of each goal that it fits, its number in the habit's)."""
        measures = {goal: self._answers.goal(goal).measure for goal in served.goals}
        measured = {goal: measure for goal, measure in measures.items() if measure.takes_amounts}
        dose = self._answers.habit(served.habit).dose if served.habit else None
        dose_unit = dose.unit if dose else ""
        units = tuple(unit for unit in (*(m.unit for m in measured.values()), dose_unit) if unit)
        amount: Amount | None = written.tick.amount if written.tick else written.fields.amount
        if written.owner in self._lost:
            return amount, {}, None
        if amount is None:
            amount = self._in_text(written, units)
        if amount is None:
            return None, {}, None
        if not amount.unit:
            if len(measured) > 1:
                names = " and ".join(self._answers.goal(goal).title for goal in measured)
                hint = f"write its unit, such as {amount} {next(iter(measured.values())).unit}".rstrip()
                self._fault(written, "amount", "amount-unclear", f"{amount} could be for {names}", hint)
                return None, {}, None
            if measured:
                goal, measure = next(iter(measured.items()))
                if not measure.unit:
                    return amount, {goal: amount.number}, None
                amount = Amount(amount.number, measure.unit)
            elif dose is not None:
                amount = Amount(amount.number, dose_unit)
                if not dose_unit:
                    return amount, {}, amount.number
        readings = {g: convert(amount, m.unit) for g, m in measured.items() if m.unit and fits(amount.unit, m.unit)}
        done = convert(amount, dose_unit) if dose_unit and fits(amount.unit, dose_unit) else None
        if not readings and done is None:
            wanted = " or ".join(dict.fromkeys(units))
            message = f"{amount} fits none of what the win serves"
            hint = f"write it in {wanted}" if wanted else "name a goal or a habit that has a `measure:` with a unit"
            self._fault(written, "amount", "amount-unfit", message, hint)
        return amount, readings, done

    def _in_text(self, written: Written, units: tuple[str, ...]) -> Amount | None:
        """design: if exactly one amount in an item's text fits the goal's or the habit's unit, it is the win's."""
        if not units or written.story is not None or written.tick is not None:
            return None
        try:
            found = find_in(written.text, units)
        except ValueError as error:
            self._fault(written, "text", "amount-comma", str(error), "or overrule it with a line `amount: …`")
            return None
        return found[0] if len(found) == 1 else None

    def milestone(self, written: Written, served: Served) -> str | None:
        """ "goal/milestone" for the milestone that the win names."""
        name = written.fields.milestone
        if not name or written.owner in self._lost:
            return None
        folded = name.casefold()
        ladders = {goal: self._answers.goal(goal).milestones for goal in served.goals}
        hits = [
            f"{goal}/{m.id}"
            for goal, ladder in ladders.items()
            for m in ladder
            if folded == m.title.casefold() or slugify(name) == m.id
        ]
        if hits:
            return hits[0]
        choices = [m.id for ladder in ladders.values() for m in ladder]
        hint = did_you_mean(name, choices) or (
            f"there are: {', '.join(choices)}"
            if choices
            else "write it under `milestones:` of the goal"
            if ladders
            else "name its goal with `goal:`"
        )
        self._fault(written, "milestone", "milestone-unknown", f"no goal of this win has a milestone {name!r}", hint)
        return None

    # The records

    def win(self, written: Written, addresses: Addresses) -> Win:
        """A win or a tick."""
        served = self.served(written) if written.tick is None else self._tick_serves(written)
        amount, readings, dose = self.amounts(written, served)
        fields, tick = written.fields, written.tick
        id_, url = addresses[written.owner]
        return Win(
            id=id_,
            title=written.text,
            url=url,
            origin=written.origin,
            body=self._bodies.link(written.body, written.owner, written.path),
            params=fields.params if fields else {},
            date=written.date,
            time=clock(tick.time if tick else fields.time),
            goals=served.goals,
            values=served.values,
            habit=served.habit,
            amount=amount,
            readings=readings,
            dose=dose,
            milestone=self.milestone(written, served) if fields else None,
            effort=tick.effort if tick else fields.effort,
            stretch=bool(fields and fields.stretch),
            worked=tick.worked if tick else fields.worked,
            closer=fields.closer if fields else None,
            celebrate=fields.celebrate if fields else None,
            story=written.story is not None,
            tick=tick is not None,
        )

    def _tick_serves(self, written: Written) -> Served:
        assert written.tick is not None
        answer = self._answers.get(written.tick.habit, "habits")
        habit = self._answers.habit(str(answer).split("/", 1)[1])
        self._found.serves.setdefault(written.owner, []).append(f"habits/{habit.id}")
        return Served((habit.goal,) if habit.goal else (), habit.values, habit.id)

    def setback(self, written: Written, addresses: Addresses) -> Setback:
        """A setback."""
        served = self.served(written)
        id_, url = addresses[written.owner]
        return Setback(
            id=id_,
            title=written.text,
            url=url,
            origin=written.origin,
            body=self._bodies.link(written.body, written.owner, written.path),
            params=written.fields.params,
            date=written.date,
            time=clock(written.fields.time),
            goals=served.goals,
            values=served.values,
            habit=served.habit,
            learned=written.fields.learned,
            restart=written.fields.restart,
            story=written.story is not None,
        )
