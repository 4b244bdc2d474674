"""Texts that are no body (`why:`, `worked:`, a reward): a mention in them leaves its words, and is seen by the gate."""

from collections.abc import Callable
from typing import Any

import msgspec

from generator.base.origin import Origin
from generator.entries import Entry
from generator.entries.fields import encode
from generator.read.markdown import wiki_mentions
from generator.read.named import NAMES, mention_of

from .link_bodies import Bodies
from .written import item_key

_encode = msgspec.msgpack.Encoder(enc_hook=encode).encode

Speak = Callable[[str, str], str]


def link_texts(entry: Entry, bodies: Bodies) -> Entry:
    """The entry with its texts as they are shown. A title of a value, a goal, a habit or a page stays as it was
    written: it is a name."""
    named = frozenset({"title"}) if entry.kind in ("values", "goals", "habits", "pages") else frozenset[str]()
    fields = entry.fields
    if b"[[" in _encode(fields):
        fields = _spoken(fields, "", _speaker(bodies, entry.key, entry.path, entry.place), named)
    items = entry.items
    if any(b"[[" in _encode(msgspec.structs.replace(item.fields, text=None)) for item in items):
        items = tuple(
            msgspec.structs.replace(
                item,
                fields=_spoken(
                    item.fields,
                    "",
                    _speaker(
                        bodies,
                        item_key(entry, item.origin),
                        entry.path,
                        lambda key, item=item: item.places.get(key) or item.origin,  # type: ignore[misc]  # its own item
                    ),
                    frozenset({"text"}),  # it has been read for mentions already
                ),
            )
            for item in items
        )
    same = fields is entry.fields and items is entry.items
    return entry if same else msgspec.structs.replace(entry, fields=fields, items=items)


def _speaker(bodies: Bodies, owner: str, path: str, place: Callable[[str], Origin]) -> Speak:
    def speak(text: str, key: str) -> str:
        parts, end = [], 0
        for found in wiki_mentions(text):
            mention = mention_of(found, place(key))
            parts += [text[end : found.start()], bodies.target(mention, owner, path, linked=False, prose=False).text]
            end = found.end()
        return "".join(parts) + text[end:]

    return speak


def _spoken(value: Any, key: str, speak: Speak, but: frozenset[str]) -> Any:
    """A value of a key with every text in it spoken."""
    if isinstance(value, str):
        return speak(value, key) if "[[" in value else value
    if isinstance(value, tuple):
        return tuple(_spoken(one, f"{key}.{number}", speak, but) for number, one in enumerate(value))
    if isinstance(value, dict):
        return {name: _spoken(one, f"{key}.{name}", speak, but) for name, one in value.items()}
    if isinstance(value, msgspec.Struct):
        names = [name for name in value.__struct_fields__ if name not in NAMES and name not in but]
        return msgspec.structs.replace(
            value, **{name: _spoken(getattr(value, name), f"{key}.{name}".lstrip("."), speak, but) for name in names}
        )
    return value
