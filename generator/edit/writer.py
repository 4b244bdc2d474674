"""The hand that writes: files below content/, each replaced as a whole, all of them or none; and what it did last."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from generator.base.atomic import replace

from .lock import work_folder

KEPT = 50
"""So many captures can be taken back, one after the other."""


Files = Mapping[str, tuple[bytes | None, bytes | None]]
"""What each file was and what it becomes, by its path below the site's folder; None stands for no file."""


class Change(msgspec.Struct, frozen=True):
    """What happened to one file: `put` stands in the place of `removed` behind `at` bytes, before `behind` others.
    `made`: the file is new; `gone`: it is no more."""

    path: str
    at: int
    behind: int
    removed: bytes
    put: bytes
    made: bool = False
    gone: bool = False


class Capture(msgspec.Struct, frozen=True):
    """What one command changed, and what it was, in words. `passed`: it was to be taken back, and somebody had written
    over it."""

    what: str
    changes: tuple[Change, ...]
    passed: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that it changed, each by the name that it has since."""
        return tuple(change.path for change in self.changes if not change.gone)


class ChangedError(Exception):
    """A file is no longer what it was when it was read; `path` is below the site's folder."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def read(site: Path, path: str) -> bytes | None:
    """A file's bytes; None where there is none."""
    try:
        return (site / path).read_bytes()
    except FileNotFoundError:
        return None


def write(site: Path, what: str, files: Files) -> None:
    """Put each file's second bytes in the place of its first, and remember it as `what`. The journal's lock must be
    held.

    Raises ChangedError if a file is not what it was, and OSError; content/ is then as it was.
    """
    for path, (before, _) in files.items():
        if read(site, path) != before:  # an editor saved it meanwhile
            raise ChangedError(path)
    put(site, files)
    capture = Capture(what, tuple(change_of(path, before, after) for path, (before, after) in files.items()))
    remember(site, (*captures(site), capture)[-KEPT:])


def put(site: Path, files: Files) -> None:
    """Each file's second bytes in the place of its first: all of them, or none where one can't be written."""
    done: list[str] = []
    try:
        for path, (before, after) in files.items():
            _place(site, path, after, before)
            done.append(path)
    except OSError:
        for path in done:
            with suppress(OSError):
                _place(site, path, files[path][0], files[path][1])
        raise


def _place(site: Path, path: str, data: bytes | None, before: bytes | None) -> None:
    # A link stays one: it is its file that changes.
    target = Path(os.path.realpath(site / path))
    if data is None:
        target.unlink()
        _clear(site, target.parent)
        return
    mode = target.stat().st_mode & 0o7777 if before is not None else 0o666 & ~_umask()
    replace(target, data, mode=mode, durable=True)


def _clear(site: Path, folder: Path) -> None:
    """Remove folders that are empty now, up to the kind's."""
    content = Path(os.path.realpath(site / "content"))
    with suppress(OSError, ValueError):
        while len(folder.relative_to(content).parts) > 1:
            folder.rmdir()
            folder = folder.parent


def _umask() -> int:
    """What the person's new files keep to themselves."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def change_of(path: str, before: bytes | None, after: bytes | None) -> Change:
    """The one stretch in which two versions of a file differ."""
    if after is None:
        return Change(path, 0, 0, before or b"", b"", gone=True)
    old = before or b""
    at = _alike(old, after)
    tail = _alike(old[at:][::-1], after[at:][::-1])
    return Change(path, at, tail, old[at : len(old) - tail], after[at : len(after) - tail], before is None)


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes they begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def captures(site: Path) -> tuple[Capture, ...]:
    """The last captures, the newest last; none where nothing sound is kept."""
    try:
        return msgspec.json.decode((work_folder(site) / "captures").read_bytes(), type=tuple[Capture, ...])
    except (OSError, msgspec.MsgspecError):
        return ()


def remember(site: Path, kept: tuple[Capture, ...]) -> None:
    """Keep these for `smallwins undo`."""
    with suppress(OSError):  # what is written is written, even where it can't be taken back
        replace(work_folder(site) / "captures", msgspec.json.format(msgspec.json.encode(kept)), mode=0o600)
