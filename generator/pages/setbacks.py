"""/setbacks/ : what got in the way, what was learned, how it went on."""

from collections.abc import Iterator

import msgspec

from generator.journal.records import Setback
from generator.words import figures as said
from generator.words import sentences

from .edition import Edition
from .lines import setback_line
from .page import Page
from .paging import page_url, paged, pager
from .parts import Line, Pager

TEMPLATE = "pages/setbacks.html"
URL = "/setbacks/"


class Setbacks(msgspec.Struct, frozen=True, kw_only=True):
    """All setbacks, newest first."""

    sentence: str
    comeback: str
    setbacks: tuple[Line, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The setbacks' page, where there are any."""
    found = edition.journal.setbacks
    if not found:
        return
    words, returns = edition.words, edition.insights.comeback
    title, sentence = words.gettext("Setbacks"), sentences.setbacks(words, len(found))
    parts = paged(found, lambda setback: setback.date)
    for number, part in enumerate(parts, start=1):
        view = Setbacks(
            sentence=sentence,
            comeback=said.comeback(words, returns.times, returns.median_days),
            setbacks=tuple(_line(edition, setback) for setback in reversed(part)),
            pager=pager(words, URL, number, len(parts)),
        )
        url = page_url(URL, number, len(parts))
        yield Page(url=url, template=TEMPLATE, title=title, view=view, description=sentence, section="/reviews/")


def _line(edition: Edition, setback: Setback) -> Line:
    """A setback and how it went on."""
    returns = edition.insights.comeback.returns
    after = next((one for one in returns if one.setback == setback.id), None)
    if after is None:
        sentence = said.still_open(edition.words, setback.restart)
    else:
        sentence = said.came_back(edition.words, after.end, after.days, edition.journal.win(after.win).title)
    return msgspec.structs.replace(setback_line(edition, setback), comeback=sentence)
