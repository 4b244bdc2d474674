"""Examples: the sample parameters of a theme's macros, read from its examples/.

`examples/charts/wall.yaml` is what the chart of that name is drawn from. `examples/macros/timeline.yaml` lists calls of
the macros of that template, each with its parameters under `with`: `as: Line` makes a mapping the part of that name
(docs/theme-context.md), `example: small_wall` is what that chart's macro would get, and plain text is a date, a number,
true or false where it looks like one. `around` is for macros that are called around something (`{% call %}`).
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from generator.base.dates import parse_date
from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.base.text import read_text
from generator.base.yaml_text import Node, read_yaml
from generator.pages import alignment, celebrations, filters, home, parts, review, worked
from generator.words import Words

from .example_charts import CHARTS, Arguments, ChartExample
from .theme import Theme
from .theme_error import ThemeError

PARTS: Mapping[str, type[msgspec.Struct]] = {
    kind.__name__: kind
    for module in (parts, home, alignment, celebrations, filters, review, worked)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
}
"""What `as` may name."""


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One call to show: the template and its macro, what there is to see, and what it is called with. `hue` is the
    class of its value, `around` the words that it is put around ("" where it takes none)."""

    template: str
    macro: str
    title: str
    note: str
    hue: str
    arguments: Arguments
    around: str = ""


def examples(theme: Theme, words: Words) -> tuple[Example, ...]:
    """The theme's examples, and its parents' where it has none of that name: charts first, then macros, by template.
    Raises ThemeError for one that does not fit."""
    charts = {path.stem: _chart(theme, path, words) for path in _files(theme, "charts")}
    drawn = {stem: example.arguments for stem, example in charts.items()}
    return (*charts.values(), *(one for path in _files(theme, "macros") for one in _calls(theme, path, drawn)))


def _files(theme: Theme, kind: str) -> list[Path]:
    """The files of examples of a kind, the first of each name."""
    found: dict[str, Path] = {}
    for folder in reversed(theme.folders):
        found |= {path.stem: path for path in (folder / "examples" / kind).glob("*.yaml")}
    return [found[stem] for stem in sorted(found)]


def _tree(theme: Theme, file: Path) -> Node:
    path = theme.place(file)
    text, problems = read_text(file.read_bytes(), path)
    tree, said = read_yaml(text, path) if text is not None else (None, ())
    if tree is None:
        raise ThemeError(next(iter((*problems, *said)), Problem("example-unfit", Origin(path), "nothing is in it")))
    return tree


def _chart(theme: Theme, file: Path, words: Words) -> Example:
    tree, stem = _tree(theme, file), file.stem
    if stem not in CHARTS:
        raise ThemeError(_unfit(tree, f"there is no chart {stem!r}", did_you_mean(stem, CHARTS)))
    kind, make = CHARTS[stem]
    try:
        read: ChartExample = msgspec.convert(tree.value(), kind, strict=False)
        arguments = make(read, words)
    except (msgspec.ValidationError, ValueError) as error:
        raise ThemeError(_unfit(tree, str(error))) from error
    return Example(
        template=f"charts/{stem}.html",
        macro=stem,
        title=read.title,
        note=read.note,
        hue=read.hue,
        arguments=arguments,
    )


def _calls(theme: Theme, file: Path, charts: Mapping[str, Arguments]) -> Iterator[Example]:
    for _, _, node in _tree(theme, file).items:
        text = {key: child.text for key, _, child in node.items}
        if not text.get("macro"):
            raise ThemeError(_unfit(node, "no macro is named", "write `macro: …`"))
        given = node.get("with")
        yield Example(
            template=f"macros/{file.stem}.html",
            macro=text["macro"],
            title=text.get("title", text["macro"]),
            note=text.get("note", ""),
            hue=f"v-{text['value']}" if text.get("value") else "",
            arguments={name: _argument(child, charts) for name, _, child in given.items} if given else {},
            around=text.get("around", ""),
        )


_NUMBER = re.compile(r"-?\d+")
_PLAIN: Mapping[str, Any] = {"true": True, "false": False, "~": None, "": None}


def _argument(node: Node, charts: Mapping[str, Arguments]) -> Any:
    """What a macro is given for one of its parameters."""
    if node.kind == "list":
        return tuple(_argument(child, charts) for _, _, child in node.items)
    if node.kind == "scalar":
        return _plain(node) if node.plain else node.text
    if figure := node.get("example"):
        return _of_chart(figure, charts)
    wanted = node.get("as")
    if wanted is None:
        return {name: _argument(child, charts) for name, _, child in node.items}
    if wanted.text not in PARTS:
        raise ThemeError(_unfit(wanted, f"there is no part {wanted.text!r}", did_you_mean(wanted.text, PARTS)))
    try:
        return msgspec.convert(_written(node, charts), PARTS[wanted.text], strict=False)
    except msgspec.ValidationError as error:
        raise ThemeError(_unfit(node, f"it is no {wanted.text}: {error}")) from error


def _written(node: Node, charts: Mapping[str, Arguments]) -> Any:
    """A part as it was written: its type knows what its texts are."""
    if node.kind == "list":
        return [_written(child, charts) for _, _, child in node.items]
    if node.kind == "scalar":
        return node.value()
    if figure := node.get("example"):
        return _of_chart(figure, charts)
    return {name: _written(child, charts) for name, _, child in node.items if name != "as"}


def _plain(node: Node) -> Any:
    """A text that is no part's as what it looks like."""
    if node.text in _PLAIN:
        return _PLAIN[node.text]
    if day := parse_date(node.text):
        return day
    return int(node.text) if _NUMBER.fullmatch(node.text) else node.text


def _of_chart(node: Node, charts: Mapping[str, Arguments]) -> Any:
    """The figure of a chart's example."""
    if node.text not in charts or "figure" not in charts[node.text]:
        raise ThemeError(_unfit(node, f"there is no figure {node.text!r}", did_you_mean(node.text, charts)))
    return charts[node.text]["figure"]


def _unfit(node: Node, message: str, hint: str = "") -> Problem:
    return Problem("example-unfit", node.origin, message, hint)
