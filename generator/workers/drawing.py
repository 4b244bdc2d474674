"""Drawing: an edition → files. Much of it is shared among processes, each with its share of the pages.

A page takes about half a millisecond, a process some 20 ms to begin with: below a few hundred pages one does it. All
pages are drawn before any is written, so that a mistake in a template leaves the site as it was.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import msgspec

from generator.base.problem import Problem
from generator.base.stages import Stages
from generator.base.stamp import Stamp, stamp
from generator.base.url import file_of
from generator.cache import pages as kept
from generator.cache.fingerprint import Fingerprints, contents, file_fingerprint, of
from generator.cache.key import program
from generator.cache.pages import Made
from generator.cache.store import TEMPLATES, digest
from generator.config.schema import Site
from generator.journal.secrets import Secret
from generator.pages import REWORDED, all_files, all_pages, files_of_pages
from generator.pages.chrome import Chrome
from generator.pages.crumbs import crumbs
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.redirect import superseded
from generator.pages.structured_data import structured_data
from generator.render.artifact import Artifact, Timed, render
from generator.render.assets import as_artifacts, assets
from generator.render.environment import environment
from generator.render.theme import Theme
from generator.render.theme_error import ThemeError
from generator.words import Words
from generator.write.site import Laid
from generator.write.staging import Staged, stage
from generator.write.staging import put as place

from .holding_back import held_back, sound, told

STEP = 64
"""After so many pages it is said how far the work is."""
LEAST = 200
"""So many pages are worth a process."""


class Studio(msgspec.Struct, frozen=True, kw_only=True):
    """What pages are drawn with, and where to. `folder` is the journal's; `cache` that of what is kept, None for
    nothing; `secrets` what must stand nowhere; `read` stands for what all entries said."""

    site: Site
    theme: Theme
    words: Words
    chrome: Chrome
    offline: bool
    folder: Path
    output: Path
    cache: Path | None
    secrets: tuple[Secret, ...] = ()
    read: bytes = b""


class Job(msgspec.Struct, frozen=True):
    """One hand's share of an edition: of `hands`, the one that is `hand`. `made` is what the last build left, `around`
    stands for what is the same on all pages; `audited` says that no secret stands in what was left. Files wait in the
    folder `staging`. The first hand has the `stages`, and says how far it is."""

    studio: Studio
    edition: Edition
    made: Mapping[str, Made]
    around: bytes
    hand: int
    hands: int
    audited: bool
    staging: str
    stages: Stages | None = None


class Composed(msgspec.Struct, frozen=True):
    """A share as pages, still without the way down to each."""

    job: Job
    pages: list[Page]


class Share(msgspec.Struct, frozen=True):
    """What came of a share: the fingerprint of each of its files, those that stand as they are, how many of all are
    pages, those that may be worded anew, encoded, where they are not kept already, and which pictures are damaged; or
    the obstacles: a theme that is wrong, a secret that would be told. `times` says what each template took."""

    fingerprints: Mapping[str, bytes]
    standing: Mapping[str, Made]
    pages: int
    kept: Mapping[str, bytes]
    damaged: tuple[Problem, ...] = ()
    obstacles: tuple[Problem, ...] = ()
    times: Mapping[str, Timed] = {}


Ready = tuple[Path, list[Staged]]
Drawn = list[tuple[Laid, Stamp]]


def compose(job: Job, _: None) -> tuple[Composed, dict[str, str]]:
    """The share's pages; it says the titles of those that may be found, by url."""
    pages = []
    for page in all_pages(job.edition, job.hand, job.hands):
        pages.append(page)
        if job.stages and len(pages) % STEP == 0:
            job.stages.reach(0)
    return Composed(job, pages), {page.url: page.title for page in pages if not page.noindex}


def draw(composed: Composed, titles: Mapping[str, str]) -> tuple[Ready, Share]:
    """What does not stand as it should be, drawn. Each page and file is let go of once it is on the disk: nobody holds
    all of them."""
    job, studio = composed.job, composed.job.studio
    prints, standing, kept_pages = dict[str, bytes](), dict[str, Made](), dict[str, bytes]()
    times: dict[str, Timed] = {}
    damaged: dict[str, Problem] = {}
    obstacles: list[Problem] = []

    def stands(path: str, fingerprint: bytes) -> bool:
        prints[path] = fingerprint
        made = job.made.get(path)
        if made is None or not kept.stands(studio.output, path, made, fingerprint):
            return False
        standing[path] = made
        return True

    def pages() -> Iterator[Page]:
        fingerprint = Fingerprints(job.around).of_page
        for page in _one_by_one(composed.pages, job.stages):
            if superseded(page, titles):
                continue
            page = msgspec.structs.replace(page, crumbs=crumbs(page, titles))
            path = file_of(page.url)
            sum_, data = fingerprint(page)
            if stands(path, sum_):
                continue
            if page.template in REWORDED and getattr(page.view, "prose", None):
                kept_pages[path] = data
            yield page

    def files() -> Iterator[Artifact]:
        made = (all_files(job.edition, job.hand, job.hands), files_of_pages(job.edition, titles, job.hand, job.hands))
        found = as_artifacts(chain(*made))
        if job.hand == job.hands - 1:  # who is not the first has no share of what goes on meanwhile
            found = chain(found, assets(studio.folder, job.edition, studio.theme))
        return (file for file in found if not stands(file.path, file_fingerprint(file)))

    def stage_all(artifacts: Iterable[Artifact]) -> list[Staged]:
        coming = held_back(studio.secrets, artifacts, obstacles)
        return [stage(studio.output, job.staging, artifact) for artifact in coming]

    try:
        staged = stage_all(drawn_pages(studio, pages(), times))
        count = len(prints)
        staged += stage_all(sound(files(), studio.folder, damaged))
    except ThemeError as error:
        return (studio.output, []), Share({}, {}, 0, {}, (), (error.problem,))
    obstacles += told(studio.secrets, studio.output, () if job.audited else standing)
    prints = {path: one for path, one in prints.items() if path not in damaged}
    share = Share(prints, standing, count, kept_pages, tuple(damaged.values()), tuple(obstacles), times)
    return (studio.output, staged), share


def _one_by_one(pages: list[Page], stages: Stages | None) -> Iterator[Page]:
    """The pages, which are gone from the list when their turn is over."""
    pages.reverse()
    count = len(pages)
    while pages:
        if stages and len(pages) % STEP == 0:
            stages.reach(1 - len(pages) / count)
        yield pages.pop()


def drawn_pages(studio: Studio, pages: Iterable[Page], times: dict[str, Timed] | None = None) -> Iterator[Artifact]:
    """The pages as files, one after the other; `times` is told how long each template took. Raises ThemeError for a
    template that is wrong."""
    drawer = environment(
        studio.theme,
        studio.words,
        offline=studio.offline,
        base_url=studio.chrome.base_url,
        bytecode=studio.cache / TEMPLATES / compiled_for(studio) if studio.cache else None,
    )
    # What machines read of a page follows from the page and the chrome, so it is no part of a fingerprint.
    said = (msgspec.structs.replace(page, structured_data=structured_data(studio.site, page)) for page in pages)
    return render(drawer, studio.theme, studio.chrome, said, times)


def compiled_for(studio: Studio) -> str:
    """What stands for all that compiled templates depend on but their sources."""
    said = [contents(folder) for folder in studio.theme.catalogues if folder.is_dir()]
    return digest(program(), of(studio.site.language, said)).hex()


def put(ready: Ready, _: None) -> tuple[None, Drawn]:
    """The share's files in their places."""
    output, staged = ready
    return None, [(place(output, one), stamp(output / one.path)) for one in staged]
