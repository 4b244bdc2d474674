"""What is added to a day's file comes back as it was typed, and nothing else in the file changes: not a byte of it, and
nothing of what it says."""

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.base.stamp import NONE
from generator.config.schema import Site
from generator.edit import front
from generator.edit.capture import Proposal, spliced
from generator.edit.day_items import Headings, add_item
from generator.edit.item import NewItem, unwritable
from generator.edit.manuscript import Manuscript
from generator.edit.material import Material
from generator.edit.proposals import Typed
from generator.edit.proposals import item as proposed
from generator.edit.undo import without
from generator.edit.writer import Change, change_of
from generator.entries import Entry
from generator.read.discover import Source
from generator.read.options import Options
from generator.read.parse import parse
from tests.unit.read.test_day_lines import AWKWARD

PATH = "content/days/2026-02-15.md"
HEADINGS = Headings(frozenset({"wins"}), frozenset({"setbacks", "rückschläge"}), "Setbacks")
OPTIONS = Options(False, HEADINGS.setbacks)

KEYS = st.sampled_from(
    (
        "mood: 4   # better", "energy: '2'", "# a comment", "title: \"A day: with a colon\"", "",
        "habits: [jog, {habit: read, amount: 5 km}]", "habits:\n- jog   # early\n- habit: read\n  amount: 20 min",
        "habits:\n    - jog\n\n    # the last", "habits: []", "habits:", "habits: [\n  jog,\n  read,  # both\n]",
        "habits:\n  - habit: read\n    worked: >\n      folded\n      lines",
        "skips: [{habit: jog, why: 'rain, again'}]",
        "wins:\n  - Called Mum\n  - {text: Ran, stretch: yes}", "prose: private", "next: {run: |\n  }",
        "params: {a: [1, 2]}", "next:\n  run: >-\n    a long\n    step",
    )
)  # fmt: skip
BLOCKS = st.sampled_from(
    (
        "+ Ran 5 km [[run]]", "+ Ran\n  worked: shoes\n  effort: 3", " + indented\n + again",
        "+ loose\n\n  with a note",
        "+ lazy\nlines go on", "+ ```\n  code", "+ > quoted", "+   wide\n    worked: yes", "+ trailing  ", "+\ttabbed",
        "# Sunday", "## Wins", "## Setbacks", "### Deeper", "Rückschläge\n---", "## Notes", "***", "---",
        "Prose, in a line.", "Prose\nin two lines  ", "- a list\n- of two", "  - nested?", "1. one", "> quoted\nlazily",
        "```\nfenced\n+ no item\n```", "~~~\nnever closed", "    code\n    + no item",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "[ref]: /url", "Text[^1]\n\n[^1]: A note.\n", "<div>\n+ html", "+no space", "\u00a0", "\\+ escaped",
        "* star\n\n  more",
        "private: no", "Term\n: what it is",
    )
)  # fmt: skip
TEXTS = st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
FIELDS = st.lists(
    st.tuples(st.sampled_from(["worked", "closer", "celebrate"]), TEXTS), max_size=2, unique_by=lambda f: f[0]
)


@st.composite
def days(draw: st.DrawFn) -> bytes:
    """A day's file as somebody may have left it."""
    text = ""
    if draw(st.booleans()):
        keys = draw(st.lists(KEYS, max_size=4, unique_by=lambda key: key.split(":")[0]))
        text = "".join(f"{line}\n" for line in ["---", *keys, draw(st.sampled_from(["---", "---  ", "..."]))])
    gaps = st.sampled_from(["\n", "\n\n", "\n \n", "\n\n\n"])
    text += draw(st.sampled_from(["", "", "\n"]))
    for block in draw(st.lists(BLOCKS, max_size=6)):
        text += block + draw(gaps)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    ends = draw(st.sampled_from(["\n", "\r\n", "\r", "mixed"]))
    if ends == "mixed":
        parts = text.split("\n")
        text = "".join(part + ("\r\n", "\n", "\n")[at % 3] for at, part in enumerate(parts[:-1])) + parts[-1]
    else:
        text = text.replace("\n", ends)
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


def _read(data: bytes) -> tuple[Entry | None, list[str]]:
    parsed = parse(Source(PATH, "days", NONE), data, OPTIONS)
    return parsed.entry, [problem.code for problem in parsed.problems]


def _items(entry: Entry) -> list[Any]:
    """What the day's items say, wherever they stand now."""
    return [
        (item.kind, item.fields, [(m.target, m.label) for m in item.mentions], item.note.html) for item in entry.items
    ]


def _prose(entry: Entry) -> str:
    """The day's prose, without headings: one that stood alone goes with the item that comes under it."""
    return re.sub(r"<h\d.*?</h\d>|\s", "", entry.body.html).replace("<p></p>", "")


@given(days(), st.sampled_from(["win", "setback"]), TEXTS, FIELDS)
@example(b"+ a", "win", "b", [])
@example(b"---\nmood: 3\n---", "setback", "b", [])
def test_an_item_more_and_nothing_else(day: bytes, kind: str, text: str, fields: list[tuple[str, str]]) -> None:
    before, said = _read(day)
    assume(before is not None)
    assert before is not None
    text, fields = text.strip(), [(key, value.strip()) for key, value in fields]
    if kind == "setback":
        fields = [({"worked": "learned", "closer": "restart"}.get(key, key), value) for key, value in fields]
        fields = [field for field in fields if field[0] != "celebrate"]
    if unwritable(text) or any(unwritable(value, is_field=True) for _, value in fields):
        return  # refused in words
    manuscript = Manuscript(day)
    splice = add_item(manuscript.text, NewItem(kind, text, tuple(fields)), HEADINGS)
    if splice is None:  # refused in words, but only where nobody could write it either
        assert any(block in manuscript.text for block in ("never closed", "<div>", "    code"))
        return
    after_bytes = manuscript.spliced([splice])
    change = change_of(PATH, day, after_bytes)
    assert change.removed == b""
    assert without(after_bytes, change) == day
    after, said_after = _read(after_bytes)
    assert after is not None
    assert said_after == said
    old, new = _items(before), _items(after)
    (own,) = [at for at in range(len(new)) if new[:at] + new[at + 1 :] == old and new[at][0] == kind][:1]
    assert new[own][1].text == text
    assert {key: getattr(new[own][1], key) for key, _ in fields} == dict(fields)
    assert after.fields == before.fields
    assert _prose(after) == _prose(before)


def _material(day: bytes, factory: pytest.TempPathFactory) -> Material:
    """A journal of this one day."""
    folder = factory.getbasetemp() / "day"
    (folder / PATH).parent.mkdir(parents=True, exist_ok=True)
    (folder / PATH).write_bytes(day)
    source = Source(PATH, "days", NONE)
    return Material(
        folder=folder,
        site=Site(),
        options=OPTIONS,
        headings=HEADINGS,
        read={PATH: (source, parse(source, day, OPTIONS))},
        media=(),
    )


def _lines(data: bytes) -> list[str]:
    return Manuscript(data).text.split("\n")


def _untouched(day: bytes, proposal: Proposal) -> bool:
    """Whether the lines that a proposal does not call new are those of the day, but for empty ones."""
    rest = [line for number, line in enumerate(_lines(proposal.after), 1) if number not in proposal.new]
    return [line for line in rest if line.strip()] == [line for line in _lines(day) if line.strip()]


@given(day=days(), kind=st.sampled_from(["win", "setback"]), text=TEXTS)
@example(day=b"+ Ran 14 km", kind="win", text="Called Mum")
@example(day=b"+ Ran 14 km", kind="setback", text="Fell")
@example(day=b"Prose [[nobody]]", kind="win", text="Called Mum")
def test_it_is_the_new_item_that_is_answered_about(
    tmp_path_factory: pytest.TempPathFactory, day: bytes, kind: str, text: str
) -> None:
    """By its line and by its text; and of all lines only those of the item, and of a heading above it, are new."""
    material = _material(day, tmp_path_factory)
    assume(material.entries)
    proposal = proposed(material, Typed(kind=kind, date=dt.date(2026, 2, 15), text=text))
    if isinstance(proposal, tuple):
        assert proposal[0].code in ("text-unwritable", "place-none")
        return
    after, _ = _read(proposal.after)
    assert after is not None
    (own,) = [item for item in after.items if item.origin.line == proposal.line]
    assert (own.kind, own.fields.text) == (kind, text.strip())
    assert _untouched(day, proposal)
    assert len(proposal.new) <= 2


@given(day=days(), key=st.sampled_from(["habits", "skips"]))
@example(day=b"---\nhabits:\n- jog\n---\n", key="habits")
def test_it_is_the_new_tick_that_is_judged(tmp_path_factory: pytest.TempPathFactory, day: bytes, key: str) -> None:
    """A line that a tick comes below says what it said."""
    material = _material(day, tmp_path_factory)
    assume(material.entries)
    proposal = spliced(material, PATH, lambda text: front.append(text, key, "swim"), "HABIT", "tick")
    if isinstance(proposal, tuple):
        assert proposal[0].code == "place-none"
        return
    told = [_lines(proposal.after)[number - 1] for number in proposal.new]
    assert [line for line in told if "swim" in line]
    has_list = re.search(rf"^{key}:", Manuscript(day).text, re.MULTILINE)
    assert has_list or _untouched(day, proposal)
    assert len(proposal.new) <= (2 if has_list else 3)


@given(days(), st.sampled_from(["habits", "skips"]), st.sampled_from(["swim", "a b"]), st.none() | TEXTS)
def test_a_tick_more_and_nothing_else(day: bytes, key: str, habit: str, more: str | None) -> None:
    before, said = _read(day)
    assume(before is not None)
    assert before is not None
    inner = "worked" if key == "habits" else "why"
    if more is not None and unwritable(more.strip(), is_field=True):
        return
    value: str | dict[str, str] = habit if more is None else {"habit": habit, inner: more.strip()}
    manuscript = Manuscript(day)
    splices = front.append(manuscript.text, key, value)
    if splices is None:  # a tick then becomes an item
        assert ">" in manuscript.text or "{run: |" in manuscript.text
        return
    after_bytes = manuscript.spliced(splices)
    change = change_of(PATH, day, after_bytes)
    assert change.removed == b""
    assert without(after_bytes, change) == day
    after, said_after = _read(after_bytes)
    assert after is not None
    assert said_after == said
    *old, new = getattr(after.fields, key)
    assert tuple(old) == getattr(before.fields, key)
    assert (new if isinstance(new, str) else new.habit) == habit
    assert more is None or getattr(new, inner) == more.strip()
    assert _items(after) == _items(before)
    assert after.body.html == before.body.html


@given(st.binary(max_size=30), st.binary(max_size=10), st.integers(0, 30), st.binary(max_size=8), st.binary(max_size=8))
def test_a_change_is_taken_back_from_where_it_was_put(
    old: bytes, put: bytes, at: int, above: bytes, below: bytes
) -> None:
    """Whatever was written above it or below it since, but not both: then nobody can be sure."""
    new = old[:at] + put + old[at:]
    change: Change = change_of(PATH, old, new)
    assert without(new, change) == old
    if change.put:
        assert without(new + below, change) == old + below or (new + below)[change.at :].startswith(change.put)
        back = without(above + new, change)
        assert back is not None
        assert len(back) == len(above + old)
