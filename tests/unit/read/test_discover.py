"""Which files are entries."""

from generator.read.discover import discover
from tests.conftest import Site


def test_what_is_passed_over(site: Site) -> None:
    """Hidden files, and what editors leave beside a file while it is being written."""
    for name in (
        "goals/.hidden.md", "goals/run.md~", "goals/.run.md.swp", "goals/.#run.md", "goals/#run.md#", "goals/4913",
        "goals/run.md.bak", "goals/run.md.orig", "goals/run.md.tmp", ".obsidian/workspace.md", "goals/.trash/old.md",
    ):  # fmt: skip
        site.write(name, "x")
    site.write("goals/run.md", "")
    site.write("goals/sport/site.md", "")
    found = discover(site.folder)
    assert [source.path for source in found.entries] == ["content/goals/run.md", "content/goals/sport/site.md"]
    assert found.problems == ()


def test_the_order_is_that_of_the_paths(site: Site) -> None:
    for name in (
        "wins/2026-02-02-b.md",
        "days/2026/02/15.md",
        "goals/z.md",
        "goals/a.md",
        "media/b.svg",
        "media/a.svg",
    ):
        site.write(name, "x")
    found = discover(site.folder)
    assert [source.path for source in found.entries] == sorted(source.path for source in found.entries)
    assert [source.path for source in found.media] == ["content/media/a.svg", "content/media/b.svg"]


def test_the_name_is_below_the_kind(site: Site) -> None:
    site.write("days/2026/02/15.md", "+ x\n")
    (source,) = discover(site.folder).entries
    assert (source.kind, source.name) == ("days", "2026/02/15")
