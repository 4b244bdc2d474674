"""A file in the place of another, as a whole or not at all."""

import os
from pathlib import Path


def replace(target: Path, data: bytes, *, mode: int = 0o644, durable: bool = False) -> None:
    """Put `data` in the place of `target`. Raises OSError, and then leaves `target` as it was. `durable`: what can't
    be made again is on the disk before it takes the other's place."""
    import tempfile  # not needed where nothing is written

    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".smallwins-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
