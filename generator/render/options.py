"""A theme's options: what theme.yaml offers, and what site.yaml chose of it."""

import re
from collections.abc import Mapping
from typing import Literal

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.base.yaml_text import Node

HEX = re.compile("#[0-9a-fA-F]{6}")
Chosen = str | tuple[str, ...]
"""A list's choices in their order, else one text."""


class Option(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be chosen: one of `choices`, some of them in an order (list), a colour of the palette or #rrggbb, or a
    text of any kind. `about` says what it does, in a line."""

    kind: Literal["choice", "list", "colour", "text"] = "choice"
    choices: tuple[str, ...] = ()
    default: str | tuple[str, ...] = ""
    about: str = ""


def choose(
    theme: str, offered: Mapping[str, Option], palette: tuple[str, ...], written: Node | None
) -> tuple[Mapping[str, Chosen], tuple[Problem, ...]]:
    """Every option of `theme` with its value: as written in site.yaml, else its default. A problem for each that the
    theme does not offer and each value that the option does not take."""
    chosen: dict[str, Chosen] = {name: option.default for name, option in offered.items()}
    if written is not None and written.kind != "mapping":
        hint = "write them as `name: value`, one a line"
        return chosen, (Problem("key-shape", written.origin, "the theme's options are no mapping", hint),)
    problems: list[Problem] = []
    for name, origin, node in written.items if written else ():
        if name not in offered:
            problems.append(_unknown(theme, name, origin, offered))
        elif not node.is_empty or offered[name].kind == "colour":  # an unquoted #rrggbb is a comment to YAML
            value, wrong = _read(name, offered[name], palette, node)
            chosen[name] = value
            problems += wrong
    return chosen, tuple(problems)


def _unknown(theme: str, name: str, origin: Origin, offered: Mapping[str, Option]) -> Problem:
    known = f"it has {', '.join(offered)}" if offered else "it has none"
    message = f"the theme {theme} has no option {name!r}"
    return Problem("option-unknown", origin, message, did_you_mean(name, offered) or known)


def unsound(name: str, option: Option, palette: tuple[str, ...], origin: Origin) -> tuple[Problem, ...]:
    """What is wrong with what a theme offers: its default is none of the choices, or of another shape."""
    listed = isinstance(option.default, tuple)
    if listed != (option.kind == "list") and option.default:
        message = f"the default of {name!r} is {'a list' if listed else 'no list'}"
        return (Problem("option-shape", origin, message, "let `kind` and `default` agree"),)
    words = option.default if isinstance(option.default, tuple) else (option.default,) if option.default else ()
    return tuple(wrong for word in words if (wrong := _wrong(name, option, palette, word, origin)))


def _read(name: str, option: Option, palette: tuple[str, ...], node: Node) -> tuple[Chosen, tuple[Problem, ...]]:
    """What `node` chooses, and what is wrong with it."""
    listed = option.kind == "list"
    if node.kind != ("list" if listed else "scalar"):
        example = ", ".join(option.choices[:2]) if listed else next(iter((*option.choices, *palette)), "…")
        hint = f"write `{name}: {f'[{example}]' if listed else example}`"
        message = f"{name!r} takes {'a list' if listed else 'one word'}"
        return option.default, (Problem("option-shape", node.origin, message, hint),)
    if node.is_empty:
        hint = f'write a name, or a colour in quotes: `{name}: "#73845e"`'
        return option.default, (Problem("option-shape", node.origin, f"{name!r} is empty", hint),)
    words = [child for _, _, child in node.items] if listed else [node]
    problems = [wrong for word in words if (wrong := _wrong(name, option, palette, word.text, word.origin))]
    texts = [word.text for word in words]
    problems += [
        Problem("option-twice", word.origin, f"{word.text!r} stands twice in {name!r}", "keep one of them")
        for at, word in enumerate(words)
        if word.text in texts[:at]
    ]
    return (tuple(texts) if listed else node.text), tuple(problems)


def _wrong(name: str, option: Option, palette: tuple[str, ...], written: str, origin: Origin) -> Problem | None:
    """The problem with one word of an option, if there is one."""
    if option.kind == "text":
        return None
    if option.kind == "colour":
        if HEX.fullmatch(written) or written in palette:
            return None
        hint = _hint(written, palette, f"{', '.join(palette)}, or #rrggbb")
        return Problem("option-colour", origin, f"{name!r} knows no colour {written!r}", hint)
    if written in option.choices:
        return None
    hint = _hint(written, option.choices, ", ".join(option.choices))
    return Problem("option-choice", origin, f"{name!r} does not know {written!r}", hint)


def _hint(written: str, choices: tuple[str, ...], listed: str) -> str:
    near = did_you_mean(written, choices)
    return f"{near} It is one of {listed}" if near else f"it is one of {listed}"
