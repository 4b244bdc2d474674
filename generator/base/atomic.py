"""A file in the place of another, as a whole or not at all."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path


def replace(target: Path, *data: bytes, mode: int = 0o644, durable: bool = False) -> None:
    """Put `data`, its parts one after the other, in the place of `target`. Raises OSError, and then leaves `target` as
    it was. `durable`: what can't be made again is on the disk before it takes the other's place."""
    folder = str(target.parent)
    temporary = f"{folder}/.smallwins-{os.getpid()}-{next(_numbers)}"
    handle = _created(temporary, folder, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        os.replace(temporary, target)  # noqa: PTH105  # ten thousand times: a Path is made slower than a file is moved
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108  # likewise
        raise


_numbers = count()


def _created(temporary: str, folder: str, mode: int) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    make_folder(folder)
    try:
        handle = os.open(temporary, flags, 0o600)
    except FileNotFoundError:  # somebody removed it meanwhile
        _make(folder)
        handle = os.open(temporary, flags, 0o600)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)
    return handle


_folders: set[str] = set()
"""Those that were seen: asking again for every file costs as much as writing it."""


def make_folder(folder: str) -> None:
    """Make a folder and those above it, where this process has not seen it yet."""
    if folder not in _folders:
        _folders.add(folder)
        _make(folder)


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102  # likewise
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # likewise
