"""A page's description: the first of several texts that says anything, on one line and short enough to be shown."""

from generator.journal.records import Prose

LONGEST = 180
"""Characters; search engines and previews cut what is longer, and not at a word."""


def description(*texts: str | None) -> str:
    """The first of `texts` with words in it, cut at a word; "" where none has any."""
    said = next((words for text in texts if (words := " ".join((text or "").split()))), "")
    if len(said) <= LONGEST:
        return said
    return said[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def first_line(prose: Prose) -> str:
    """The first words of a body, its first block."""
    return next((line for line in prose.plain.split("\n") if line.strip()), "")
