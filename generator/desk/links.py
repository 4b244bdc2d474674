"""Links to elsewhere that no longer lead anywhere. The one place that asks the network, and only when it is told to."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from html import unescape
from http.client import HTTPException
from pathlib import Path
from threading import Thread
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

WARNING = Severity.WARNING

Ask = Callable[[str], str]
"""Why a url leads nowhere; "" where it leads somewhere."""

_HREF = re.compile(r'(?:href|src)="(https?://[^"]+)"')


def addresses(desk: Desk, folder: Path) -> dict[str, list[Origin]]:
    """Every address elsewhere that the journal in `folder` links to, and where."""
    places: dict[str, list[Origin]] = {}
    for entry in desk.entries:
        for url, origin in _links(entry, folder):
            places.setdefault(url, []).append(origin)
    return places


def dead(places: Mapping[str, Sequence[Origin]], ask: Ask | None = None) -> tuple[Problem, ...]:
    """A warning for each of the `places` of an address that leads nowhere. `ask` stands in for the network."""
    answers = _asked(places, ask or leads_nowhere)
    return tuple(
        Problem("link-dead", origin, f"{url} leads nowhere: {answers[url]}", "mend the link, or take it out", WARNING)
        for url, origins in places.items()
        if answers[url]
        for origin in origins
    )


def _asked(urls: Iterable[str], ask: Ask) -> dict[str, str]:
    """What is answered of each. Nobody waits for the threads but this, so that Ctrl-C ends it at once."""
    left, answers = deque(urls), dict[str, str]()

    def work() -> None:
        with suppress(IndexError):
            while True:
                url = left.popleft()
                answers[url] = ask(url)

    askers = [Thread(target=work, daemon=True) for _ in range(min(AT_ONCE, len(left)))]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    return answers


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
        except (URLError, OSError, ValueError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            silent = isinstance(reason, TimeoutError)
            said = getattr(reason, "verify_message", "") or getattr(reason, "strerror", "") or str(reason)
            return f"no answer in {PATIENCE} s" if silent else said or type(error).__name__
    return ""
