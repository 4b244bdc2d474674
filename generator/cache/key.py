"""What everything that is kept depends on: the program itself, Python, and the libraries."""

import os
import sys
import time
from functools import cache
from pathlib import Path

import click

from .store import digest

_PACKAGE = Path(__file__).parents[1]
_THEMES = (_PACKAGE / "themes", _PACKAGE.parent / "themes")


@cache
def program() -> bytes:
    """A digest that changes with every file of the program and its themes, with Python, and with what is installed
    beside it. By size and time of change, not by content: it is asked for in every build."""
    libraries = {Path(click.__file__).parents[1], _PACKAGE}
    parts = [sys.version, *(f"{folder}:{folder.stat().st_mtime_ns}" for folder in sorted(libraries))]
    for root in (_PACKAGE, *_THEMES):
        parts += listing(root)
    return digest("\n".join(parts).encode())


def listing(root: Path) -> list[str]:
    """Every file below `root` with its size and times, in order; nothing where there is no such folder."""
    found = []
    folders = [str(root)]
    while folders:
        try:
            entries = list(os.scandir(folders.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.is_symlink():  # it may lead anywhere: never the same twice
                found.append(f"{entry.path}\0{time.time_ns()}\0{time.time_ns()}\0link")
            elif entry.is_dir():
                if entry.name not in ("__pycache__", ".git"):
                    folders.append(entry.path)
            else:
                status = entry.stat()
                found.append(f"{entry.path}\0{status.st_mtime_ns}\0{status.st_ctime_ns}\0{status.st_size}")
    return sorted(found)
