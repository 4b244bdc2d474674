"""Runs a command and prints what it took, as JSON: `python -IS timed.py LOG COMMAND…`.

A process of its own, and a small one: a child's peak memory is never less than its parent's was when it began.
"""

import json
import os
import sys
import time


def main() -> None:
    log, *command = sys.argv[1:]
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    streams = [(os.POSIX_SPAWN_DUP2, said, 1), (os.POSIX_SPAWN_DUP2, said, 2)]
    begun = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=streams)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    # Linux counts in kB, macOS in bytes; with its children, of which the largest one counts.
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    cpu = used.ru_utime + used.ru_stime
    print(json.dumps({"status": os.waitstatus_to_exitcode(status), "wall": wall, "cpu": cpu, "peak": peak}))


if __name__ == "__main__":
    main()
