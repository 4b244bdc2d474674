"""What has nothing in it yet, or nothing any more, or all of it ahead, is drawn all the same."""

import msgspec
import pytest

from generator.build import Request, build
from tests.conftest import TODAY, Site

UNDATED = {
    "values/growth.md": "",
    "goals/run.md": "",
    "goals/novel.md": "---\nvalues: [growth]\n---\n",
    "goals/read.md": "---\nstarted: 2026-01-01\nby: 2026-12-31\nmeasure: {unit: km, target: 3}\n---\n",
    "goals/later.md": "---\nstarted: 2027-01-01\nby: 2027-12-31\nmeasure: {unit: km, target: 3}\n---\n",
    "goals/steps.md": "---\nmilestones:\n  - {title: The first}\n---\n",
    "goals/parent.md": "---\nmeasure: {kind: goals}\n---\n",
    "goals/done.md": "---\nstatus: done\nended: 2024-01-01\n---\n",
    "goals/rest.md": "---\nstatus: paused\n---\n",
    "habits/pages.md": "",
    "habits/watched.md": "---\ncadence: 0\n---\n",
    "habits/coming.md": "---\nstarted: 2026-05-01\n---\n",
    "habits/over.md": "---\nstarted: 2024-01-01\nended: 2024-02-01\n---\n",
    "pages/about.md": "",
}
REVIEWS = ("2023", "2025", "2026", "2027", "2025-03", "2026-03", "2026-12", "2025-W07", "2026-W09", "2026-W50")
DATED = {
    **{f"reviews/{name}.md": "" for name in REVIEWS},
    "days/2025-02-02.md": "",
    "days/2027-09-02.md": "",
    "setbacks/2025-03-02-flu.md": "",
    "wins/2025-03-02-a-story.md": "",
}
BESIDE = {
    "nothing": {},
    "a win of today": {"days/2026-03-01.md": "+ Ran 5 km\n"},
    "a win of long ago": {"days/2024-08-02.md": "+ Ran 5 km\n"},
    "something ahead in this half of the year": {"setbacks/2026-05-01-flu.md": ""},
    "something ahead in the next year": {"days/2027-12-03.md": "+ Ran 5 km\n"},
}


def drawn(site: Site, files: dict[str, str]) -> None:
    """Draw it for its writer, who sees what is ahead too."""
    for path, text in files.items():
        site.write(path, text)
    config = msgspec.structs.replace(site.config(), today_page="public")
    built = build(Request(folder=site.folder, site=config, output=site.output, today=TODAY, whole=True, cache=False))
    assert built.problems == ()
    assert built.written is not None


@pytest.mark.parametrize("beside", BESIDE)
def test_what_has_no_date(site: Site, beside: str) -> None:
    drawn(site, UNDATED | BESIDE[beside])


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("path", DATED)
def test_what_has_a_date(site: Site, path: str, beside: str) -> None:
    drawn(site, {path: DATED[path]} | BESIDE[beside])


def test_a_tick_before_its_habit_is_said_to_have_started(site: Site) -> None:
    """It is drawn where it was, and begins the calendar.

    == habits/pages.md
    ---
    started: 2026-02-10
    ---
    == days/2025-12-30.md
    ---
    habits: [pages]
    ---
    == days/2026-02-15.md
    ---
    habits: [pages]
    ---
    """
    assert site.codes() == []
    page = site.html("/habits/pages/")
    last_year = page.partition('id="_y-2025"')[2].partition('class="day-key"')[0]
    # From 30 December on: two days, the first of them full.
    assert last_year.count('<rect class="day-') == 2
    assert last_year.count('<rect class="day-1') == 1


def test_the_review_of_a_year_without_wins_is_what_was_written(site: Site) -> None:
    """
    == reviews/2025.md
    A quiet year.
    == days/2026-02-15.md
    + Ran 5 km
    """
    assert site.codes() == []
    assert "A quiet year." in site.page("/reviews/2025/")
    assert "The days" not in site.page("/reviews/2025/")
