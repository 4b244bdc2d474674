"""One file of the cache: a checksum, the key of what it depends on, and data."""

import hashlib
from contextlib import suppress
from pathlib import Path

from generator.base.atomic import replace

_WORK = ".smallwins"
FOLDER = f"{_WORK}/cache"
TEMPLATES = "templates"
"""Compiled templates, in a folder of their own."""
_SIZE = 16
_IGNORE = b"*\n"


def digest(*parts: bytes) -> bytes:
    """What stands for some bytes: BLAKE2b, 16 bytes. Each part counts for itself."""
    hashed = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "little"))
        hashed.update(part)
    return hashed.digest()


def of_output(cache: Path, output: Path) -> Path:
    """The folder, below that of all that is kept, of what is kept of one output: a preview and the site that is
    published are made in turn, and neither costs the other anything."""
    return cache / f"site-{digest(str(output.absolute()).encode()).hex()[:8]}"


def fetch(file: Path, key: bytes) -> bytes | None:
    """What was kept in `file` for this very `key`; None where there is nothing, or nothing sound."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    sum_, was, kept = data[:_SIZE], data[_SIZE : 2 * _SIZE], data[2 * _SIZE :]
    return kept if was == key and sum_ == digest(was, kept) else None


def keep(file: Path, key: bytes, data: bytes) -> None:
    """Keep `data` in `file`. A disk that is full or read-only costs speed, and no build."""
    try:
        ignore = next((at / ".gitignore" for at in file.parents if at.name == _WORK), None)
        if ignore and not ignore.exists():
            replace(ignore, _IGNORE)
        replace(file, digest(key, data), key, data)
    except OSError:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def forget(site: Path) -> None:
    """Remove everything that is kept of the journal in `site`."""
    import shutil

    folder = site / FOLDER
    if not folder.is_symlink() and not folder.parent.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
