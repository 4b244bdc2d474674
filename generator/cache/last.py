"""Nothing changed: the quickest of all builds, which looks at files and opens none.

It holds where every file that a build may read and every file that the last one left is just as it was, by size, inode
and times, and the command, the day and the program are the same. Only a build without any problem is remembered.
"""

import datetime as dt
import json
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.base.stamp import COARSE
from generator.config.host import VARIABLES as HOST

from . import store
from .key import listing, program

FILE = "last"
READ = ("content", "themes", "templates", "styles", "scripts", "assets", "locale")
"""The folders of a site that a build may read."""


def sources(folder: Path) -> list[str]:
    """Every file that a build of the journal in `folder` may read, with its stamp."""
    found = [_line(folder / name) for name in ("site.yaml", "user.css")]
    for name in READ:
        found += listing(folder / name)
    return found


def key(folder: Path, output: Path, asked: Mapping[str, Any]) -> bytes:
    """What stands for a command: where, where to, and everything that was asked for, the environment included."""
    environment = sorted(pair for pair in os.environ.items() if pair[0].startswith("SMALLWINS_") or pair[0] in HOST)
    said = json.dumps([str(folder.absolute()), str(output.absolute()), sorted(asked.items()), environment], default=str)
    return store.digest(program(), said.encode())


def unchanged(folder: Path, output: Path, key: bytes, read: list[str], today: dt.date | None) -> dict[str, Any] | None:
    """What the last build said, if this one would do nothing; else None. `read` are the sources as they stand, `today`
    is the day that was asked for."""
    data = store.fetch(folder / store.FOLDER / FILE, key)
    if data is None:
        return None
    head, _, paths = data.partition(b"\n")
    kept: dict[str, Any] = json.loads(head)
    if kept["today"] != str(today or _today(kept["timezone"])):
        return None
    if kept["sources"] != _digest(read) or kept["files"] != _digest(_stamped(output, paths.decode())):
        return None
    return dict(kept["said"])


def remember(
    folder: Path,
    output: Path,
    key: bytes,
    *,
    read: list[str],
    files: Iterable[str],
    today: dt.date,
    timezone: str,
    said: Mapping[str, Any],
) -> None:
    """Keep a build for the next one to compare with. `read` are the sources as they stood before it began; `files`
    what it left below `output`. One whose sources were just written is not kept: they may change without a trace."""
    young = time.time_ns() - COARSE
    if any(int(time_) > young for line in read for time_ in line.split("\0")[1:3]):
        return
    paths = "\n".join(files)
    head = {
        "today": str(today),
        "timezone": timezone,
        "sources": _digest(read),
        "files": _digest(_stamped(output, paths)),
        "said": said,
    }
    store.keep(folder / store.FOLDER / FILE, key, json.dumps(head).encode() + b"\n" + paths.encode())


def _today(timezone: str) -> dt.date:
    from zoneinfo import ZoneInfo

    return dt.datetime.now(ZoneInfo(timezone)).date()


def _stamped(output: Path, paths: str) -> list[str]:
    root = f"{output}/"
    return [_line(root + path) for path in paths.split("\n")]


def _line(file: Path | str) -> str:
    try:
        status = os.lstat(file)
    except OSError:
        return f"{file}\0000\0000\0none"
    return f"{file}\0{status.st_mtime_ns}\0{status.st_ctime_ns}\0{status.st_size}\0{status.st_ino}"


def _digest(lines: list[str]) -> str:
    return store.digest("\n".join(lines).encode()).hex()
