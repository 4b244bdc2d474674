"""Edition → site: what would be other than it is, is drawn and written; the rest stands."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.base.problem import Problem, in_reading_order
from generator.base.stages import Stages
from generator.cache import pages as kept
from generator.cache import store
from generator.cache.fingerprint import contents, of
from generator.cache.key import program
from generator.cache.pages import Made
from generator.cache.shelf import Shelf
from generator.cache.store import digest
from generator.journal.secrets import Secret
from generator.pages.chrome import Chrome
from generator.pages.edition import Edition
from generator.render.artifact import Timed
from generator.write.manifest import Manifest
from generator.write.site import Written, begin, end
from generator.write.staging import staging

from .drawing import LEAST, Job, Share, Studio, compose, draw, put
from .team import Step, hands, run

SITE = "site"
AUDITED = "audited"


class Updated(msgspec.Struct, frozen=True):
    """The site as it was written, how many pages it has, and pictures that were left out; or what stood in the way, and
    then nothing was written."""

    written: Written | None
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    templates: Mapping[str, Timed] = {}
    titles: Mapping[str, str] = {}


class Drawn(msgspec.Struct, frozen=True):
    """A site as it was drawn: what stands around its pages, and what stands for all that its entries said. Others may
    have read the entries since, so this alone knows what the site shows."""

    chrome: Chrome
    read: bytes


def keep_drawn(cache: Path, output: Path, drawn: Drawn) -> None:
    """Keep it for the page that is drawn without an edition."""
    store.keep(store.of_output(cache, output) / SITE, key_of_site(output), msgspec.msgpack.encode(drawn))


def last_drawn(cache: Path, output: Path) -> Drawn | None:
    """The site of the last build."""
    data = store.fetch(store.of_output(cache, output) / SITE, key_of_site(output))
    return msgspec.msgpack.decode(data, type=Drawn) if data else None


def kept_files(cache: Path, output: Path) -> Shelf[Made]:
    """The files that the last build made."""
    return kept.shelf(store.of_output(cache, output), key_of_site(output))


def kept_secrets(cache: Path, output: Path) -> tuple[Secret, ...] | None:
    """What was looked for in the site as it stands, and not found; None where nothing was."""
    data = store.fetch(store.of_output(cache, output) / AUDITED, key_of_site(output))
    return msgspec.msgpack.decode(data, type=tuple[Secret, ...]) if data else None


class _ObstacleError(Exception):
    """Something stands in the way."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems


def key_of_site(output: Path) -> bytes:
    """What all that was made for `output` depends on."""
    return digest(program(), str(output.absolute()).encode())


def around(studio: Studio) -> bytes:
    """What stands for everything that is the same on all pages."""
    return of(studio.chrome, studio.offline, studio.site.language, [contents(at) for at in studio.theme.own])


def update(studio: Studio, edition: Edition, stages: Stages) -> Updated:
    """Make the output hold the edition's pages and files, and no others of ours."""
    stages.begin("draw")
    shelf = kept_files(studio.cache, studio.output) if studio.cache else None
    made = shelf.notes if shelf else {}
    last, prints, stands = Manifest(), dict[str, bytes](), dict[str, Made]()
    encoded: dict[str, bytes] = {}
    damaged: list[Problem] = []
    times: dict[str, Timed] = {}
    titles: dict[str, str] = {}
    pages = 0

    def composed(said: list[dict[str, str]]) -> dict[str, str]:
        for one in said:
            titles.update(one)
        return titles

    def begun(shares: list[Share]) -> None:
        nonlocal last, pages
        if wrong := [problem for share in shares for problem in share.obstacles]:
            raise _ObstacleError(in_reading_order(wrong))
        for share in shares:
            prints.update(share.fingerprints)
            stands.update(share.standing)
            encoded.update(share.kept)
            damaged.extend(share.damaged)
            pages += share.pages
            for template, one in share.times.items():
                timed = times.setdefault(template, Timed())
                timed.pages += one.pages
                timed.seconds += one.seconds
        stages.begin("write")
        manifest, problems = begin(studio.output, [path for path in prints if path not in stands], stands)
        if manifest is None:
            raise _ObstacleError(problems)
        last = manifest

    same = around(studio)
    count = hands(len(edition.journal.dates), LEAST)
    audited = studio.cache is not None and kept_secrets(studio.cache, studio.output) == studio.secrets
    try:
        with staging(studio.output) as waiting:
            drawn = run(
                [
                    Job(studio, edition, made, same, hand, count, audited, waiting, None if hand else stages)
                    for hand in range(count)
                ],
                Step(compose, composed),
                Step(draw, begun),
                Step(put, lambda said: {laid.path: (laid, taken) for share in said for laid, taken in share}),
            )
    except _ObstacleError as stop:
        return Updated(None, 0, stop.problems)
    laid = {path: Made(prints[path], one.digest, taken) for path, (one, taken) in drawn.items()}
    if studio.cache and shelf and (laid or stands.keys() != made.keys()):
        shelf.keep({path: (one, encoded.get(path)) for path, one in (stands | laid).items()})
    if studio.cache and not audited:
        sought = msgspec.msgpack.encode(studio.secrets)
        store.keep(store.of_output(studio.cache, studio.output) / AUDITED, key_of_site(studio.output), sought)
    digests = {path: one.digest for path, one in (stands | laid).items()}
    written = end(studio.output, last, digests, sum(one.written for one, _ in drawn.values()))
    if studio.cache:
        keep_drawn(studio.cache, studio.output, Drawn(studio.chrome, studio.read))
    return Updated(written, pages, tuple(damaged), times, titles)
