"""Every key of site.yaml with its value, and what decided it: the file, a variable, or the default."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from generator.base.yaml_text import Node

from .load import NAME, mappings_in, paths_of, written
from .schema import Site


class Setting(msgspec.Struct, frozen=True):
    """One key ("author.name"). `source` is site.yaml, the name of a variable, or "default"; `line` is its line in
    site.yaml, 0 elsewhere."""

    key: str
    value: Any
    source: str
    line: int = 0


def settings(folder: Path, environment: Mapping[str, str]) -> tuple[Setting, ...]:
    """The settings of a site whose site.yaml `load` accepts, in the order in which they are documented."""
    root, _ = written(folder, environment)
    listed = paths_of(Site)
    found: dict[str, Setting] = {}
    for path in listed:
        key, node = ".".join(path), _at(root, path)
        inner = any(longer[: len(path)] == path for longer in listed if longer != path)
        if key.rpartition(".")[0] in found:
            continue  # it stands for all of them
        is_mapping = isinstance(_default(path), msgspec.Struct) if node is None else node.kind == "mapping"
        if inner and is_mapping:
            continue  # its keys are told one by one
        if node is None or node.is_empty:
            found[key] = Setting(key, msgspec.to_builtins(_default(path)), "default")
        else:
            place = node.origin
            found[key] = Setting(key, node.value(), place.path, place.line if place.path == NAME else 0)
    return tuple(found.values())


def _at(root: Node | None, path: tuple[str, ...]) -> Node | None:
    for key in path:
        root = root.get(key) if root is not None and root.kind == "mapping" else None
    return root


def _default(path: tuple[str, ...]) -> Any:
    """What a key is where nobody says: of a Struct's field by the name that is written."""
    value: Any = Site()
    for number, key in enumerate(path):
        field = next(field for field in msgspec.structs.fields(value) if field.encode_name == key)
        value = getattr(value, field.name)
        if number + 1 < len(path) and not isinstance(value, msgspec.Struct):
            value = mappings_in(field.type)[0]()  # a mapping may be written in the place of its default
    return value
