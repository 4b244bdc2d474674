"""What a template says of a name that is not there: which field of what, and the nearest that there is."""

import datetime as dt
from collections.abc import Mapping

import msgspec
from jinja2 import StrictUndefined
from jinja2.environment import TemplateModule
from jinja2.runtime import TemplateReference
from jinja2.utils import missing

from generator.base.problem import did_you_mean

VARIABLES = ("chrome", "page", "view")
"""What a template may read; macros and loops have names of their own besides."""


class Missing(StrictUndefined):
    """Jinja's strict undefined, in words for people who write themes. A hint stands behind a line end."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        if self._undefined_obj is missing:
            return f"there is no variable {name!r}\n{did_you_mean(name, VARIABLES) or _listed(VARIABLES)}"
        thing, names = _known(self._undefined_obj)
        return f"{thing} has no {name!r}\n{did_you_mean(name, names) or _listed(names)}"


def _listed(names: tuple[str, ...]) -> str:
    return f"there are: {', '.join(names)}" if names else ""


def _known(thing: object) -> tuple[str, tuple[str, ...]]:
    """What a theme's author would call it, and the names that it has."""
    if isinstance(thing, msgspec.Struct):
        return type(thing).__name__, thing.__struct_fields__
    if isinstance(thing, Mapping):
        return "a mapping", tuple(map(str, thing))
    if isinstance(thing, TemplateModule):
        return "an imported template", tuple(name for name in vars(thing) if not name.startswith("_"))
    if isinstance(thing, TemplateReference):
        return "a page without such a block", ()
    kinds = {str: "a text", int: "a number", float: "a number", tuple: "a list", dt.date: "a date"}
    return "an empty field" if thing is None else kinds.get(type(thing), type(thing).__name__), ()
