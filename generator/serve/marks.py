"""Which pages of the preview readers don't see."""

import datetime as dt
from collections.abc import Mapping

from generator.journal.journal import Journal
from generator.pages.edition import Edition


def marks(edition: Edition, published: Journal) -> Mapping[str, str]:
    """By the url of each page that readers don't see, why: private, draft, future; or "partly", for a day of which they
    see something."""
    journal = edition.journal
    found = {url: why.value for url, why in edition.withheld_entries.items()}
    days = ((day.url, _day(edition, published, date)) for date, day in journal.days.items())
    return found | {url: why for url, why in days if why}


def _day(edition: Edition, published: Journal, date: dt.date) -> str:
    """Why readers don't see a day, or see less of it than its writer; "" where they see it all."""
    day, seen = edition.journal.days[date], published.days.get(date)
    why = edition.why(day)
    if why is not None:
        return why.value
    lines = (*edition.journal.wins_on(date), *edition.journal.setbacks_on(date))
    withheld = [reason for line in lines if (reason := edition.why(line))]
    return "partly" if withheld or seen is None or (day.body and not seen.body) else ""
