"""One hand at a time: whoever changes content/ holds the journal's lock."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.base.atomic import replace
from generator.base.origin import Origin
from generator.base.problem import Problem

WORK = ".smallwins"
PATIENCE = 20.0
"""Seconds that a command waits for another to finish."""


class LockedError(Exception):
    """Another command has held the journal for longer than anybody waits."""


def busy() -> Problem:
    """What to say then."""
    message = "another program is writing the journal"
    return Problem("journal-busy", Origin(f"{WORK}/lock"), message, "try again in a moment")


def work_folder(site: Path) -> Path:
    """The folder of work files, which git passes over."""
    folder = site / WORK
    if not (folder / ".gitignore").exists():
        replace(folder / ".gitignore", b"*\n")
    return folder


@contextmanager
def locked(site: Path, name: str = "lock", patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the journal in `site`, or another of it. The system takes it back from a process that dies.
    Raises LockedError, and OSError where no work file can be written."""
    handle = os.open(work_folder(site) / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        until = time.monotonic() + patience
        while not _take(handle):
            if time.monotonic() > until:
                raise LockedError
            time.sleep(0.02)
        yield
    finally:
        with suppress(OSError):
            _release(handle)
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
