"""The pipeline, from a folder of Markdown to a site, read top to bottom. It passes values on and owns nothing."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem, in_reading_order
from generator.base.stages import Stages
from generator.cache.store import FOLDER
from generator.config.schema import Site
from generator.insights import gather
from generator.journal.checks import check
from generator.journal.journal import Journal
from generator.journal.names import Unreadable
from generator.journal.secrets import Secret, Secrets, has_secrets, secrets
from generator.journal.visibility import Published, Withheld, by_place, publish, whole
from generator.pages.chrome import Chrome, chrome
from generator.pages.edition import Edition
from generator.read.discover import Found, discover, missing
from generator.read.options import Options
from generator.read.parse import Parsed
from generator.render.artifact import Timed
from generator.render.own_words import own_text, own_words
from generator.render.theme import Theme, load_theme
from generator.render.theme_error import ThemeError
from generator.words import Words
from generator.words.sentences import setback_headings
from generator.workers.drawing import Studio
from generator.workers.reading import read_all
from generator.workers.rewording import reword, reworded
from generator.workers.updating import kept_chrome, update
from generator.write.output import refuse
from generator.write.site import Written, write_site


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What to build: the journal's folder and its site.yaml, where to, as of which day, and how much of it. The preview
    is `whole`: what is withheld from readers is there too, marked. `holds` may say of the problems that nothing is to
    be written."""

    folder: Path
    site: Site
    output: Path
    today: dt.date
    drafts: bool = False
    future: bool = False
    offline: bool = False
    cache: bool = True
    whole: bool = False
    holds: Callable[[Sequence[Problem]], bool] | None = None


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it. `written` is None where nothing was written; `configuration` says that the site's set-up, not
    the journal, stood in the way; `unsought` are withheld words that stand in public ones too."""

    problems: tuple[Problem, ...]
    published: Published | None = None
    edition: Edition | None = None
    written: Written | None = None
    pages: int = 0
    configuration: bool = False
    unsought: tuple[Secret, ...] = ()
    stages: Mapping[str, float] = {}
    templates: Mapping[str, Timed] = {}


def build(request: Request, stages: Stages | None = None) -> Built:
    """Read, link, gate, count, draw and write. An entry with an error is left out; the rest is built. What did not
    change since the last build is neither read nor drawn again; the site is the same, byte for byte."""
    stages = stages or Stages()
    theme, problems = load_theme(request.folder, request.site)
    for refused in (missing(request.folder), refuse(request.folder, request.output)):
        problems += (refused,) if refused else ()
    if theme is None or problems:
        return Built(problems=problems, configuration=True)
    words = Words(request.site.language, theme.catalogues)
    found = discover(request.folder)
    if not found.is_whole:
        return Built(problems=found.problems, configuration=True)
    parsed = read(request, found, words, stages)
    stages.begin("link")
    published, problems = judge(request, found, parsed, theme)
    if request.holds and request.holds(problems):
        return Built(problems=problems, published=published)
    journal, withheld = whole_journal(request, found, parsed, published) if request.whole else (published.journal, None)
    stages.begin("count")
    edition = Edition(
        site=request.site,
        journal=journal,
        insights=gather(journal, request.today),
        words=words,
        today=request.today,
        kinds=theme.pages,
        withheld=withheld,
    )
    around = chrome(edition, theme.options, theme.theme_color)
    kept_back = Secrets() if request.whole else withheld_words(published, parsed, request.site, theme, words)
    studio = msgspec.structs.replace(_studio(request, theme, words, around), secrets=kept_back.sought)
    del parsed  # the journal has it all: a process that draws needs no second copy
    published = msgspec.structs.replace(published, linked=journal)  # likewise
    updated = update(studio, edition, stages)
    stages.end()
    written = updated.written
    if written is None:
        set_up = any(problem.code != "secret-found" for problem in updated.problems)  # a secret is the journal's
        return Built(problems=(*problems, *updated.problems), published=published, configuration=set_up)
    return Built(
        problems=in_reading_order((*problems, *written.problems, *updated.problems)),
        published=published,
        edition=edition,
        written=written,
        pages=updated.pages,
        unsought=kept_back.unsought,
        stages=stages.seconds,
        templates=updated.templates,
    )


def touch_up(request: Request, changed: Sequence[str]) -> Written | None:
    """The short way, where the `changed` files only say the same in other words; None where there is none."""
    theme, problems = load_theme(request.folder, request.site)
    around = kept_chrome(request.folder / FOLDER, request.output)
    if theme is None or problems or around is None:
        return None
    words = Words(request.site.language, theme.catalogues)
    found = reworded(request.folder, changed, _options(request, words))
    return None if found is None else reword(_studio(request, theme, words, around), found)


def show_gallery(request: Request) -> Built:
    """The gallery of the site's theme in the place of its pages, for who works on the theme."""
    from generator.render.gallery import gallery  # no build needs it

    theme, problems = load_theme(request.folder, request.site)
    wrong = refuse(request.folder, request.output)
    problems += (wrong,) if wrong else ()
    if theme is None or problems:
        return Built(problems=problems, configuration=True)
    try:
        drawn = gallery(theme, Words(request.site.language, theme.catalogues))
    except ThemeError as error:
        return Built(problems=(error.problem,), configuration=True)
    written = write_site(request.output, drawn)
    return Built(problems=written.problems, written=written, pages=1)


def read(request: Request, found: Found, words: Words, stages: Stages | None = None) -> list[Parsed]:
    """Every entry's file, parsed."""
    cache = request.folder / FOLDER if request.cache else None
    return read_all(request.folder, found.entries, _options(request, words), cache, stages or Stages())


def _options(request: Request, words: Words) -> Options:
    return Options(bool(request.site.markdown.html), setback_headings(words))


def _studio(request: Request, theme: Theme, words: Words, around: Chrome) -> Studio:
    return Studio(
        site=request.site,
        theme=theme,
        words=words,
        chrome=around,
        offline=request.offline,
        folder=request.folder,
        output=request.output,
        cache=request.folder / FOLDER if request.cache else None,
    )


def judge(request: Request, found: Found, parsed: list[Parsed], theme: Theme) -> tuple[Published, tuple[Problem, ...]]:
    """The public journal, and every problem of the whole one."""
    published = publish(
        [one.entry for one in parsed if one.entry is not None],
        [source.path for source in found.media],
        [Unreadable(*one.withheld) for one in parsed if one.withheld is not None],
        request.site,
        request.today,
        drafts=request.drafts,
        future=request.future,
    )
    said = [problem for one in parsed for problem in one.problems]
    return published, in_reading_order(
        [*found.problems, *said, *published.problems, *check(published.journal, theme.palette)]
    )


def whole_journal(
    request: Request, found: Found, parsed: list[Parsed], published: Published
) -> tuple[Journal, Mapping[Origin, Withheld]]:
    """The journal as its writer sees it, and by its place what readers don't see."""
    entries = [one.entry for one in parsed if one.entry is not None]
    media = [source.path for source in found.media]
    return whole(entries, media, request.site, published), by_place(entries, published.withheld)


def withheld_words(published: Published, parsed: list[Parsed], site: Site, theme: Theme, words: Words) -> Secrets:
    """What must stand nowhere in the site; who withholds nothing has no secrets."""
    entries = [one.entry for one in parsed if one.entry is not None]
    if not has_secrets(entries, published):
        return Secrets()
    return secrets(entries, published, site, own_text(theme), own_words(theme, words))
