"""Macros that are drawn once. One that is imported without a context is a function of its arguments and nothing else:
the same arguments give the same words on every page."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup


def once() -> Callable[..., Markup]:
    """What templates call as `once(macro, …)`: the macro, drawn the first time and remembered. The arguments are frozen
    values; one that can't be compared makes it drawn anew."""
    drawn: dict[Any, Markup] = {}

    def draw(macro: Callable[..., Markup], *arguments: Any, **named: Any) -> Markup:
        key = (macro, arguments, tuple(named.items()))
        try:
            found = drawn.get(key)
        except TypeError:
            return macro(*arguments, **named)
        if found is None:
            found = drawn[key] = macro(*arguments, **named)
        return found

    return draw
