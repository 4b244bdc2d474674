"""What can be said of a whole journal that no single entry shows."""

import re
from collections.abc import Callable, Iterator

from generator.base.problem import Problem, Severity, did_you_mean

from .journal import Journal

_HEX = re.compile("#[0-9a-fA-F]{6}")
Check = Callable[[Journal, tuple[str, ...]], Iterator[Problem]]


def colours(journal: Journal, palette: tuple[str, ...]) -> Iterator[Problem]:
    """A colour that is neither a name of the theme's palette nor #rrggbb."""
    for value in journal.values.values():
        written = value.colour
        if written and written not in palette and not _HEX.fullmatch(written):
            hint = did_you_mean(written, palette) or f"it is one of {', '.join(palette)}, or #rrggbb"
            message = f"there is no colour {written!r}; the theme chooses one"
            yield Problem("colour-unknown", value.origin, message, hint, Severity.WARNING)


# A new check is a function and a line here.
CHECKS: tuple[Check, ...] = (colours,)


def check(journal: Journal, palette: tuple[str, ...]) -> tuple[Problem, ...]:
    """Everything that the checks find."""
    return tuple(problem for one in CHECKS for problem in one(journal, palette))
