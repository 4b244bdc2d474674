"""A theme's scripts as two files: what has to run before the page is drawn, and everything else."""

from collections.abc import Iterator
from pathlib import Path

from .artifact import Artifact
from .theme import Theme, text_of


def script_files(theme: Theme) -> Iterator[Artifact]:
    """assets/head.js of scripts/head/, assets/site.js of scripts/: each file one behaviour, in the order of names.

    The files of a bundle share a scope of their own, so that what one names can be used by the next, and nothing of it
    stands in the way of a page.
    """
    for name, folder in (("head", "scripts/head"), ("site", "scripts")):
        parts = "".join(text_of(path) for path in _scripts(theme, folder))
        yield Artifact(f"assets/{name}.js", f'(() => {{\n"use strict";\n{parts}}})();\n'.encode())


def _scripts(theme: Theme, folder: str) -> list[Path]:
    """The scripts of a folder, the theme's own in the place of a parent's of the same name."""
    found: dict[str, Path] = {}
    for root in reversed(theme.folders):
        found |= {path.name: path for path in (root / folder).glob("*.js")}
    return [found[name] for name in sorted(found)]
