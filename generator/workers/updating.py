"""Edition → site: what would be other than it is, is drawn and written; the rest stands."""

import msgspec

from generator.base.problem import Problem
from generator.cache import pages as kept
from generator.cache.fingerprint import contents, of
from generator.cache.key import program
from generator.cache.pages import Made
from generator.cache.store import digest
from generator.write.manifest import Manifest
from generator.write.site import Written, begin, end

from .drawing import LEAST, Job, Share, Studio, compose, draw, put
from .team import Step, hands, run


class Updated(msgspec.Struct, frozen=True):
    """The site as it was written, and how many pages it has; or what stood in the way, and then nothing was written."""

    written: Written | None
    pages: int = 0
    problems: tuple[Problem, ...] = ()


class _ObstacleError(Exception):
    """Something stands in the way."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems


def update(studio: Studio) -> Updated:
    """Make the output hold the edition's pages and files, and no others of ours."""
    key = digest(program(), str(studio.output.absolute()).encode())
    around = of(studio.chrome, studio.offline, studio.edition.site.language, [contents(at) for at in studio.theme.own])
    made = kept.load(studio.cache, key) if studio.cache else {}
    last, prints, stands = Manifest(), dict[str, bytes](), dict[str, Made]()
    pages = 0

    def begun(shares: list[Share]) -> None:
        nonlocal last, pages
        if wrong := [share.problem for share in shares if share.problem]:
            raise _ObstacleError((wrong[0],))
        for share in shares:
            prints.update(share.fingerprints)
            stands.update(share.standing)
            pages += share.pages
        manifest, problems = begin(studio.output, [path for path in prints if path not in stands], stands)
        if manifest is None:
            raise _ObstacleError(problems)
        last = manifest

    count = hands(len(studio.edition.journal.dates), LEAST)
    jobs = [Job(studio, made, around, hand, count) for hand in range(count)]
    try:
        drawn = run(
            jobs,
            Step(compose, lambda said: {url: title for titles in said for url, title in titles.items()}),
            Step(draw, begun),
            Step(put, lambda said: {laid.path: (laid, taken) for share in said for laid, taken in share}),
        )
    except _ObstacleError as stop:
        return Updated(None, 0, stop.problems)
    laid = {path: Made(prints[path], one.digest, taken) for path, (one, taken) in drawn.items()}
    if studio.cache and (laid or stands.keys() != made.keys()):
        kept.save(studio.cache, key, stands | laid)
    digests = {path: one.digest for path, one in (stands | laid).items()}
    return Updated(end(studio.output, last, digests, sum(one.written for one, _ in drawn.values())), pages)
