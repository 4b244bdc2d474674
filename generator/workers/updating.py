"""Pages → site: what would be other than it is, is drawn and written; the rest stands."""

from collections.abc import Sequence

from generator.base.problem import Problem
from generator.base.url import file_of
from generator.cache import pages as kept
from generator.cache.fingerprint import contents, file_fingerprint, fingerprints, of
from generator.cache.key import program
from generator.cache.pages import Made
from generator.cache.store import digest
from generator.pages.page import Page
from generator.render.artifact import Artifact
from generator.write.site import Written, end

from .drawing import Drawn, Studio, draw


def update(
    studio: Studio, pages: Sequence[Page], files: Sequence[Artifact]
) -> tuple[Written | None, tuple[Problem, ...]]:
    """Make the output hold these pages and files, and no others of ours; where the theme or a name is wrong, nothing
    is written."""
    key = digest(program(), str(studio.output.absolute()).encode())
    around = of(studio.chrome, studio.offline, studio.language, [contents(at) for at in studio.theme.own])
    prints = fingerprints(pages, around) | {file.path: file_fingerprint(file) for file in files}
    made = kept.load(studio.cache, key) if studio.cache else {}
    stands = kept.standing(studio.output, made, prints)
    outdated = [page for page in pages if file_of(page.url) not in stands]
    drawn = draw(studio, outdated, [file for file in files if file.path not in stands], stands)
    if not isinstance(drawn, Drawn):
        return None, drawn
    laid = {path: Made(prints[path], one.digest, taken) for path, (one, taken) in drawn.files.items()}
    if studio.cache and (laid or stands.keys() != made.keys()):
        kept.save(studio.cache, key, stands | laid)
    digests = {path: one.digest for path, one in (stands | laid).items()}
    return end(studio.output, drawn.last, digests, sum(one.written for one, _ in drawn.files.values())), ()
