"""What is where, how much of it there is, and what decides what. `smallwins info --json` prints it."""

import datetime as dt
import platform
from collections import Counter
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

import msgspec

from generator import __version__
from generator.cache.store import FOLDER
from generator.config.load import NAME
from generator.config.settings import Setting, settings
from generator.entries import KINDS
from generator.read.discover import CONTENT

from .desk import Desk

LIBRARIES = (
    "babel", "click", "jinja2", "markdown-it-py", "msgspec", "pygments", "pyyaml", "rich", "starlette", "uvicorn",
    "watchfiles",
)  # fmt: skip


class Info(msgspec.Struct, frozen=True, kw_only=True):
    """`versions` of what runs, by name; `folders` and files, absolute, null for what is not there; `files` below
    content/ by kind; `entries` of the journal, a day's items and ticks each for itself; `withheld` from readers, by the
    reason; `problems` by their severity; `settings`, every key of site.yaml with what decided it."""

    format: Literal["smallwins-info"] = "smallwins-info"
    version: Literal[1] = 1
    versions: dict[str, str]
    folders: dict[str, str | None]
    today: dt.date
    timezone: str
    files: dict[str, int]
    entries: dict[str, int]
    withheld: dict[str, int]
    problems: dict[str, int]
    settings: tuple[Setting, ...]


def versions() -> dict[str, str]:
    """This program's, Python's, and those of the libraries that it stands on."""
    found = {"smallwins": __version__, "python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "none"
    return found


def info(desk: Desk, folder: Path, environment: Mapping[str, str]) -> Info:
    """The journal in `folder`, which `desk` holds, from outside."""
    journal = desk.journal
    places = {
        "journal": folder,
        "settings": folder / NAME,
        "content": folder / CONTENT,
        "theme": desk.theme.names[desk.theme.name],
        "site": folder / "public",
        "kept": folder / FOLDER,
    }
    return Info(
        versions=versions(),
        folders={name: str(path.resolve()) if path.exists() else None for name, path in places.items()},
        today=desk.today,
        timezone=desk.site.timezone,
        files=_files(desk),
        entries={
            "values": len(journal.values),
            "goals": len(journal.goals),
            "habits": len(journal.habits),
            "wins": len(journal.wins),
            "setbacks": len(journal.setbacks),
            "days": len(journal.days),
            "reviews": len(journal.reviews),
            "pages": len(journal.pages),
        },
        withheld=desk.withheld_counts,
        problems=dict(sorted(Counter(problem.severity.value for problem in desk.problems).items())),
        settings=settings(folder, environment),
    )


def _files(desk: Desk) -> dict[str, int]:
    counts = Counter(source.kind for source in desk.found.entries)
    return {kind: counts[kind] for kind in KINDS} | {"media": len(desk.found.media)}
