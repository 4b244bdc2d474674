"""What a page weighs with its styles and scripts, compressed: what a phone has to fetch before it shows the page."""

import gzip
import re
from pathlib import Path

import pytest

from generator.build import Request, build
from generator.config.load import load

from .much import TODAY, steady

FETCHED = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"')


def weights(site: Path) -> dict[str, int]:
    """Bytes by page: its own, its stylesheets' and its scripts', each through gzip."""
    known: dict[Path, int] = {}

    def weight(file: Path) -> int:
        if file not in known:
            known[file] = len(gzip.compress(file.read_bytes(), mtime=0))
        return known[file]

    found = {}
    for page in site.rglob("*.html"):
        said = page.read_text("utf-8")
        links = [one or other for one, other in FETCHED.findall(said)]
        assert links or 'http-equiv="refresh"' in said
        top = [site if link.startswith("/") else page.parent for link in links]
        files = {(base / link.lstrip("/")).resolve() for base, link in zip(top, links, strict=True)}
        found[page.relative_to(site).as_posix()] = weight(page) + sum(weight(file) for file in files)
    return found


def test_every_page_of_the_sample_is_under_60_kb(sample: Path) -> None:
    assert {page: weight for page, weight in weights(sample).items() if weight >= 60_000} == {}


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("much")
    steady(folder)
    config, problems = load(folder, {})
    assert config is not None, problems
    built = build(Request(folder=folder, site=config, output=folder / "public", today=TODAY, offline=True))
    assert built.problems == ()
    assert built.published is not None
    assert len(built.published.journal.wins) == 3000
    return folder / "public"


@pytest.mark.parametrize("page", ["goals/goal/index.html", "2025/index.html", "reviews/2025/index.html"])
def test_a_goal_of_3000_wins_and_a_year_of_300_are_under_120_kb(ten_years: Path, page: str) -> None:
    assert weights(ten_years)[page] < 120_000


def test_the_year_that_is_weighed_has_300_wins(ten_years: Path) -> None:
    assert len(list((ten_years / "2025").glob("??/??/index.html"))) == 300
