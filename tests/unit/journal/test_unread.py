"""What is withheld for an error says at once everything else that is wrong with it, and is in no journal."""

import json

import pytest
from click.testing import CliRunner

from generator.cli.main import smallwins
from tests.conftest import Site


def wrong(site: Site) -> list[tuple[str, str]]:
    """Every error: what `build` says is what `check` says."""
    run = [CliRunner().invoke(smallwins, [name, "-C", str(site.folder), "--json"]) for name in ("build", "check")]
    built, checked = (
        [
            (f"{one['path'].removeprefix('content/')}:{one['line']}:{one['column']}", one["code"])
            for one in json.loads(result.stdout)["problems"]
            if one["severity"] == "error"
        ]
        for result in run
    )
    assert built == checked
    assert run[0].exit_code == run[1].exit_code == 1
    return built


def test_a_goal(site: Site) -> None:
    """A word, a value and a link: mended one by one, each would have hidden the next.

    == values/growth.md
    == goals/run.md
    ---
    title: "[[is a name]]"
    status: pausd
    values: [growht, growth]
    parent: nothing
    why: "For [[somebody|a label]]"
    next: {do: "Ask [[noone]]", tired: rest}
    milestones: [{title: "With [[sam]]", at: 5}]
    params: {note: "[[free]]"}
    ---
    [[nobody]] and [a page](../pages/gone.md), ![a picture](../media/gone.png)
    """
    assert wrong(site) == [
        ("goals/run.md:3:9", "choice-unknown"),
        ("goals/run.md:4:10", "value-unknown"),
        ("goals/run.md:5:9", "goal-unknown"),
        ("goals/run.md:6:6", "mention-unknown"),
        ("goals/run.md:7:12", "mention-unknown"),
        ("goals/run.md:8:22", "mention-unknown"),
        ("goals/run.md:11:1", "mention-unknown"),
        ("goals/run.md:11:25", "link-unknown"),
        ("goals/run.md:11:57", "media-missing"),
    ]


def test_a_day(site: Site) -> None:
    """The day as a whole is withheld; its lines are read all the same.

    == days/2026-02-15.md
    ---
    mood: 9
    habits: [jog, {habit: swim, effort: 7}]
    next: {wlak: Go}
    wins:
      - Rang [[the bank]]
      - {text: "Ran [[far]]", goal: run}
    ---
    + Wrote [[novel]]
      values: craft, growth
      worked: "[[tea]]"

      A note of [[ada]].

    Prose for [[nobody]].
    """
    assert wrong(site) == [
        ("days/2026-02-15.md:2:7", "scale-unreadable"),
        ("days/2026-02-15.md:3:10", "habit-unknown"),
        ("days/2026-02-15.md:3:23", "habit-unknown"),
        ("days/2026-02-15.md:3:37", "scale-unreadable"),
        ("days/2026-02-15.md:4:8", "goal-unknown"),
        ("days/2026-02-15.md:6:10", "mention-unknown"),
        ("days/2026-02-15.md:7:17", "mention-unknown"),
        ("days/2026-02-15.md:7:33", "goal-unknown"),
        ("days/2026-02-15.md:9:9", "mention-unknown"),
        ("days/2026-02-15.md:10:11", "value-unknown"),
        ("days/2026-02-15.md:10:18", "value-unknown"),
        ("days/2026-02-15.md:11:11", "mention-unknown"),
        ("days/2026-02-15.md:13:13", "mention-unknown"),
        ("days/2026-02-15.md:15:11", "mention-unknown"),
    ]


def test_an_item_alone(site: Site) -> None:
    """Only it is left out, and all that is wrong with it is said.

    == goals/run.md
    == days/2026-02-15.md
    ---
    wins: [{text: "Two [[sam]]", effort: 9}]
    ---
    + One [[nobody]], [[run]]
      effort: 9
      habit: jog
    + Three [[run]]
    """
    assert wrong(site) == [
        ("days/2026-02-15.md:2:20", "mention-unknown"),
        ("days/2026-02-15.md:2:38", "scale-unreadable"),
        ("days/2026-02-15.md:4:7", "mention-unknown"),
        ("days/2026-02-15.md:5:11", "scale-unreadable"),
        ("days/2026-02-15.md:6:10", "habit-unknown"),
    ]
    assert b"Three" in (site.output / "2026/02/15/index.html").read_bytes()


@pytest.mark.parametrize(
    "front", ["title: [", "goal: nothing\ngoal: run", "date: 2026-02-31", "visibility: privat", "- a"]
)
def test_a_front_matter_that_is_none(site: Site, front: str) -> None:
    """The words below it are read."""
    site.write("wins/2026-02-14-one.md", f"---\n{front}\n---\nFor [[nobody]].\n")
    codes = [code for _, code in wrong(site)]
    assert "mention-unknown" in codes
    assert "date-missing" not in codes


def test_who_is_named_and_withheld_too_is_somebody(site: Site) -> None:
    """No problem is said twice, and none of a name that is written somewhere.

    == goals/run.md
    ---
    title: Run a marathon
    status: pausd
    parent: read
    ---
    [[read]], [[Run a marathon]], [its file](read.md)
    == goals/read.md
    ---
    status: doen
    ---
    [[run]]
    == goals/walk.md
    [[run]] and [its file](run.md)
    """
    assert [code for _, code in wrong(site)] == ["choice-unknown", "choice-unknown"]


def test_nothing_of_it_is_in_the_journal(site: Site) -> None:
    """Neither links to it nor a mention by it; the site is that of a copy without the file.

    == goals/run.md
    == goals/read.md
    ---
    status: pausd
    values: [nobody]
    ---
    [[run]]
    == days/2026-02-15.md
    + One [[run]]
    """
    site.build()
    with_it = site.files()
    (site.folder / "content/goals/read.md").unlink()
    site.build()
    assert site.files() == with_it
