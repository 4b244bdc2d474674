"""Pages → artifacts: the files of the site, as bytes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from jinja2 import Environment

from generator.base.url import file_of
from generator.pages.chrome import Chrome
from generator.pages.page import Page

from .theme import Theme
from .theme_error import theme_error


class Artifact(msgspec.Struct, frozen=True):
    """A file of the site: its path below the output folder, and its bytes, or the file that it is a copy of."""

    path: str
    data: bytes = b""
    source: Path | None = None


def render(environment: Environment, theme: Theme, chrome: Chrome, pages: Iterable[Page]) -> Iterator[Artifact]:
    """Each page as its file. Raises ThemeError for a template that is wrong."""
    for page in pages:
        try:
            html = environment.get_template(page.template).render(chrome=chrome, page=page, view=page.view)
        except Exception as error:  # templates run anything that a theme's author writes
            raise theme_error(error, theme, environment, page.template, page.url) from error
        yield Artifact(file_of(page.url), html.encode())
