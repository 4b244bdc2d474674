"""Words that say who may read an entry, and what looks like them. In doubt the entry is withheld: passing over such a
word would publish what was meant to stay."""

import difflib
import re

from .origin import Origin
from .problem import Fix, Problem, nearest, slip

HINTS = {
    "visibility": "`visibility: private` or `visibility: public`",
    "draft": "`draft: yes` or `draft: no`",
    "prose": "`prose: private` or `prose: public`",
}
KEYS = tuple(HINTS)
# Keys and values that people write when they mean those.
_MEANT = frozenset({"private", "public", "hidden", "secret", "published", "publish", "unlisted"})
_VALUES = frozenset({"private", "hidden", "secret", "draft", "unlisted"})


def means_gate(key: str, known: tuple[str, ...], value: str = "") -> str | None:
    """The gate's key that `key: value` is, or may have been meant to be, among the `known` keys; None for neither."""
    word = key.casefold()
    if word in KEYS and word in known:
        return word
    near = next((name for name in nearest(key, known) if name in KEYS), None)
    if near or word in _MEANT or _is_near(word) or value.strip().casefold() in _VALUES:
        return near or "visibility"
    return None


def _is_near(word: str) -> bool:
    """Whether a word is one that withholds, with a letter too few, too many or another: `privat`, `prive`."""
    return bool(difflib.get_close_matches(word, _VALUES, n=1, cutoff=0.8))


def unclear(key: str, origin: Origin, meant: str, value: str) -> Problem:
    """A key that nobody knows, and that may have been meant to withhold. A slip of the finger is certain only where it
    then withholds: no program publishes what nobody sees yet."""
    message = f"the key {key!r} is not known; the file is withheld in case it was meant to be"
    withholds = value.strip() == "private" if meant != "draft" else value.strip().casefold() in ("yes", "true", "on")
    fix = Fix(origin, key, meant) if withholds and slip(key, (meant,)) else None
    return Problem("gate-unclear", origin, message, f"write {HINTS[meant]}", fix=fix)


def empty(key: str, origin: Origin) -> Problem:
    """A gate's key without a value."""
    message = f"{key} says nothing; the file is withheld in case it was meant to be"
    return Problem("gate-unclear", origin, message, f"write {HINTS[key]}, or take the key out")


_LINE = re.compile(r"[ \t\u00a0]*([A-Za-z_]+)[ \t]*:[ \t]*([A-Za-z01]*)[ \t]*")


def in_prose(text: str, path: str, line: int) -> Problem | None:
    """A line of prose (the first of `text` is line `line` of the file) that is a gate's key in the wrong place: below
    an item after an empty line, above or without the front matter's dashes, with a capital letter."""
    if ":" not in text:
        return None
    for number, written in enumerate(text.split("\n")):
        found = _LINE.fullmatch(written)
        if not found:
            continue
        key, value = found[1].casefold(), found[2].casefold()
        known = (*_MEANT, "yes", "no", "true", "false", "on", "off", "1", "0", "draft", "")
        if (meant := means_gate(key, ("visibility", "draft"))) and value in known:
            place = Origin(path, line + number, found.start(1) + 1)
            message = f"`{written.strip()}` stands in the text; the file is withheld in case it was meant to be"
            hint = f"write `{meant}: …` in the front matter, between two lines --- at the top, or right below its item"
            return Problem("gate-unclear", place, message, hint)
    return None


_FENCE = re.compile(r"[ \t\u00a0]*(?:[-+=~—–]{2,}|[—–])[ \t\u00a0]*")
_KEY = re.compile(r"[ \t\u00a0]*[A-Za-z_][\w-]*[ \t]*[:=]")


def misplaced(text: str, path: str) -> Problem | None:
    """A front matter that would be read as prose: not on the first line, or between other signs than `---`."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines[:20]) if line.strip("\u00a0 \t")), None)
    if first is None or not _FENCE.fullmatch(lines[first]):
        return None
    after = next((line for line in lines[first + 1 : first + 20] if line.strip()), "")
    if not _KEY.match(after):
        return None
    message = "this looks like front matter, and would be read as text"
    hint = "begin the file with a line --- (three dashes, nothing before them), and end the front matter with another"
    return Problem("front-matter-misplaced", Origin(path, first + 1, 1), message, hint)
