"""The pipeline, from a folder of Markdown to a site, read top to bottom. It passes values on and owns nothing."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import msgspec

from generator.base.problem import Problem, in_reading_order
from generator.base.stages import Stages
from generator.cache.store import FOLDER
from generator.config.schema import Site
from generator.entries import Entry
from generator.insights import gather
from generator.journal import judged as judging
from generator.journal.journal import Journal
from generator.journal.judged import Judged
from generator.journal.secrets import Secret, Secrets, has_secrets, secrets
from generator.journal.visibility import Memos, Published
from generator.pages.chrome import Chrome, chrome
from generator.pages.edition import Edition
from generator.read.discover import Found, missing
from generator.read.options import Options
from generator.read.parse import Parsed
from generator.render.artifact import Timed
from generator.render.own_words import own_text, own_words
from generator.render.theme import Theme, load_theme
from generator.render.theme_error import ThemeError
from generator.words import Words
from generator.words.sentences import setback_headings
from generator.workers.drawing import Studio
from generator.workers.glance import overlaid, show
from generator.workers.reading import AllRead, read_all
from generator.workers.recent import Recent
from generator.workers.rewording import reword, reworded
from generator.workers.updating import last_drawn, update
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


def build(request: Request, stages: Stages | None = None, recent: Recent | None = None) -> Built:
    """Read, link, gate, count, draw and write. An entry with an error is left out; the rest is built. What did not
    change since the last build is neither read nor drawn again; the site is the same, byte for byte. `recent` is for
    a process that builds again and again."""
    stages = stages or Stages()
    theme, problems = load_theme(request.folder, request.site)
    for refused in (missing(request.folder), refuse(request.folder, request.output)):
        problems += (refused,) if refused else ()
    if theme is None or problems:
        return Built(problems=problems, configuration=True)
    words = Words(request.site.language, theme.catalogues)
    said = read(request, words, stages, recent)
    if not said.found.is_whole:
        return Built(problems=said.found.problems, configuration=True)
    stages.begin("link")
    judged = judge(request, said.found, said.parsed, theme, recent.memos if recent else None)
    published, problems = judged.published(), judged.problems
    if request.holds and request.holds(problems):
        return Built(problems=problems, published=published)
    stages.begin("count")
    edition = _edition(request, theme, words, judged.whole() if request.whole else published.journal, judged)
    edition = msgspec.structs.replace(edition, counted=gather(edition.journal, request.today))
    kept_back = Secrets() if request.whole else withheld_words(published, judged.entries, request.site, theme, words)
    studio = _studio(request, theme, words, chrome(edition, theme.options, theme.theme_color))
    studio = msgspec.structs.replace(studio, secrets=kept_back.sought, read=said.sum)
    found, parsed = said.found, said.parsed if recent else ()
    del said, judged  # the journal has it all: a process that draws needs no second copy
    updated = update(studio, edition, stages)
    stages.end()
    written = updated.written
    if written is None:
        set_up = any(problem.code != "secret-found" for problem in updated.problems)  # a secret is the journal's
        return Built(problems=(*problems, *updated.problems), published=published, configuration=set_up)
    if recent:
        recent.found, recent.parsed, recent.titles = found, parsed, updated.titles
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


def touch_up(request: Request, changed: Sequence[str], recent: Recent | None = None) -> Written | None:
    """The short way, where the `changed` files only say the same in other words; None where there is none."""
    theme, problems = load_theme(request.folder, request.site)
    last = last_drawn(request.folder / FOLDER, request.output)
    if theme is None or problems or last is None:
        return None
    words = Words(request.site.language, theme.catalogues)
    found = reworded(request.folder, changed, _options(request, words), last.read, recent)
    return None if found is None else reword(_studio(request, theme, words, last.chrome), found)


def glance(request: Request, recent: Recent, changed: Collection[str], urls: Collection[str]) -> Written | None:
    """The preview's pages at `urls`, as the `changed` files make them, before the whole build; None where that has to
    come first."""
    if not request.whole:
        return None
    theme, problems = load_theme(request.folder, request.site)
    if theme is None or problems:
        return None
    words = Words(request.site.language, theme.catalogues)
    lying = overlaid(request.folder, changed, recent, _options(request, words))
    if lying is None:
        return None
    judged = judge(request, *lying, theme, recent.memos)
    if request.holds and request.holds(judged.problems):
        return None
    edition = _edition(request, theme, words, judged.whole(), judged)
    studio = _studio(request, theme, words, chrome(edition, theme.options, theme.theme_color))
    return show(studio, edition, urls, recent.titles)


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


def read(request: Request, words: Words, stages: Stages | None = None, recent: Recent | None = None) -> AllRead:
    """Every entry's file, parsed."""
    cache = request.folder / FOLDER if request.cache else None
    return read_all(request.folder, _options(request, words), cache, stages or Stages(), recent)


def _options(request: Request, words: Words) -> Options:
    return Options(bool(request.site.markdown.html), setback_headings(words))


def _edition(request: Request, theme: Theme, words: Words, journal: Journal, judged: Judged) -> Edition:
    return Edition(
        site=request.site,
        journal=journal,
        words=words,
        today=request.today,
        kinds=theme.pages,
        withheld=judged.withheld() if request.whole else None,
    )


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


def judge(request: Request, found: Found, parsed: Sequence[Parsed], theme: Theme, memos: Memos | None = None) -> Judged:
    """Every problem of the journal, and what it is for whom."""
    return judging.judge(
        found,
        parsed,
        request.site,
        request.today,
        theme.palette,
        drafts=request.drafts,
        future=request.future,
        memos=memos,
    )


def withheld_words(published: Published, entries: Sequence[Entry], site: Site, theme: Theme, words: Words) -> Secrets:
    """What must stand nowhere in the site; who withholds nothing has no secrets."""
    if not has_secrets(entries, published):
        return Secrets()
    return secrets(entries, published, site, own_text(theme), own_words(theme, words))
