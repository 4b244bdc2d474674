"""What stands before and after: days, months, stories, as they follow one another."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def neighbours(items: Sequence[Item]) -> Iterator[tuple[Item | None, Item, Item | None]]:
    """Each item between the one before it and the one after it; None at the ends."""
    return zip([None, *items], items, [*items[1:], None], strict=False)
