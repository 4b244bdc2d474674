"""Problems of capturing: nothing is written, and the words say why."""

import datetime as dt
from pathlib import Path

from generator.edit import capture as capturing
from generator.edit import lock
from generator.edit.capture import capture
from generator.edit.lock import locked
from generator.edit.material import Material
from generator.edit.new_entry import proposal
from generator.edit.proposals import Typed, done, item, tick
from generator.edit.undo import undo
from tests.conftest import Site

DAY = dt.date(2026, 2, 15)


def _refused(site: Site, typed: Typed) -> str:
    refused = capture(site.folder, site.config(), lambda material: item(material, typed))
    assert isinstance(refused, tuple)
    return refused[0].code


def test_text_unwritable(site: Site) -> None:
    site.write("goals/run.md", "")
    for text in ("", "two\nlines", "a bell\a", "half \udcff"):
        assert _refused(site, Typed(kind="win", date=DAY, text=text)) == "text-unwritable"
    assert not (site.folder / "content/days").exists()


def test_reference_unclear(site: Site) -> None:
    site.write("goals/run.md", "")
    site.write("goals/read.md", "")
    assert _refused(site, Typed(kind="win", date=DAY, text="x", goals=("r",))) == "reference-unclear"
    assert _refused(site, Typed(kind="win", date=DAY, text="x", goals=("",))) == "goal-unknown"


def test_place_none(site: Site) -> None:
    """A code block that nobody closed swallows whatever follows."""
    site.write("days/2026-02-15.md", "+ One\n\n```\nnever closed\n")
    assert _refused(site, Typed(kind="setback", date=DAY, text="x")) == "place-none"


def test_goal_done(site: Site) -> None:
    site.write("goals/run.md", "---\nstatus: done\n---\n")
    refused = capture(site.folder, site.config(), lambda material: done(material, DAY, "run"))
    assert isinstance(refused, tuple)
    assert refused[0].code == "goal-done"


def test_capture_none_and_changed(site: Site) -> None:
    site.write("habits/jog.md", "")
    problem = undo(site.folder).problem
    assert problem is not None
    assert problem.code == "capture-none"
    capture(site.folder, site.config(), lambda material: tick(material, DAY, "jog", {}))
    site.write("days/2026-02-15.md", "---\nhabits: []\n---\n")
    problem = undo(site.folder).problem
    assert problem is not None
    assert (problem.code, str(problem.origin)) == ("capture-changed", "content/days/2026-02-15.md:1:1")


def test_journal_busy(site: Site) -> None:
    """Another command holds the journal, or an editor saves the file again and again."""
    site.write("goals/run.md", "")
    typed = Typed(kind="win", date=DAY, text="x")
    before, lock.PATIENCE = lock.PATIENCE, 0.0
    try:
        with locked(site.folder):
            assert _refused(site, typed) == "journal-busy"
            assert getattr(undo(site.folder).problem, "code", "") == "journal-busy"
    finally:
        lock.PATIENCE = before
    saved = 0

    def save(material: Material) -> capturing.Proposal | capturing.Refused:
        nonlocal saved
        saved += 1
        proposal = item(material, typed)
        (site.folder / "content/days").mkdir(exist_ok=True)
        Path(site.folder / "content/days/2026-02-15.md").write_text(f"Prose {saved}\n")
        return proposal

    refused = capture(site.folder, site.config(), save)
    assert isinstance(refused, tuple)
    assert refused[0].code == "journal-busy"
    assert (site.folder / "content/days/2026-02-15.md").read_text() == f"Prose {capturing.TRIES}\n"


def test_file_taken(site: Site) -> None:
    site.write("reviews/2026.md", "Mine.")
    refused = capture(site.folder, site.config(), lambda material: proposal(material, "content/reviews/2026.md", "x"))
    assert isinstance(refused, tuple)
    assert refused[0].code == "file-taken"
    assert (site.folder / "content/reviews/2026.md").read_text() == "Mine."
