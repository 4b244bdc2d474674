"""What references can call: every value, goal, habit and page by its id, its title and its aliases, with its place. For
completions, for editors, and for commands that take a name."""

from collections.abc import Iterable

import msgspec

from generator.base.origin import Origin
from generator.base.problem import suggestion
from generator.entries.fields import as_tuple
from generator.journal.head import folded
from generator.journal.urls import spoken

from .desk import Desk, Why


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """An entry and all that it answers to. `kind` is its folder ("goals")."""

    kind: str
    id: str
    title: str
    aliases: tuple[str, ...]
    origin: Origin
    withheld: Why

    @property
    def calls(self) -> tuple[str, ...]:
        """Every word that a reference may use, the id first."""
        return self.id, self.title, *self.aliases


def names(desk: Desk, *kinds: str) -> tuple[Name, ...]:
    """The names of these kinds, or of all that are called by name, by kind and id. Entries with an error have none."""
    held = {"values": desk.journal.values, "goals": desk.journal.goals, "habits": desk.journal.habits}
    records = held | {"pages": desk.journal.pages}
    found = []
    for entry in sorted(desk.entries, key=lambda entry: (entry.kind, entry.id)):
        record = records.get(entry.kind, {}).get(entry.id)
        if record is not None and entry.kind in (kinds or records):
            found.append(
                Name(
                    kind=entry.kind,
                    id=entry.id,
                    title=entry.fields.title or spoken(entry.name),
                    aliases=as_tuple(entry.fields.aliases),
                    origin=entry.place(),
                    withheld=desk.why(record),
                )
            )
    return tuple(found)


def called(known: Iterable[Name], word: str) -> tuple[Name, ...]:
    """The names that answer to `word`, cases folded: the one that is called so, else all that begin so, else all with
    a word in them that does."""
    meant = folded(word)
    listed = tuple(known)
    if not meant:
        return ()
    whole = tuple(name for name in listed if any(folded(call) == meant for call in name.calls))
    begun = whole or tuple(name for name in listed if any(c.casefold().startswith(meant) for c in name.calls))
    return begun or tuple(name for name in listed if any(_has_word(call, meant) for call in name.calls))


def completions(known: Iterable[Name], begun: str) -> tuple[Name, ...]:
    """The names that `begun` may be the beginning of, or of a word in which: those by their ids first."""
    meant = begun.casefold()
    listed = tuple(known)
    by_id = [name for name in listed if name.id.startswith(meant)]
    return tuple(dict.fromkeys([*by_id, *(n for n in listed if any(_has_word(c, meant) for c in n.calls))]))


def _has_word(call: str, begun: str) -> bool:
    """Whether one of the words of a name, with what follows it, begins so."""
    words = call.replace("-", " ").casefold().split()
    return any(" ".join(words[at:]).startswith(begun) for at in range(len(words)))


def nobody(known: Iterable[Name], word: str, found: tuple[Name, ...]) -> str:
    """What to say where not exactly one name answers to `word`."""
    if found:
        return f"{word!r} may be {', '.join(name.id for name in found[:8])}"
    listed = tuple(known)
    hint = suggestion(word, (call for name in listed for call in name.calls))
    few = ", ".join(name.id for name in listed[:8])
    return f"nothing is called {word!r}. {hint or f'There are: {few}' if few else ''}".rstrip()
