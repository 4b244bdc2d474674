"""The sample journal, built for the tests that look at a whole site."""

import datetime as dt
from pathlib import Path

from generator.build import Request, build
from generator.config.load import load

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)


def sample_site(output: Path, base_url: str = "https://example.org/", *, offline: bool = False) -> Path:
    """The sample site in `output`, with the author's morning page."""
    site, problems = load(ROOT, {"SMALLWINS_TODAY_PAGE": "public", "SMALLWINS_BASE_URL": base_url})
    assert site is not None, problems
    built = build(Request(folder=ROOT, site=site, output=output, today=TODAY, offline=offline))
    assert built.problems == ()
    return output
