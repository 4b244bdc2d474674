"""/setbacks/ : what got in the way, what was learned, how it went on."""

from collections.abc import Iterator

import msgspec

from generator.journal.records import Setback
from generator.words import figures as said
from generator.words import sentences

from .edition import Edition
from .lines import setback_line
from .page import Page
from .parts import Line

TEMPLATE = "pages/setbacks.html"


class Setbacks(msgspec.Struct, frozen=True, kw_only=True):
    """All setbacks, newest first."""

    sentence: str
    comeback: str
    setbacks: tuple[Line, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The setbacks' page, where there are any."""
    found = edition.journal.setbacks
    if found:
        sentence = sentences.setbacks(edition.words, len(found))
        returns = edition.insights.comeback
        usual = said.comeback(edition.words, returns.times, returns.median_days)
        view = Setbacks(sentence=sentence, setbacks=tuple(_line(edition, s) for s in reversed(found)), comeback=usual)
        title = edition.words.gettext("Setbacks")
        yield Page(
            url="/setbacks/", template=TEMPLATE, title=title, view=view, description=sentence, section="/reviews/"
        )


def _line(edition: Edition, setback: Setback) -> Line:
    """A setback and how it went on."""
    returns = edition.insights.comeback.returns
    after = next((one for one in returns if one.setback == setback.id), None)
    if after is None:
        sentence = said.still_open(edition.words, setback.restart)
    else:
        sentence = said.came_back(edition.words, after.end, after.days, edition.journal.win(after.win).title)
    return msgspec.structs.replace(setback_line(edition, setback), comeback=sentence)
