"""The way down to a page: home, and every page whose url its own begins with."""

from collections.abc import Iterator, Mapping

from .page import Page
from .parts import Link


def crumbs(page: Page, titles: Mapping[str, str]) -> tuple[Link, ...]:
    """The way to a page, among the `titles` of all pages by url; a page that asks not to be found has none."""
    if page.noindex or page.url == "/":
        return ()
    return tuple(Link(titles[url], url) for url in _above(page.url, titles))


def _above(url: str, known: Mapping[str, str]) -> Iterator[str]:
    """Every known url above `url`, the shortest first."""
    steps = url.strip("/").split("/")
    for depth in range(len(steps)):
        above = "/" + "".join(f"{step}/" for step in steps[:depth])
        if above in known:
            yield above
