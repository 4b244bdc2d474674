"""What is answered at which address."""

from collections.abc import Set

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount

from .hosts import Guard
from .pages import Pages


def app(pages: Pages, names: Set[str]) -> Starlette:
    """The preview: the site's pages, for those who know it by one of its `names`."""
    return Starlette(routes=[Mount("/", pages)], middleware=[Middleware(Guard, names=names)])
