"""What browsers are told: how the page that they show stands now, and what is wrong with the journal. What to do about
it, nothing, new styles or a reload, is theirs to decide, so that a word that gets lost does no harm."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from generator.base.problem import Problem

from .order import Outcome
from .pages import Pages, Seen

HEARTBEAT = 15.0
"""Seconds after which something is said in any case, so that nobody in between takes the line for dead."""
MOST = 40
"""So many problems are sent; of the rest the number."""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What a browser gets. `why` says why readers don't see its page, "" where they do; where `stands` is true the site
    is the last one that could be built."""

    seen: Seen
    why: str = ""
    problems: Sequence[Any] = ()
    more: int = 0
    fault: str = ""
    stands: bool = False


class Reload:
    """Tells everybody who listens. `said` makes of a problem what is shown of it."""

    def __init__(self, pages: Pages, said: Callable[[Problem], Any]) -> None:
        self._pages = pages
        self._said = said
        self._last: Mapping[str, Any] = {}
        self._marks: Mapping[str, str] = {}
        self._bell = asyncio.Event()
        self._over = False
        self._open: Counter[str] = Counter()

    def open_pages(self) -> frozenset[str]:
        """The urls of the pages that browsers show now."""
        return frozenset(+self._open)

    def tell(self, outcome: Outcome) -> None:
        """Let everybody know what came of a build."""
        problems = sorted(outcome.problems, key=lambda problem: not problem.is_error)
        self._last = {
            "problems": [self._said(problem) for problem in problems[:MOST]],
            "more": max(0, len(problems) - MOST),
            "fault": outcome.fault,
            "stands": not outcome.drawn,
        }
        self._marks = outcome.marks if outcome.drawn else self._marks
        self._ring()

    def end(self) -> None:
        """Let everybody go."""
        self._over = True
        self._ring()

    async def stream(self, request: Request) -> Response:
        """The news of a page, as server-sent events."""
        lines = self._lines(request.query_params.get("page", "/"))
        return StreamingResponse(lines, media_type="text/event-stream", headers={"cache-control": "no-store"})

    async def _lines(self, url: str) -> AsyncIterator[bytes]:
        self._open[url] += 1
        try:
            async for line in self._news(url):
                yield line
        finally:
            self._open[url] -= 1

    async def _news(self, url: str) -> AsyncIterator[bytes]:
        last = b""
        while not self._over:
            bell = self._bell
            news = msgspec.json.encode(News(seen=self._pages.seen(url), why=self._marks.get(url, ""), **self._last))
            yield b": still here\n\n" if news == last else b"data: %b\n\n" % news
            last = news
            try:
                await asyncio.wait_for(bell.wait(), HEARTBEAT)
            except TimeoutError:
                continue

    def _ring(self) -> None:
        self._bell, rung = asyncio.Event(), self._bell
        rung.set()
