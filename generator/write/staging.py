"""Files that are ready and not in their places yet. They wait in a folder within the output, so that a page that can't
be drawn leaves the site as it was, and no process has to hold a whole site in its memory."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import msgspec

from generator.base.atomic import make_folder
from generator.render.artifact import Artifact

from .manifest import digest
from .output import STAGING
from .site import Laid, bytes_of, holds

_LONG_AGO = 3600
"""Seconds after which what a build left that was killed is swept up."""


class Staged(msgspec.Struct, frozen=True):
    """A file that waits, under a name of its own; None where the right bytes are in their place already."""

    path: str
    digest: str
    waits: str | None


@contextmanager
def staging(output: Path) -> Iterator[str]:
    """A folder for what waits; gone afterwards, whatever happens."""
    folder = f"{output}/{STAGING}-{os.getpid()}"
    for left in output.glob(f"{STAGING}-*"):
        if time.time() - left.lstat().st_mtime > _LONG_AGO:
            shutil.rmtree(left, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_numbers = count()


def stage(output: Path, folder: str, artifact: Artifact) -> Staged:
    """Let a file wait in `folder`, where its bytes are not in their place already."""
    data = bytes_of(artifact)
    if holds(output / artifact.path, data):
        return Staged(artifact.path, digest(data), None)
    waits = f"{folder}/{os.getpid()}-{next(_numbers)}"
    try:
        _write(waits, data)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # here a Path is made slower than a file
        _write(waits, data)
    return Staged(artifact.path, digest(data), waits)


def put(output: Path, staged: Staged) -> Laid:
    """Put a file that waited in its place."""
    if staged.waits is not None:
        target = f"{output}/{staged.path}"
        folder = os.path.dirname(target)  # noqa: PTH120  # likewise
        make_folder(folder)
        try:
            os.replace(staged.waits, target)  # noqa: PTH105  # likewise
        except FileNotFoundError:  # the folder was removed meanwhile
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # likewise
            os.replace(staged.waits, target)  # noqa: PTH105  # likewise
    return Laid(staged.path, staged.digest, staged.waits is not None)


def _write(path: str, data: bytes) -> None:
    with open(path, "xb") as file:  # noqa: PTH123  # likewise
        file.write(data)
    os.chmod(path, 0o644)  # noqa: PTH101  # likewise
