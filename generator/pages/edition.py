"""The edition: the published journal on one day, with its figures and its language. Pages are made from it."""

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec

from generator.config.schema import Site
from generator.insights import Insights
from generator.journal.journal import Journal
from generator.words import Words

from .page import Page


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """What every page is made from; only the public journal ever gets here."""

    site: Site
    journal: Journal
    insights: Insights
    words: Words
    today: dt.date


Maker = Callable[[Edition], Iterator[Page]]
