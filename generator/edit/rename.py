"""Another name for a value, a goal or a habit: its file, and every reference to it, in all of the journal."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.base.slug import slugify
from generator.base.stamp import NONE
from generator.entries import Entry
from generator.entries.fields import as_tuple
from generator.journal.head import folded, head
from generator.journal.journal import Journal
from generator.journal.names import Names
from generator.journal.records import Setback, Win
from generator.read.discover import Source
from generator.read.parse import parse

from . import front
from .capture import Refused
from .manuscript import Manuscript, Splice
from .material import Material, entry_of, linked
from .references import Reference, references
from .refs import find
from .writer import Files, read


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a renaming would write: the entry's path before and after, its new id, its new title if it gets one, and
    every file that changes."""

    kind: str
    old: str
    new: str
    title: str | None
    path: str
    new_path: str
    files: Files

    @property
    def what(self) -> str:
        """In a few words."""
        return f"rename: {self.old} to {self.new if self.new != self.old else self.title}"


def rename(material: Material, kind: str, old: str, new: str, keep_alias: bool = False) -> Plan | Refused:
    """The plan to call the entry `old` of a kind `new` from now on. What is no id by itself becomes its title too.
    `keep_alias` leaves the old id as an alias, so that its address leads on."""
    found = find(old, material.names(kind), kind, "OLD")
    if isinstance(found, Problem):
        return (found,)
    entry = entry_of(material, kind, found.id)
    assert entry is not None
    if unread := _unread(material, found.id):
        return unread
    path, title = _path_of(entry, new), new.strip() if slugify(new) != new else None
    id_ = slugify(new) if entry.fields.id else slugify(path.split("/", 2)[2].removesuffix(".md"))
    if taken := _taken(material, entry, id_, title):
        return taken
    files: dict[str, tuple[bytes | None, bytes | None]] = {}
    names = Names(material.entries, map(head, material.entries))
    stays = {folded(name) for name in (*as_tuple(entry.fields.aliases), (not title and entry.fields.title) or "")}
    stays.discard(folded(found.id))
    for one in material.entries:
        data = read(material.folder, one.path) or b""
        manuscript = Manuscript(data)
        splices = []
        for reference in references(one, manuscript.text, material.options.setback_headings):
            put = _rewritten(entry, one, reference, names, stays, id_, path)
            if put not in (None, manuscript.text[reference.at : reference.end]):
                splices.append(Splice(reference.at, put, reference.end - reference.at))
        if splices:
            files[one.path] = (data, manuscript.spliced(splices))
    before = read(material.folder, entry.path) or b""
    keys = ({"id": id_} if entry.fields.id else {}) | ({"title": title} if title else {})
    after = _own(files.get(entry.path, (before, before))[1] or b"", keys, found.id if keep_alias else None)
    if after is None:
        message = "its front matter has no place where this would be read as it should"
        return (Problem("place-none", Origin(entry.path), message, "write its `title:` and `aliases:` by hand first"),)
    files[entry.path] = (before, after)
    if path != entry.path:
        files |= {path: (None, after), entry.path: (before, None)}
    plan = Plan(kind=kind, old=found.id, new=id_, title=title, path=entry.path, new_path=path, files=files)
    return _lost(material, plan) or plan


def _own(data: bytes, keys: dict[str, str], alias: str | None) -> bytes | None:
    """The entry's own file, with these keys and one alias more."""
    ways: list[Callable[[str], Sequence[Splice] | None]] = []
    if keys:
        ways.append(lambda text: front.put(text, keys))
    if alias:
        ways.append(lambda text: front.append(text, "aliases", alias))
    for way in ways:
        manuscript = Manuscript(data)
        made = way(manuscript.text)
        if made is None:
            return None
        data = manuscript.spliced(made)
    return data


def _path_of(entry: Entry, new: str) -> str:
    """Where the entry's file would be: beside where it is; with an `id:` of its own it stays."""
    if entry.fields.id:
        return entry.path
    folder, slug = posixpath.dirname(entry.path), slugify(new)
    below = slugify("/".join(folder.split("/")[2:]))
    return f"{folder}/{slug.removeprefix(f'{below}-') if below else slug}.md"


def _unread(material: Material, id_: str) -> Refused:
    """What is wrong with files that can't be read and may name it: nobody would rewrite them."""
    for source, parsed in material.read.values():
        if parsed.entry is None and id_.encode() in (read(material.folder, source.path) or b""):
            return parsed.problems
    return ()


def _taken(material: Material, entry: Entry, id_: str, title: str | None) -> Refused:
    if not id_:
        return (Problem("id-empty", Origin("NEW"), "it has no letter or digit", "write a word or two"),)
    for kind in ("values", "goals", "habits", "pages"):
        for name in material.names(kind):
            is_own = kind == entry.kind and name.id == entry.id
            same = {folded(call) for call in name.calls} & {id_, folded(title or id_)}
            if same and (not is_own or (name.id == id_ and title in (None, name.title))):
                word = "it is called so already" if is_own else f"{name.origin.path} already answers to {id_!r}"
                return (Problem("name-taken", Origin("NEW"), word, "give it another name"),)
    return ()


def _rewritten(
    entry: Entry, one: Entry, reference: Reference, names: Names, stays: set[str], id_: str, path: str
) -> str | None:
    """What a reference is to say from now on; None where it means another, or goes on meaning this one."""
    if reference.kind == "file":
        if reference.name != entry.path or path == entry.path:
            return None
        return quote(posixpath.relpath(path, posixpath.dirname(one.path)))
    if reference.kind == "site":
        old = f"/{entry.kind}/{entry.id}/"
        return f"/{entry.kind}/{id_}/" + reference.name[len(old) :] if reference.name.startswith(old) else None
    if reference.kind not in ("", entry.kind):
        return None
    if names.get(reference.name, reference.kind or "all") != entry.key or folded(reference.name) in stays:
        return None
    return id_


def _lost(material: Material, plan: Plan) -> Refused:
    """What would be wrong afterwards and was not before; or served something and would no longer."""
    kept = {path: read for path, read in material.read.items() if plan.files.get(path, (None, b""))[1] is not None}
    for path, (_, after) in plan.files.items():
        if after is not None:
            source = Source(path, path.split("/", 2)[1], NONE)
            kept[path] = (source, parse(source, after, material.options))
    journal, faults = linked(material)
    new_journal, new_faults = linked(msgspec.structs.replace(material, read=kept))
    known = {(problem.code, problem.message) for problem in faults}
    wrong = [_unsure(one) for one in new_faults if one.is_error and (one.code, one.message) not in known]
    for path, (_, parsed) in kept.items():
        if parsed.entry is None and path in plan.files:
            wrong += [problem for problem in parsed.problems if problem.is_error]
    if not wrong and list(_served(journal, plan.kind, plan.old, plan.new)) != list(
        _served(new_journal, plan.kind, "", "")
    ):
        message = "a reference to it is written in a way that can't be rewritten with certainty"
        return (
            Problem("place-none", Origin(plan.path), message, f"`aliases: [{plan.new}]` gives it the new name too"),
        )
    return tuple(dict.fromkeys(wrong))


def _unsure(problem: Problem) -> Problem:
    """Of a name that nobody answers to any more: that it was not found where it is written."""
    if not problem.code.endswith("-unknown"):
        return problem
    message = "it is named here in a way that can't be rewritten with certainty"
    return Problem("place-none", problem.origin, message, "write this in a plainer way first")


def _served(journal: Journal, kind: str, old: str, new: str) -> Iterator[tuple[object, ...]]:
    """What everything serves, with `new` for `old` among the ids of a kind."""

    def of(sort: str, ids: tuple[str | None, ...]) -> list[str]:
        return sorted(new if sort == kind and id_ == old else id_ for id_ in ids if id_)

    served: tuple[Win | Setback, ...] = (*journal.wins, *journal.setbacks)
    for one in served:
        place = one.origin.path, one.origin.line
        yield place, of("goals", one.goals), of("values", one.values), of("habits", (one.habit,))
    for goal in sorted(journal.goals.values(), key=lambda goal: new if goal.id == old and kind == "goals" else goal.id):
        yield of("goals", (goal.id, goal.parent)), of("values", goal.values)
    habits = journal.habits.values()
    yield sorted((*of("habits", (habit.id,)), *of("goals", (habit.goal,))) for habit in habits), None
    for day in journal.days.values():
        yield of("goals", tuple(day.next)), of("habits", tuple(skip.habit for skip in day.skips))
    for review in journal.reviews:
        yield of("goals", tuple(review.next)), of("goals", tuple(review.moving))
