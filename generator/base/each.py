"""What was made of each of many things, for who makes it again and again of things that are mostly the same."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class Each(Generic[Thing, Made]):
    """What `make` makes of things; of the very things that were there the last time it is not made again."""

    def __init__(self, make: Callable[[Thing], Made]) -> None:
        self._make = make
        self._last: dict[int, tuple[Thing, Made]] = {}  # by identity, which is a thing's own as long as it is here

    def of(self, things: Iterable[Thing]) -> list[Made]:
        """One for each thing, in their order."""
        last, make = self._last, self._make
        found = [last.get(id(thing)) or (thing, make(thing)) for thing in things]
        self._last = {id(one[0]): one for one in found}
        return [made for _, made in found]
