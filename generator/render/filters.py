"""What templates may ask for: links for the page that they are on, prose, dates and numbers in the site's way."""

import datetime as dt
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markdown_it.common.utils import escapeHtml
from markupsafe import Markup, escape

from generator.base.url import absolute, rooted
from generator.journal.records import Prose
from generator.read.markdown import split_marks
from generator.words import Words


def install(environment: Environment, words: Words, offline: bool, base_url: str) -> None:
    """Give `environment` the filters of theme api 1."""

    @lru_cache(maxsize=65536)
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


def linked(body: Prose, offline: bool) -> Markup:
    """The HTML of a body with its links.

    A mark within an attribute becomes a url, one in running text a link, or only its words where it leads nowhere.
    """
    parts: list[Any] = split_marks(body.html)
    for at in range(1, len(parts), 2):
        mark: str = parts[at]
        target = body.targets[int(mark.rstrip("()"))]
        link = str(escape(rooted(target.url, offline))) if target.url else ""
        if mark.endswith("("):
            parts[at] = f'<a href="{link}">' if link else ""
        elif mark.endswith(")"):
            parts[at] = "</a>" if link else ""
        elif parts[at - 1].endswith('="'):
            parts[at] = link
        else:
            words = escapeHtml(target.text)  # as it would stand without the mark
            parts[at] = f'<a href="{link}">{words}</a>' if link else words
    return Markup("".join(parts))
