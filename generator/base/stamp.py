"""A file's stamp: by what the disk says of it, whether it may have changed."""

import os
import time
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Modification and change time in ns, size in bytes, inode. All noughts for what can't be trusted."""

NONE: Stamp = (0, 0, 0, 0)
COARSE = 2_000_000_000
"""Some disks count time in steps of two seconds: a younger file may change once more without a trace."""


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp that a file's status gives."""
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def stamp(file: Path | str) -> Stamp:
    """A file's stamp; NONE where there is no regular file."""
    try:
        status = os.lstat(file)
    except OSError:
        return NONE
    return stamp_of(status) if (status.st_mode & 0o170000) == 0o100000 else NONE


def settled(taken: Stamp, now: int | None = None) -> Stamp:
    """The stamp if it is old enough to be trusted, else NONE. `now` is in ns since the epoch."""
    moment = time.time_ns() if now is None else now
    return taken if max(taken[0], taken[1]) < moment - COARSE else NONE
