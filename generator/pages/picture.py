"""The picture that a page may be shown with elsewhere: the first that its own words show."""

from generator.journal.records import Prose
from generator.read.markdown import split_marks

SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
"""What previews draw; they pass over SVG."""


def picture(prose: Prose) -> str:
    """The url of the first picture of a body, "" where it shows none."""
    parts = split_marks(prose.html)
    for words, mark in zip(parts[::2], parts[1::2], strict=False):
        if words.endswith('<img src="'):
            url = prose.targets[int(mark)].url or ""
            if url.lower().endswith(SHOWN):
                return url
    return ""
