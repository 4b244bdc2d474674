"""A mistake in the journal is a value with a place; exceptions are for our own bugs."""

import difflib
import enum
from collections.abc import Iterable

import msgspec

from .origin import Origin


class Severity(enum.Enum):
    """An error withholds what it stands in; a warning only says so; advice is for who wants some, and fails nothing."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Problem(msgspec.Struct, frozen=True):
    """One thing that a person can mend.

    `code` reads as words (`goal-unknown`) and never changes; `message` says what is wrong, `hint` what to write.
    """

    code: str
    origin: Origin
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def fails(problems: Iterable[Problem], strict: bool) -> bool:
    """Whether the journal is to be refused for these: for errors, and if `strict` for warnings too."""
    grave = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(problem.severity in grave for problem in problems)


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and column, each once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.origin, p.code, p.message)))


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A hint with the nearest of `choices`, or an empty string when none is near."""
    near = nearest(word, choices)
    if not near:
        return ""
    return "did you mean " + " or ".join(f"*{choice}*" for choice in near) + "?"


def nearest(word: str, choices: Iterable[str], most: int = 2) -> list[str]:
    """Up to `most` of `choices` that look like `word`, the nearest first, cases folded."""
    folded: dict[str, str] = {}
    for choice in choices:
        folded.setdefault(choice.casefold(), choice)
    found = difflib.get_close_matches(word.casefold(), folded, n=most, cutoff=0.6)
    return [folded[name] for name in found]
