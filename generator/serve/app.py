"""What is answered at which address."""

from collections.abc import Set
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route

from .hosts import Guard
from .pages import RESERVED, Files, Pages
from .reload import Reload

BROWSER = Path(__file__).parent / "browser"


def app(pages: Pages, reload: Reload, names: Set[str]) -> Starlette:
    """The preview: the site's pages and their news, for those who know it by one of its `names`."""
    routes = [
        Route(f"{RESERVED}/events", reload.stream),
        Mount(RESERVED, Files(directory=BROWSER)),
        Mount("/", pages),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, names=names)])
