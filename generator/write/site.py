"""The site on the disk: each file replaced as a whole, only where its bytes changed; what the last build wrote and
this one did not is removed, unless somebody else changed it since.

A build begins, lays its files (several processes may, each its own), and ends. From the first step on the manifest
knows every file that may be ours, so that a build that was stopped half way leaves no stranger behind.
"""

import os
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from generator.base.atomic import replace
from generator.base.origin import Origin
from generator.base.problem import Problem, Severity
from generator.render.artifact import Artifact

from .manifest import MANIFEST, Manifest, digest, read_manifest
from .metadata import stripped

UNKNOWN = ""
"""The digest of a file that is about to be written."""


class Written(msgspec.Struct, frozen=True):
    """How many files were written, were right already, and were removed; and what is to be said about it."""

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()


class Laid(msgspec.Struct, frozen=True):
    """A file as it stands now: what stands for its bytes, and whether they had to be written."""

    path: str
    digest: str
    written: bool


def write_site(output: Path, artifacts: Iterable[Artifact]) -> Written:
    """Make `output` hold these files and no others of ours. Two that differ only in case or in Unicode's form stop it
    before anything is written: not every disk could hold both."""
    ready = list(artifacts)
    last, problems = begin(output, [artifact.path for artifact in ready], ())
    if last is None:
        return Written(0, 0, 0, problems)
    laid = [lay(output, artifact) for artifact in ready]
    return end(output, last, {one.path: one.digest for one in laid}, sum(one.written for one in laid))


def begin(
    output: Path, coming: Collection[str], standing: Collection[str]
) -> tuple[Manifest | None, tuple[Problem, ...]]:
    """What the last build wrote, once the manifest knows which files are `coming`; None and why, where not every disk
    could hold those and the ones that are `standing`."""
    if collisions := _collisions([*coming, *standing]):
        return None, collisions
    last = read_manifest(output)
    output.mkdir(parents=True, exist_ok=True)
    if coming:
        _save(output, Manifest(last.files | dict.fromkeys(coming, UNKNOWN)))
    return last, ()


def lay(output: Path, artifact: Artifact) -> Laid:
    """Put a file in its place, where its bytes are not there already."""
    data = bytes_of(artifact)
    target = output / artifact.path
    right = holds(target, data)
    if not right:
        replace(target, data)
    return Laid(artifact.path, digest(data), not right)


def bytes_of(artifact: Artifact) -> bytes:
    """What is in a file. Raises DamagedError for a picture that can't be cleared of what it tells."""
    if artifact.source is None:
        return artifact.data
    data = artifact.source.read_bytes()
    return stripped(data, artifact.path) if artifact.picture else data


def end(output: Path, last: Manifest, files: Mapping[str, str], written: int) -> Written:
    """Remove what the last build wrote and these `files` are not, and write down what there is now."""
    gone = {path: was for path, was in last.files.items() if path not in files}
    removed, problems = _remove(output, gone)
    if read_manifest(output).files != files or not (output / MANIFEST).is_file():
        _save(output, Manifest(dict(files)))
    return Written(written, len(files) - written, removed, problems, tuple(files))


def amend(output: Path, artifacts: Collection[Artifact]) -> tuple[Written, list[Laid]] | None:
    """Put some of the last build's files anew, and leave all others; None where one of them is not the last build's."""
    files = read_manifest(output).files
    if any(artifact.path not in files for artifact in artifacts):
        return None
    _save(output, Manifest(files | {artifact.path: UNKNOWN for artifact in artifacts}))
    laid = [lay(output, artifact) for artifact in artifacts]
    _save(output, Manifest(files | {one.path: one.digest for one in laid}))
    written = sum(one.written for one in laid)
    return Written(written, len(files) - written, 0, (), tuple(files)), laid


def clean_site(output: Path) -> Written:
    """Remove what builds wrote to `output`, the manifest too, and the folder where nothing else is in it."""
    done = write_site(output, ())
    (output / MANIFEST).unlink(missing_ok=True)
    if not any(output.iterdir()):
        output.rmdir()
    return done


def holds(target: Path, data: bytes) -> bool:
    """Whether a file has these very bytes."""
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def _save(output: Path, manifest: Manifest) -> None:
    lines = msgspec.json.encode(manifest, order="sorted").replace(b'","', b'",\n"')  # a line a file
    replace(output / MANIFEST, lines + b"\n")


def _remove(output: Path, gone: dict[str, str]) -> tuple[int, tuple[Problem, ...]]:
    """Remove what the last build wrote and nobody changed, and the folders that it leaves empty."""
    removed, problems = 0, []
    real = os.path.realpath(output)
    for path, was in gone.items():
        target = output / path
        parent = os.path.realpath(target.parent)
        if os.path.commonpath((parent, real)) != real or target.is_symlink() or not target.is_file():
            continue
        if was != UNKNOWN and digest(target.read_bytes()) != was:
            message = "it was changed by somebody else, so it stays, though the site no longer has it"
            problems.append(Problem("output-changed", Origin(path), message, "delete it yourself", Severity.WARNING))
            continue
        target.unlink()
        removed += 1
        for folder in target.parents:
            if folder == output or any(folder.iterdir()):
                break
            folder.rmdir()
    return removed, tuple(problems)


def _collisions(paths: list[str]) -> tuple[Problem, ...]:
    seen: dict[str, str] = {}
    problems = []
    for path in paths:
        key = unicodedata.normalize("NFC", path).casefold()
        if key in seen:
            message = f"{seen[key]} and {path} would be one file on some disks"
            problems.append(Problem("output-collision", Origin(path), message, "rename one of the two entries"))
        seen[key] = path
    return tuple(problems)
