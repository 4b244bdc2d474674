"""/setbacks/ : what got in the way, what was learned, how it went on."""

from collections.abc import Iterator

import msgspec

from generator.words import sentences

from .edition import Edition
from .lines import setback_line
from .page import Page
from .parts import Line

TEMPLATE = "pages/setbacks.html"


class Setbacks(msgspec.Struct, frozen=True, kw_only=True):
    """All setbacks, newest first."""

    sentence: str
    setbacks: tuple[Line, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The setbacks' page, where there are any."""
    found = edition.journal.setbacks
    if found:
        sentence = sentences.setbacks(edition.words, len(found))
        view = Setbacks(sentence=sentence, setbacks=tuple(setback_line(edition, s) for s in reversed(found)))
        title = edition.words.gettext("Setbacks")
        yield Page(url="/setbacks/", template=TEMPLATE, title=title, view=view, section="/reviews/")
