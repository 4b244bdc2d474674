"""Every message of the sources, and a pseudo-language made of them, which is read from right to left."""

import ast
import re
from collections.abc import Iterator
from configparser import ConfigParser
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[1]
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
# Letter by letter into Arabic ones: whatever stays Latin was never translated, and lines run as they would in Arabic.
ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ?,;",
    "ابثدهفغحيجكلمنوپقرستعطوشزظابثدهفغحيجكلمنوپقرستعطوشزظ؟،؛",
)
Ids = tuple[str, ...]
"""What names a message: its English, singular and plural where it has both."""


def in_sources() -> set[Ids]:
    """Every message of the sources, found as babel.cfg says."""
    config = ConfigParser()
    config.read(ROOT / "babel.cfg", "utf-8")
    found: set[Ids] = set()
    for section in config.sections():
        method, _, pattern = section.partition(": ")
        folder, suffix = pattern.split("/**")
        for path in (ROOT / folder).rglob("*" + suffix):
            with path.open("rb") as source:
                for _, message, _, _ in extract(method, source, options=dict(config[section])):
                    found.add(ids_of(message))
            if suffix == ".py":
                found.update(in_f_strings(path))
    return found


def in_f_strings(path: Path) -> Iterator[Ids]:
    """The messages inside f-strings, which Babel finds only where Python is 3.12 or later."""
    for string in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(string, ast.JoinedStr):
            for call in ast.walk(string):
                if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("gettext"):
                    yield tuple(str(arg.value) for arg in call.args if isinstance(arg, ast.Constant))


def ids_of(message: str | tuple[str, ...] | list[str]) -> Ids:
    return (message,) if isinstance(message, str) else tuple(message)


def pseudo(text: str) -> str:
    """A message in the pseudo-language: its letters in Arabic ones, its gaps as they are, in brackets of its own."""
    parts = re.split(r"(%\(\w+\)s)", text)
    return "⟦" + "".join(part if part.startswith("%(") else part.translate(ARABIC) for part in parts) + "⟧"


def pseudo_catalogue(language: str) -> str:
    """The pseudo-language as a catalogue of `language`, which lends it its direction, its dates and its plurals."""
    catalogue = Catalog(locale=language)
    for ids in sorted(in_sources()):
        if len(ids) == 1:
            catalogue.add(ids[0], pseudo(ids[0]))
        else:
            forms = [pseudo(ids[0])] + [pseudo(ids[1])] * (catalogue.num_plurals - 1)
            catalogue.add((ids[0], ids[1]), tuple(forms))
    written = BytesIO()
    write_po(written, catalogue, width=0)
    return written.getvalue().decode()
