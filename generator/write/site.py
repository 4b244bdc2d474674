"""The site on the disk: each file replaced as a whole, only where its bytes changed; what the last build wrote and
this one did not is removed, unless somebody else changed it since."""

import os
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem, Severity
from generator.render.artifact import Artifact

from .manifest import MANIFEST, Manifest, digest, read_manifest


class Written(msgspec.Struct, frozen=True):
    """How many files were written, were right already, and were removed; and what is to be said about it."""

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...] = ()


def write_site(output: Path, artifacts: Iterable[Artifact]) -> Written:
    """Make `output` hold these files. Two that differ only in case or in Unicode's form stop it before anything is
    written: not every disk could hold both."""
    ready = [
        (artifact.path, artifact.data if artifact.source is None else artifact.source.read_bytes())
        for artifact in artifacts
    ]
    collisions = _collisions([path for path, _ in ready])
    if collisions:
        return Written(0, 0, 0, collisions)
    last = read_manifest(output)
    files = {path: digest(data) for path, data in ready}
    output.mkdir(parents=True, exist_ok=True)
    # The union first: should we be stopped half way, the next build still knows what is ours.
    _save(output, Manifest(last.files | files))
    written = 0
    for path, data in ready:
        target = output / path
        if last.files.get(path) == files[path] and _holds(target, data):
            continue
        if _holds(target, data):
            continue
        replace(target, data)
        written += 1
    removed, problems = _remove(output, {path: was for path, was in last.files.items() if path not in files})
    _save(output, Manifest(files))
    return Written(written, len(ready) - written, removed, problems)


def clean_site(output: Path) -> Written:
    """Remove what builds wrote to `output`, the manifest too, and the folder where nothing else is in it."""
    done = write_site(output, ())
    (output / MANIFEST).unlink(missing_ok=True)
    if not any(output.iterdir()):
        output.rmdir()
    return done


def replace(target: Path, data: bytes) -> None:
    """Put `data` in the place of `target`, as a whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".smallwins-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def _save(output: Path, manifest: Manifest) -> None:
    ordered = Manifest(dict(sorted(manifest.files.items())))
    replace(output / MANIFEST, msgspec.json.format(msgspec.json.encode(ordered), indent=1))


def _remove(output: Path, gone: dict[str, str]) -> tuple[int, tuple[Problem, ...]]:
    """Remove what the last build wrote and nobody changed, and the folders that it leaves empty."""
    removed, problems = 0, []
    real = os.path.realpath(output)
    for path, was in gone.items():
        target = output / path
        parent = os.path.realpath(target.parent)
        if os.path.commonpath((parent, real)) != real or target.is_symlink() or not target.is_file():
            continue
        if digest(target.read_bytes()) != was:
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
