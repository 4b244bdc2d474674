"""New journals and new entries: they build at once, and every key that they offer may lose its #."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.base.convert import known_keys
from generator.base.stamp import NONE
from generator.cli.main import smallwins
from generator.entries import KINDS
from generator.read.discover import Source
from generator.read.options import Options
from generator.read.parse import parse
from tests.conftest import Site

PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def run(*words: str) -> Result:
    result = CliRunner().invoke(smallwins, list(words))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def new(site: Site, *words: str) -> str:
    """What a new entry's file says."""
    result = run("new", *words, "-C", str(site.folder), "--today", "2026-02-15")
    assert result.exit_code == 0, result.output
    path = re.sub(r"^Made ", "", result.output.strip())
    return (site.folder / path).read_text("utf-8")


def test_a_new_journal_builds_at_once(tmp_path: Path) -> None:
    """Strictly, in its own timezone, with setbacks private; a second one is not laid over it."""
    folder = tmp_path / "journal"
    made = run("new", "site", str(folder), "--today", "2026-02-15", "--timezone", "America/Lima")
    assert made.exit_code == 0, made.output
    built = run("build", "-C", str(folder), "--strict", "--today", "2026-02-15")
    assert built.exit_code == 0, built.output
    config = (folder / "site.yaml").read_text("utf-8")
    assert f"{'timezone: America/Lima':<24} # such" in config
    assert {line.index(" #") for line in config.splitlines()[1:8] if " #" in line} == {24}
    assert "setbacks: private      # yours alone" in config
    assert run("win", "One", "-g", "read", "-C", str(folder)).exit_code == 0
    assert (folder / ".gitignore").read_text() == "public/\n.smallwins/\n"
    assert (folder / ".editorconfig").is_file()
    (schema,) = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert (folder / schema).is_file()
    assert run("new", "site", str(folder)).exit_code == 2


def test_a_journal_begun_where_one_stands_needs_no_folder_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "site", ".").output.endswith("Your journal is here. Next: smallwins serve\n")


def test_its_workflow_is_pinned_to_commits(tmp_path: Path) -> None:
    """And builds every day; `tests/site/test_workflow.py` asks actionlint."""
    run("new", "site", str(tmp_path / "journal"))
    workflow = (tmp_path / "journal/.github/workflows/pages.yml").read_text("utf-8")
    uses = [line.strip().removeprefix("- ") for line in workflow.splitlines() if "uses:" in line]
    assert len(uses) == 5
    assert [line for line in uses if not PINNED.fullmatch(line)] == []
    assert re.search(r'cron: "\d+ \d+ \* \* \*"', workflow)
    assert "VERSION" not in workflow


def test_a_timezone_that_nobody_has(tmp_path: Path) -> None:
    result = run("new", "site", str(tmp_path / "journal"), "--timezone", "Europe/Berln")
    assert result.exit_code == 2
    assert "did you mean *Europe/Berlin*" in result.output
    assert not (tmp_path / "journal").exists()


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (["goal", "Learn", "to", "whistle"], "goals/learn-to-whistle.md"),
        (["value", "Growth"], "values/growth.md"),
        (["habit", "Morning: pages"], "habits/morning-pages.md"),
        (["win", "Scene three is down"], "wins/2026-02-15-scene-three-is-down.md"),
        (["setback", "Flu"], "setbacks/2026-02-15-flu.md"),
        (["review", "2026-W07"], "reviews/2026-W07.md"),
    ],
)
def test_every_key_may_lose_its_hash(site: Site, words: list[str], path: str) -> None:
    """== values/craft.md
    == goals/run.md
    ---
    milestones: [{id: half, title: Half}]
    ---
    == habits/jog.md
    == days/2026-02-10.md
    + One [[run]]
    """
    text = new(site, *words)
    source = Source(f"content/{path}", path.split("/")[0], NONE)
    plain = parse(source, text.encode(), Options())
    assert plain.problems == ()
    keys = text.partition("\n\n" if words[0] == "review" else "---\n")[2]
    whole = "---\n" + re.sub(r"^# (?=\w+:)", "", keys, flags=re.MULTILINE)
    assert whole.count("\n#") == 0
    every = parse(source, whole.encode(), Options())
    assert every.problems == ()
    assert every.entry is not None
    kind = KINDS[source.kind]
    assert sorted(re.findall(r"^(\w+):", whole, re.MULTILINE)) == sorted(known_keys(kind))  # each, and each once


def test_what_was_said_of_it(site: Site) -> None:
    """== values/growth.md
    == goals/books.md
    """
    said = ["--value", "gro", "--parent", "book", "--why", 'I "miss" it', "--by", "2026-12-31"]
    text = new(site, "goal", "Read: a lot", *said)
    assert text.startswith(
        '---\ntitle: "Read: a lot"\nvalues: [growth]\nwhy: "I \\"miss\\" it"\nparent: books\nby: 2026-12-31\n# identity'
    )
    goal = site.journal().goals["read-a-lot"]
    assert (goal.title, goal.values, goal.parent, goal.why) == ("Read: a lot", ("growth",), "books", 'I "miss" it')


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["goal", "run"], "TITLE: error[name-taken]: content/goals/run.md already answers to 'run'"),
        (["habit", "Running", "--cadence", "often"], "--cadence: error[cadence-unreadable]"),
        (["goal", "Books", "--by", "soon"], "--by: error[date-unreadable]"),
        (["goal", "Books", "--value", "nobody"], "--value: error[value-unknown]"),
        (["goal", "..."], "TITLE: error[id-empty]"),
        (["win", "One", "-g", "run", "-a", "3 kg"], "--amount: error[amount-unfit]"),
        (["review", "2026"], "content/reviews/2026.md: error[file-taken]"),
    ],
)
def test_refused(site: Site, words: list[str], wanted: str) -> None:
    """== goals/run.md
    ---
    measure: {unit: km}
    ---
    == reviews/2026.md
    """
    before = sorted(site.folder.rglob("content/**/*.md"))
    result = run("new", *words, "-C", str(site.folder), "--today", "2026-02-15")
    assert result.exit_code == 1
    assert wanted in result.output
    assert sorted(site.folder.rglob("content/**/*.md")) == before


def test_a_review_has_what_there_is_to_reflect_on(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its comments are the writer's alone: nothing of them is published.

    == goals/run.md
    ---
    title: Run a marathon
    ---
    == habits/jog.md
    == days/2026-02-09.md
    ---
    mood: 4
    habits: [jog]
    ---
    + Ran with Sam [[run]]
      worked: shoes by the door
    == days/2026-02-11.md
    + Rang the bank
    ## Setbacks
    + Rain
    == days/2026-02-16.md
    + Later
    == reviews/2026-W06.md
    ---
    adjust: Start earlier
    ---
    """
    monkeypatch.setenv("EDITOR", "true")
    opened = run("review", "-C", str(site.folder), "--today", "2026-02-15")
    assert opened.output == "Made content/reviews/2026-W07.md\n"
    text = (site.folder / "content/reviews/2026-W07.md").read_text("utf-8")
    note = text[: text.index("\n\n# title")]
    assert note == (
        "---\n"
        "# Week of 9–15 Feb 2026: 3 wins on 2 days.\n"
        "# Mood 4 of 5.\n"
        "# Goals: Run a marathon (1)\n"
        "# 1 win stands on its own. It may belong to a goal; it may simply be good.\n"
        "#\n"
        "# What was to be adjusted:\n"
        "#   Start earlier\n"
        "#\n"
        "# What worked:\n"
        "#   shoes by the door\n"
        "#\n"
        "# Monday, 9 February 2026\n"
        "#   Ran with Sam  [Run a marathon]\n"
        "#   (Jog)\n"
        "# Wednesday, 11 February 2026\n"
        "#   Rang the bank\n"
        "#\n"
        "# Setbacks:\n"
        "#   11 Feb  Rain"
    )
    assert run("review", "-C", str(site.folder), "--today", "2026-02-15").output == ""
    site.build()
    assert b"# Rang the bank" not in (site.output / "reviews/2026-W07/index.html").read_bytes()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("week", "2026-W07"), ("last-week", "2026-W06"), ("month", "2026-02"), ("last-month", "2026-01"),
        ("year", "2026"), ("last-year", "2025"), ("2026-w05", "2026-W05"), ("2025", "2025"),
    ],
)  # fmt: skip
def test_periods(site: Site, word: str, name: str) -> None:
    """== goals/run.md"""
    new(site, "review", word)
    assert (site.folder / f"content/reviews/{name}.md").is_file()
