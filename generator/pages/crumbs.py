"""The way down to a page: home, and every page whose url its own begins with."""

from collections.abc import Iterable, Iterator

import msgspec

from .page import Page
from .parts import Link


def with_crumbs(pages: Iterable[Page], home: str) -> Iterator[Page]:
    """The pages, each with its way from `home`, the site's title; a page that asks not to be found has none."""
    listed = tuple(pages)
    titles = {page.url: page.title for page in listed} | {"/": home}
    for page in listed:
        if page.noindex or page.url == "/":
            yield page
        else:
            yield msgspec.structs.replace(
                page, crumbs=tuple(Link(titles[url], url) for url in _above(page.url, titles))
            )


def _above(url: str, known: dict[str, str]) -> Iterator[str]:
    """Every known url above `url`, the shortest first."""
    steps = url.strip("/").split("/")
    for depth in range(len(steps)):
        above = "/" + "".join(f"{step}/" for step in steps[:depth])
        if above in known:
            yield above
