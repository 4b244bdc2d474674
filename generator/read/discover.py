"""content/ → sources: which files are entries, and which are media."""

import os
import stat
from pathlib import Path

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem, Severity, did_you_mean
from generator.base.stamp import Stamp, stamp_of
from generator.entries import KINDS

CONTENT = "content"


class Source(msgspec.Struct, frozen=True, order=True):
    """A file of the person's. `path` is relative to the site's folder ("content/goals/novel.md"), with forward
    slashes; its stamp changes when the file does."""

    path: str
    kind: str
    stamp: Stamp

    @property
    def name(self) -> str:
        """The path below the kind's folder, without `.md`."""
        return self.path.split("/", 2)[2][: -len(".md")]


class Found(msgspec.Struct, frozen=True):
    """What lies below content/, in the order of the paths."""

    entries: tuple[Source, ...]
    media: tuple[Source, ...]
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every folder could be looked into; a site of what was left would take the last one's place."""
        return not any(problem.code == "folder-unreadable" for problem in self.problems)


def discover(site: Path) -> Found:
    """Every entry and every other file below `site`/content.

    Hidden files and editors' swap and backup files are passed over, and so is what is no regular file (a FIFO, a
    socket). A link is followed only where it stays within content/.
    """
    root = site / CONTENT
    real_root = os.path.realpath(root)
    entries: list[Source] = []
    media: list[Source] = []
    problems: list[Problem] = []
    folders: list[tuple[str, str]] = [(str(root), CONTENT)]
    seen = {real_root}
    while folders:
        folder, path = folders.pop()
        try:
            listing = sorted(os.scandir(folder), key=lambda item: item.name)
        except OSError as error:
            if folder != str(root) and _is_gone(folder, error):
                continue
            problems.append(msgspec.structs.replace(_unreadable(path, error), code="folder-unreadable"))
            continue
        for item in listing:
            if passed_over(item.name):
                continue
            below = f"{path}/{item.name}"
            if not is_text(below):
                shown = below.encode("utf-8", "backslashreplace").decode()
                problems.append(Problem("file-name", Origin(shown), "the file's name is not UTF-8", "rename the file"))
                continue
            try:
                if item.is_symlink():
                    real = os.path.realpath(item.path)
                    if os.path.commonpath((real, real_root)) != real_root:
                        problems.append(_outside(below))
                        continue
                status = item.stat()
            except (OSError, ValueError) as error:
                if _is_gone(item.path, error):
                    continue
                problems.append(_unreadable(below, error))
                continue
            if stat.S_ISDIR(status.st_mode):
                real = os.path.realpath(item.path)
                if real not in seen:
                    seen.add(real)
                    folders.append((item.path, below))
            elif stat.S_ISREG(status.st_mode):
                kind = below.split("/", 2)[1]
                source = Source(below, kind, stamp_of(status))
                if not item.name.endswith(".md"):
                    media.append(source)
                    if kind in KINDS and item.name.lower().endswith(_ALMOST):
                        problems.append(_almost(below))
                elif kind in KINDS and below.count("/") > 1:
                    entries.append(source)
                else:
                    problems.append(_nowhere(below))
    return Found(tuple(sorted(entries)), tuple(sorted(media)), tuple(problems))


def _is_gone(path: str, error: Exception) -> bool:
    """Whether a file went away since its folder was listed; a link that leads nowhere did not."""
    return isinstance(error, FileNotFoundError) and not os.path.lexists(path)


def missing(site: Path) -> Problem | None:
    """Why there is nothing to read at all; an empty site would otherwise take the place of the last one."""
    if (site / CONTENT).is_dir():
        return None
    hint = f"make a folder {CONTENT}/ beside site.yaml, or name the journal's folder with -C"
    return Problem("content-missing", Origin(CONTENT), f"there is no folder {CONTENT}/ in {site}", hint)


def passed_over(name: str) -> bool:
    return (
        name.startswith(".")
        or name.endswith(("~", ".swp", ".swo", ".swx", ".bak", ".orig", ".tmp", ".part", ".crdownload"))
        or (name.startswith("#") and name.endswith("#"))
        or name == "4913"  # Vim writes it to learn whether it may
        or name in ("Thumbs.db", "desktop.ini")
    )


def is_text(path: str) -> bool:
    """Whether a file's name is UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unreadable(path: str, error: Exception) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Problem("file-unreadable", Origin(path), f"it can't be read: {reason}", "check its permissions")


def _outside(path: str) -> Problem:
    return Problem(
        "link-outside",
        Origin(path),
        "a link that leads out of content/ is not followed",
        "move the file into content/",
        Severity.WARNING,
    )


_ALMOST = (".md", ".markdown", ".mdown", ".mkd", ".txt")


def _almost(path: str) -> Problem:
    message = "only files that end in .md are entries, so it is left out"
    return Problem("file-extension", Origin(path), message, f"name it {path.rpartition('.')[0]}.md", Severity.WARNING)


def _nowhere(path: str) -> Problem:
    folder = path.split("/")[1]
    hint = did_you_mean(folder, KINDS) if path.count("/") > 1 else ""
    return Problem(
        "folder-unknown",
        Origin(path),
        "its folder says no kind of entry, so it is left out",
        hint or f"move it into one of {', '.join(KINDS)}",
        Severity.WARNING,
    )
