"""New entries: a value, a goal, a habit; a win or a setback with a story of its own; a review."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.base.slug import slugify
from generator.desk.schema import schema_of
from generator.journal.names import SINGULAR
from generator.read.parse import split_date

from .blank import Value, blank
from .capture import Proposal, Refused
from .day_file import laid_out
from .item import unwritable
from .material import Material
from .refs import find

_REFERS = {"values": ("values", "--value"), "parent": ("goals", "--parent"), "goal": ("goals", "--goal")}


def named(material: Material, kind: str, title: str, given: Mapping[str, Value]) -> Proposal | Refused:
    """A value, a goal or a habit, in a file that is called as it is."""
    slug = slugify(title)
    for other in ("values", "goals", "habits", "pages"):
        for name in material.names(other):
            if slug == name.id or title.casefold() in (call.casefold() for call in name.calls):
                message = f"{name.origin.path} already answers to {title!r}"
                return (Problem("name-taken", Origin("TITLE"), message, "give it another name"),)
    return _made(material, kind, slug, {"title": title, **given})


def dated(material: Material, kind: str, title: str, date: dt.date, given: Mapping[str, Value]) -> Proposal | Refused:
    """A win or a setback with a story of its own: its day and its title are the file's name."""
    others = []
    for source, parsed in material.read.values():
        day = parsed.entry.date if parsed.entry else split_date(source.name)[0]
        if source.kind == kind and day is not None:
            others.append((day, source.name))
    return _made(material, kind, f"{laid_out(others, date)}-{slugify(title)}".rstrip("-"), {"title": title, **given})


def _made(material: Material, kind: str, name: str, given: Mapping[str, Value]) -> Proposal | Refused:
    """The file `name` of a kind, with its references made whole."""
    keys: dict[str, Value] = {}
    problems: list[Problem] = []
    for key, value in given.items():
        texts = value if isinstance(value, tuple) else (value,)
        option = "TITLE" if key == "title" else f"--{key}"
        problems += [
            Problem("text-unwritable", Origin(option), f"it would not come back as you typed it: {why}")
            for text in texts
            if (why := unwritable(text.strip(), is_field=True))
        ]
        if key in _REFERS and not problems:
            sort, option = _REFERS[key]
            found = [find(text, material.names(sort), sort, option) for text in texts]
            problems += [one for one in found if isinstance(one, Problem)]
            texts = tuple(one.id for one in found if not isinstance(one, Problem))
        keys[key] = texts[0] if texts and (isinstance(value, str) or (key == "goal" and len(texts) == 1)) else texts
    if not slugify(name.rpartition("/")[2]):
        problems.append(Problem("id-empty", Origin("TITLE"), "it has no letter or digit", "write a word or two"))
    if problems:
        return tuple(problems)
    text = blank(schema_of(kind, choices(material)), keys) + "\n"
    return proposal(material, f"content/{kind}/{name}.md", text)


def choices(material: Material) -> dict[str, dict[str, str]]:
    """What may be referred to, for examples."""
    return {kind: {name.id: name.title for name in material.names(kind)} for kind in SINGULAR}


def proposal(material: Material, path: str, text: str) -> Proposal | Refused:
    """The proposal of a whole new file; one that is there already stays."""
    if (Path(material.folder) / path).exists():
        return (Problem("file-taken", Origin(path), "it is there already", "give it another name, or edit it"),)
    word = SINGULAR.get(path.split("/")[1], path.split("/")[1].rstrip("s"))
    return Proposal(
        path=path,
        before=None,
        after=text.encode(),
        new=tuple(range(1, text.count("\n") + 2)),
        about="TITLE",
        what=f"new {word}: {path}",
        subject=path.rpartition("/")[2].removesuffix(".md"),
    )
