"""Renaming: one name more in nobody's way, and none left behind."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.base.atomic import replace
from generator.cli import asking
from generator.cli.main import smallwins
from generator.config.load import load
from generator.edit import writer
from generator.edit.material import gather, linked
from generator.edit.rename import Plan, rename
from tests.conftest import Site

ROOT = Path(__file__).parents[3]


def run(site: Site, *words: str, typed: str | None = None) -> Result:
    result = CliRunner().invoke(smallwins, [words[0], "-C", str(site.folder), *words[1:]], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def contents(site: Site) -> dict[str, str]:
    root = site.folder / "content"
    return {p.relative_to(root).as_posix(): p.read_bytes().decode() for p in sorted(root.rglob("*.md"))}


def test_everywhere(site: Site) -> None:
    """In keys, quoted or not, in lists, as keys of mappings, in the lines of days, in prose, in links to its file and
    its page; not in code, not in words.

    == goals/novel.md
    ---
    title: The great work   # a title goes on meaning it
    ---
    Its story: [[novel]].
    == goals/part.md
    ---
    parent: "novel"
    ---
    == habits/pages.md
    ---
    goal: Novel
    ---
    == days/2026-02-15.md
    ---
    next: {"novel": Scene 4, part: x}
    wins:
      - Wrote [[novel]]
      - {text: "More [[novel|words]]", goal: [part, novel]}
    ---
    + Wrote 300 words [[ novel ]] in my novel
      goal: part, novel
    + Read [[The great work]]

      A note with [[novel|a link]] and `[[novel]]` as code.

    The [novel](../goals/novel.md) and [its page](/goals/novel/), [[novel]]. `[[novel]]`

        [[novel]]
    == reviews/2026-W07.md
    ---
    next:
      novel: Scene 5
    moving: {novel: slowly}
    ---
    == wins/2026-02-14-scene.md
    ---
    goal: novel
    ---
    """
    before = contents(site)
    assert run(site, "rename", "goal", "novel", "book", "--yes").exit_code == 0
    after = contents(site)
    assert after.pop("goals/book.md") == before.pop("goals/novel.md").replace("[[novel]]", "[[book]]")
    day = after["days/2026-02-15.md"]
    assert day.splitlines() == [
        "---",
        "next: {book: Scene 4, part: x}",
        "wins:",
        "  - Wrote [[book]]",
        '  - {text: "More [[book|words]]", goal: [part, book]}',
        "---",
        "+ Wrote 300 words [[book]] in my novel",
        "  goal: part, book",
        "+ Read [[The great work]]",
        "",
        "  A note with [[book|a link]] and `[[novel]]` as code.",
        "",
        "The [novel](../goals/book.md) and [its page](/goals/book/), [[book]]. `[[novel]]`",
        "",
        "    [[novel]]",
    ]
    assert after["goals/part.md"] == "---\nparent: book\n---\n"
    assert after["habits/pages.md"] == "---\ngoal: book\n---\n"
    assert after["reviews/2026-W07.md"] == "---\nnext:\n  book: Scene 5\nmoving: {book: slowly}\n---\n"
    assert after["wins/2026-02-14-scene.md"] == "---\ngoal: book\n---\n"
    assert site.codes() == []
    assert run(site, "undo").exit_code == 0
    assert contents(site) == before | {"goals/novel.md": "---\ntitle: The great work   # a title goes on meaning it\n"
                                       "---\nIts story: [[novel]].\n"}  # fmt: skip


def test_a_title_and_an_alias(site: Site) -> None:
    """What is no id becomes the title; the old id leads on, if that is wished.

    == values/growth.md
    ---
    aliases: becoming
    ---
    == goals/run.md
    ---
    values: [Growth, becoming]
    ---
    """
    assert run(site, "rename", "value", "growth", "Growing up", "--alias", "-y").exit_code == 0
    assert contents(site) == {
        "goals/run.md": "---\nvalues: [growing-up, becoming]\n---\n",
        "values/growing-up.md": "---\naliases: [becoming, growth]\ntitle: Growing up\n---\n",
    }
    assert "values/growth/index.html" in (site.build(), site.files())[1]


def test_an_id_of_its_own_is_rewritten_in_its_file(site: Site) -> None:
    """== habits/out/jog.md
    ---
    id: jog
    ---
    == days/2026-02-15.md
    ---
    habits: [jog, {habit: jog}]
    skips: [{habit: jog, why: x}]
    ---
    """
    run(site, "rename", "habit", "jog", "running", "-y")
    assert contents(site) == {
        "days/2026-02-15.md": "---\nhabits: [running, {habit: running}]\nskips: [{habit: running, why: x}]\n---\n",
        "habits/out/jog.md": "---\nid: running\n---\n",
    }


def test_below_a_folder(site: Site) -> None:
    """The id holds the folder's name, and so does the new one.

    == goals/sport/run.md
    == days/2026-02-15.md
    + Ran [[sport-run]]
    """
    run(site, "rename", "goal", "sport-run", "swim", "-y")
    assert contents(site) == {"days/2026-02-15.md": "+ Ran [[sport-swim]]\n", "goals/sport/swim.md": "\n"}


def test_it_shows_first_and_asks(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """== goals/run.md
    == days/2026-02-15.md
    + Ran [[run]]
    """
    before = contents(site)
    nobody = run(site, "rename", "goal", "run", "swim")
    assert nobody.exit_code == 2
    assert "-+ Ran [[run]]\n++ Ran [[swim]]" in nobody.output
    monkeypatch.setattr(asking, "is_there", lambda: True)
    assert run(site, "rename", "goal", "run", "swim", typed="n\n").exit_code == 1
    assert contents(site) == before
    assert "Rename it, in 2 files?" in run(site, "rename", "goal", "run", "swim", typed="y\n").output
    assert contents(site) != before


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["goal", "run", "Growth"], "NEW: error[name-taken]: content/values/growth.md already answers to 'growth'"),
        (["goal", "run", "run"], "NEW: error[name-taken]: it is called so already"),
        (["goal", "run", "..."], "NEW: error[id-empty]"),
        (["goal", "growth", "x"], "OLD: error[goal-unknown]"),
    ],
)
def test_refused(site: Site, words: list[str], wanted: str) -> None:
    """== goals/run.md
    == values/growth.md
    """
    before = contents(site)
    result = run(site, "rename", *words, "-y")
    assert result.exit_code == 1
    assert wanted in result.output
    assert contents(site) == before


def test_a_file_that_can_not_be_read_stands_in_the_way(site: Site) -> None:
    """== goals/run.md
    == days/2026-02-15.md
    ---
    mood: [
    ---
    + Ran [[run]]
    """
    result = run(site, "rename", "goal", "run", "swim", "-y")
    assert result.exit_code == 1
    assert "content/days/2026-02-15.md:2:" in result.output


def test_wherever_a_link_leads_from(site: Site) -> None:
    """From a definition below the text, beside code and escapes that say the same, from the cells of a table.

    == goals/run.md
    == pages/refs.md
    The [x][r] and [its page].

    `[[run]]` and [[run]], \\[[run]] [[run]]; `[a](../goals/run.md)` and [a]( <../goals/run.md> 'it').

    | `[[run]]` | b |
    |---|---|
    | `[[run]]` | [[run]] |
    | [[run\\|the run]] | - |

    [r]: ../goals/run.md "It"
    [its page]:
      /goals/run/
    """
    before = contents(site)
    assert run(site, "rename", "goal", "run", "swim", "-y").exit_code == 0
    assert contents(site)["pages/refs.md"].splitlines() == [
        "The [x][r] and [its page].",
        "",
        "`[[run]]` and [[swim]], \\[[run]] [[swim]]; `[a](../goals/run.md)` and [a]( <../goals/swim.md> 'it').",
        "",
        "| `[[run]]` | b |",
        "|---|---|",
        "| `[[run]]` | [[swim]] |",
        "| [[swim\\|the run]] | - |",
        "",
        '[r]: ../goals/swim.md "It"',
        "[its page]:",
        "  /goals/swim/",
    ]
    run(site, "undo")
    assert contents(site) == before


def test_a_link_that_can_not_be_rewritten_stands_in_the_way(site: Site) -> None:
    """Nothing is written, and the place is shown.

    == goals/run.md
    == pages/refs.md
    The [run](../goals/r&#117;n.md).
    """
    before = contents(site)
    result = run(site, "rename", "goal", "run", "swim", "-y")
    assert result.exit_code == 1
    assert "content/pages/refs.md:1:11: error[place-none]: it is named here in a way" in result.output
    assert contents(site) == before


def test_only_a_title(site: Site) -> None:
    """The id stays, and every reference with it; references by the old title say the id from now on.

    == goals/run.md
    ---
    title: Run a marathon
    ---
    == days/2026-02-14.md
    + One [[run]]
    == days/2026-02-15.md
    + Two [[run a marathon]]
    == days/2026-02-16.md
    + Three [[run]]
    """
    result = run(site, "rename", "goal", "run", "Run", "-y")
    assert result.output.splitlines()[-1] == 'run is called "Run" now, in 2 files.'
    assert contents(site)["days/2026-02-15.md"] == "+ Two [[run]]\n"
    undone = run(site, "undo").output.strip()
    assert undone == "Taken back from content/days/2026-02-15.md, content/goals/run.md: rename: run to Run"


def test_a_file_that_is_renamed_is_one(site: Site) -> None:
    """As many files are said to be taken back as were said to change.

    == goals/run.md
    == days/2026-02-13.md
    + One [[run]]
    == days/2026-02-14.md
    + Two [[run]]
    == days/2026-02-15.md
    + Three [[run]]
    """
    assert run(site, "rename", "goal", "run", "swim", "-y").output.strip().endswith("run is swim now, in 4 files.")
    assert run(site, "undo").output.strip() == "Taken back from 4 files: rename: run to swim"


@pytest.mark.parametrize("journal", ["", "tests/golden/journal"])
def test_every_name_of_a_whole_journal(journal: str, tmp_path: Path) -> None:
    """Whatever is renamed: nothing is wrong that was not before, and everything serves what it served."""
    for name in ("content", "site.yaml"):
        at = ROOT / journal / name
        (shutil.copytree if at.is_dir() else shutil.copy)(at, tmp_path / name)
    site, _ = load(tmp_path, {})
    assert site is not None
    material = gather(tmp_path, site)
    assert not isinstance(material, tuple)
    whole, _ = linked(material)
    for kind in ("goals", "values", "habits"):
        for one in material.names(kind):
            plan = rename(material, kind, one.id, f"x-{one.id}")
            assert isinstance(plan, Plan), plan
            served = {"goals": whole.wins_of, "values": whole.wins_for, "habits": whole.ticks_of}[kind](one.id)
            assert len(plan.files) > 2 or len(served) < 2


def test_there_and_back_again(site: Site) -> None:
    """Every byte, line ends and quotes of others with it.

    == goals/run.md
    ---
    title: "Run"   # quoted
    ---
    == days/2026-02-15.md
    ---
    habits: []  # none
    ---
    + Ran [[run]], and [[run|ran]]
      goal: run

    [[run]] and [it](../goals/run.md).
    """
    day = site.folder / "content/days/2026-02-15.md"
    day.write_bytes(b"\xef\xbb\xbf" + day.read_bytes().replace(b"\n", b"\r\n"))
    before = contents(site)
    run(site, "rename", "goal", "run", "swim", "-y")
    assert contents(site) != before
    run(site, "rename", "goal", "swim", "run", "-y")
    assert contents(site) == before


def test_all_or_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full in the middle: what was written goes back.

    == goals/run.md
    == days/2026-02-14.md
    + One [[run]]
    == days/2026-02-15.md
    + Two [[run]]
    """
    before, calls = contents(site), 0

    def full(target: Path, data: bytes, **how: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise OSError(28, "No space left on device", str(target))
        replace(target, data, **how)

    monkeypatch.setattr(writer, "replace", full)
    assert isinstance(
        CliRunner().invoke(smallwins, ["rename", "goal", "run", "swim", "-y", "-C", str(site.folder)]).exception,
        OSError,
    )
    assert calls > 3
    assert contents(site) == before
