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


class Fix(msgspec.Struct, frozen=True):
    """What is certainly meant: `new` in the place of `old`, which stands at `origin`."""

    origin: Origin
    old: str
    new: str


class Problem(msgspec.Struct, frozen=True):
    """One thing that a person can mend.

    `code` reads as words (`goal-unknown`) and never changes; `message` says what is wrong, `hint` what to write, `fix`
    how a program may mend it, where there is no doubt.
    """

    code: str
    origin: Origin
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    fix: Fix | None = None

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


def suggestion(word: str, choices: Iterable[str]) -> str:
    """The same as a sentence of its own, for what is typed in a terminal: "Did you mean `build`?" """
    return did_you_mean(word, choices).replace("did", "Did", 1).replace("*", "`")


def slip(word: str, choices: Iterable[str]) -> str | None:
    """The one of `choices` that `word` is but for a slip of the finger: another case, a letter missing, doubled or too
    much, two letters exchanged, a wrong one inside. None where none is or two are; a word that ends differently may be
    a word of its own."""
    found = [choice for choice in choices if len(choice) > 2 and _is_slip(word.casefold(), choice.casefold())]
    return found[0] if len(found) == 1 and found[0] != word else None


def _is_slip(word: str, meant: str) -> bool:
    if len(word) == len(meant):
        wrong = [at for at, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return word[wrong[0]] == meant[wrong[1]] and word[wrong[1]] == meant[wrong[0]]
        return not wrong or (len(wrong) == 1 and 0 < wrong[0] < len(word) - 1)
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def nearest(word: str, choices: Iterable[str], most: int = 2) -> list[str]:
    """Up to `most` of `choices` that look like `word`, the nearest first, cases folded."""
    folded: dict[str, str] = {}
    for choice in choices:
        folded.setdefault(choice.casefold(), choice)
    found = difflib.get_close_matches(word.casefold(), folded, n=most, cutoff=0.6)
    return [folded[name] for name in found]
