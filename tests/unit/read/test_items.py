"""A day's items: their fields, their notes, what remains as prose, and the places of all of them."""

import pytest

from generator.base.stamp import NONE
from generator.entries import Item
from generator.read.discover import Source
from generator.read.options import Options
from generator.read.parse import Parsed, parse

PATH = "content/days/2026-02-15.md"


def _parsed(text: str, headings: frozenset[str] = frozenset({"setbacks"})) -> Parsed:
    return parse(Source(PATH, "days", NONE), text.encode(), Options(setback_headings=headings))


def _items(text: str) -> tuple[Item, ...]:
    parsed = _parsed(text)
    assert [problem for problem in parsed.problems if problem.is_error] == []
    assert parsed.entry is not None
    return parsed.entry.items


def _prose(text: str) -> str:
    parsed = _parsed(text)
    assert parsed.entry is not None
    return parsed.entry.body.plain


def _said(text: str) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.origin).removeprefix(PATH + ":")) for problem in _parsed(text).problems]


def test_a_mention_in_quotes_has_its_own_place() -> None:
    """In YAML as in the body: where it is written."""
    items = _items("---\nwins:\n  - More [[a]]\n  - \"More [[a]]\"\n  - text: 'More [[a]]'\n---\n+ More [[a]]\n")
    places = [(item.mentions[0].origin.line, item.mentions[0].origin.column) for item in items]
    assert places == [(3, 10), (4, 11), (5, 17), (7, 8)]


def test_a_days_wins_come_from_both_places() -> None:
    """Those of the front matter first, then the body's, as they stand."""
    items = _items("---\nwins:\n  - Called Mum\n  - {text: Ran, goal: run}\n---\nUp early.\n\n+ Wrote\n+ Read\n")
    assert [(item.kind, item.fields.text) for item in items] == [
        ("win", "Called Mum"), ("win", "Ran"), ("win", "Wrote"), ("win", "Read"),
    ]  # fmt: skip
    assert [str(item.origin).removeprefix(PATH + ":") for item in items] == ["3:5", "4:5", "8:3", "9:3"]


def test_a_line_with_a_colon_is_the_line() -> None:
    """To YAML it is a mapping, to the person who wrote it a line."""
    items = _items("---\nwins:\n  - Rang the bank: plan is set\n  - 'Note: this'\n  - Text: a capital is no key\n---\n")
    assert [item.fields.text for item in items] == [
        "Rang the bank: plan is set", "Note: this", "Text: a capital is no key",
    ]  # fmt: skip


def test_several_lines_in_yaml_are_one() -> None:
    items = _items(
        "---\nwins:\n  - Called\n    Mum\n  - |\n    Ran\n    far\n  - {title: Wrote}\nsetbacks: [Rain]\n---\n"
    )
    assert [(item.kind, item.fields.text) for item in items] == [
        ("win", "Called Mum"), ("win", "Ran far"), ("win", "Wrote"), ("setback", "Rain"),
    ]  # fmt: skip


def test_every_field_and_its_place() -> None:
    text = (
        "---\nmood: 4\n---\n+ Ran 5 km [[run]]\n  goal: run,  the book\n  time: 07:30\n  stretch: yes\n  amount: 6 km\n"
    )
    (item,) = _items(text + "  worked: shoes by the door: always  \n")
    fields = item.fields
    assert fields.goal == ("run", "the book")
    assert (fields.time, bool(fields.stretch), str(fields.amount)) == ("07:30", True, "6 km")
    assert fields.worked == "shoes by the door: always"
    assert [(mention.target, str(mention.origin)) for mention in item.mentions] == [("run", f"{PATH}:4:12")]
    places = {key: str(place).removeprefix(PATH + ":") for key, place in item.places.items()}
    assert places == {
        "goal": "5:9", "goal.0": "5:9", "goal.1": "5:15", "time": "6:9", "stretch": "7:12", "amount": "8:11",
        "worked": "9:11", "text": "4:3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("  effort: 9", [("scale-unreadable", "2:11")]),
        ("  time: noon", [("time-unreadable", "2:9")]),
        ("  amount: some", [("amount-unreadable", "2:11")]),
        ("  werked: tea", [("key-unknown", "2:3")]),
        ("  note: tea", [("key-unknown", "2:3")]),
        ("  learned: that is a setback's", [("key-unknown", "2:3")]),
        ("  visibilty: private", [("gate-unclear", "2:3")]),
        ("  visibility: hidden", [("gate-unclear", "2:15")]),
        ("  visibility:", [("gate-unclear", "2:3")]),
        ("  Visibility: private", [("gate-unclear", "2:3")]),
        ("  draft: perhaps", [("gate-unclear", "2:10")]),
        ("  worked: a\n  worked: b", [("key-twice", "3:3")]),
        ("  goal:", []),
        ("  Note: it was hot", []),
        ("  Then I rang Sam: no answer", []),
        ("  12: noon", []),
        ("  http://example.org/", []),
    ],
)
def test_one_line_below_an_item(line: str, said: list[tuple[str, str]]) -> None:
    assert _said(f"+ Ran\n{line}\n") == said


def test_what_is_no_field_begins_the_note() -> None:
    """From the first line that is no field on, everything is the item's note, with true places."""
    note = "  Hot, with [[Sam]].\n  closer: this is prose now\n\n  > 5 km\n\n  - a list\n"
    text = f"+ Ran\n  worked: shoes\n{note}\nProse [[run]].\n"
    (item,) = _items(text)
    assert item.fields.worked == "shoes"
    assert item.fields.closer is None
    assert "closer: this is prose now" in item.note.html
    assert "<blockquote>" in item.note.html
    assert "<li>a list</li>" in item.note.html
    assert [str(mention.origin) for mention in item.note.mentions] == [f"{PATH}:3:13"]
    parsed = _parsed(text)
    assert parsed.entry is not None
    assert [str(mention.origin) for mention in parsed.entry.body.mentions] == [f"{PATH}:10:7"]


def test_fields_may_be_indented_by_a_tab() -> None:
    (item,) = _items("+ Ran\n\tworked: shoes\n")
    assert item.fields.worked == "shoes"


def test_items_need_no_empty_line_between_or_before_prose() -> None:
    """A paragraph that follows without an empty line still belongs to the item, as Markdown has it."""
    first, second = _items("Up early.\n+ Ran\n+ Wrote\nand more\n\nProse.\n")
    assert (first.fields.text, second.fields.text) == ("Ran", "Wrote")
    assert second.note.plain == "and more"
    assert _prose("Up early.\n+ Ran\n+ Wrote\nand more\n\nProse.\n") == "Up early.\nProse."


@pytest.mark.parametrize(
    "text",
    [
        "```\n+ Ran\n```\n",
        "~~~\n+ Ran\n~~~\n",
        "    + Ran\n",
        "> + Ran\n",
        "- a\n  + Ran\n",
        "1. a\n   + Ran\n",
        "- Ran\n* Ran\n",
        "\\+ Ran\n",
        "2\n+2 = 4\n",
    ],
)
def test_what_is_no_item(text: str) -> None:
    assert _items(text) == ()


def test_a_list_within_an_item_is_its_note() -> None:
    (item,) = _items("+ Ran\n  + with Sam\n  + in the rain\n")
    assert item.fields.text == "Ran"
    assert item.note.html.count("<li>") == 2


def test_up_to_three_spaces_are_no_indentation() -> None:
    assert [item.fields.text for item in _items("   + Ran\n")] == ["Ran"]


# Headings


def test_setbacks_until_the_next_heading_of_their_level() -> None:
    text = "# Day\n+ a\n## Setbacks:\n+ b\n### In the evening\n+ c\n## Later\n+ d\n# SETBACKS\n+ e\n## f\n+ g\n"
    assert [(item.kind, item.fields.text) for item in _items(text)] == [
        ("win", "a"), ("setback", "b"), ("setback", "c"), ("win", "d"), ("setback", "e"), ("setback", "g"),
    ]  # fmt: skip


def test_the_heading_in_the_sites_language() -> None:
    parsed = _parsed("## Rückschläge\n+ a\n", frozenset({"setbacks", "rückschläge"}))
    assert parsed.entry is not None
    assert [item.kind for item in parsed.entry.items] == ["setback"]


def test_a_setback_takes_its_own_keys() -> None:
    (item,) = _items("## Setbacks\n+ Skipped the run\n  learned: warm up\n  restart: walk 20 minutes\n")
    assert (item.fields.learned, item.fields.restart) == ("warm up", "walk 20 minutes")


def test_a_heading_under_which_only_items_stood_goes_with_them() -> None:
    emptied = "## Wins\n\n+ a\n\n## Setbacks\n\n+ b\n\n"
    text = f"{emptied}## Thoughts\n\nSome.\n\n## Empty from the start\n\n# Both\n\n## Inner\n\n+ c\n"
    assert _prose(text) == "Thoughts\nSome.\nEmpty from the start"


def test_a_heading_under_which_prose_remains_stays() -> None:
    assert _prose("## Wins\n\n+ a\n\nProse.\n") == "Wins\nProse."


# The gate


@pytest.mark.parametrize(
    "text",
    [
        "+ Ran\n  visibilty: private\n",
        "+ Ran\n  Visibility: private\n",
        "+ Ran\n\n  visibility: private\n",
        "+ Ran\nvisibility: private\n",
        "visibility: private\n\n+ Ran\n",
        "---\nwins:\n  - {text: Ran, visibility: hidden}\n---\n+ Wrote\n",
        "---\nprose: hidden\n---\n+ Wrote\n",
        "---\nvisibility:\n---\n+ Wrote\n",
    ],
)
def test_in_doubt_the_whole_file_is_withheld(text: str) -> None:
    """The design: a near miss of visibility or draft, or a value that they don't know, withholds the file."""
    parsed = _parsed(text)
    assert parsed.entry is None
    assert [problem.code for problem in parsed.problems] == ["gate-unclear"]
    assert parsed.withheld is not None


def test_one_that_is_wrong_costs_only_itself() -> None:
    parsed = _parsed("---\nwins:\n  - [a]\n  - Called Mum\n---\n+ Ran\n  effort: 9\n+ Wrote\n")
    assert parsed.entry is not None
    assert [item.fields.text for item in parsed.entry.items] == ["Called Mum", "Wrote"]
    assert [problem.code for problem in parsed.problems] == ["item-shape", "scale-unreadable"]


# Files beside days


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("setbacks/2026-03-01-flu", "2026-03-01"),
        ("setbacks/2026/03/01-flu", "2026-03-01"),
        ("wins/2026/2026-02-14 scene three", "2026-02-14"),
        ("wins/running/2026-02-14", "2026-02-14"),
        ("reviews/2026/2026-W07", "2026-02-09"),
        ("reviews/2026-02", "2026-02-01"),
        ("reviews/2026", "2026-01-01"),
        ("goals/2026-02-14-party", "None"),
    ],
)
def test_dates_of_other_kinds(path: str, date: str) -> None:
    parsed = parse(Source(f"content/{path}.md", path.split("/")[0], (0, 0, 0, 0)), b"", Options())
    assert parsed.entry is not None
    assert str(parsed.entry.date) == date


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("days/2026-02-31", "date-unreadable"),
        ("days/2026/13/01", "date-unreadable"),
        ("days/15", "date-missing"),
        ("days/2026-02-155", "date-missing"),
        ("wins/scene", "date-missing"),
        ("reviews/2026-W60", "review-period"),
        ("reviews/summer", "review-period"),
        ("goals/!", "id-empty"),
    ],
)
def test_names_that_say_no_day(path: str, code: str) -> None:
    parsed = parse(Source(f"content/{path}.md", path.split("/")[0], (0, 0, 0, 0)), b"", Options())
    assert parsed.entry is None
    assert [problem.code for problem in parsed.problems] == [code]


def test_a_key_overrules_any_name() -> None:
    parsed = parse(Source("content/wins/scene.md", "wins", NONE), b"---\ndate: 2026-02-14\n---\n", Options())
    assert parsed.entry is not None
    assert str(parsed.entry.date) == "2026-02-14"
