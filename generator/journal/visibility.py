"""The one gate: which entries are published. Everything downstream reads only what passes here.

The law is non-interference: the public build is byte for byte the build of a copy that lacks every withheld entry and
every reference to one. It holds by construction: what is published is linked anew, from the public entries alone.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from generator.base.each import Each
from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.config.schema import Site
from generator.entries import Entry, Item, Mention

from .findings import BROKEN_KEY
from .journal import Journal
from .link import Linked, link
from .memo import Memo
from .names import Unreadable
from .withheld import Terms, Withheld, terms_of
from .written import item_key, tick_key


class Sifted(msgspec.Struct, frozen=True):
    """Everything that could be read, linked: it is not public; every problem that linking and the gate found; and what
    is withheld, by key, and why. `unread` are the keys of what could not be read."""

    linked: Linked
    problems: tuple[Problem, ...]
    withheld: Mapping[str, Withheld]
    unread: tuple[str, ...] = ()

    def everything(self) -> Mapping[str, Withheld]:
        """All that is withheld, what could not be read too."""
        return {**self.withheld, **dict.fromkeys(self.unread, Withheld.ERROR)}


class Published(msgspec.Struct, frozen=True):
    """The public journal, and what is withheld, by key, and why."""

    journal: Journal
    withheld: Mapping[str, Withheld]

    @property
    def counts(self) -> Counter[Withheld]:
        """How many entries and items are withheld for which reason."""
        return Counter(self.withheld.values())


class Memos:
    """What was linked the last time, for who publishes again and again what hardly changed: of all entries, of the
    public ones, and of those that their writer sees; and what each said of itself."""

    def __init__(self) -> None:
        self.all, self.public, self.whole = Memo(), Memo(), Memo()
        self._reasons: tuple[Terms, Each[Entry, Mapping[str, Withheld]]] | None = None

    def reasons(self, terms: Terms, entries: Iterable[Entry]) -> list[Mapping[str, Withheld]]:
        """What each entry says against itself on these terms."""
        if self._reasons is None or self._reasons[0] != terms:
            self._reasons = terms, Each(terms.reasons)
        return self._reasons[1].of(entries)


def sift(
    entries: Sequence[Entry],
    media: Sequence[str],
    unreadable: Iterable[Unreadable],
    site: Site,
    today: dt.date,
    *,
    drafts: bool = False,
    future: bool = False,
    memos: Memos | None = None,
    named: Iterable[Mention] = (),
) -> Sifted:
    """What may not be published on `today`; with `drafts` and `future` less of it. `named` is what the unreadable
    name."""
    unreadable = tuple(unreadable)
    linked = link(entries, media, unreadable, memos.all if memos else None, named)
    terms = terms_of(site, today, drafts=drafts, future=future)
    own: dict[str, Withheld] = {}
    for reasons in memos.reasons(terms, entries) if memos else map(terms.reasons, entries):
        own |= reasons
    wrong = {fault.owner for fault in linked.faults if fault.owner is not None and fault.problem.is_error}
    faulty = own | dict.fromkeys(wrong, Withheld.ERROR)
    servants = _servants(linked) if faulty or unreadable else {}
    secret = _spread(own, servants)
    withheld = _spread(faulty, servants) if wrong else secret
    problems = [fault.problem for fault in linked.faults]
    if secret or unreadable:
        hidden = {entry.key for entry in entries if prose_private(entry)}
        if said := _private_mentions(linked, secret, hidden, withheld.keys()):
            problems += [problem for problem in said.values() if problem is not None]
            withheld = _spread(faulty | dict.fromkeys(said, Withheld.ERROR), servants)
    return Sifted(linked, tuple(problems), withheld, tuple(f"{one.kind}/{one.id}" for one in unreadable))


def publish(
    entries: Sequence[Entry], media: Sequence[str], site: Site, sifted: Sifted, memos: Memos | None = None
) -> Published:
    """The journal as the public may read it."""
    withheld = sifted.withheld
    if not withheld and not sifted.unread and not any(prose_private(entry) for entry in entries):
        return Published(with_seasons(sifted.linked.journal, site), {})
    public = [_public_part(entry, withheld) for entry in entries if entry.key not in withheld]
    journal = with_seasons(link(public, media, memo=memos.public if memos else None).journal, site)
    return Published(journal, sifted.everything())


def whole(
    entries: Sequence[Entry], media: Sequence[str], site: Site, sifted: Sifted, memos: Memos | None = None
) -> Journal:
    """The journal as its writer sees it: all but what has an error. It is for the writer's own screen, and nothing of
    it is published."""
    wrong = {key: why for key, why in sifted.withheld.items() if why is Withheld.ERROR}
    if not wrong:
        return with_seasons(sifted.linked.journal, site)
    kept = [_without(entry, wrong) for entry in entries if entry.key not in wrong]
    return with_seasons(link(kept, media, memo=memos.whole if memos else None).journal, site)


def by_place(entries: Iterable[Entry], withheld: Mapping[str, Withheld]) -> dict[Origin, Withheld]:
    """What is withheld by where it is written, which is what a record knows of itself."""
    found: dict[Origin, Withheld] = {}
    if not withheld:
        return found
    holders = {key.partition("#")[0] for key in withheld}
    for entry in entries:
        if entry.key not in holders:
            continue
        keys = [(entry.key, entry.place())]
        keys += [(item_key(entry, item.origin), item.origin) for item in entry.items]
        if entry.kind == "days":
            ticks = range(len(entry.fields.habits))
            keys += [(tick_key(entry, number), entry.place(f"habits.{number}")) for number in ticks]
        found |= {place: withheld[key] for key, place in keys if key in withheld}
    return found


def with_seasons(journal: Journal, site: Site) -> Journal:
    """The journal with the seasons of its site.yaml."""
    return msgspec.structs.replace(journal, seasons=tuple(sorted(site.seasons, key=lambda season: season.start)))


def _servants(linked: Linked) -> dict[str, list[str]]:
    """By the key of each goal, habit and day, what is withheld with it: what serves it, and the items that stand in
    it."""
    found: dict[str, list[str]] = {}
    for key, served in linked.serves.items():
        for one in served:
            found.setdefault(one, []).append(key)
        if "#" in key:
            found.setdefault(key.partition("#")[0], []).append(key)
    return found


def _spread(own: Mapping[str, Withheld], servants: Mapping[str, Sequence[str]]) -> dict[str, Withheld]:
    """The strictest of each key's own reason and those of all that it serves."""
    found: dict[str, Withheld] = {}
    for why in Withheld:
        reached = [key for key, said in own.items() if said is why]
        if why is Withheld.ERROR:
            reached.append(BROKEN_KEY)
        while reached:
            key = reached.pop()
            if key not in found:
                found[key] = why
                reached += servants.get(key, ())
    del found[BROKEN_KEY]
    return dict(sorted(found.items()))


def _private_mentions(
    linked: Linked, secret: Mapping[str, Withheld], hidden: Set[str], withheld: Set[str]
) -> dict[str, Problem | None]:
    """By its owner, the public text that would show the title of what is `secret`; a label, `[[secret|label]]`, shows
    only itself. What is `withheld`, and the prose of what is `hidden`, is not published anyway.

    None for one that names what can't be read: that may be private, and its own problem is said already.
    """
    found: dict[str, Problem | None] = {}
    for use in linked.uses:
        why = Withheld.ERROR if use.target == BROKEN_KEY else secret.get(use.target)
        if not use.bare or why is None or use.owner in found or use.owner in withheld:
            continue
        if use.prose and use.owner in hidden:
            continue
        if why is Withheld.ERROR:
            found[use.owner] = None
        else:
            word = {Withheld.PRIVATE: "private", Withheld.DRAFT: "a draft", Withheld.FUTURE: "in the future"}[why]
            if use.mention.kind == "site":
                message = f"{use.mention.target} is {word}, and this would show its address"
                hint = "take the link out, or withhold this too"
            else:
                message = f"{use.mention.target!r} is {word}, and this would show its title"
                hint = f"write [[{use.mention.target}|other words]], or withhold this too"
            found[use.owner] = Problem("mention-private", use.mention.origin, message, hint)
    return found


def prose_private(entry: Entry) -> bool:
    """Whether a day keeps its words to itself."""
    return entry.kind == "days" and entry.fields.prose == "private"


def _without(entry: Entry, withheld: Mapping[str, Withheld]) -> Entry:
    """An entry without its withheld items."""
    if entry.kind != "days":
        return entry
    items: tuple[Item, ...] = tuple(item for item in entry.items if item_key(entry, item.origin) not in withheld)
    fields = entry.fields
    ticks = tuple(tick for position, tick in enumerate(fields.habits) if tick_key(entry, position) not in withheld)
    if len(ticks) != len(fields.habits):
        fields = msgspec.structs.replace(fields, habits=ticks)
    elif len(items) == len(entry.items):
        return entry
    return msgspec.structs.replace(entry, items=items, fields=fields)


def _public_part(entry: Entry, withheld: Mapping[str, Withheld]) -> Entry:
    """An entry without its withheld items, and a day with `prose: private` without its words, mood, energy, params."""
    kept = _without(entry, withheld)
    if not prose_private(entry):
        return kept
    fields = msgspec.structs.replace(kept.fields, mood=None, energy=None, title=None, params={})
    return msgspec.structs.replace(kept, fields=fields, body=type(entry.body)())
