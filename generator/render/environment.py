"""Jinja2, strict and escaping, over a theme's folders."""

import shutil
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jinja2.bccache import FileSystemBytecodeCache

from generator.words import Words

from .compiling import Drawer
from .filters import install
from .missing import Missing
from .once import once
from .theme import Theme


def _compiled(folder: Path) -> FileSystemBytecodeCache | None:
    """Compiled templates, kept in `folder` in the place of its neighbours; none where it can't be written."""
    try:
        if not folder.is_dir():
            shutil.rmtree(folder.parent, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def environment(
    theme: Theme, words: Words, *, offline: bool = False, base_url: str = "", bytecode: Path | None = None
) -> Environment:
    """The templates of a site: its own templates/ first, then the theme's and its parents'. `!name/…` is the file of
    the theme `name` itself, whoever hides it. `bytecode` is a folder that keeps compiled
    templates; its name changes with the program and the catalogues."""
    named = {f"!{name}": FileSystemLoader(folder / "templates") for name, folder in theme.names.items()}
    made = Drawer(
        words.gettext,
        loader=ChoiceLoader([PrefixLoader(named), FileSystemLoader(theme.templates)]),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_compiled(bytecode) if bytecode else None,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]  # put there by i18n
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    install(made, words, offline, base_url)
    made.globals["once"] = once()
    return made
