"""Entries → Journal: everything finds what it refers to. Once over all entries, to find what is wrong and what is
private; once more over those that are published, so that nothing of the others can be felt in what remains."""

from collections.abc import Iterable, Sequence

import msgspec

from generator.base.dates import period_end, period_start
from generator.base.problem import Problem
from generator.entries import Entry
from generator.entries.fields import Next, Steps, steps

from .journal import Journal
from .link_bodies import BROKEN_KEY, RESERVED, Bodies, Use, title_of, url_of
from .link_goals import link_goals, link_values
from .link_habits import link_habits
from .link_texts import link_texts
from .link_wins import WinLinker
from .names import BROKEN, Fault, Names, Unreadable, period_of
from .records import Day, Page, Prose, Review
from .redirects import redirects
from .written import addresses, collect, item_key, skips


class Linked(msgspec.Struct, frozen=True):
    """A journal, what is wrong with it, and what the gate needs to know: who serves whom (by key; "broken" for what
    could not be read), who is named where, and every key there is."""

    journal: Journal
    faults: tuple[Fault, ...]
    serves: dict[str, list[str]]
    uses: tuple[Use, ...]


def link(entries: Iterable[Entry], media: Sequence[str], unreadable: Iterable[Unreadable] = ()) -> Linked:
    """The journal that the entries make. `media` are the files that they may show, relative to the site's folder."""
    kept, faults = _unique(sorted(entries, key=lambda entry: (entry.kind, entry.path)))
    names = Names(kept, unreadable)
    faults += names.faults
    bodies = Bodies(kept, names, media)
    kept = [link_texts(entry, bodies) for entry in kept]
    by_kind: dict[str, list[Entry]] = {}
    for entry in kept:
        by_kind.setdefault(entry.kind, []).append(entry)
    prose = {
        entry.key: bodies.link(entry.body, entry.key, entry.path)
        for entry in kept
        if entry.kind not in ("wins", "setbacks")
    }
    values = link_values(by_kind.get("values", ()), prose)
    goals = link_goals(by_kind.get("goals", ()), names, values, prose, faults)
    habits = link_habits(by_kind.get("habits", ()), names, goals, prose, faults)
    linker = WinLinker(names, goals, habits, bodies, faults)
    linker.serves |= _served_above(by_kind, names)
    faults += _same_ids(by_kind.get("days", ()))
    written_wins, written_setbacks = collect(kept, names, faults)
    where = addresses(written_wins, written_setbacks)
    wins = linker.wins(written_wins, where)
    setbacks = linker.setbacks(written_setbacks, where)
    days = {}
    for entry in by_kind.get("days", ()):
        assert entry.date is not None
        written = entry.fields
        days[entry.date] = Day(
            id=entry.id, title=written.title or "", url=url_of(entry), origin=entry.place(), body=prose[entry.key],
            params=written.params, date=entry.date, mood=written.mood, energy=written.energy,
            skips=skips(entry, names, faults), next=_next(entry, names, faults),
        )  # fmt: skip
    journal = Journal(
        values=values,
        goals=goals,
        habits=habits,
        wins=wins,
        setbacks=setbacks,
        days=dict(sorted(days.items())),
        reviews=tuple(
            sorted(
                (_review(e, names, prose, faults) for e in by_kind.get("reviews", ())), key=lambda r: (r.start, r.end)
            )
        ),
        pages={entry.id: _page(entry, prose) for entry in by_kind.get("pages", ())},
        mentioned=bodies.mentioned(),
        media=dict(sorted(bodies.media.items())),
        redirects=redirects(kept, faults),
    )
    faults += bodies.faults
    return Linked(journal, tuple(faults), linker.serves, tuple(bodies.uses))


def _served_above(by_kind: dict[str, list[Entry]], names: Names) -> dict[str, list[str]]:
    """The goal that each goal and each habit hangs on, as it is written: a parent in a circle is one too."""
    serves: dict[str, list[str]] = {}
    for kind, key in (("goals", "parent"), ("habits", "goal")):
        for entry in by_kind.get(kind, ()):
            ref = getattr(entry.fields, key)
            above = names.get(ref, "goals") if ref else None
            serves[entry.key] = [BROKEN_KEY if above is BROKEN else above] if above is not None else []
    return serves


def _unique(entries: Sequence[Entry]) -> tuple[list[Entry], list[Fault]]:
    """One entry for each id and each url, in the order given; what says the same again (the longer name, if they
    differ: "… (conflicted copy)") is a fault, and withholds both until one is gone."""
    kept: list[Entry] = []
    faults: list[Fault] = []
    keys: dict[str, Entry] = {}
    urls: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: (entry.kind, len(entry.path), entry.path)):
        first = keys.get(entry.key) or urls.get(url_of(entry))
        if first is not None:
            what = "the same day" if entry.kind == "days" else f"the id {entry.id!r}"
            hint = "put both into one file" if entry.kind == "days" else "rename one of them, or write `id:`"
            problem = Problem(
                "id-taken", entry.place("id"), f"{first.path} has {what} already; neither is published", hint
            )
            faults.append(Fault(entry.key, problem))
        elif entry.kind == "pages" and (entry.id in RESERVED or entry.id.isdigit()):
            problem = Problem(
                "url-taken", entry.place("id"), f"the site uses the address /{entry.id}/ itself", "rename the page"
            )
            faults.append(Fault(entry.key, problem))
        else:
            keys[entry.key] = urls[url_of(entry)] = entry
            kept.append(entry)
    return sorted(kept, key=lambda entry: (entry.kind, entry.path)), faults


def _same_ids(days: Sequence[Entry]) -> list[Fault]:
    """Items of a day that claim the same id."""
    faults = []
    for entry in days:
        seen: set[str] = set()
        for item in entry.items:
            if item.fields.id in seen:
                place = item.places.get("id", item.origin)
                problem = Problem(
                    "id-taken", place, f"another item of the day has the id {item.fields.id!r}", "change one of them"
                )
                faults.append(Fault(item_key(entry, item.origin), problem))
            elif item.fields.id:
                seen.add(item.fields.id)
    return faults


def _next(entry: Entry, names: Names, faults: list[Fault]) -> dict[str, tuple[Next, ...]]:
    """The next steps that a day or a review gives, by goal."""
    found = {}
    written: dict[str, Steps] = entry.fields.next
    for name, step in written.items():
        goal = _goal_of(entry, "next", name, names, faults)
        if goal:
            found[goal] = steps(step)
    return found


def _goal_of(entry: Entry, key: str, name: str, names: Names, faults: list[Fault]) -> str | None:
    answer = names.get(name, "goals")
    if answer is None:
        faults.append(Fault(None, names.unknown(name, entry.place(f"{key}.{name}"), "goals")))
    return answer.split("/", 1)[1] if isinstance(answer, str) else None


def _review(entry: Entry, names: Names, prose: dict[str, Prose], faults: list[Fault]) -> Review:
    written, period = entry.fields, period_of(entry)
    start, end = period_start(period), period_end(period)
    assert start is not None
    assert end is not None
    moving = {_goal_of(entry, "moving", name, names, faults): said for name, said in written.moving.items()}
    return Review(
        id=period, title=title_of(entry), url=f"/reviews/{period}/", origin=entry.place(), body=prose[entry.key],
        params=written.params, start=start, end=end, worked=_lines(written.worked), adjust=_lines(written.adjust),
        next=_next(entry, names, faults), moving={goal: said for goal, said in moving.items() if goal},
    )  # fmt: skip


def _lines(written: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if written is None else (written,) if isinstance(written, str) else written


def _page(entry: Entry, prose: dict[str, Prose]) -> Page:
    return Page(
        id=entry.id, title=title_of(entry), url=url_of(entry), origin=entry.place(), body=prose[entry.key],
        params=entry.fields.params, description=entry.fields.description or "",
    )  # fmt: skip
