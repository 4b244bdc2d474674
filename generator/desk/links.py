"""Links to elsewhere that no longer lead anywhere. The one place that asks the network, and only when it is told to."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import unquote
from urllib.request import Request, urlopen

from generator import __version__
from generator.base.origin import Origin
from generator.base.problem import Problem, Severity
from generator.base.text import read_text
from generator.entries import Entry

from .desk import Desk

PATIENCE = 10
"""Seconds that a host has to answer."""
AT_ONCE = 8
"""So many hosts are asked at a time."""
GONE = (404, 410)
"""What a host answers of a page that is not there; with other refusals it may be there for others."""

Ask = Callable[[str], str]
"""Why a url leads nowhere; "" where it leads somewhere."""

_HREF = re.compile(r'(?:href|src)="(https?://[^"]+)"')


def dead(desk: Desk, folder: Path, ask: Ask | None = None) -> tuple[Problem, ...]:
    """A warning for each link of the journal in `folder` that leads nowhere. `ask` stands in for the network."""
    places: dict[str, list[Origin]] = {}
    for entry in desk.entries:
        for url, origin in _links(entry, folder):
            places.setdefault(url, []).append(origin)
    askers = ThreadPoolExecutor(AT_ONCE)
    try:
        answers = dict(zip(places, askers.map(ask or leads_nowhere, places), strict=True))
    finally:  # Ctrl-C ends it without asking the rest
        askers.shutdown(wait=False, cancel_futures=True)
    return tuple(
        Problem("link-dead", origin, f"{url} leads nowhere: {why}", "mend the link, or take it out", Severity.WARNING)
        for url, why in answers.items()
        if why
        for origin in places[url]
    )


def _links(entry: Entry, folder: Path) -> Iterator[tuple[str, Origin]]:
    """The addresses elsewhere that an entry's words link to, each where it is written first."""
    bodies = [entry.body.html, *(item.note.html for item in entry.items)]
    urls = dict.fromkeys(unescape(url) for html in bodies for url in _HREF.findall(html))
    text = (read_text((folder / entry.path).read_bytes(), entry.path)[0] or "") if urls else ""
    for url in urls:
        found = re.search(f"(?:{re.escape(url)}|{re.escape(unquote(url))})(?![\\w/])", text)
        at = found.start() if found else 0
        place = Origin(entry.path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        yield url, place if found else Origin(entry.path)


def leads_nowhere(url: str) -> str:
    """Asks the host. It is asked for the head alone, and for the page where it has no head to give."""
    for method in ("HEAD", "GET"):
        request = Request(url, method=method, headers={"User-Agent": f"smallwins/{__version__} (a link check)"})
        try:
            with urlopen(request, timeout=PATIENCE):
                return ""
        except HTTPError as error:
            if method == "GET":
                return f"the host answers {error.code}" if error.code in GONE else ""
        except (URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            return f"no answer in {PATIENCE} s" if isinstance(reason, TimeoutError) else str(reason)
    return ""
