"""What one run of a command costs."""

import subprocess
import sys
from pathlib import Path

import msgspec

TIMED = Path(__file__).parent / "timed.py"


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds on the wall and of all processors, children included; the peak of the largest process in bytes."""

    wall: float
    cpu: float
    peak: int


class RunError(Exception):
    """A command that did not end well, with the last of what it said."""


def cost(command: tuple[str, ...], folder: Path) -> Cost:
    """Run `command` in `folder` and measure it. Raises RunError where it ends with anything but 0."""
    log = folder.with_name(f"{folder.name}.log")
    timed = (sys.executable, "-IS", str(TIMED), str(log), *command)
    done = subprocess.run(timed, cwd=folder, check=True, capture_output=True, text=True)
    said = msgspec.json.decode(done.stdout)
    if said.pop("status"):
        raise RunError(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    return msgspec.convert(said, Cost)
