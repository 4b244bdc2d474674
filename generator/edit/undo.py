"""Taking back: the last capture, if it still stands as it was put."""

from pathlib import Path

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem

from .lock import LockedError, busy, locked
from .writer import Capture, Change, Files, captures, put, read, remember


class Undone(msgspec.Struct, frozen=True):
    """What was taken back, or why not."""

    capture: Capture | None = None
    problem: Problem | None = None


def undo(site: Path) -> Undone:
    """Take back the last capture: its bytes go, what was there before comes back, and what somebody wrote around it
    since stays. One that no longer stands where it was put stays too, which is said once: then it is the turn of the
    one before."""
    try:
        with locked(site):
            return _undo(site)
    except LockedError:
        return Undone(problem=busy())


def _undo(site: Path) -> Undone:
    kept = captures(site)
    for at in range(len(kept) - 1, -1, -1):
        one, before = kept[at], kept[:at]
        files = _taken_back(site, one)
        if not isinstance(files, Origin):
            put(site, files)
            remember(site, before + kept[at + 1 :])
            return Undone(one)
        if not one.passed:
            # It is kept: who restores the file may yet take it back.
            remember(site, (*before, msgspec.structs.replace(one, passed=True), *kept[at + 1 :]))
            last = next((other for other in reversed(before) if not other.passed), None)
            hint = f"; `smallwins undo` once more takes back the one before: {last.what}" if last else ""
            message = f"it was changed since, so this stays: {one.what}"
            return Undone(one, Problem("capture-changed", files, message, f"it is yours to edit{hint}"))
    message, hint = "there is no capture to take back", "all of them are taken back, or none was made"
    if kept:
        hint = f"what was changed since stays: {', '.join(one.what for one in kept[-3:])}"
    return Undone(problem=Problem("capture-none", Origin("undo"), message, hint))


def _taken_back(site: Path, capture: Capture) -> Files | Origin:
    """What its files would be without it; or the place where somebody has written over it."""
    files: dict[str, tuple[bytes | None, bytes | None]] = {}
    for change in capture.changes:
        now = read(site, change.path)
        before = change.removed if change.gone and now is None else without(now, change)
        if before is None or (now is None) is not change.gone:
            return _place(change, now)
        files[change.path] = (now, None if change.made and not before else before)
    return files


def _place(change: Change, now: bytes | None) -> Origin:
    """Where a change was put, in the file as it is now."""
    if not now:
        return Origin(change.path)
    begins = change.at + len(change.put) - len(change.put.lstrip(b"\r\n"))
    return Origin(change.path, min(len((now[:begins] + b".").splitlines()), len(now.splitlines())), 1)


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
