"""Reading: content/ → entries. What did not change is taken from the cache; much that did is shared among processes.

A file takes about 0.2 ms, a process some 20 ms to begin with: below a few hundred files one does it.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.base.stages import Stages
from generator.base.stamp import settled
from generator.cache import entries
from generator.cache.entries import Seen
from generator.cache.fingerprint import of
from generator.cache.key import program
from generator.cache.shelf import Shelf
from generator.cache.store import digest
from generator.read.discover import Found, Source, discover
from generator.read.options import Options
from generator.read.parse import Parsed, parse, unreadable

from .recent import Recent
from .team import Step, hands, run

STEP = 64
"""After so many files it is said how far the work is."""
LEAST = 300
"""So many files are worth a process."""


class Job(msgspec.Struct, frozen=True):
    """Some of the files below `folder`, and what stood for the bytes of those that were read before."""

    folder: Path
    sources: Sequence[Source]
    options: Options
    known: Mapping[str, bytes]
    stages: Stages | None = None


class Read(msgspec.Struct, frozen=True, array_like=True):
    """What stands for a file's bytes, and what they said, encoded: None where that is known already. What could not be
    read has no digest."""

    digest: bytes
    data: bytes | None


class AllRead(NamedTuple):
    """The files that there are, what every entry's said, and what stands for all of it: nothing where nothing is
    kept."""

    found: Found
    parsed: list[Parsed]
    sum: bytes


def key_of(options: Options) -> bytes:
    """What all that was read depends on."""
    return digest(program(), of(options.html, sorted(options.setback_headings)))


def read_all(
    folder: Path, options: Options, cache: Path | None, stages: Stages, recent: Recent | None = None
) -> AllRead:
    """Every entry of the journal in `folder`, in the order of the files, or none where not every folder could be looked
    into; `cache` is the folder of what is kept, None for nothing. A file that goes away between being listed and being
    read is as if it had never been there."""
    while (found := discover(folder)).is_whole:
        said = _read_listed(folder, found, options, cache, stages, recent)
        if said is not None:
            return said
    return AllRead(found, [], b"")


def _read_listed(
    folder: Path, found: Found, options: Options, cache: Path | None, stages: Stages, recent: Recent | None
) -> AllRead | None:
    """What the files say; None where one of them is gone, so that the list is to be made anew."""
    stages.begin("read")
    sources = found.entries
    shelf = entries.shelf(cache, key_of(options)) if cache is not None else None
    notes = shelf.notes if shelf else {}
    kept = _kept(shelf, recent) if shelf else {}
    rest = [one for one in sources if one.path not in kept or notes[one.path].stamp != one.stamp]
    read = _read(folder, rest, options, {path: notes[path].digest for path in kept}, stages)
    if len(read) < len(rest):
        return None
    if shelf and (read or len(notes) != len(sources)):
        things = {}
        for source in sources:
            new = read.get(source.path)
            sum_ = new.digest if new else notes[source.path].digest
            if sum_:
                things[source.path] = Seen(settled(source.stamp), sum_), new.data if new else None
        shelf.keep(things)
        notes = {path: note for path, (note, _) in things.items()}
        del things
    new_data = {path: one.data for path, one in read.items() if one.data is not None}
    del read
    parsed = kept | _decoded(new_data)
    if recent:
        recent.read = {path: (note.digest, parsed[path]) for path, note in notes.items()}
    return AllRead(found, [parsed[source.path] for source in sources], entries.sum_of(notes) if shelf else b"")


def _kept(shelf: Shelf[Seen], recent: Recent | None) -> dict[str, Parsed]:
    """What was read before: as it is at hand, where it is the same."""
    if recent is None or not recent.read:
        return _decoded(shelf.all())
    read = recent.read
    same = {path: read[path][1] for path, note in shelf.notes.items() if path in read and read[path][0] == note.digest}
    return same | _decoded({path: shelf.get(path) or b"" for path in shelf if path not in same})


def _decoded(data: dict[str, bytes]) -> dict[str, Parsed]:
    """What files said; the data are used up, so that both are never there at once."""
    decode = entries.decoder()
    found = {}
    for path in list(data):
        try:
            found[path] = decode(data.pop(path))
        except (msgspec.MsgspecError, ValueError):
            continue
    return found


def _read(
    folder: Path, sources: Sequence[Source], options: Options, known: Mapping[str, bytes], stages: Stages
) -> dict[str, Read]:
    """Every file by its path, but for those that are gone."""
    count = hands(len(sources), LEAST)
    parts = [part for part in (sources[at::count] for at in range(count)) if part]
    jobs = [
        Job(folder, part, options, {one.path: known.get(one.path, b"") for one in part}, None if hand else stages)
        for hand, part in enumerate(parts)
    ]
    read: dict[str, Read] = {}
    for part in run(jobs, Step(_share)) if jobs else ():
        read |= msgspec.msgpack.decode(part, type=dict[str, Read])
    return read


def _share(job: Job, _: None) -> tuple[None, bytes]:
    """A share as bytes: a pipe takes them faster than objects."""
    encode = entries.encoder()
    read = {}
    for number, source in enumerate(job.sources):
        if job.stages and number % STEP == 0:
            job.stages.reach(number / len(job.sources))
        try:
            data = _bytes(job.folder / source.path)
        except OSError as error:
            read[source.path] = Read(b"", encode(unreadable(source, error)))
            continue
        if data is None:
            continue
        sum_ = digest(data)
        same = job.known[source.path] == sum_
        read[source.path] = Read(sum_, None if same else encode(parse(source, data, job.options)))
    return None, msgspec.msgpack.encode(read)


def _bytes(file: Path) -> bytes | None:
    """What is in a file; None where it is gone. Raises OSError where it is there and can't be read."""
    try:
        return file.read_bytes()
    except FileNotFoundError:  # of what is there again, another file took the place in this very moment
        return file.read_bytes() if os.path.lexists(file) else None
