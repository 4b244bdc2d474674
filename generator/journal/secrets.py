"""What nobody but the writer may read, as words to look for in what is published.

The gate leaves it out; the audit (write/audit.py) makes sure of that. A title, an id or a phrase is looked for where it
is long enough to mean something, and stands in nothing that is public.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from generator.base.search import Search
from generator.base.slug import slugify
from generator.config.schema import Site
from generator.entries import Entry
from generator.entries.fields import encode
from generator.read.parse import split_date

from .journal import Journal
from .urls import spoken
from .visibility import Published, prose_private
from .withheld import Withheld
from .written import item_key

LEAST = 8
"""So many characters mean something."""
PHRASE = 5
"""So many words of a text are looked for at once: enough to be nobody else's, few enough to find half a sentence."""
_CUT = re.compile(r"""[\n\0<>&"'\\/`|\[\]{}*~.,;:!?()“”„«»‘’…]+""")
"""Signs that end a phrase: some are written in other ways in HTML, JSON or an address."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_WORDS = frozenset({"status", "visibility", "kind", "prose", "draft", "time", "colour", "unit"})


class Secret(msgspec.Struct, frozen=True, order=True):
    """A text, and the file that it stands in."""

    text: str
    path: str


class Secrets(msgspec.Struct, frozen=True):
    """What is to be looked for, and what is not, since it stands in public words too."""

    sought: tuple[Secret, ...] = ()
    unsought: tuple[Secret, ...] = ()


def has_secrets(entries: Sequence[Entry], published: Published) -> bool:
    """Whether anything is withheld."""
    return bool(published.withheld) or any(prose_private(entry) for entry in entries)


def secrets(
    entries: Sequence[Entry], published: Published, site: Site, ours: str, our_words: Collection[str]
) -> Secrets:
    """The secrets of a journal. `ours` is what every site says (its templates), `our_words` the words that its
    sentences are made of."""
    found: dict[str, str] = {}
    for entry in entries:
        for text in _withheld(entry, published.withheld):
            found.setdefault(text, entry.path)
    if not found:
        return Secrets()
    search = Search((text, text) for text in found)
    public = {text for part in (_public(published.journal, site), ours) for text in search.found(part)}
    sought: list[Secret] = []
    unsought: list[Secret] = []
    for text, path in sorted(found.items()):
        known = text in public or all(word.casefold() in our_words for word in _WORD.findall(text))
        (unsought if known else sought).append(Secret(text, path))
    return Secrets(tuple(sought), tuple(unsought))


def _withheld(entry: Entry, withheld: Mapping[str, Withheld]) -> Iterator[str]:
    """The phrases of an entry, of those of its items, or of the prose that is not published."""
    if entry.key in withheld:
        _, rest = split_date(entry.name)
        yield from _whole(entry.id, rest, spoken(rest), slugify(rest))
        yield from _told(entry.fields)
        yield from _phrases(entry.body.plain)
    elif prose_private(entry):
        yield from _whole(entry.fields.title or "")
        yield from _told(entry.fields.params)
        yield from _phrases(entry.body.plain)
    for item in entry.items:
        if item_key(entry, item.origin) in withheld:
            yield from _told(item.fields)
            yield from _phrases(item.note.plain)


def _told(fields: Any) -> Iterator[str]:
    """Every text of some keys; a title as a whole, too, and as it would stand in an address."""
    for key, text in _texts(msgspec.to_builtins(fields, enc_hook=encode), ""):
        if key in ("title", "text", "id", "aliases"):
            yield from _whole(text, slugify(text))
        if key not in _NO_WORDS:
            yield from _phrases(text)


def _texts(value: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, str(name))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, key)


def _whole(*texts: str) -> Iterator[str]:
    """Texts as they are, up to the first sign that is written in several ways."""
    for text in texts:
        yield from (piece for part in _CUT.split(text) if _means_something(piece := " ".join(part.split())))


def _phrases(text: str) -> Iterator[str]:
    """A text, a few words at a time."""
    for part in _CUT.split(text):
        words = part.split()
        for at in range(0, len(words), PHRASE):
            phrase = " ".join(words[max(0, min(at, len(words) - PHRASE)) : at + PHRASE])
            if _means_something(phrase):
                yield phrase


def _means_something(text: str) -> bool:
    return len(text) >= LEAST and sum(map(len, _WORD.findall(text))) >= LEAST // 2


def _public(journal: Journal, site: Site) -> str:
    """Everything that is public, in one text."""
    said = (
        msgspec.structs.astuple(journal),
        (site.title, site.description, site.author, site.base_url, site.seasons, site.nav, site.params),
    )
    data = msgspec.msgpack.encode(said, enc_hook=_plain)
    return data.decode("utf-8", "replace")


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else encode(value)
