"""Wins, ticks and setbacks: what they serve, and what they amount to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.problem import Problem, did_you_mean
from generator.base.slug import slugify
from generator.entries.amount import Amount, convert, find_in, fits
from generator.entries.fields import as_tuple

from .link_bodies import BROKEN_KEY, Bodies
from .names import BROKEN, Fault, Names
from .records import Goal, Habit, Setback, Win
from .written import Addresses, Written, clock, in_order


class Served(NamedTuple):
    """What a win or a setback serves."""

    goals: tuple[str, ...]
    values: tuple[str, ...]
    habit: str | None


class WinLinker:
    """Links wins and setbacks against goals, habits and values that are linked already.

    `serves` remembers, by the key of each, the goals and habits that it serves: the gate needs to know.
    """

    def __init__(
        self, names: Names, goals: Mapping[str, Goal], habits: Mapping[str, Habit], bodies: Bodies, faults: list[Fault]
    ) -> None:
        self._names, self._goals, self._habits, self._bodies = names, goals, habits, bodies
        self._faults = faults
        self.serves: dict[str, list[str]] = {}
        # Who names a goal or a habit that was not found: one problem is enough, its amount and milestone wait.
        self._lost: set[str] = set()

    # What is served

    def served(self, written: Written) -> Served:
        """Goals, values and habit: from its keys, from the `[[…]]` of a day's item, and what those give."""
        goals = self._refer(written, "goal", written.fields.goal, "goals")
        values = self._refer(written, "values", written.fields.values, "values")
        habits = self._refer(written, "habit", written.fields.habit, "habits")
        for mention in written.mentions:
            answer = self._names.get(mention.target)
            kind, _, id_ = answer.partition("/") if isinstance(answer, str) else ("", "", "")
            {"goals": goals, "habits": habits, "values": values}.get(kind, {})[id_] = None
            self._bodies.target(mention, written.owner, written.path, linked=False)
            if answer is BROKEN:
                self.serves.setdefault(written.owner, []).append(BROKEN_KEY)
            if answer is None or answer is BROKEN:
                self._lost.add(written.owner)
        if len(habits) > 1:
            hint = "write two wins, or tick one of them under `habits:`"
            self._fault(written, "habit", "habit-twice", f"a win ticks one habit, not {' and '.join(habits)}", hint)
        habit = next(iter(habits), None)
        self.serves.setdefault(written.owner, []).extend(f"goals/{goal}" for goal in goals)
        if habit:
            self.serves[written.owner].append(f"habits/{habit}")
            own = self._habits[habit]
            if not goals and own.goal:
                goals[own.goal] = None
        for goal in goals:
            values |= dict.fromkeys(self._goals[goal].values)
        return Served(tuple(goals), tuple(values), habit)

    def _refer(self, written: Written, key: str, refs: Any, kind: str) -> dict[str, None]:
        found: dict[str, None] = {}
        for position, ref in enumerate(as_tuple(refs)):
            answer = self._names.get(ref, kind)
            if kind != "values" and not isinstance(answer, str):
                self._lost.add(written.owner)
            if answer is None:
                place = written.place(f"{key}.{position}" if isinstance(refs, tuple) else key)
                self._faults.append(Fault(written.owner, self._names.unknown(ref, place, kind)))
            elif answer is BROKEN:
                if kind != "values":
                    self.serves.setdefault(written.owner, []).append(BROKEN_KEY)
            else:
                found[answer.split("/", 1)[1]] = None
        return found

    def _fault(self, written: Written, key: str, code: str, message: str, hint: str) -> None:
        self._faults.append(Fault(written.owner, Problem(code, written.place(key), message, hint)))

    # What it amounts to

    def amounts(self, written: Written, served: Served) -> tuple[Amount | None, dict[str, Decimal], Decimal | None]:
        """(the amount as written, its number in the unit of each goal that it fits, its number in the habit's)."""
        measured = {goal: self._goals[goal].measure for goal in served.goals if self._goals[goal].measure.takes_amounts}
        dose = self._habits[served.habit].dose if served.habit else None
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
                names = " and ".join(self._goals[goal].title for goal in measured)
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
        ladders = {goal: self._goals[goal].milestones for goal in served.goals}
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
            f"there are: {', '.join(choices)}" if choices else "name its goal with `goal:`"
        )
        self._fault(written, "milestone", "milestone-unknown", f"no goal of this win has a milestone {name!r}", hint)
        return None

    # The records

    def wins(self, written: Sequence[Written], addresses: Addresses) -> tuple[Win, ...]:
        """All wins in the order in which they happened."""
        return tuple(self._win(one, addresses) for one in sorted(written, key=in_order))

    def _win(self, written: Written, addresses: Addresses) -> Win:
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
        answer = self._names.get(written.tick.habit, "habits")
        habit = self._habits[str(answer).split("/", 1)[1]]
        self.serves.setdefault(written.owner, []).append(f"habits/{habit.id}")
        return Served((habit.goal,) if habit.goal else (), habit.values, habit.id)

    def setbacks(self, written: Sequence[Written], addresses: Addresses) -> tuple[Setback, ...]:
        """All setbacks in the order in which they happened."""
        return tuple(self._setback(one, addresses) for one in sorted(written, key=in_order))

    def _setback(self, written: Written, addresses: Addresses) -> Setback:
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
