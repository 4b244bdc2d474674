"""The last build: where nothing changed since, a build looks at files and opens none; where only a few entries did, it
knows which.

It holds where the command, the day and the program are the same, and every file that the last build left is just as it
was, by size, inode and times. Only a build without any problem is remembered.
"""

import datetime as dt
import json
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.stamp import COARSE as COARSE
from generator.config.host import VARIABLES as HOST

from . import store
from .key import listing, program

FILE = "last"
READ = ("content", "themes", "templates", "styles", "scripts", "assets", "locale")
"""The folders of a site that a build may read."""
_YOUNG = "\0young"


class Last(NamedTuple):
    """The last build: the sources as they stood before it, the files that it left and how they stand, and what it
    said."""

    sources: Sequence[str]
    files: Sequence[str]
    stand: Sequence[str]
    said: dict[str, Any]


def changed(was: Sequence[str], now: Sequence[str]) -> list[str] | None:
    """The paths of the sources that are not as they were; None where one came or went."""
    if len(now) != len(was):
        return None
    pairs = [(new, old) for new, old in zip(now, was, strict=True) if new != old]
    paths = [_path(new) for new, _ in pairs]
    return paths if paths == [_path(old) for _, old in pairs] else None


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


def recall(folder: Path, output: Path, key: bytes, today: dt.date | None) -> Last | None:
    """The last build, if this one is of the same day and finds what it left; `today` is the day that was asked for."""
    data = store.fetch(_file(folder, output), key)
    if data is None:
        return None
    head, sources, files = data.decode(errors="surrogateescape").split(_PART)
    kept: dict[str, Any] = json.loads(head)
    if kept["today"] != str(today or _today(kept["timezone"])):
        return None
    left = files.split("\n")
    stand = _stand(output, left)
    return Last(sources.split("\n"), left, stand, kept["said"]) if kept["stamps"] == _stamps(stand) else None


def remember(
    folder: Path,
    output: Path,
    key: bytes,
    *,
    read: Iterable[str],
    files: Sequence[str],
    today: dt.date,
    timezone: str,
    said: Mapping[str, Any],
    last: Last | None = None,
) -> None:
    """Keep a build for the next one to compare with. `read` are the sources as they stood before it began; `files`
    what it left below `output`: all that there is, or those that it made anew where the `last` build left the others.
    A source that was just written counts as changed: it may change without a trace."""
    if last:
        anew = dict(zip(files, _stand(output, files), strict=True))
        files, stand = last.files, [anew.get(*one) for one in zip(last.files, last.stand, strict=True)]
    else:
        stand = _stand(output, files)
    head = {"today": str(today), "timezone": timezone, "stamps": _stamps(stand), "said": said}
    parts = (json.dumps(head), "\n".join(settled(read, last.sources if last else ())), "\n".join(files))
    store.keep(_file(folder, output), key, _PART.join(parts).encode(errors="surrogateescape"))


def settled(read: Iterable[str], before: Iterable[str] = ()) -> list[str]:
    """The sources, but for what was just written: that counts as changed when they are compared. What stands as it
    stood `before` was not."""
    young, old = time.time_ns() - COARSE, frozenset(before)
    return [
        _path(line) + _YOUNG if line not in old and any(int(at) > young for at in line.split("\0")[1:3]) else line
        for line in read
    ]


def _file(folder: Path, output: Path) -> Path:
    return store.of_output(folder / store.FOLDER, output) / FILE


_PART = "\n\0\n"


def _today(timezone: str) -> dt.date:
    from zoneinfo import ZoneInfo

    return dt.datetime.now(ZoneInfo(timezone)).date()


def _stand(output: Path, files: Sequence[str]) -> list[str]:
    """Each file with its stamp."""
    root = f"{output}/"
    return [_line(root + path) for path in files]


def _stamps(stand: Sequence[str]) -> str:
    return store.digest("\n".join(stand).encode(errors="surrogateescape")).hex()


def _path(line: str) -> str:
    return line.partition("\0")[0]


def _line(file: Path | str) -> str:
    try:
        status = os.lstat(file)
    except OSError:
        return f"{file}\0000\0000\0none"
    return f"{file}\0{status.st_mtime_ns}\0{status.st_ctime_ns}\0{status.st_size}\0{status.st_ino}"
