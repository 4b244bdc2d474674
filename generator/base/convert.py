"""A tree of text → the Struct of its kind, with every error of the file at once, each at its place."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar, get_args

import msgspec
from msgspec import inspect

from . import gate
from .origin import Origin
from .problem import Fix, Problem, Severity, did_you_mean, slip
from .yaml_text import Node

T = TypeVar("T", bound=msgspec.Struct)


def decode(kind: type, value: object) -> Any:
    """msgspec's hook for the types that it doesn't know: they have a `parse` that says in words what is wrong."""
    if not isinstance(value, str):
        raise ValueError("it can't be a list or a mapping")
    return kind.parse(value)  # type: ignore[attr-defined]  # every custom type of a key has one


def to_struct(
    kind: type[T], node: Node, lists: tuple[str, ...] = (), strict: bool = False
) -> tuple[T | None, tuple[Problem, ...]]:
    """The Struct `kind` that the mapping `node` is, or None, and all problems. Keys named in `lists` are left out:
    their items are converted one by one by the caller, so that one wrong item does not cost the others. `strict`
    makes an error of every key that nobody knows."""
    problems = list(_unknown_keys(kind, node, lists, strict))
    known = _types(kind)
    values = {
        key: child.value() for key, _, child in node.items if key in known and key not in lists and not child.is_empty
    }
    try:
        struct = msgspec.convert(values, kind, strict=False, dec_hook=decode)
    except msgspec.ValidationError as wrong:
        struct = None
        found: list[Problem] = []
        for key, origin, child in node.items:
            if key in values:
                found += _errors(child, known[key], key, origin)
        present = values.keys()
        missing = [name for name in _required(kind) if name not in present]
        found += [_missing(name, node.origin) for name in missing]
        # Should msgspec object to the whole and to no part, its own words are better than none.
        problems += found or [Problem("key-shape", node.origin, str(wrong), "look at the keys one by one")]
    except RecursionError:
        return None, (Problem("yaml-too-deep", node.origin, "nested too deeply"),)
    said = {problem.origin for problem in problems}
    problems += [far for far in _far_dates(node) if far.origin not in said]
    if any(problem.is_error for problem in problems):
        return None, tuple(problems)
    return struct, tuple(problems)


_FAR = re.compile(r"(?:0\d{3}|9\d{3})-\d\d-\d\d")
_DATE_KEYS = frozenset({"date", "started", "by", "ended", "from", "to", "on", "done", "rewarded"})


def _far_dates(node: Node) -> list[Problem]:
    """Dates that the calendar has and no journal needs: a day before or after them would fall off its end."""
    found = []
    for key, _, child in node.items:
        if key in _DATE_KEYS and _FAR.fullmatch(child.text):
            message = f"{child.text!r} is no date of a journal"
            found.append(Problem("date-unreadable", child.origin, message, "write a year from 1000 to 8999"))
        found += _far_dates(child)
    return found


def places(node: Node, prefix: str = "") -> dict[str, Origin]:
    """Where each value below `node` was written, by its path of keys and positions ("milestones.1.at")."""
    found: dict[str, Origin] = {}
    for number, (key, _, child) in enumerate(node.items):
        path = f"{prefix}{key if node.kind == 'mapping' else number}"
        found[path] = child.origin
        if child.items:
            found |= places(child, path + ".")
    return found


@lru_cache(maxsize=64)
def _types(kind: type) -> dict[str, Any]:
    """The type of each key that `kind` takes, by the name that is written."""
    return {field.encode_name: field.type for field in msgspec.structs.fields(kind)}


@lru_cache(maxsize=64)
def _required(kind: type) -> tuple[str, ...]:
    return tuple(field.encode_name for field in msgspec.structs.fields(kind) if field.required)


def known_keys(kind: type) -> tuple[str, ...]:
    """The keys that `kind` takes, in the order in which they are documented."""
    return tuple(_types(kind))


def unknown_key(key: str, origin: Origin, known: tuple[str, ...], value: str = "") -> Problem:
    """What to say of a key that nobody knows; an error where it may have been meant to withhold the entry."""
    if meant := gate.means_gate(key, known, value):
        return gate.unclear(key, origin, meant, value)
    hint = did_you_mean(key, known) or "keys of your own belong under `params:`"
    message = f"the key {key!r} is not known here"
    return Problem("key-unknown", origin, message, hint, Severity.WARNING, _fix(key, origin, known))


def _fix(word: str, origin: Origin, choices: Iterable[str]) -> Fix | None:
    """A slip of the finger, mended."""
    meant = slip(word, choices)
    return Fix(origin, word, meant) if meant else None


def _unknown_keys(kind: type, node: Node, lists: tuple[str, ...], strict: bool) -> list[Problem]:
    known = (*_types(kind), *lists)
    unknown = [(key, origin, child.text) for key, origin, child in node.items if key not in known]
    if strict:
        return [
            Problem("key-unknown", origin, f"the key {key!r} is not known here", did_you_mean(key, known))
            for key, origin, _ in unknown
        ]
    empty = [gate.empty(key, origin) for key, origin, child in node.items if key in gate.KEYS and child.is_empty]
    return [unknown_key(key, origin, known, value) for key, origin, value in unknown] + empty


def _errors(node: Node, type_: Any, key: str, key_origin: Origin) -> list[Problem]:
    """Every error below one key: list items and keys of inner mappings are looked at one by one."""
    by_name = _value_type(type_)
    if by_name is not None and node.kind == "mapping":
        return [problem for name, origin, child in node.items for problem in _errors(child, by_name, name, origin)]
    struct = _struct_in(type_)
    if node.kind == "mapping" and struct is not None:
        known = _types(struct)
        found: list[Problem] = []
        for inner, origin, child in node.items:
            if inner not in known:
                hint = did_you_mean(inner, known) or f"it takes {', '.join(known)}"
                if inner.isdigit():
                    hint = "a comma ends a value here: write 1200 for a thousand and more, 5.5 for a fraction"
                message = f"the key {inner!r} is not known in {key!r}"
                found.append(Problem("key-unknown", origin, message, hint, fix=_fix(inner, origin, known)))
            elif not child.is_empty:
                found += _errors(child, known[inner], inner, origin)
        present = {inner for inner, _, child in node.items if not child.is_empty}
        return found + [_missing(name, node.origin) for name in _required(struct) if name not in present]
    item_type = _item_type(type_)
    if node.kind == "list" and item_type is not None:
        return [problem for _, origin, child in node.items for problem in _errors(child, item_type, key, origin)]
    try:
        msgspec.convert(node.value(), type_, strict=False, dec_hook=decode)
    except (msgspec.ValidationError, ValueError) as error:
        return [_explain(str(error), key, node, type_, node.origin if node.text or node.items else key_origin)]
    return []


def _struct_in(type_: Any) -> type | None:
    """The Struct among the alternatives of a type, if there is one."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return type_
    if _origin(type_) in (tuple, dict):
        return None
    return next((found for part in get_args(type_) if (found := _struct_in(part))), None)


def _item_type(type_: Any) -> Any:
    """The type of a list's items, where the type allows a list."""
    if _origin(type_) is tuple:
        return get_args(type_)[0]
    if _origin(type_) is dict:
        return None
    return next((found for part in get_args(type_) if (found := _item_type(part)) is not None), None)


def _value_type(type_: Any) -> Any:
    """The type of a mapping's values, where the type is a mapping of names."""
    if _origin(type_) is dict:
        return get_args(type_)[1]
    return next((found for part in get_args(type_) if (found := _value_type(part)) is not None), None)


def _origin(type_: Any) -> Any:
    return getattr(type_, "__origin__", None)


def _missing(name: str, origin: Origin) -> Problem:
    return Problem("key-missing", origin, f"the key {name!r} is missing", f"add `{name}: …`")


def _explain(said: str, key: str, node: Node, type_: Any, origin: Origin) -> Problem:
    """msgspec's words as ours."""
    said = said.split(" - at `$")[0]
    written = node.text
    if key in gate.KEYS and _struct_in(type_) is None:
        hint = f"write {gate.HINTS[key]}"
        fix = _fix(written, origin, ("private",) if key != "draft" else ())  # only towards withholding
        return Problem("gate-unclear", origin, f"{key} does not know {written!r}; the file is withheld", hint, fix=fix)
    if "Invalid enum value" in said:
        choices = _choices(type_)
        near = did_you_mean(written, choices) if len(choices) > 2 else ""
        hint = f"{near} It is one of {', '.join(choices)}" if near else f"it is one of {', '.join(choices)}"
        message = f"{key!r} does not know {written!r}"
        return Problem("choice-unknown", origin, message, hint, fix=_fix(written, origin, choices))
    if "date" in said and node.kind == "scalar":
        return Problem("date-unreadable", origin, f"{written!r} is no date", "write year-month-day, such as 2026-02-14")
    if "matching regex" in said and key == "time":
        return Problem(
            "time-unreadable", origin, f"{written!r} is no time of day", "write hours and minutes, such as 07:30"
        )
    if "matching regex" in said:
        return Problem(
            "language-unreadable", origin, f"{written!r} is no language", "write its code, such as en, de or pt-BR"
        )
    if "amount" in said or "number" in said or "duration" in said:
        message, write, hint = said.partition("write ")
        return Problem("amount-unreadable", origin, message.rstrip(": "), write + hint)
    if node.kind == "scalar" and re.search(r"\bint\b", said):
        least, most = _bounds(type_)
        message = f"{key!r} is a whole number from {least} to {most}, not {written!r}"
        return Problem("scale-unreadable", origin, message, f"such as `{key}: {min(3, most)}`")
    if "length >= 1" in said:
        return Problem("text-empty", origin, f"{key!r} is empty", "write a few words, or take the key out")
    wanted = {"mapping": "a mapping", "list": "a list", "scalar": "a text"}[node.kind]
    return Problem("key-shape", origin, f"{key!r} can't be {wanted}", _shape_hint(key, type_))


def _bounds(type_: Any) -> tuple[int, int]:
    """The smallest and the largest whole number that a key takes."""
    kinds = [inspect.type_info(type_)]
    for info in kinds:
        if isinstance(info, inspect.UnionType):
            kinds += info.types
        elif isinstance(info, inspect.Metadata):
            kinds.append(info.type)
        elif isinstance(info, inspect.IntType) and info.ge is not None and info.le is not None:
            return info.ge, info.le
    return 1, 5


def _choices(type_: Any) -> list[str]:
    found: list[str] = []
    kinds = [inspect.type_info(type_)]
    for info in kinds:
        if isinstance(info, inspect.UnionType):
            kinds += info.types
        elif isinstance(info, inspect.Metadata):
            kinds.append(info.type)
        elif isinstance(info, inspect.EnumType):
            found += [str(member.value) for member in info.cls]
        elif isinstance(info, inspect.LiteralType):
            found += [str(value) for value in info.values]
    return found


def _shape_hint(key: str, type_: Any) -> str:
    item = _item_type(type_)
    struct, listed = _struct_in(type_) or _struct_in(item), item is not None
    if struct is not None and listed and _struct_in(type_) is None:
        return f"write a list of items, each with {', '.join(_types(struct))}"
    if struct is not None:
        return f"write `{key}: {{{next(iter(_types(struct)))}: …}}`"
    if _value_type(type_) is not None:
        return f"write `{key}: {{name: text}}`"
    if listed:
        return f"write `{key}: [one, two]`"
    examples = {dt.date: "2026-02-14", int: "3"}
    words = next((text for kind, text in examples.items() if _holds(type_, kind)), "")
    words = words or ("5 km" if _parses(type_) else next(iter(_choices(type_)), "some words"))
    return f"write `{key}: {words}`"


def _holds(type_: Any, kind: type) -> bool:
    """Whether `kind` is among a type's alternatives."""
    return type_ is kind or any(_holds(part, kind) for part in get_args(type_))


def _parses(type_: Any) -> bool:
    """Whether a type of ours, which has a `parse`, is among the alternatives."""
    return hasattr(type_, "parse") or any(_parses(part) for part in get_args(type_))
