"""XML, from elements to bytes: well-formed whatever is written in them."""

import re

from markupsafe import Markup, escape

from generator.base.url import ROOT

_REFUSED = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Characters that no XML 1.0 document may hold, not even escaped."""


def element(name: str, *inside: str | None, **attributes: str) -> Markup:
    """An element with a text, or with elements in it, a line each. `lang` is XML's own attribute; None stands for
    nothing."""
    said = "".join(f' {"xml:lang" if key == "lang" else key}="{escape(text)}"' for key, text in attributes.items())
    parts = [escape(part) for part in inside if part is not None]
    if not parts:
        return Markup(f"<{name}{said}/>")
    line = "\n" if any(isinstance(part, Markup) for part in inside) else ""
    return Markup(f"<{name}{said}>{line}{line.join(parts)}{line}</{name}>")


def document(root: Markup, place: str = "") -> bytes:
    """A whole document; `place` is what stands for the site's root in it."""
    text = _REFUSED.sub("\N{REPLACEMENT CHARACTER}", str(root).replace(ROOT, place))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def escaped(text: str) -> bytes:
    """A text as it stands in a document."""
    return _REFUSED.sub("\N{REPLACEMENT CHARACTER}", str(escape(text))).encode()
