"""A file in the place of another, as a whole or not at all."""

import os
from pathlib import Path


def replace(target: Path, data: bytes) -> None:
    """Put `data` in the place of `target`. Raises OSError, and then leaves `target` as it was."""
    import tempfile  # not needed where nothing is written

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
