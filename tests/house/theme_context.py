"""python -m tests.house.theme_context: docs/theme-context.md, written from the types that templates see.

What a field means stands where it is declared: in the type's docstring, or in the comment beside the field.
"""

import datetime as dt
import inspect
import pkgutil
import re
import types
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from generator import pages
from generator.pages.chrome import Chrome
from generator.pages.page import Page
from generator.render import gallery

ROOT = Path(__file__).parents[2]
DOC = ROOT / "docs/theme-context.md"
Kind = type[msgspec.Struct]
INTRODUCTION = """\
Written by `python -m tests.house.theme_context` from the types themselves; [themes.md](themes.md) says how to use it.
Three names stand in every template: `chrome`, `page` and `view`. What may be *none* is `none` in Jinja; a text that
has nothing to say is empty; a list may be empty. Urls are absolute within the site: the filter `href` makes links of
them."""
WORDS = {str: "text", int: "number", float: "number", Decimal: "number", bool: "true or false", dt.date: "date"}


def views() -> dict[str, Kind]:
    """The type of each page's view, by its template: the class that is called as its template is."""
    modules = [import_module(f"{pages.__name__}.{info.name}") for info in pkgutil.iter_modules(pages.__path__)]
    drawn = [(module.TEMPLATE, module) for module in (*modules, gallery) if hasattr(module, "TEMPLATE")]
    return {template: getattr(module, Path(template).stem.title().replace("_", "")) for template, module in drawn}


def structs_in(kind: Any) -> Iterator[Kind]:
    """The Structs that a type mentions."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not msgspec.Struct:
        yield kind
    for part in get_args(kind):
        if part is not Ellipsis:
            yield from structs_in(part)


def fields(kind: Kind) -> dict[str, Any]:
    """The type of each field."""
    return {field.name: field.type for field in msgspec.structs.fields(kind)}


def reached(*first: Kind) -> list[Kind]:
    """These and every Struct that a template can come to from them, in the order in which they are met."""
    found = list(first)
    for kind in found:
        found += [inner for type_ in fields(kind).values() for inner in structs_in(type_) if inner not in found]
    return list(dict.fromkeys(found))


def headings(kinds: list[Kind]) -> dict[Kind, str]:
    """What each type is called: two charts may each have a Plot, so that the module is named where one name is not
    enough."""
    alone = Counter(kind.__name__ for kind in kinds)
    return {
        kind: kind.__name__ if alone[kind.__name__] == 1 else f"{kind.__name__} of {kind.__module__.rpartition('.')[2]}"
        for kind in kinds
    }


def said(kind: Any, names: Mapping[Kind, str]) -> str:
    """A type in a theme author's words."""
    if kind in WORDS:
        return WORDS[kind]
    if kind is msgspec.Struct:
        return "the page's own [view](#view)"
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return f"[{names[kind]}](#{names[kind].lower().replace(' ', '-')})"
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        some = " or ".join(said(part, names) for part in parts if part is not types.NoneType)
        return f"{some}, or none" if types.NoneType in parts else some
    if origin is Literal:
        return " or ".join(f"`{part}`" for part in parts)
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        return f"list of {said(parts[0], names)}"
    if origin is tuple:
        return f"({', '.join(said(part, names) for part in parts)})"
    if origin in (dict, Mapping) or getattr(origin, "__name__", "") == "Mapping":
        return f"mapping of {said(parts[0], names)} to {said(parts[1], names)}"
    return "anything"


def remarks(kind: Kind) -> dict[str, str]:
    """The comment beside each field."""
    found = re.findall(r"^    (\w+): .*?  # (.+)$", inspect.getsource(kind), re.MULTILINE)
    return dict(found)


def section(kind: Kind, names: Mapping[Kind, str], heading: str) -> str:
    remark = remarks(kind)
    rows = [
        f"| `{name}` | {said(type_, names)}{': ' + remark[name].replace('|', 'or') if name in remark else ''} |"
        for name, type_ in fields(kind).items()
    ]
    return "\n".join([heading, "", inspect.getdoc(kind) or "", "", "| field | is |", "|---|---|", *rows, ""])


def written() -> str:
    """The whole document."""
    by_template = views()
    all_kinds = reached(Page, Chrome, *by_template.values())
    names = headings(all_kinds)
    parts = [kind for kind in all_kinds if kind not in (Page, Chrome, *by_template.values())]
    views_ = [
        section(kind, names, f"### {names[kind]}").replace("\n\n", f"\n\n`{template}`. ", 1)
        for template, kind in by_template.items()
    ]
    shared = [section(kind, names, f"### {names[kind]}") for kind in sorted(parts, key=lambda kind: names[kind])]
    return "\n".join(
        [
            "# What templates see",
            "",
            INTRODUCTION,
            "",
            section(Chrome, names, "## `chrome`"),
            section(Page, names, "## `page`"),
            "## `view`",
            "",
            "Each page has its own.",
            "",
            *views_,
            "## The parts of views",
            "",
            *shared,
        ]
    ).rstrip() + "\n"  # fmt: skip


if __name__ == "__main__":
    DOC.write_text(written(), "utf-8")
