"""What every site of a theme says, whoever writes: its templates, and the words of its sentences."""

import datetime as dt
import re
from pathlib import Path

from generator.words import Words
from generator.words.catalogue import OURS

from .theme import Theme

_MESSAGE = re.compile(r'^(?:msg\w+(?:\[\d\])? )?"(.*)"$', re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_MACHINES = (
    "alternate category calscale content generator gregorian published subtitle transparent updated description "
    "authors feed_url home_page_url content_html date_published language version celebrations alignment"
)
"""What feeds, calendars and exports call their own parts."""


def own_text(theme: Theme) -> str:
    """The theme's templates, styles and scripts, its parents' and the site's own, and the choices among its options."""
    kinds = (".html", ".css", ".js")
    files = [at for root in theme.own for at in ([root] if root.is_file() else root.rglob("*")) if at.suffix in kinds]
    chosen = (str(choice) for choice in theme.options.values())
    return " ".join([_MACHINES, *chosen, *(" ".join(_read(at).split()) for at in sorted(files))])


def own_words(theme: Theme, words: Words) -> frozenset[str]:
    """The words, case-folded, that sentences and dates are made of."""
    catalogues = [at for folder in (*theme.catalogues, OURS) for at in sorted(folder.glob("*.po"))]
    texts = [part for at in catalogues for part in _MESSAGE.findall(_read(at))]
    days = [dt.date(2026, month, 1) for month in range(1, 13)] + [dt.date(2026, 1, day) for day in range(1, 8)]
    texts += [say(day) for day in days for say in (words.full_date, words.medium_date, words.month_name)]
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
