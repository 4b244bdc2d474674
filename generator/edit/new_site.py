"""A new journal, from the starter that travels in the package."""

import datetime as dt
from pathlib import Path

from generator.base.atomic import replace
from generator.base.origin import Origin
from generator.base.problem import Problem

STARTER = Path(__file__).parents[1] / "starter"


def new_site(folder: Path, today: dt.date) -> tuple[tuple[str, ...], Problem | None]:
    """Make a small commented journal in `folder`, its first day being `today`. Returns the paths of its files, or why
    it was not made: a folder with anything in it is left alone."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "there is something in it already"
        return (), Problem("folder-taken", Origin(str(folder)), message, "name a folder that does not exist yet")
    files = {
        path.relative_to(STARTER).as_posix(): path.read_bytes() for path in sorted(STARTER.rglob("*")) if path.is_file()
    }
    files[f"content/days/{today}.md"] = files.pop("day.md")
    files[".gitignore"] = files.pop("gitignore")
    for path, data in files.items():
        replace(folder / path, data)
    return tuple(sorted(files)), None
