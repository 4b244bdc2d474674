"""`smallwins info`."""

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .as_json import echo_json
from .options import open_or_exit, see_options, site_option

if TYPE_CHECKING:
    from generator.config.settings import Setting
    from generator.desk.info import Info

    from .drawing import Paper


@click.command("info")
@site_option
@see_options
def command(folder: Path, today: dt.date | None, as_json: bool, no_color: bool, debug: bool) -> None:
    """Versions, folders, counts, and what decides what.

    Every key of site.yaml with its value, and whether the file decides it (with its line), a variable SMALLWINS_…, or
    the default. What to send along when something is wrong.

    \b
        smallwins info
        smallwins info --json | jq .settings
    """
    from generator.desk.info import info, versions

    if as_json:
        found = info(open_or_exit(folder, today, False, as_json, no_color), folder, os.environ)
        echo_json(found)
        return
    from .drawing import Paper

    paper = Paper(no_color)
    _versions(paper, versions())  # also where the journal can't be opened
    _draw(paper, info(open_or_exit(folder, today, False, as_json, no_color), folder, os.environ))


def _versions(paper: "Paper", found: dict[str, str]) -> None:
    own, python, *libraries = found.items()
    paper.line((f"{own[0]} {own[1]}", "bold"), f", Python {python[1]}")
    paper.line((", ".join(f"{name} {version}" for name, version in libraries), "dim"), indent=2)


def _draw(paper: "Paper", found: "Info") -> None:
    from .report import count
    from .summary import WITHHELD

    _table(paper, "Folders", [(name, path or "not there") for name, path in found.folders.items()])
    day = f"{found.today}, as it is in {found.timezone}"
    withheld = ", ".join(f"{number:,} {WITHHELD[why]}" for why, number in found.withheld.items()) or "nothing"
    problems = ", ".join(count(number, what) for what, number in found.problems.items()) or "none"
    counts = [
        ("today", day),
        ("files", _counted(found.files)),
        ("entries", _counted(found.entries)),
        ("withheld", withheld),
        ("problems", problems),
    ]
    _table(paper, "The journal", counts)
    _table(paper, "Settings", [(one.key, _value(one)) for one in found.settings], [_source(s) for s in found.settings])


def _counted(counts: dict[str, int]) -> str:
    said = (f"{count:,} {what.removesuffix('s') if count == 1 else what}" for what, count in counts.items() if count)
    return ", ".join(said) or "none"


def _table(paper: "Paper", title: str, rows: list[tuple[str, str]], notes: list[str] | None = None) -> None:
    """A heading and its rows in two columns."""
    paper.gap()
    paper.line((title, "bold"))
    width = max(len(name) for name, _ in rows) + 2
    for number, (name, value) in enumerate(rows):
        note = f"  {notes[number]}" if notes else ""
        paper.row(name, width, value, (note, "dim"), indent=2)


def _value(setting: "Setting") -> str:
    if setting.value in (None, "", [], {}):
        return "–"
    if isinstance(setting.value, str):
        return setting.value
    import msgspec

    return msgspec.json.encode(setting.value).decode()


def _source(setting: "Setting") -> str:
    return f"{setting.source}:{setting.line}" if setting.line else setting.source
