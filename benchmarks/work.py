"""What a site must hold, so that nobody is quick by doing less."""

from pathlib import Path

from .sample import Journal
from .scenario import Seen, day_page

FEEDS = ("feed.xml", "index.xml")


class WorkError(Exception):
    """A site that lacks what it must have."""


def wanted(journal: Journal) -> frozenset[str]:
    """The pages of a journal: each entry, goal, value, month and year, and their lists."""
    dates = [day.date for day in journal.days]
    lists = {"index.html", "timeline/index.html", "goals/index.html", "values/index.html"}
    goals = {f"goals/{goal.id}/index.html" for goal in journal.goals}
    values = {f"values/{value.id}/index.html" for value in journal.values}
    days = {day_page(date) for date in dates}
    months = {f"{date:%Y/%m}/index.html" for date in dates}
    return frozenset(lists | goals | values | days | months | {f"{date:%Y}/index.html" for date in dates})


def pages(output: Path) -> frozenset[str]:
    """The pages of a site, by their paths."""
    return frozenset(path.relative_to(output).as_posix() for path in output.rglob("*.html"))


def besides(output: Path) -> str:
    """Which of feed and sitemap there is, in words."""
    feed = any((output / name).is_file() for name in FEEDS)
    found = ["feed"] * feed + ["sitemap"] * (output / "sitemap.xml").is_file()
    return ", ".join(found) or "–"


def check(name: str, output: Path, journal: Journal) -> None:
    """Raise WorkError where a page is missing."""
    if lacking := sorted(wanted(journal) - pages(output)):
        raise WorkError(f"{name} made no {lacking[0]} ({len(lacking)} pages are missing)")


def check_seen(name: str, output: Path, seen: Seen) -> None:
    """Raise WorkError where a page does not have its words."""
    for page, words in seen:
        if words not in (output / page).read_text("utf-8"):
            raise WorkError(f"{name} did not bring {words!r} to {page}")
