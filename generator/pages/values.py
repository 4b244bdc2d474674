"""/values/ : what matters, and what was done for it."""

from collections.abc import Iterator

import msgspec

from generator.words import summaries

from .description import description
from .edition import Edition
from .figures import BalanceFigure, balance_figure
from .home import ValueCard, value_card
from .page import Page

TEMPLATE = "pages/values.html"


class Values(msgspec.Struct, frozen=True, kw_only=True):
    """All values, in the order of their ids."""

    values: tuple[ValueCard, ...]
    balance: BalanceFigure | None


def pages(edition: Edition) -> Iterator[Page]:
    """The values' page, where there are values."""
    cards = tuple(value_card(edition, value) for value in edition.journal.values.values())
    if cards:
        title = edition.words.gettext("Values")
        yield Page(
            url="/values/",
            template=TEMPLATE,
            title=title,
            view=Values(values=cards, balance=balance_figure(edition)),
            description=description(summaries.values(edition.words, [card.mark.title for card in cards])),
            section="/values/",
        )
