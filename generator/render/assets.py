"""What a site has besides pages: what machines read, styles, scripts, and the pictures that public entries show."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.base.url import file_of
from generator.pages.edition import Edition
from generator.pages.file import File

from .artifact import Artifact
from .colours import value_colours
from .favicon import favicon
from .scripts import script_files
from .styles import bundle
from .theme import Theme, theme_assets

PREVIEW = ".smallwins-preview"
"""A file that stands in a site which holds what is withheld from readers."""


def assets(folder: Path, edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """What pages bring along: styles, scripts and pictures. Pictures lie below `folder`, the journal's. Raises
    ThemeError for a theme's file that is wrong."""
    yield Artifact("assets/site.css", bundle(theme).encode())
    yield Artifact("assets/values.css", value_colours(edition.journal.values.values(), theme.palette).encode())
    yield from script_files(theme)
    own = theme_assets(theme)
    if "favicon.svg" not in own:
        yield Artifact("assets/favicon.svg", favicon(edition, theme).encode())
    for path, file_ in own.items():
        yield Artifact(f"assets/{path}", source=file_)
    if edition.is_preview:
        yield Artifact(PREVIEW, b"What is private is in here too: not to be published.\n")
    for url, path in edition.journal.media.items():
        yield Artifact(url.lstrip("/"), source=folder / path, picture=True)


def as_artifacts(files: Iterable[File]) -> Iterator[Artifact]:
    """What machines read, as files of the site."""
    return (Artifact(file_of(file.url), file.data) for file in files)
