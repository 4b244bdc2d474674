"""What templates may ask for: links for the page that they are on, prose, dates and numbers in the site's way."""

import datetime as dt
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.base.url import absolute, rooted
from generator.journal.records import Prose
from generator.pages.prose import linked
from generator.words import Words


def install(environment: Environment, words: Words, offline: bool, base_url: str) -> None:
    """Give `environment` the filters of theme api 1."""

    @lru_cache(maxsize=4096)
    def href(url: str) -> Markup:
        """A url within the site, as a link from whichever page it stands on; an address elsewhere stays as it is."""
        return escape(rooted(url, offline) if url.startswith("/") else url)

    def permalink(url: str) -> str:
        """A url within the site as a whole address; for where the site has a `base_url`."""
        return absolute(base_url, url)

    def prose(body: Prose) -> Markup:
        """A body as HTML, each mark replaced by its link."""
        return linked(body, offline)

    environment.filters |= {
        "href": href,
        "permalink": permalink,
        "prose": prose,
        "iso": dt.date.isoformat,
        "iso_month": lambda day: f"{day.year:04}-{day.month:02}",
        "full_date": words.full_date,
        "long_date": words.long_date,
        "medium_date": words.medium_date,
        "day_month": words.day_month,
        "weekday": words.weekday,
        "weekday_short": words.weekday_short,
        "month_name": words.month_name,
        "month_short": words.month_short,
        "month_year": words.month_year,
        "number": words.number,
    }
