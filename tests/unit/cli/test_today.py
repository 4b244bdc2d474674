"""The terminal's home page: one thing for today, and what it builds on."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from generator.cli.main import smallwins
from tests.conftest import Site
from tests.house.output_schemas import FOLDER, PRINTED, schema

ROOT = Path(__file__).parents[3]


def _today(site: Site, *more: str, width: int = 80, day: str = "2026-03-01") -> str:
    done = CliRunner().invoke(
        smallwins, ["today", "-C", str(site.folder), "--today", day, *more], env={"COLUMNS": str(width)}
    )
    assert done.exit_code == 0, done.output
    return done.output


def test_the_step_with_its_smaller_version_and_its_why(site: Site) -> None:
    """
    == goals/run.md
    ---
    title: Run a marathon
    why: The sea is at the end of it.
    identity: someone who runs
    next: {do: Run 5 km, tired: Put on the shoes, stretch: Run 8 km}
    measure: {unit: km, target: 100}
    ---
    == days/2025-03-01.md
    + Ran 3 km by the canal [[run]]
    == days/2026-02-27.md
    + Ran 4 km with Sam [[run]]
    """
    said = [line.strip() for line in _today(site).splitlines()]
    assert said[:3] == ["Sunday, 1 March 2026", "", "Run 5 km"]
    assert "for Run a marathon" in said
    assert "someone who runs" in said
    assert "The sea is at the end of it." in said
    assert "or, if you are tired: Put on the shoes" in said
    assert "or, as a stretch: Run 8 km" in said
    assert "The last stone on it, 27 Feb 2026: Ran 4 km with Sam" in said
    assert "7 of 100 km." in said
    assert said[said.index("On this day") + 1] == "2025  Ran 3 km by the canal"


PRIVATE = """
== goals/run.md
---
title: Run a marathon
next: Run 5 km
---
== goals/court.md
---
title: The court case
visibility: private
focus: yes
next: Ring the lawyer
---
== setbacks/2026-02-20-letter.md
---
text: A letter came
goal: run
restart: Walk round the block
visibility: private
---
== goals/wrong.md
---
status: nonsense
---
"""


def test_it_is_the_writers_own_and_says_what_readers_do_not_see(site: Site) -> None:
    """A private setback's restart comes first, a private goal is marked; with --public neither is there."""
    from tests.conftest import write_journal

    write_journal(site, PRIVATE.lstrip())
    own = _today(site)
    assert "Walk round the block" in own
    assert re.search(r"The court case .*private", own)
    public = _today(site, "--public")
    assert "Run 5 km" in public
    assert "court" not in public
    assert "Walk" not in public
    assert "1 error in the journal" in own


def test_no_line_is_wider_than_the_terminal(site: Site) -> None:
    """A step in a script whose letters are two columns wide, and a word that fits in no line.

    == values/growth.md
    == goals/work.md
    ---
    title: 毎日少しずつ前に進むための小さな目標をここに書いておく
    why: 勝ち負けではなくて続けることに意味があるとわたしは思っているからです
    values: [growth]
    next: {do: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen, tired: 一行だけ読む}
    ---
    == days/2026-02-27.md
    + 朝に三ページ書いた [[work]]
    + 夜に一ページ読んだ [[work]]
    """
    for width in (20, 40, 80):
        assert max(cell_len(line.rstrip()) for line in _today(site, width=width).splitlines()) <= width
    assert "▄▄" in _today(site)


def test_a_pipe_gets_no_colours_and_no_controls(site: Site) -> None:
    """What is written in the journal steers no terminal."""
    site.write("goals/run.md", "---\nnext: Run\n---\n")
    site.write("days/2025-03-01.md", "+ Ran \x1b[31mfar\x07 [[run]]\n")
    said = _today(site)
    assert "\x1b" not in said
    assert "\x07" not in said
    assert "far" in said


def test_an_empty_journal_says_how_to_begin(site: Site) -> None:
    (site.folder / "content").mkdir()
    assert "Write one small thing that you did today" in _today(site)


def test_in_the_sites_language(site: Site) -> None:
    """
    == goals/run.md
    ---
    next: {do: 5 km laufen, tired: Schuhe anziehen}
    ---
    """
    site.write("site.yaml", "title: Ein Test\nlanguage: de\n")
    said = _today(site)
    assert "Sonntag, 1. März 2026" in said
    assert "Schuhe anziehen" in said
    assert "or, if you are tired" not in said


def test_json_is_what_its_schema_says(site: Site) -> None:
    """
    == goals/run.md
    ---
    next: Run 5 km
    ---
    == days/2025-03-01.md
    + Ran 3 km by the canal [[run]]
    """
    printed = json.loads(_today(site, "--json"))
    jsonschema.Draft202012Validator(schema("today")).validate(printed)
    assert printed["step"]["do"] == "Run 5 km"
    assert [win["text"] for win in printed["on_this_day"]] == ["Ran 3 km by the canal"]
    sample = CliRunner().invoke(smallwins, ["today", "-C", str(ROOT), "--today", "2026-11-21", "--json"])
    jsonschema.Draft202012Validator(schema("today")).validate(json.loads(sample.output))


@pytest.mark.parametrize("name", PRINTED)
def test_the_schemas_in_the_docs_are_generated_from_the_types(name: str) -> None:
    """`python -m tests.house.output_schemas` writes them anew."""
    assert json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8")) == schema(name)
