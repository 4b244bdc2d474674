"""All insights over a parsed journal, in one process: `python -m benchmarks.insights [ENTRIES]`. Medians of five."""

import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from benchmarks.maker import make
from generator.config.schema import Site
from generator.entries import Entry
from generator.insights import gather
from generator.journal.visibility import Published, publish, sift
from generator.read.discover import discover
from generator.read.options import Options
from generator.read.parse import parse


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    today = dt.date(2026, 11, 21)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        make(folder, entries)
        found = discover(folder)
        begun = time.perf_counter()
        parsed = [parse(one, (folder / one.path).read_bytes(), Options()) for one in found.entries]
        print(f"{entries:,} days: read and parsed in {time.perf_counter() - begun:.2f} s")
        written = [one.entry for one in parsed if one.entry]
    published = _published(written, today)
    print(f"{len(published.journal.wins):,} wins")
    _say("link and gate", lambda: _published(written, today))
    # A fresh copy each time: a journal remembers its groupings.
    _say("all insights", lambda: gather(msgspec.structs.replace(published.journal), today))


def _published(written: Sequence[Entry], today: dt.date) -> Published:
    return publish(written, (), Site(), sift(written, (), (), Site(), today))


def _say(what: str, run: Callable[[], object]) -> None:
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    print(f"{what}: median {statistics.median(times):.3f} s (min {min(times):.3f}, max {max(times):.3f})")


if __name__ == "__main__":
    main()
