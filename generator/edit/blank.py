"""A new entry's text: what was said of it, and every other key as a comment, with an example and what it is for."""

from collections.abc import Mapping
from typing import Any

from generator.base.convert import known_keys
from generator.entries import Fields

from .front import as_yaml

Value = str | tuple[str, ...]
_COMMON = known_keys(Fields)
# Of a key with keys of its own, those that an example is made of; else all.
_INNER = {
    "measure": ("unit", "target", "at_least"),
    "milestones": ("at", "title", "reward"),
    "changed": ("on", "target", "why"),
}
_WIDTH = 44


def blank(schema: Mapping[str, Any], given: Mapping[str, Value], note: str = "") -> str:
    """The text of a new file whose front matter has this JSON Schema: `given` keys with their values, the others as
    comments that need only lose their #. `note` stands above them, as a comment."""
    lines = [*(f"# {_printable(line)}".rstrip() for line in note.split("\n")), ""] if note else []
    for key in sorted(schema["properties"], key=lambda key: (key in _COMMON, key not in given)):
        about = schema["properties"][key]
        if key in given:
            lines.append(f"{key}: {_yaml(given[key])}")
        else:
            example = f"# {key}: {_example(key, about)}".rstrip()
            lines.append(f"{example:{_WIDTH}}  # {about['description']}" if "description" in about else example)
    return "---\n" + "\n".join(lines) + "\n---\n"


def _printable(line: str) -> str:
    """Without what YAML takes for the end of a line, or does not allow even in a comment."""
    return "".join(character if character.isprintable() else " " for character in line)


def _example(key: str, about: Mapping[str, Any]) -> str:
    """An example of a key's value, as YAML on one line: with a name of this journal, where it takes one; "" where
    nobody needs one."""
    parts = about.get("anyOf", (about,))
    named = next((part["enum"][0] for part in parts if "enumDescriptions" in part), None)
    is_list = any(part.get("items") for part in parts)
    if named is not None and "examples" not in about:
        return as_yaml(named)
    if named is not None and key == "values":
        return f"[{as_yaml(named)}]"
    if "examples" in about:
        return _yaml(about["examples"][0])
    for part in parts:
        if inner := (part.get("items") or part).get("properties"):
            made = _of_mapping(key, inner)
            return f"[{made}]" if is_list and "items" in part else made
    words = [str(word) for part in parts for word in part.get("enum", ()) if isinstance(word, str)]
    if key == "visibility":
        return "private"
    return "yes" if "yes" in words else words[0] if words else ""


def _of_mapping(key: str, inner: Mapping[str, Any]) -> str:
    """An example of a mapping."""
    wanted = [name for name in inner if name in _INNER.get(key, inner)]
    if "examples" not in inner[wanted[0]]:  # by the names of goals: one is enough
        return f"{{{wanted[0]}: …}}"
    return "{" + ", ".join(f"{name}: {_yaml(inner[name]['examples'][0])}" for name in wanted) + "}"


def _yaml(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_yaml, value))}]"
    return as_yaml(value if isinstance(value, Mapping) else str(value))
