"""Reading: files → entries. What did not change is taken from the cache; much that did is shared among processes.

A file takes about 0.3 ms, a process some 20 ms to begin with: below a few hundred files one does it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from generator.base.convert import decode
from generator.cache import entries
from generator.cache.entries import Kept
from generator.cache.fingerprint import of
from generator.cache.key import program
from generator.cache.store import digest
from generator.entries.fields import encode
from generator.read.discover import Source
from generator.read.options import Options
from generator.read.parse import Parsed, parse, unreadable

from .team import Step, hands, run

LEAST = 300
"""So many files are worth a process."""


class Job(msgspec.Struct, frozen=True):
    """Some of the files below `folder`, and what was known of them."""

    folder: Path
    sources: Sequence[Source]
    options: Options
    known: Mapping[str, Kept]


def read_all(folder: Path, sources: Sequence[Source], options: Options, cache: Path | None) -> list[Parsed]:
    """Every file below `folder` as an entry, in order; `cache` is the folder of what is kept, None for nothing."""
    if cache is None:
        return [one.parsed for one in _read(folder, sources, options, {}).values()]
    key = digest(program(), of(options.html, sorted(options.setback_headings)))
    known = entries.load(cache, key)
    read = _read(folder, sources, options, known)
    kept = {path: one for path, one in read.items() if one.digest}
    if kept.keys() != known.keys() or any(one is not known[path] for path, one in kept.items()):
        entries.save(cache, key, kept)
    return [one.parsed for one in read.values()]


def _read(folder: Path, sources: Sequence[Source], options: Options, known: Mapping[str, Kept]) -> dict[str, Kept]:
    """Every file by its path; one that could not be read has no digest."""
    found = {source.path: known[source.path] for source in sources if _stands(source, known)}
    rest = [source for source in sources if source.path not in found]
    count = hands(len(rest), LEAST)
    jobs = [Job(folder, part, options, _of(part, known)) for part in (rest[at::count] for at in range(count)) if part]
    parsed: dict[str, Kept] = {}
    if len(jobs) == 1:
        parsed = _share(jobs[0])
    elif jobs:
        for part in run(jobs, Step(_as_bytes)):
            parsed |= msgspec.msgpack.decode(part, type=dict[str, Kept], dec_hook=decode)
    return {source.path: found.get(source.path) or parsed[source.path] for source in sources}


def _stands(source: Source, known: Mapping[str, Kept]) -> bool:
    kept = known.get(source.path)
    return kept is not None and kept.stamp == source.stamp


def _of(part: Sequence[Source], known: Mapping[str, Kept]) -> dict[str, Kept]:
    return {source.path: known[source.path] for source in part if source.path in known}


def _share(job: Job) -> dict[str, Kept]:
    return {source.path: _one(job, source) for source in job.sources}


def _one(job: Job, source: Source) -> Kept:
    """A file, read; its bytes may be those that were read before. One that can't be read is not kept."""
    try:
        data = (job.folder / source.path).read_bytes()
    except OSError as error:
        return Kept(source.stamp, b"", unreadable(source, error))
    sum_ = digest(data)
    before = job.known.get(source.path)
    if before is not None and before.digest == sum_:
        return Kept(source.stamp, sum_, before.parsed)
    return Kept(source.stamp, sum_, parse(source, data, job.options))


def _as_bytes(job: Job, _: None) -> tuple[None, bytes]:
    """A pipe takes bytes faster than objects."""
    return None, msgspec.msgpack.encode(_share(job), enc_hook=encode)
