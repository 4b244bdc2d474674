"""Lists of what is in the journal, for the person who writes it and for pipes."""

import json

import jsonschema
import pytest
from click.testing import CliRunner, Result

from generator.cli.main import smallwins
from generator.desk.listing import LISTS
from tests.conftest import Site, write_journal
from tests.house.output_schemas import schema

JOURNAL = """
== values/growth.md
---
title: Growth
---
== values/home.md
---
visibility: private
---
== goals/art.md
---
title: Make things
values: growth
---
== goals/novel.md
---
title: Finish the novel
parent: art
aliases: [the book]
next: Outline scene 4
---
== goals/nomad.md
---
title: Live in a van
status: done
draft: yes
---
== habits/pages.md
---
title: Morning pages
goal: novel
---
== days/2026-02-14.md
---
habits: [pages]
---
+ Rang Sam, the plan is set
+ Wrote the harbour scene [[novel]]
  stretch: yes
  worked: phone in another room
+ Sold the sofa
  visibility: private
== days/2026-03-05.md
+ Wrote ahead of time [[novel]]
== setbacks/2026-02-20-flu.md
---
text: Flu for a week
goal: novel
visibility: private
---
== reviews/2026-02.md
---
worked: [early to bed]
---
"""


def _run(site: Site, *arguments: str) -> Result:
    if not (site.folder / "content").exists():
        write_journal(site, JOURNAL.lstrip())
    return CliRunner().invoke(smallwins, ["list", "-C", str(site.folder), "--today", "2026-03-01", *arguments])


def _texts(site: Site, *arguments: str) -> list[str]:
    done = _run(site, *arguments)
    assert done.exit_code == 0, done.output
    return [line.split("\t")[2] for line in done.stdout.splitlines()]


def test_a_pipe_gets_seven_columns(site: Site) -> None:
    done = _run(site, "wins", "--stretch")
    assert done.stdout == (
        "2026-02-14\t2026-02-14-wrote-the-harbour-scene\tWrote the harbour scene\tnovel\tgrowth\t\t"
        "content/days/2026-02-14.md:5\n"
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["wins"], ["Rang Sam, the plan is set", "Wrote the harbour scene", "Sold the sofa", "Morning pages",
                    "Wrote ahead of time"]),
        (["wins", "--public"], ["Rang Sam, the plan is set", "Wrote the harbour scene", "Morning pages"]),
        (["wins", "--goal", "novel", "--no-ticks"], ["Wrote the harbour scene", "Wrote ahead of time"]),
        (["wins", "--goal", "make", "--no-ticks"], ["Wrote the harbour scene", "Wrote ahead of time"]),
        (["wins", "--value", "growth", "--until", "2026-02"], ["Wrote the harbour scene", "Morning pages"]),
        (["wins", "--since", "2026-W10"], ["Wrote ahead of time"]),
        (["wins", "--since", "2026-02-15", "--until", "2026"], ["Wrote ahead of time"]),
        (["win", "another", "HARBOUR"], ["Wrote the harbour scene"]),
        (["wins", "-n", "1"], ["Wrote ahead of time"]),
        (["goals"], ["Make things", "Live in a van", "Finish the novel"]),
        (["goals", "--status", "active"], ["Make things", "Finish the novel"]),
        (["goals", "--goal", "art"], ["Make things", "Finish the novel"]),
        (["values"], ["Growth", "Home"]),
        (["habits", "-g", "the book"], ["Morning pages"]),
        (["setbacks"], ["Flu for a week"]),
        (["setbacks", "--public"], []),
        (["reviews"], ["early to bed"]),
        (["next"], ["Outline scene 4"]),
        (["private"], ["Home", "Sold the sofa", "Flu for a week"]),
        (["drafts"], ["Live in a van"]),
        (["future"], ["", "Wrote ahead of time"]),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_found(site: Site, asked: list[str], found: list[str]) -> None:
    assert _texts(site, *asked) == found


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["wons"], "Did you mean `wins`"),
        (["zzz"], "There are: wins, goals"),
        (["wins", "-g", "novle"], "Did you mean `novel`"),
        (["wins", "-g", "no"], "'no' may be nomad, novel"),
        (["wins", "--since", "gestern"], "'gestern' is no date"),
        (["wins", "-n", "0"], "not in the range"),
    ],
)
def test_what_is_asked_wrongly_is_said(site: Site, asked: list[str], said: str) -> None:
    done = _run(site, *asked)
    assert done.exit_code == 2
    assert said in done.stderr


def test_without_a_list_it_counts_them(site: Site) -> None:
    counts = dict(line.split()[::-1] for line in _run(site).stdout.splitlines())
    assert counts == {
        "wins": "5", "goals": "3", "values": "2", "habits": "1", "setbacks": "1", "days": "2", "reviews": "1",
        "pages": "0", "next": "1", "drafts": "1", "private": "3", "future": "2",
    }  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_json_is_what_its_schema_says(site: Site, name: str) -> None:
    printed = json.loads(_run(site, name, "--json").stdout)
    jsonschema.Draft202012Validator(schema("list")).validate(printed)
    assert printed["list"] == name
    assert len(printed["entries"]) == len(_run(site, name).stdout.splitlines())


def test_what_has_an_error_is_left_out_and_said(site: Site) -> None:
    """The others are listed."""
    site.write("goals/run.md", "---\nstatus: nonsense\n---\n")
    site.write("goals/walk.md", "")
    done = _run(site, "goals")
    assert [line.split("\t")[1] for line in done.stdout.splitlines()] == ["walk"]
    assert "1 error in the journal" in done.stderr
    assert done.exit_code == 0


def test_since_yesterday(site: Site) -> None:
    """== days/2026-02-13.md
    + One
    == days/2026-02-14.md
    + Two
    == days/2026-02-15.md
    + Three
    """
    arguments = ["list", "wins", "-C", str(site.folder), "--today", "2026-02-15"]
    for options, wanted in ((["--since", "yesterday"], ["Two", "Three"]), (["--until", "Yesterday"], ["One", "Two"])):
        said = CliRunner().invoke(smallwins, [*arguments, *options]).stdout
        assert [line.split("\t")[2] for line in said.splitlines()] == wanted
