"""What linking finds beside the records themselves: what is wrong, and who names, shows and serves whom."""

from collections.abc import Iterable
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from generator.base.origin import Origin
from generator.entries import Mention

from .names import Fault

BROKEN_KEY = "broken"


class Use(NamedTuple):
    """Somebody (an entry's or an item's key) names somebody else in running text; `bare` shows the other's title, or
    its address. `linked` is false in the text of a day's item, where `[[goal]]` says what it serves and is no link, and
    in other keys' texts; `prose` is false for what `prose: private` does not withhold."""

    owner: str
    target: str  # "broken" for what could not be read
    mention: Mention
    bare: bool
    linked: bool = True
    prose: bool = True


class Shown(NamedTuple):
    """Somebody shows a file, which stands at a url."""

    url: str
    file: str
    owner: str
    origin: Origin


class Findings:
    """Filled while a part of a journal is linked, and only read afterwards. `serves` says by the key of each win, each
    setback, each goal and each habit which goals and habits it serves, "broken" for what could not be read."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.uses: list[Use] = []
        self.shown: list[Shown] = []
        self.serves: dict[str, list[str]] = {}


def all_of(part: str, findings: Iterable[Findings]) -> list[Any]:
    """What is in one part of all findings, in order."""
    return list(chain.from_iterable(map(attrgetter(part), findings)))
