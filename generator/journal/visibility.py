"""The one gate: which entries are published. Everything downstream reads only what passes here.

The law is non-interference: the public build is byte for byte the build of a copy that lacks every withheld entry and
every reference to one. It holds by construction: what is published is linked anew, from the public entries alone.
"""

import datetime as dt
import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.config.schema import Site
from generator.entries import Entry, Item
from generator.entries.fields import Visibility

from .journal import Journal
from .link import Linked, link
from .link_bodies import BROKEN_KEY
from .names import Unreadable
from .written import item_key, tick_key


class Withheld(enum.Enum):
    """Why something is not published; the strictest reason comes first."""

    ERROR = "error"
    PRIVATE = "private"
    DRAFT = "draft"
    FUTURE = "future"


_STRICTNESS = {reason: position for position, reason in enumerate(Withheld)}


class Published(msgspec.Struct, frozen=True):
    """The public journal, every problem that linking and the gate found, and what is withheld, by key, and why.
    `linked` is made of everything that could be read: it is not public, and `whole` alone hands it on."""

    journal: Journal
    linked: Journal
    problems: tuple[Problem, ...]
    withheld: Mapping[str, Withheld]

    @property
    def counts(self) -> Counter[Withheld]:
        """How many entries and items are withheld for which reason."""
        return Counter(self.withheld.values())


def publish(
    entries: Sequence[Entry],
    media: Sequence[str],
    unreadable: Iterable[Unreadable],
    site: Site,
    today: dt.date,
    *,
    drafts: bool = False,
    future: bool = False,
) -> Published:
    """The journal as the public may read it on `today`; with `drafts` and `future` as it will be."""
    unreadable = tuple(unreadable)
    unread = {f"{one.kind}/{one.id}": Withheld.ERROR for one in unreadable}
    linked = link(entries, media, unreadable)
    own = _own_reasons(entries, site, today, drafts, future)
    secret = _spread(own, linked, entries)
    for fault in linked.faults:
        if fault.owner is not None and fault.problem.is_error:
            own[fault.owner] = Withheld.ERROR
    withheld = _spread(own, linked, entries)
    problems = [fault.problem for fault in linked.faults]
    hidden = {entry.key for entry in entries if prose_private(entry)}
    if said := _private_mentions(linked, secret, hidden, withheld.keys()):
        problems += [problem for problem in said.values() if problem is not None]
        withheld = _spread(own | dict.fromkeys(said, Withheld.ERROR), linked, entries)
    if not withheld and not unreadable and not any(prose_private(entry) for entry in entries):
        everything = with_seasons(linked.journal, site)
        return Published(everything, everything, tuple(problems), {})
    public = [_public_part(entry, withheld) for entry in entries if entry.key not in withheld]
    return Published(
        with_seasons(link(public, media).journal, site),
        with_seasons(linked.journal, site),
        tuple(problems),
        withheld | unread,
    )


def whole(entries: Sequence[Entry], media: Sequence[str], site: Site, published: Published) -> Journal:
    """The journal as its writer sees it: all but what has an error. It is for the writer's own screen, and nothing of
    it is published."""
    wrong = {key: why for key, why in published.withheld.items() if why is Withheld.ERROR}
    if not wrong:
        return published.linked
    kept = [_without(entry, wrong) for entry in entries if entry.key not in wrong]
    return with_seasons(link(kept, media).journal, site)


def by_place(entries: Iterable[Entry], withheld: Mapping[str, Withheld]) -> dict[Origin, Withheld]:
    """What is withheld by where it is written, which is what a record knows of itself."""
    found: dict[Origin, Withheld] = {}
    for entry in entries:
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


def _own_reasons(
    entries: Iterable[Entry], site: Site, today: dt.date, drafts: bool, future: bool
) -> dict[str, Withheld]:
    """What each entry and each item says of itself, or the site says of its kind."""
    reasons: dict[str, Withheld] = {}

    def note(key: str, kind: str, fields: object, date: dt.date | None) -> None:
        visibility: Visibility | None = getattr(fields, "visibility", None)
        said = visibility.value if visibility else site.visibility.of(kind)
        if said != "public":
            reasons[key] = Withheld.PRIVATE
        elif getattr(fields, "draft", False) and not drafts:
            reasons[key] = Withheld.DRAFT
        elif date is not None and date > today and not future:
            reasons[key] = Withheld.FUTURE

    for entry in entries:
        note(entry.key, entry.kind, entry.fields, entry.date)
        for item in entry.items:
            note(item_key(entry, item.origin), f"{item.kind}s", item.fields, item.fields.date or entry.date)
        for position in range(len(entry.fields.habits) if entry.kind == "days" else 0):
            note(tick_key(entry, position), "wins", None, entry.date)
    return reasons


def _spread(own: Mapping[str, Withheld], linked: Linked, entries: Iterable[Entry]) -> dict[str, Withheld]:
    """The strictest of an entry's own reason and those of what it serves; an item's day counts too."""
    found: dict[str, Withheld | None] = {BROKEN_KEY: Withheld.ERROR}

    def reason(key: str) -> Withheld | None:
        if key not in found:
            found[key] = own.get(key)  # a circle of goals ends here, and is an error already
            reasons = [found[key], *(reason(served) for served in linked.serves.get(key, ()))]
            if "#" in key:
                reasons.append(reason(key.split("#", 1)[0]))
            found[key] = min((r for r in reasons if r), key=_STRICTNESS.__getitem__, default=None)
        return found[key]

    keys = {entry.key for entry in entries} | own.keys() | linked.serves.keys()
    return {key: why for key in sorted(keys) if (why := reason(key))}


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
    return msgspec.structs.replace(entry, items=items, fields=fields)


def _public_part(entry: Entry, withheld: Mapping[str, Withheld]) -> Entry:
    """An entry without its withheld items, and a day with `prose: private` without its words, mood, energy, params."""
    kept = _without(entry, withheld)
    if not prose_private(entry):
        return kept
    fields = msgspec.structs.replace(kept.fields, mood=None, energy=None, title=None, params={})
    return msgspec.structs.replace(kept, fields=fields, body=type(entry.body)())
