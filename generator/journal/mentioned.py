"""Who links to whom."""

from collections.abc import Iterable, Iterator, Mapping

from .findings import BROKEN_KEY, Use
from .head import Head
from .records import Mentioned

Link = tuple[str, str]
"""What is linked to, and the entry that does: their keys."""


def links(uses: Iterable[Use]) -> Iterator[Link]:
    """The links among the uses. Nobody mentions himself."""
    for use in uses:
        if use.linked and use.target != BROKEN_KEY:
            source = use.owner.partition("#")[0]
            if source != use.target:
                yield use.target, source


def mentioned(pairs: Iterable[Link], heads: Mapping[str, Head]) -> dict[str, tuple[Mentioned, ...]]:
    """Who links to whom, by the key of what is linked to; newest first, those without a date last. `heads` by key."""
    found: dict[str, dict[str, Head]] = {}
    for target, source in pairs:
        found.setdefault(target, {})[source] = heads[source]
    return {key: _newest_first(by_key.values()) for key, by_key in found.items()}


def _newest_first(heads: Iterable[Head]) -> tuple[Mentioned, ...]:
    ordered = sorted(heads, key=lambda head: (-head.date.toordinal() if head.date else 0, head.url))
    return tuple(Mentioned(head.title, head.url, head.date) for head in ordered)
