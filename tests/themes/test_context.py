"""What templates may read: the documented types and nothing else, each name where it is."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from jinja2 import Environment, meta, nodes

from generator.pages.chrome import Chrome
from generator.pages.page import Page
from generator.render.filters import install
from generator.render.theme import BUILT_IN
from generator.words import Words
from tests.house.theme_context import DOC, ROOT, fields, reached, structs_in, views, written

TEMPLATES = BUILT_IN / "drystone/templates"
FILES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
OWN = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
install(OWN, Words("en"), False, "")
KINDS = reached(Page, Chrome, *views().values())
NAMES = {name for kind in KINDS for name in fields(kind)} | {
    name for kind in KINDS for name, value in vars(kind).items() if isinstance(value, property)
}
# Of dates, of texts and mappings, of what `groupby` and `loop` give.
PLAIN = {"year", "month", "day", "split", "items", "values", "grouper", "list"} | {
    "first", "last", "index", "index0", "revindex", "length", "previtem", "nextitem", "cycle", "changed"
}  # fmt: skip


def test_the_document_is_that_of_the_types() -> None:
    assert DOC.read_text("utf-8") == written(), "python -m tests.house.theme_context"


def test_every_filter_is_documented() -> None:
    guide = (ROOT / "docs/themes.md").read_text("utf-8")
    ours = OWN.filters.keys() - Environment().filters.keys()
    assert len(ours) > 8
    assert {name for name in ours if f"`{name}`" not in guide} == set()


def test_every_block_and_option_is_documented() -> None:
    guide = (ROOT / "docs/themes.md").read_text("utf-8")
    base = parsed("layouts/base.html")
    assert {block.name for block in base.find_all(nodes.Block) if f"`{block.name}`" not in guide} == set()


@pytest.mark.parametrize("file", FILES)
def test_a_template_reads_the_three_names_and_its_own(file: str) -> None:
    """No variable comes from elsewhere: what is not set or imported here, or where it is included, is of the three."""
    tree = parsed(file)
    includers = [
        other for other in FILES if any(asked_for(node) == file for node in parsed(other).find_all(nodes.Include))
    ]
    own = {name for one in (file, *includers) for name in set_in(parsed(one))}
    assert meta.find_undeclared_variables(tree) - own <= {"chrome", "page", "view", "_", "ngettext", "once"}


def parsed(file: str) -> nodes.Template:
    return OWN.parse((TEMPLATES / file).read_text("utf-8"))


def asked_for(node: nodes.Include) -> str:
    return str(node.template.value) if isinstance(node.template, nodes.Const) else ""


def set_in(tree: nodes.Template) -> set[str]:
    """The names that a template sets, imports or defines."""
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
    return own | {node.target for node in tree.find_all(nodes.Import)} | {m.name for m in tree.find_all(nodes.Macro)}


@pytest.mark.parametrize("file", FILES)
def test_a_template_reads_documented_fields(file: str) -> None:
    tree = parsed(file)
    scope: dict[str, Any] = {"chrome": Chrome, "page": Page}
    drawn_by = "pages/home.html" if file.startswith("partials/home/") else file
    if drawn_by in views():
        scope["view"] = views()[drawn_by]
    imported = {node.target for node in tree.find_all(nodes.Import)}
    assert sorted(set(strange(tree, scope, imported))) == []


def strange(node: nodes.Node, scope: dict[str, Any], imported: set[str]) -> Iterator[str]:
    """Every `thing.name` of a template that nothing documented has. Where a thing's type is known, from a view down
    through loops, the name must be a field of that very type; elsewhere of any."""
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        scope = scope | {node.target.name: element(kind_of(node.iter, scope))}
    if isinstance(node, nodes.Macro):
        scope = scope | {arg.name: None for arg in node.args if isinstance(arg, nodes.Name)}
    if isinstance(node, nodes.Getattr) and not (isinstance(node.node, nodes.Name) and node.node.name in imported):
        kind = kind_of(node.node, scope)
        known = attributes(kind) if kind is not None else NAMES | PLAIN
        if known is not None and node.attr not in known:
            yield f"{node.lineno}: .{node.attr}"
    for child in node.iter_child_nodes():
        yield from strange(child, scope, imported)


def kind_of(node: nodes.Node, scope: dict[str, Any]) -> Any:
    """The type of an expression, None where it is not known."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name)
    if isinstance(node, nodes.Getattr):
        outer = kind_of(node.node, scope)
        found = [fields(kind)[node.attr] for kind in structs_in(outer) if node.attr in fields(kind)] if outer else []
        return found[0] if len(found) == 1 else None
    return None


def element(kind: Any) -> Any:
    """The type of what a list holds."""
    return next(
        (get_args(part)[0] for part in (kind, *get_args(kind)) if getattr(part, "__origin__", None) is tuple), None
    )


def attributes(kind: Any) -> set[str] | None:
    """The names that a value of this type has; None where it may be anything."""
    options = [part for part in (get_args(kind) or (kind,)) if part is not type(None)]
    if getattr(kind, "__origin__", None) in (tuple, dict) or not options:
        return None
    found: set[str] = set()
    for option in options:
        if isinstance(option, type) and issubclass(option, msgspec.Struct):
            found |= {*fields(option), *(name for name, value in vars(option).items() if isinstance(value, property))}
        elif option is dt.date:
            found |= {"year", "month", "day"}
        else:
            return None
    return found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ view.latset }}", ["1: .latset"]),
        ("{% for line in view.latest %}\n{{ line.txet }}{% endfor %}", ["2: .txet"]),
        ("{{ page.url }}{{ chrome.titel }}", ["1: .titel"]),
        ("{% macro m(line) %}{{ line.text }}{{ line.no_such_field }}{% endmacro %}", ["1: .no_such_field"]),
        ("{{ view.as_of.year }}{{ view.as_of.hour }}", ["1: .hour"]),
    ],
)
def test_the_check_finds_what_is_wrong(text: str, said: list[str]) -> None:
    scope = {"chrome": Chrome, "page": Page, "view": views()["pages/home.html"]}
    assert list(strange(OWN.parse(text), scope, set())) == said


def test_views_are_of_their_templates() -> None:
    """Each module of a page has a view that is called as it is, and a template that is called so too."""
    assert {Path(template).stem.title().replace("_", "") for template in views()} == {
        kind.__name__ for kind in views().values()
    }
