"""site.yaml and the environment → Site, or problems."""

import re
import zoneinfo
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec

from generator.base.convert import known_keys, places, to_struct
from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean, nearest
from generator.base.text import read_text
from generator.base.yaml_text import Node, read_yaml

from .host import address_variable
from .schema import Site

NAME = "site.yaml"
PREFIX = "SMALLWINS_"


def load(folder: Path, environment: Mapping[str, str]) -> tuple[Site | None, tuple[Problem, ...]]:
    """The site that `folder`/site.yaml describes, each key overruled by its variable (`SMALLWINS_BASE_URL`,
    `SMALLWINS_AUTHOR_NAME`); or None and everything that is wrong with it."""
    root, problems = written(folder, environment)
    if root is None:
        return None, problems
    site, said = to_struct(Site, root, strict=True)
    problems += said
    if site is None or problems:
        return None, problems
    wrong = _checks(site, places(root))
    return (None, wrong) if wrong else (_with_options(site, root), ())


def written(folder: Path, environment: Mapping[str, str]) -> tuple[Node | None, tuple[Problem, ...]]:
    """What site.yaml and the environment say, as a tree, each value with its place: the file or the variable."""
    try:
        data = (folder / NAME).read_bytes()
    except FileNotFoundError:
        hint = "go to your journal's folder, name it with -C, or begin one with `smallwins new site DIR`"
        return None, (Problem("site-missing", Origin(NAME), f"there is no {NAME} in {folder}", hint),)
    except OSError as error:
        return None, (Problem("site-unreadable", Origin(NAME), f"it can't be read: {error.strerror}"),)
    text, undecodable = read_text(data, NAME)
    if text is None:
        return None, undecodable
    root, problems = read_yaml(text, NAME)
    if problems:
        return None, problems
    if root is None or root.is_empty:
        root = Node("mapping", Origin(NAME, 1, 1), 0)
    if root.kind != "mapping":
        return None, (Problem("site-keys", root.origin, "it is not made of keys", "write `title: …`, one key a line"),)
    return root, (*_overrule(root, environment), *_of_host(root, environment))


def _with_options(site: Site, root: Node) -> Site:
    """The site with its theme's options as they stand in the tree."""
    if isinstance(site.theme, str):
        return site
    theme = root.get("theme")
    options = theme.get("options") if theme else None
    written = None if options is None or options.is_empty else options
    return msgspec.structs.replace(site, theme=msgspec.structs.replace(site.theme, options=written))


_OTHERS = frozenset({"SMALLWINS_WORKERS"})
"""Variables of ours that are no key: they say how to work, not what to make."""


def _overrule(root: Node, environment: Mapping[str, str]) -> tuple[Problem, ...]:
    """Put the environment's values in the place of the file's."""
    paths = {PREFIX + "_".join(path).upper(): path for path in paths_of(Site)}
    problems = []
    for name in sorted(environment):
        if not name.startswith(PREFIX) or name in _OTHERS:
            continue
        if name not in paths:
            near = nearest(name.removeprefix(PREFIX), (known.removeprefix(PREFIX) for known in paths))
            hint = "did you mean " + " or ".join(f"*{PREFIX}{known}*" for known in near) + "?" if near else ""
            problems.append(Problem("variable-unknown", Origin(name), "no key of site.yaml has this variable", hint))
            continue
        node, said = _node(name, environment[name])
        problems += said
        if node is not None:
            _put(root, paths[name], node)
    return tuple(problems)


def _of_host(root: Node, environment: Mapping[str, str]) -> tuple[Problem, ...]:
    """Put the address that the host knows where nobody has said one for this build."""
    said = root.get("base_url")
    if PREFIX + "BASE_URL" in environment or not (name := address_variable(environment, said.text if said else "")):
        return ()
    node, problems = _node(name, environment[name])
    if node is not None:
        _put(root, ("base_url",), node)
    return problems


def _node(name: str, value: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """A variable's value: YAML where it is a list or a mapping in brackets, else text as it stands."""
    if value.startswith(("[", "{")):
        return read_yaml(value, name)
    node = Node("scalar", Origin(name, 1, 1), 0)
    node.text = value
    return node, ()


def _put(root: Node, path: tuple[str, ...], node: Node) -> None:
    *outer, last = path
    for key in outer:
        inner = next((child for name, _, child in root.items if name == key and child.kind == "mapping"), None)
        if inner is None:
            inner = Node("mapping", node.origin, 0)
            _set(root, key, inner)
        root = inner
    _set(root, last, node)


def _set(root: Node, key: str, node: Node) -> None:
    root.items = [item for item in root.items if item[0] != key] + [(key, node.origin, node)]


def paths_of(kind: type, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The path of every key of `kind` and of the mappings in it."""
    found = []
    for field, name in zip(msgspec.structs.fields(kind), known_keys(kind), strict=True):
        found.append((*above, name))
        for part in mappings_in(field.type):
            found += paths_of(part, (*above, name))
    return found


def mappings_in(type_: Any) -> list[type]:
    """The mappings with keys of their own among a type's alternatives; a variable gives a list, or
    a mapping of names, as a whole."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return [type_]
    return (
        [] if get_origin(type_) in (tuple, dict) else [found for part in get_args(type_) for found in mappings_in(part)]
    )


_BASE_URL = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")


def _checks(site: Site, where: dict[str, Origin]) -> tuple[Problem, ...]:
    """What the types can't say."""
    problems = []
    if site.base_url and not _BASE_URL.fullmatch(site.base_url):
        hint = "write a whole address, such as https://example.org/journal/"
        problems.append(Problem("base-url", where["base_url"], f"{site.base_url!r} is no address of a site", hint))
    try:
        zoneinfo.ZoneInfo(site.timezone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        hint = did_you_mean(site.timezone, zoneinfo.available_timezones()) or "such as Europe/Berlin"
        problems.append(Problem("timezone-unknown", where["timezone"], f"there is no timezone {site.timezone!r}", hint))
    for name, target in site.publish.items():
        if sum(map(bool, (target.branch, target.rsync, target.folder))) != 1:
            message = f"the target {name!r} needs one of branch, rsync and folder, and no more"
            problems.append(Problem("target-unclear", where[f"publish.{name}"], message, "such as {branch: gh-pages}"))
    for number, season in enumerate(site.seasons):
        if season.end is not None and season.end < season.start:
            place = where[f"seasons.{number}.to"]
            problems.append(
                Problem(
                    "span-backwards", place, f"it ends on {season.end}, before it begins", "exchange `from` and `to`"
                )
            )
    return tuple(problems)
