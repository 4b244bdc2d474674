"""The harness: what it measures, and that it notices who did less. Ours alone; nothing is fetched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import table
from benchmarks.cost import Cost, RunError, cost
from benchmarks.ours import Ours
from benchmarks.rounds import Run, rounds
from benchmarks.sample import draw
from benchmarks.scenario import SCENARIOS
from benchmarks.work import WorkError, check, check_seen, pages, wanted
from tests.golden.accept import files_in
from tests.site.test_well_formed import complaints

ROOT = Path(__file__).parents[2]
MEGABYTE = 2**20


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Run]]:
    """A round of every scenario with the plain theme, and where its site is."""
    work = tmp_path_factory.mktemp("bench")
    runs = list(rounds([Ours("plain")], draw(20), SCENARIOS, runs=1, tools=work, work=work))
    return work / "smallwins-plain/public", runs


def test_every_scenario_is_run(measured: tuple[Path, list[Run]]) -> None:
    assert [run.scenario for run in measured[1]] == ["cold", "nothing", "body", "goal", "config"]


def test_the_plain_theme_makes_the_pages_that_everybody_makes(measured: tuple[Path, list[Run]]) -> None:
    """20 days up to 21 November 2026: one month and one year; 5 goals, 5 values; home, timeline and two lists."""
    made = pages(measured[0])
    assert made == wanted(draw(20))
    assert len(made) == 20 + 1 + 1 + 5 + 5 + 4
    assert {run.pages for run in measured[1]} == {36}


def test_its_pages_are_well_formed_and_lead_to_pages(measured: tuple[Path, list[Run]]) -> None:
    files = files_in(measured[0])
    assert complaints(files) == []
    for path in pages(measured[0]):
        for link in files[path].decode().split('<a href="')[1:]:
            target = os.path.normpath(Path(path).parent / link.partition('"')[0] / "index.html")
            assert target in files, (path, link)


def test_who_lacks_a_page_or_an_edit_is_found_out(tmp_path: Path) -> None:
    with pytest.raises(WorkError, match=r"Quick made no 2026/11/21/index.html \(1[0-9] pages"):
        check("Quick", tmp_path, draw(1))
    (tmp_path / "index.html").write_text("<p>As before", "utf-8")
    with pytest.raises(WorkError, match=r"Quick did not bring 'Anew' to index\.html"):
        check_seen("Quick", tmp_path, (("index.html", "Anew"),))


def test_the_peak_is_the_command_s_own_or_its_largest_child_s(tmp_path: Path) -> None:
    """A child that holds 60 MB, of a command that holds none; what this process holds does not count."""
    held = bytearray(200 * MEGABYTE)
    child = "held = bytearray(60 * 2**20)"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    spent = cost((sys.executable, "-c", script), tmp_path)
    assert 60 * MEGABYTE < spent.peak < len(held)
    assert spent.wall > 0
    assert spent.cpu > 0


def test_a_command_that_does_not_end_well_is_said(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no such theme"):
        cost((sys.executable, "-c", "import sys; sys.exit('no such theme')"), tmp_path)


def test_ratios_are_of_rounds() -> None:
    """Rounds 1:2, 2:8, 9:10; the medians are 2 and 8, but the ratios' median is 0.5."""
    times = {"ours": (1.0, 2.0, 9.0), "Hugo": (2.0, 8.0, 10.0)}
    runs = [
        Run(
            subject=name,
            entries=20,
            scenario="cold",
            number=number,
            cost=Cost(wall=wall, cpu=wall, peak=MEGABYTE),
            pages=1036,
            besides="feed",
        )
        for name, walls in times.items()
        for number, wall in enumerate(walls, 1)
    ]
    lines = table.compared(runs, "ours", ["Hugo"]).splitlines()
    assert lines[2] == "| cold | 2.00 s | 8.00 s | 0.500 (0.250–0.900) |"
    assert lines[-2:] == ["| pages | 1,036 | 1,036 |  |", "| besides | feed | feed |  |"]
    assert table.growth(runs[:3]).splitlines()[2] == "| ours | 20 | 2.00 s | 2.00 s | 100.00 s | 1 MB |"


def test_the_command_writes_what_it_found(tmp_path: Path) -> None:
    told = tmp_path / "results.md"
    chosen = ("--only", "drystone", "--entries", "20", "--scenarios", "cold", "--runs", "1")
    more = ("--growth", "20", "--tools", str(tmp_path), "--work", str(tmp_path), "--write", str(told))
    done = subprocess.run(
        (sys.executable, "-m", "benchmarks", *chosen, *more), cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    text = told.read_text("utf-8")
    assert "## 20 entries: drystone in full" in text
    assert "## Growth" in text
    assert text in done.stdout
