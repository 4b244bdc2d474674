"""Pages → artifacts: the files of the site, as bytes."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from jinja2 import Environment

from generator.base.url import ROOT, file_of, root_from
from generator.pages.chrome import Chrome
from generator.pages.not_found import URL as NOT_FOUND
from generator.pages.page import Page

from .theme import Theme
from .theme_error import theme_error


class Artifact(msgspec.Struct, frozen=True):
    """A file of the site: its path below the output folder, and its bytes, or the file that it is a copy of; a
    person's own `picture` is copied without what it tells of its maker."""

    path: str
    data: bytes = b""
    source: Path | None = None
    picture: bool = False


class Timed(msgspec.Struct):
    """How many pages a template drew, and in how many seconds."""

    pages: int = 0
    seconds: float = 0


def render(
    environment: Environment, theme: Theme, chrome: Chrome, pages: Iterable[Page], times: dict[str, Timed] | None = None
) -> Iterator[Artifact]:
    """Each page as its file; `times` is told how long each template took. Raises ThemeError for a template that is
    wrong."""
    for page in pages:
        begun = time.perf_counter()
        try:
            html = environment.get_template(page.template).render(chrome=chrome, page=page, view=page.view)
        except Exception as error:  # templates run anything that a theme's author writes
            raise theme_error(error, theme, environment, page.template, page.url) from error
        drawn = Artifact(file_of(page.url), html.replace(ROOT, _root(page, chrome)).encode())
        if times is not None:
            timed = times.setdefault(page.template, Timed())
            timed.pages += 1
            timed.seconds += time.perf_counter() - begun
        yield drawn


def _root(page: Page, chrome: Chrome) -> str:
    """What stands for the site's root in the page's links. 404.html stands in for pages at any depth, so its links
    begin with the path of `base_url`."""
    return urlsplit(chrome.base_url).path.rstrip("/") + "/" if page.url == NOT_FOUND else root_from(page.url)
