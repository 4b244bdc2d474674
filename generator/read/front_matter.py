"""Source and bytes → Document: text, front matter as a tree with places, body."""

import msgspec

from generator.base import gate
from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.base.text import read_text
from generator.base.yaml_text import Node, read_yaml

from .discover import Source

LARGEST = 1024 * 1024  # bytes: Markdown has inputs that take for ever, and no day is that long


class Document(msgspec.Struct, frozen=True):
    """A file, taken apart. `yaml` is the front matter's text and begins on line 2 of the file; `body` begins on line
    `body_line`. Line ends are `\\n`, a byte order mark is gone."""

    source: Source
    front: Node | None
    yaml: str
    body: str
    body_line: int


def read_document(source: Source, data: bytes) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document that the bytes of `source` are, and what is wrong with its front matter; None where it can't be
    taken apart."""
    path = source.path
    if len(data) > LARGEST:
        return None, (
            Problem("file-too-large", Origin(path), "more than 1 MiB of text", "split it into several entries"),
        )
    text, undecodable = read_text(data, path)
    if text is None:
        return None, undecodable
    split = split_text(text)
    if split is None:
        return None, (
            Problem(
                "front-matter-open",
                Origin(path, 1, 1),
                "the front matter is not closed",
                "add a line --- after the last key",
            ),
        )
    yaml, body, body_line = split
    if not yaml and body_line == 1 and (wrong := gate.misplaced(text, path)):
        return None, (wrong,)
    front, problems = read_yaml(yaml, path, 2) if yaml else (None, ())
    if front is not None and front.kind != "mapping":
        problems = (
            Problem(
                "front-matter-keys",
                front.origin,
                "the front matter is not made of keys",
                "write `key: value`, one a line",
            ),
        )
        front = None
    return Document(source, front, yaml, body, body_line), problems


def split_text(text: str) -> tuple[str, str, int] | None:
    """(front matter, body, the body's first line); None when the front matter has no end."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        return "", text, 1
    lines = rest.split("\n")
    for number, line in enumerate(lines):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[:number]) + "\n" if number else "", "\n".join(lines[number + 1 :]), number + 3
    return None
