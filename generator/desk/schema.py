"""JSON Schemas of site.yaml and of each kind's front matter, for editors: made from the types that read them, with
their descriptions and examples, and with this journal's names as choices.

A draft 7 schema, which every editor reads. What is written in YAML is text to us: `title: 2026` and `draft: yes` are as
they should be, whatever YAML makes of them, and a key that was left empty is none.
"""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import inspect

from generator.base import gate
from generator.base.convert import known_keys
from generator.config.schema import Site
from generator.entries import KINDS
from generator.entries.amount import Amount
from generator.render.options import Option

from .desk import Desk
from .names import names

Schema = dict[str, Any]
Choices = Mapping[str, Mapping[str, str]]
"""What may be referred to, by its sort ("goals"): ids with their titles."""

DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT = ["string", "number", "boolean"]
_FLAG = [True, False, "yes", "no", "on", "off"]


def choices(desk: Desk) -> dict[str, dict[str, str]]:
    """The names of the journal on the desk that have a place in front matter."""
    found = {kind: {name.id: name.title for name in names(desk, kind)} for kind in ("goals", "values", "habits")}
    steps = [(m.id, f"{m.title}, in {goal.title}") for goal in desk.journal.goals.values() for m in goal.milestones]
    return found | {"milestones": dict(steps), "palette": dict.fromkeys(desk.theme.palette, "")}


def files(desk: Desk) -> dict[str, str]:
    """The schemas as files, by their names."""
    made = schemas(desk)
    return {f"{name}.schema.json": json.dumps(one, indent=2, ensure_ascii=False) + "\n" for name, one in made.items()}


def schemas(desk: Desk) -> dict[str, Schema]:
    """The schema of site.yaml ("site") and of each kind, by its folder."""
    known = choices(desk)
    site = _whole("site.yaml", Site, known)
    theme = next(part for part in site["properties"]["theme"]["anyOf"] if part.get("type") == "object")
    theme["properties"]["options"] |= _options(desk.theme.offered)
    made = {"site": site} | {kind: schema_of(kind, known) for kind in KINDS}
    for items in ("wins", "setbacks"):
        made["days"]["properties"][items]["items"]["anyOf"].append(_line(items))
    return made


def schema_of(kind: str, known: Choices) -> Schema:
    """The schema of a kind's front matter, with these names as choices."""
    return _whole(f"The front matter of {kind}/", KINDS[kind], known)


def _whole(title: str, kind: type, known: Choices) -> Schema:
    return {"$schema": DRAFT, "title": title, **_schema(inspect.type_info(kind), known)}


def _line(kind: str) -> Schema:
    """`- Rang the bank: the plan is set` is a mapping to YAML, and a line to us."""
    return {"type": "object", "maxProperties": 1, "propertyNames": {"not": {"enum": list(known_keys(KINDS[kind]))}}}


def _schema(info: inspect.Type, known: Choices, refers: str = "") -> Schema:
    """The schema of a type; texts in it are, where it refers to something, among the names of that."""
    match info:
        case inspect.Metadata():
            extra = dict(info.extra_json_schema or {})
            inner = _schema(info.type, known, str(extra.pop("refers", refers)))
            return inner | extra
        case inspect.UnionType():
            parts = [_schema(part, known, refers) for part in info.types if not isinstance(part, inspect.NoneType)]
            return parts[0] if len(parts) == 1 else {"anyOf": _merged(parts)}
        case inspect.StructType():
            return _mapping(info, known)
        case inspect.DictType():
            value = _schema(info.value_type, known)
            named = known.get(_refers(info.key_type), {})
            return {"type": "object", "properties": dict.fromkeys(named, value), "additionalProperties": value}
        case inspect.VarTupleType():
            return {"type": "array", "items": _schema(info.item_type, known, refers)}
        case inspect.EnumType():
            values = [member.value for member in info.cls]
            return {"enum": _FLAG if info.cls.__name__ == "Flag" else values}
        case inspect.LiteralType():
            return {"enum": list(info.values)}
        case inspect.IntType():
            return {"type": "integer"} | _bounds(info)
        case inspect.DateType():
            return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
        case inspect.CustomType() if info.cls is Amount:
            return {"type": ["string", "number"]}
        case inspect.StrType():
            return _text(info, known.get(refers, {}))
        case inspect.AnyType():
            return {}
    raise NotImplementedError(info)  # a key of a new type: say here what editors are told of it


def _text(info: inspect.StrType, named: Mapping[str, str]) -> Schema:
    if info.pattern:
        return {"type": "string", "pattern": info.pattern}
    text: Schema = {"type": _TEXT} | ({"minLength": info.min_length} if info.min_length else {})
    if not named:
        return text
    # A title or an alias will do as well, so a name that is not among them is no mistake to an editor.
    return {"anyOf": [{"enum": list(named), "enumDescriptions": list(named.values())}, text]}


def _merged(parts: list[Schema]) -> list[Schema]:
    """The alternatives, those of an alternative among them, each once."""
    flat = [inner for part in parts for inner in (part["anyOf"] if part.keys() == {"anyOf"} else [part])]
    return [part for number, part in enumerate(flat) if part not in flat[:number]]


def _bounds(info: inspect.IntType) -> Schema:
    return {key: bound for key, bound in (("minimum", info.ge), ("maximum", info.le)) if bound is not None}


def _refers(info: inspect.Type) -> str:
    extra = info.extra_json_schema if isinstance(info, inspect.Metadata) else None
    return str((extra or {}).get("refers", ""))


def _mapping(info: inspect.StructType, known: Choices) -> Schema:
    """A mapping of keys. One that was left empty is none, where it may be missing; not of those that say who reads."""
    made: Schema = {"type": "object", "additionalProperties": False, "properties": {}}
    for field in info.fields:
        inner = _schema(field.type, known)
        firm = field.required or field.encode_name in gate.KEYS
        made["properties"][field.encode_name] = inner if firm else _or_empty(inner)
    required = [field.encode_name for field in info.fields if field.required]
    return made | ({"required": required} if required else {})


def _or_empty(schema: Schema) -> Schema:
    if "anyOf" in schema:
        return schema | {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    if "type" in schema:
        listed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return schema | {"type": [*listed, "null"]}
    return schema


def _options(offered: Mapping[str, Option]) -> Schema:
    """What the site's theme offers."""
    made: dict[str, Schema] = {}
    for name, option in offered.items():
        one: Schema = {"enum": list(option.choices)} if option.choices else {"type": _TEXT}
        made[name] = {"type": "array", "items": one} if option.kind == "list" else one
        made[name] |= {"description": option.about, "default": option.default}
    return {"type": ["object", "null"], "properties": made, "additionalProperties": False}
