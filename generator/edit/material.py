"""What a capture works with: every file of the journal, private ones too, read and not yet linked."""

import datetime as dt
from pathlib import Path

import msgspec

from generator.base.problem import Problem
from generator.base.slug import slugify
from generator.base.stages import Stages
from generator.cache.store import FOLDER
from generator.config.schema import Site
from generator.desk.names import Name
from generator.entries import Entry
from generator.journal.journal import Journal
from generator.journal.link import link
from generator.journal.names import Unreadable
from generator.journal.visibility import with_seasons
from generator.read.discover import Source, missing
from generator.read.options import Options
from generator.read.parse import Parsed, split_date
from generator.render.theme import load_theme
from generator.words import Words
from generator.words.sentences import setback_headings
from generator.workers.reading import read_all

from .day_items import Headings
from .refs import is_open, names_of


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """A journal's files. `read` maps each entry's path to its source and what it says."""

    folder: Path
    site: Site
    options: Options
    headings: Headings
    read: dict[str, tuple[Source, Parsed]]
    media: tuple[str, ...]

    @property
    def entries(self) -> list[Entry]:
        return [parsed.entry for _, parsed in self.read.values() if parsed.entry is not None]

    @property
    def days(self) -> list[tuple[dt.date, str]]:
        """The date and the name of each day's file, also of one with an error in it."""
        found: list[tuple[dt.date, str]] = []
        for source, parsed in self.read.values():
            date = parsed.entry.date if parsed.entry else split_date(source.name)[0]
            if source.kind == "days" and date is not None:
                found.append((date, source.name))
        return found

    def names(self, kind: str, only_open: bool = False) -> tuple[Name, ...]:
        """The values, goals or habits that can be named, or those that are open."""
        return names_of((entry for entry in self.entries if is_open(entry) or not only_open), kind)


def gather(folder: Path, site: Site) -> Material | tuple[Problem, ...]:
    """The journal in `folder`, read through the cache; or why it can't be."""
    if gone := missing(folder):
        return (gone,)
    theme, _ = load_theme(folder, site)
    words = Words(site.language, theme.catalogues if theme else ())
    options = Options(bool(site.markdown.html), setback_headings(words))
    found, parsed, _ = read_all(folder, options, folder / FOLDER, Stages())
    if not found.is_whole:
        return found.problems
    return Material(
        folder=folder,
        site=site,
        options=options,
        headings=Headings(
            frozenset({"wins", words.gettext("Wins").casefold()}), options.setback_headings, words.gettext("Setbacks")
        ),
        read={source.path: (source, one) for source, one in zip(found.entries, parsed, strict=True)},
        media=tuple(source.path for source in found.media),
    )


def linked(material: Material) -> tuple[Journal, list[Problem]]:
    """The whole journal, for its writer's eyes, and what linking it found to be wrong."""
    parsed = [one for _, one in material.read.values()]
    bad = [Unreadable(*one.withheld) for one in parsed if one.withheld is not None]
    made = link(material.entries, material.media, bad, named=[name for one in parsed for name in one.named])
    return with_seasons(made.journal, material.site), [fault.problem for fault in made.faults]


def entry_of(material: Material, kind: str, id_: str) -> Entry | None:
    """The entry of that kind and id."""
    return next((entry for entry in material.entries if entry.kind == kind and entry.id == slugify(id_)), None)
