"""Jinja2 that compiles for one language and one way of escaping, which halves what a page costs.

A text that is always the same is put into the language once, when its template is compiled, and not on every page; a
plain text is escaped without being wrapped, since all that follows is joining.
"""

from collections.abc import Callable, MutableMapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escaped  # its `escape` without the wrapping
except ImportError:  # no compiled part on this machine

    def escaped(text: str, /) -> str:
        """A text as HTML."""
        return str(escape(text))


def shown(value: object) -> str:
    """A value as it stands in HTML."""
    if type(value) is str:
        return escaped(value)
    return value if type(value) is Markup else escape(value)


class Compiler(CodeGenerator):
    """Writes `shown(…)` where Jinja2 writes `escape(…)`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")
            if finalize.src is not None:
                self.write(finalize.src)


class Calling(Context):
    """Calls a macro without asking first what kind of thing it is."""

    def call(self, called: Any, /, *arguments: Any, **named: Any) -> Any:
        if type(called) is not Macro:
            return super().call(called, *arguments, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(self.eval_ctx, *arguments, **named)


class Drawer(Environment):
    """An environment whose templates are compiled for the language that `say` knows."""

    code_generator_class = Compiler
    context_class = Calling
    shown = staticmethod(shown)

    def __init__(self, say: Callable[[str], str], **options: Any) -> None:
        super().__init__(**options)
        self._say = say

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates may call: one mapping, where Jinja2 asks a chain of them for every import."""
        return {**self.globals, **d} if d else self.globals

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed: nodes.Template = _Saying(self._say).visit(super()._parse(source, name, filename))
        return parsed


class _Saying(NodeTransformer):
    """Puts in a text's own place what is said for it."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self._say = say

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  # the name of a visitor's method is the node's
        name, arguments = node.node, node.args
        constant = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if constant and isinstance(name, nodes.Name) and name.name in ("_", "gettext") and len(arguments) == 1:
            text = arguments[0]
            if isinstance(text, nodes.Const) and isinstance(text.value, str):
                try:
                    said = self._say(text.value) % {}  # as it is said with gaps: %% is one
                except (KeyError, TypeError, ValueError):
                    return node
                return nodes.MarkSafe(nodes.Const(said, lineno=node.lineno), lineno=node.lineno)
        return self.generic_visit(node)
