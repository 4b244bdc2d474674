"""A new journal, from the starter that travels in the package."""

import datetime as dt
from pathlib import Path
from zoneinfo import available_timezones

from generator import __version__
from generator.base.atomic import replace
from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.build import Request
from generator.config.load import load
from generator.desk import open_desk, schema, vscode

STARTER = Path(__file__).parents[1] / "starter"


_PLACES = {
    "gitignore": ".gitignore",
    "editorconfig": ".editorconfig",
    "workflow.yml": ".github/workflows/pages.yml",
}


def new_site(folder: Path, today: dt.date, timezone: str | None = None) -> tuple[tuple[str, ...], Problem | None]:
    """Make a small commented journal in `folder`, its first day being `today`, where days end as in `timezone` (by
    default here). Returns its files' paths, or why it was not made: a folder with anything in it is left alone."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "there is something in it already"
        return (), Problem("folder-taken", Origin(str(folder)), message, "name a folder that does not exist yet")
    zone = timezone or here()
    if zone not in available_timezones():
        hint = did_you_mean(zone, available_timezones()) or "such as Europe/Berlin"
        return (), Problem("timezone-unknown", Origin("--timezone"), f"there is no timezone {zone!r}", hint)
    places = _PLACES | {"day.md": f"content/days/{today}.md"}
    files = {
        places.get(name, name): path.read_bytes()
        .replace(f"{'timezone: UTC':<24} #".encode(), f"{f'timezone: {zone}':<24} #".encode())
        .replace(b"VERSION", __version__.encode())
        for path in sorted(STARTER.rglob("*"))
        if path.is_file() and not (name := path.relative_to(STARTER).as_posix()).startswith(".")
    }
    for name, data in files.items():
        replace(folder / name, data)
    return tuple(sorted((*files, *_for_editors(folder, today)))), None


def here() -> str:
    """The timezone that this machine is in; UTC where it does not say."""
    from babel.localtime import get_localzone

    return getattr(get_localzone(), "key", None) or "UTC"


def _for_editors(folder: Path, today: dt.date) -> tuple[str, ...]:
    """What VS Code is told of the journal."""
    site, _ = load(folder, {})
    assert site is not None
    desk, _ = open_desk(Request(folder=folder, site=site, output=folder / "public", today=today, cache=False))
    assert desk is not None
    files = vscode.files(desk)
    schemas = {f"{vscode.SCHEMAS}/{name}": text for name, text in schema.files(desk).items()}
    for path, text in (files | schemas).items():
        replace(folder / path, text.encode())
    return tuple(files)  # the schemas lie among the work files
