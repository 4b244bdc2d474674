"""How every file that a build may read stands: whether it changed is asked of the disk, never of an event's word."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.base.stamp import NONE, Stamp, settled, stamp_of
from generator.cache.last import READ
from generator.read.discover import passed_over
from generator.render.theme import BUILT_IN

States = dict[str, tuple[Stamp, bool]]
"""The stamp of each file by its path, and whether it was old enough to be trusted when it was taken: a file may change
once more within what the disk's clock can tell."""

FILES = ("site.yaml", "user.css")


def folders(site: Path) -> list[str]:
    """The folders that a build of `site` may read, those that are there."""
    return [str(at) for at in (*(site / name for name in READ), BUILT_IN) if at.is_dir()]


def is_within(path: str, site: Path) -> bool:
    """Whether a path lies in the site's folder or in our themes."""
    return path.startswith((f"{site}{os.sep}", f"{BUILT_IN}{os.sep}"))


def may_matter(path: str, site: Path) -> bool:
    """Whether a build may read what is at a path: not the site that was built, and no editor's backup."""
    if not path.startswith(f"{site}{os.sep}"):
        return True  # of our themes; or of a folder that a link leads to
    top, *below = Path(path).relative_to(site).parts
    return (top in READ or top in FILES) and not any(passed_over(name) for name in below)


def look(site: Path) -> States:
    """Every file as it stands."""
    found: States = {}
    for at in (*(str(site / name) for name in FILES), *folders(site)):
        found.update(_below(at))
    return found


def look_at(states: Mapping[str, tuple[Stamp, bool]], paths: Iterable[str]) -> States:
    """The states, looked at anew at these paths alone; a folder with all that is in it."""
    found = dict(states)
    for path in paths:
        if found.pop(path, None) is None:
            for below in [one for one in found if one.startswith(f"{path}{os.sep}")]:
                del found[below]
        found.update(_below(path))
    return found


def differing(before: States, after: States, stirred: Iterable[str] | None = None) -> set[str]:
    """The paths that are not as they were. What could not be trusted before counts as changed where it was `stirred`
    or can be trusted now."""
    moved = set(stirred) if stirred is not None else set()
    changed = before.keys() ^ after.keys()
    for path, (stamp, sure) in after.items():
        was = before.get(path)
        if was is not None and (was[0] != stamp or (not was[1] and (sure or path in moved))):
            changed.add(path)
    return changed


def _below(path: str) -> Iterator[tuple[str, tuple[Stamp, bool]]]:
    """The file `path`, or every file below the folder `path`; nothing where there is neither. Links are followed,
    and a folder is entered once."""
    waiting, seen = [path], set()
    while waiting:
        at = waiting.pop()
        try:
            status = os.stat(at)  # noqa: PTH116  # ten thousand of them: a Path each would double the time
        except (OSError, ValueError):
            continue
        kind = status.st_mode & 0o170000
        if kind == 0o100000:
            stamp = stamp_of(status)
            yield at, (stamp, settled(stamp) != NONE)
        elif kind == 0o040000 and (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            try:
                names = os.listdir(at)  # noqa: PTH208  # likewise
            except OSError:
                continue
            waiting += [f"{at}{os.sep}{name}" for name in names if not passed_over(name)]
