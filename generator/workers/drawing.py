"""Drawing: pages → files. Much of it is shared among processes, each with a theme of its own.

A page takes about half a millisecond, a process some 20 ms to begin with: below a few hundred pages one does it. All
pages are drawn before any is written, so that a mistake in a template leaves the site as it was.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from generator.base.problem import Problem
from generator.base.stamp import Stamp, stamp
from generator.base.url import file_of
from generator.cache.store import TEMPLATES
from generator.pages.chrome import Chrome
from generator.pages.page import Page
from generator.render.artifact import Artifact, render
from generator.render.environment import environment
from generator.render.theme import Theme
from generator.render.theme_error import ThemeError
from generator.words import Words
from generator.write.manifest import Manifest
from generator.write.site import Laid, begin, lay

from .team import Work, hands, run

LEAST = 200
"""So many pages are worth a process."""


class Studio(msgspec.Struct, frozen=True, kw_only=True):
    """What every page is drawn with, and where to; `cache` is the folder of what is kept, None for nothing."""

    theme: Theme
    language: str
    chrome: Chrome
    offline: bool
    output: Path
    cache: Path | None


class Job(msgspec.Struct, frozen=True):
    """Some of the pages, and files that are ready."""

    studio: Studio
    pages: Sequence[Page]
    files: Sequence[Artifact]


Ready = tuple[Path, list[Artifact]]
Done = list[tuple[Laid, Stamp]]


class Drawn(msgspec.Struct, frozen=True):
    """Each file as it was laid, with its stamp, and what the last build had written."""

    files: dict[str, tuple[Laid, Stamp]]
    last: Manifest


def draw(
    studio: Studio, pages: Sequence[Page], files: Sequence[Artifact], standing: Collection[str]
) -> Drawn | tuple[Problem, ...]:
    """Draw the pages, and put them and the files where they belong, beside the ones that are `standing`; or what is
    wrong with the theme or with their names, and then nothing was written."""
    coming = [*(file_of(page.url) for page in pages), *(file.path for file in files)]
    begun: list[Manifest] = []

    def go() -> tuple[Problem, ...] | None:
        last, problems = begin(studio.output, coming, standing)
        begun.extend([last] if last else [])
        return problems or None

    count = hands(len(pages), LEAST)
    jobs = [Job(studio, pages[at::count], () if at else files) for at in range(count)]
    done, obstacle = run(Work(_prepare, _finish), jobs, go)
    if isinstance(obstacle, tuple):
        return obstacle
    return Drawn({laid.path: (laid, taken) for part in done for laid, taken in part}, begun[0])


def _prepare(job: Job) -> tuple[tuple[Problem, ...] | None, Ready]:
    studio = job.studio
    words = Words(studio.language, studio.theme.catalogues)
    bytecode = studio.cache / TEMPLATES if studio.cache else None
    drawer = environment(
        studio.theme,
        words,
        offline=studio.offline,
        base_url=studio.chrome.base_url,
        bytecode=bytecode,
    )
    try:
        drawn = list(render(drawer, studio.theme, studio.chrome, job.pages))
    except ThemeError as error:
        return (error.problem,), (studio.output, [])
    return None, (studio.output, [*drawn, *job.files])


def _finish(ready: Ready) -> Done:
    output, artifacts = ready
    laid = [lay(output, artifact) for artifact in artifacts]
    return [(one, stamp(output / one.path)) for one in laid]
