"""A tree of text as a Struct: each type by its own rule, every error at once, each at its place."""

import datetime as dt

import msgspec
import pytest

from generator.base.convert import places, to_struct
from generator.base.flag import Flag
from generator.base.yaml_text import Node, read_yaml
from generator.entries import Day, Goal, Habit, Review, Value, Win
from generator.entries.amount import Amount
from generator.entries.fields import Status, Visibility


def _node(text: str) -> Node:
    node, problems = read_yaml(text, "a.md", 2)
    assert problems == ()
    assert node is not None
    return node


def _goal(text: str) -> Goal:
    goal, problems = to_struct(Goal, _node(text))
    assert problems == ()
    assert goal is not None
    return goal


def _wrong(kind: type[msgspec.Struct], text: str) -> list[tuple[str, str]]:
    struct, problems = to_struct(kind, _node(text))
    assert struct is None
    return [(problem.code, str(problem.origin)) for problem in problems]


def test_types() -> None:
    goal = _goal(
        "title: 007\nvalues: growth\nstatus: done\nby: 2026-12-31\nfocus: yes\nvisibility: private\n"
        "measure: {unit: words, from: 0, target: 80000 words}\nnext: [Outline, {do: Write, tired: read}]\n"
    )
    assert goal.title == "007"
    assert goal.values == "growth"
    assert goal.status is Status.DONE
    assert goal.by == dt.date(2026, 12, 31)
    assert bool(goal.focus)
    assert goal.visibility is Visibility.PRIVATE
    assert goal.measure is not None
    assert goal.measure.target == Amount.parse("80000 words")
    assert isinstance(goal.next, tuple)
    assert goal.next[0] == "Outline"


def test_an_empty_key_is_as_if_it_were_not_there() -> None:
    assert _goal("title:\nstatus: ~\nmilestones:\nparams:\n") == Goal()


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        ("yes", True), ("Yes", True), ("true", True), ("TRUE", True), ("on", True), ("1", True), ('"yes"', True),
        ("no", False), ("No", False), ("false", False), ("off", False), ("OFF", False), ("0", False),
    ],
)  # fmt: skip
def test_booleans_by_their_own_rule(written: str, flag: bool) -> None:
    assert _goal(f"focus: {written}\n").focus is (Flag.YES if flag else Flag.NO)


@pytest.mark.parametrize("written", ["y", "maybe", "2", "ja", "truee"])
def test_what_is_no_boolean(written: str) -> None:
    """A draft in doubt is withheld; elsewhere it is a choice that is not known."""
    assert _wrong(Goal, f"draft: {written}\n") == [("gate-unclear", "a.md:2:8")]
    assert _wrong(Goal, f"focus: {written}\n") == [("choice-unknown", "a.md:2:8")]


def test_every_error_of_a_file_at_once() -> None:
    text = (
        "status: pausd\nstarted: soon\nmilestones:\n  - {at: far, done: 2026-02-30}\n  - {prize: x}\n"
        "measure: {kind: total, target: '1,5'}\nnext: {tired: rest}\n"
    )
    assert _wrong(Goal, text) == [
        ("choice-unknown", "a.md:2:9"),
        ("date-unreadable", "a.md:3:10"),
        ("amount-unreadable", "a.md:5:10"),
        ("date-unreadable", "a.md:5:21"),
        ("key-unknown", "a.md:6:6"),
        ("choice-unknown", "a.md:7:17"),
        ("amount-unreadable", "a.md:7:32"),
        ("key-missing", "a.md:8:7"),
    ]


def test_below_a_mapping_of_names_names_are_free() -> None:
    day, problems = to_struct(Day, _node("next: {do: Outline, The book: {do: Write}}\n"))
    assert problems == ()
    assert day is not None
    assert list(day.next) == ["do", "The book"]
    assert _wrong(Day, "next: {book: {doo: Write}}\n") == [("key-unknown", "a.md:2:15"), ("key-missing", "a.md:2:14")]
    assert _wrong(Review, "moving: {run: [a]}\n") == [("key-shape", "a.md:2:15")]


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        (Goal, "title: [a]", "write `title: some words`"),
        (Goal, "started: [2026]", "write `started: 2026-02-14`"),
        (Goal, "status: [done]", "write `status: active`"),
        (Goal, "milestones: one", "write a list of items, each with id, title, at, done, reward, rewarded"),
        (Goal, "measure: 5 km", "write `measure: {unit: …}`"),
        (Goal, "values: {a: b}", "write `values: [one, two]`"),
        (Goal, "params: x", "write `params: {name: text}`"),
        (Win, "amount: [5, km]", "write `amount: 5 km`"),
        (Win, "effort: [3]", "write `effort: 3`"),
        (Habit, "cadence: {a: b}", "write `cadence: [one, two]`"),
        (Day, "next: Outline", "write `next: {name: text}`"),
    ],
)
def test_the_shape_that_is_wanted(kind: type[msgspec.Struct], text: str, hint: str) -> None:
    struct, (problem,) = to_struct(kind, _node(text + "\n"))
    assert struct is None
    assert (problem.code, problem.hint) == ("key-shape", hint)


def test_an_unknown_key_warns_and_the_rest_is_read() -> None:
    goal, (problem,) = to_struct(Goal, _node("titel: Run\nwhy: x\n"))
    assert goal == Goal(why="x")
    assert (problem.code, problem.is_error, str(problem.origin)) == ("key-unknown", False, "a.md:2:1")
    assert problem.hint == "did you mean *title*?"


def test_strict_makes_it_an_error() -> None:
    value, (problem,) = to_struct(Value, _node("titel: Run\n"), strict=True)
    assert value is None
    assert problem.is_error


@pytest.mark.parametrize(
    "key", ["visibilty", "Visibility", "visability", "VISIBILITY", "drafts", "Draft", "private", "hidden"]
)
def test_a_near_miss_of_the_gate_is_an_error(key: str) -> None:
    assert _wrong(Goal, f"title: Run\n{key}: yes\n") == [("gate-unclear", "a.md:3:1")]


def test_dates_that_would_fall_off_the_calendar() -> None:
    assert _wrong(Goal, "started: 0001-01-01\nby: 9999-12-31\n") == [
        ("date-unreadable", "a.md:2:10"),
        ("date-unreadable", "a.md:3:5"),
    ]


def test_places() -> None:
    found = places(_node("title: Run\nmilestones:\n  - {at: 5}\n  - {at: 6}\nvalues: [a, b]\n"))
    assert {key: str(place) for key, place in found.items()} == {
        "title": "a.md:2:8",
        "milestones": "a.md:4:3",
        "milestones.0": "a.md:4:5",
        "milestones.0.at": "a.md:4:10",
        "milestones.1": "a.md:5:5",
        "milestones.1.at": "a.md:5:10",
        "values": "a.md:6:9",
        "values.0": "a.md:6:10",
        "values.1": "a.md:6:13",
    }
