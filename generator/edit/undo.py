"""Taking back: the last capture, if it still stands as it was put."""

from pathlib import Path

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem

from .lock import LockedError, busy, locked
from .writer import Capture, Change, captures, put, read, remember


class Undone(msgspec.Struct, frozen=True):
    """What was taken back, or why not."""

    capture: Capture | None = None
    problem: Problem | None = None


def undo(site: Path) -> Undone:
    """Take back the last capture: its bytes go, what was there before comes back, and what somebody wrote around it
    since stays. Nothing is taken back where one of its files no longer holds it where it was put."""
    try:
        with locked(site):
            return _undo(site)
    except LockedError:
        return Undone(problem=busy())


def _undo(site: Path) -> Undone:
    kept = captures(site)
    if not kept:
        hint = "all of them are taken back, or none was made"
        return Undone(problem=Problem("capture-none", Origin("undo"), "there is no capture to take back", hint))
    last = kept[-1]
    files: dict[str, tuple[bytes | None, bytes | None]] = {}
    for change in last.changes:
        now = read(site, change.path)
        before = change.removed if change.gone and now is None else without(now, change)
        if before is None or (now is None) is not change.gone:
            message = f"it was changed since, so this stays: {last.what}"
            return Undone(last, Problem("capture-changed", Origin(change.path), message, "edit the file itself"))
        files[change.path] = (now, None if change.made and not before else before)
    put(site, files)
    remember(site, kept[:-1])
    return Undone(last)


def without(now: bytes | None, change: Change) -> bytes | None:
    """The file as it would be without a change; None where that no longer stands as it was put, counted from the
    file's start or, if somebody wrote above it, from its end."""
    if now is None or (not change.put and len(now) != change.at + change.behind):
        return None
    for at in (change.at, len(now) - change.behind - len(change.put)):
        end = at + len(change.put)
        if at >= 0 and now[at:end] == change.put:
            return now[:at] + change.removed + now[end:]
    return None
