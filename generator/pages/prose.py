"""A body as HTML with its links, which begin at the site's root."""

from typing import Any

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup, escape

from generator.base.url import rooted
from generator.journal.records import Prose
from generator.read.markdown import split_marks


def linked(body: Prose, offline: bool = False) -> Markup:
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
