"""Eleventy: days as a tagged collection, goals and values as pages of their own, Nunjucks."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.sample import Journal
from benchmarks.subject import folder_files

from .packages import from_npm
from .post import common, front_matter, posts

VERSION = "3.1.7"
SITE = Path(__file__).parent / "sites/eleventy"
MENU = [{"title": name.title(), "url": f"/{name}/"} for name in ("timeline", "goals", "values")]


class Eleventy(msgspec.Struct, frozen=True):
    """Eleventy."""

    name: str = "Eleventy"
    kept: tuple[str, ...] = ("public", ".cache")

    def install(self, tools: Path) -> str:
        from_npm(tools / "eleventy", f"@11ty/eleventy@{VERSION}")
        node = subprocess.run(("node", "--version"), check=True, capture_output=True, text=True).stdout.strip()
        return f"{VERSION} on Node {node}"

    def command(self, tools: Path) -> tuple[str, ...]:
        return ("node", str(tools / "eleventy/node_modules/@11ty/eleventy/cmd.cjs"), "--quiet")

    def files(self, journal: Journal) -> Iterator[tuple[str, str]]:
        yield from folder_files(SITE)
        yield "_data/site.json", json.dumps({"title": journal.title, "nav": MENU})
        goals = {goal.id: {"title": goal.title, "value": goal.value} for goal in journal.goals}
        yield "_data/goals.json", json.dumps(goals)
        values = {value.id: {"title": value.title, "identity": value.identity} for value in journal.values}
        yield "_data/values.json", json.dumps(values)
        for value in journal.values:
            said = {"title": value.title, "identity": value.identity}
            yield f"content/values/{value.id}.md", front_matter(said)
        for goal in journal.goals:
            milestone = f"{goal.milestone:,} {goal.unit}"
            about = {"title": goal.title, "value": goal.value, "why": goal.why, "milestone": milestone}
            yield f"content/goals/{goal.id}.md", f"{front_matter(about | {'next': goal.next})}\n{common(goal.body)}\n"
        for post in posts(journal):
            front = msgspec.structs.asdict(post)
            body = front.pop("body")
            yield f"content/days/{post.date}.md", f"{front_matter(front)}\n{body}\n"
