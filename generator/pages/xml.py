"""XML, from elements to bytes: well-formed whatever is written in them."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from generator.base.url import ROOT

__all__ = ["Element", "document", "element", "escaped"]

_REFUSED = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Characters that no XML 1.0 document may hold, not even escaped."""


def element(name: str, *inside: Element | str | None, **attributes: str) -> Element:
    """An element with a text or with elements in it. `lang` is XML's own attribute; None stands for nothing."""
    made = Element(name, {("xml:lang" if key == "lang" else key): _clean(said) for key, said in attributes.items()})
    for part in inside:
        if isinstance(part, str):
            made.text = _clean(part)
        elif part is not None:
            made.append(part)
    return made


def document(root: Element) -> bytes:
    """A whole document, an element a line."""
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, "utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written + b"\n"


def escaped(text: str) -> bytes:
    """A text as it stands in a document."""
    return escape(_clean(text)).encode()


def _clean(text: str) -> str:
    """Without what XML refuses; but the mark of the site's root stays, until the file's own place is known."""
    return ROOT.join(_REFUSED.sub("\N{REPLACEMENT CHARACTER}", part) for part in text.split(ROOT))
