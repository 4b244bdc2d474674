"""Pelican: days as articles; goals and values as tags, with what they say of themselves in the settings."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.sample import Journal
from benchmarks.subject import folder_files

from .packages import from_pypi
from .post import Post, common, posts

VERSION = "4.12.0"
SITE = Path(__file__).parent / "sites/pelican"


class Pelican(msgspec.Struct, frozen=True):
    """Pelican, with its content cache."""

    name: str = "Pelican"
    kept: tuple[str, ...] = ("public", "cache")

    def install(self, tools: Path) -> str:
        from_pypi(tools / "pelican", f"pelican[markdown]=={VERSION}")
        return VERSION

    def command(self, tools: Path) -> tuple[str, ...]:
        return (str(tools / "pelican/bin/pelican"), "--settings", "pelicanconf.py", "--quiet")

    def files(self, journal: Journal) -> Iterator[tuple[str, str]]:
        yield from folder_files(SITE)
        yield "pelicanconf.py", _settings(journal)
        for post in posts(journal):
            yield f"content/{post.date}.md", _article(post)


def _settings(journal: Journal) -> str:
    values = {value.id: {"title": value.title, "identity": value.identity} for value in journal.values}
    goals = {
        goal.id: {
            "title": goal.title,
            "value": goal.value,
            "why": goal.why,
            "milestone": f"{goal.milestone:,} {goal.unit}",
            "next": goal.next,
            "body": common(goal.body),
        }
        for goal in journal.goals
    }
    return f"""\
import sys

sys.path.append(".")
from markdown import markdown
from settings import *

SITENAME = {journal.title!r}
VALUES = {values!r}
GOALS = {goals!r}
for goal in GOALS.values():
    goal["body"] = markdown(goal["body"])
"""


def _article(post: Post) -> str:
    tags = [*(f"goals/{goal}" for goal in post.goals), *(f"values/{value}" for value in post.values)]
    wins = "\n    ".join(msgspec.json.encode(win).decode() for win in post.wins)
    return (
        f"Title: {post.title}\nDate: {post.date}\nTags: {', '.join(tags)}\nMood: {post.mood}\nEnergy: {post.energy}\n"
        f"Wins: {wins}\n\n{post.body}\n"
    )
