"""Catalogues: what the site says, in its language. Ours first, then a theme's or a site's own, which come before it.

A catalogue is `locale/<language>.po`; English is the language of the sources and needs none, though a site may have
one to say a thing its own way.
"""

import re
from collections.abc import Sequence
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from generator.base.origin import Origin
from generator.base.problem import Problem

if TYPE_CHECKING:  # imported where a catalogue is read: English needs none
    from babel.messages.catalog import Catalog, Message

OURS = Path(__file__).parent / "locale"
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def catalogue(locale: Locale, folders: Sequence[Path] = ()) -> NullTranslations:
    """Everything that is said in a language: a message in the first of `folders` that has it, else in ours, else as it
    stands in the sources."""
    said: NullTranslations = NullTranslations()
    for folder in reversed((*folders, OURS)):
        file = _file(folder, locale)
        if file is not None:
            own = _compiled(_read(file, locale))
            own.add_fallback(said)
            said = own
    return said


def mistakes(locale: Locale, folders: Sequence[Path], site: Path) -> tuple[Problem, ...]:
    """What is wrong with catalogues that a theme or a site brings: a sentence with a gap that nothing fills would stop
    the page that says it."""
    files = [file for folder in folders if (file := _file(folder, locale))]
    return tuple(problem for file in files for problem in _mistakes(file, locale, site))


def _mistakes(file: Path, locale: Locale, site: Path) -> list[Problem]:
    from babel.messages.pofile import PoFileError

    path = file.relative_to(site).as_posix() if file.is_relative_to(site) else "/".join(file.parts[-3:])
    try:
        read = _read(file, locale, strict=True)
    except PoFileError as error:
        said = str(error).removesuffix(f" on {error.lineno}")
        return [Problem("catalogue-unreadable", Origin(path, error.lineno, 1), f"it is no catalogue: {said}")]
    except (UnicodeDecodeError, ValueError, OSError) as error:
        return [Problem("catalogue-unreadable", Origin(path), f"it is no catalogue: {error}")]
    return [problem for message in read if message.id and (problem := _mistake(message, path))]


def _mistake(message: "Message", path: str) -> Problem | None:
    """A gap that the message does not have, or a per cent sign by itself."""
    has = set(_PLACEHOLDER.findall(_texts(message.id)[-1]))
    for text in _texts(message.string):
        strange = sorted(set(_PLACEHOLDER.findall(text)) - has)
        lone = "%" in _PLACEHOLDER.sub("", text).replace("%%", "")
        if strange or lone:
            wrong = f"nothing fills %({strange[0]})s" if strange else "a % stands by itself"
            known = ", ".join(f"%({name})s" for name in sorted(has)) or "no gap at all"
            return Problem("catalogue-gap", Origin(path, message.lineno or 0, 1), wrong, f"the message has {known}")
    return None


def _texts(said: str | Sequence[str] | None) -> list[str]:
    return [said] if isinstance(said, str) else list(said or ())


def _file(folder: Path, locale: Locale) -> Path | None:
    """The catalogue of a language, with its region or without."""
    names = dict.fromkeys((str(locale), locale.language))
    return next((at for name in names if (at := folder / f"{name}.po").is_file()), None)


def _read(file: Path, locale: Locale, strict: bool = False) -> "Catalog":
    from babel.messages.pofile import read_po

    with file.open("rb") as written:
        return read_po(written, locale=locale, abort_invalid=strict)


def _compiled(read: "Catalog") -> GNUTranslations:
    from babel.messages.mofile import write_mo

    compiled = BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    return GNUTranslations(compiled)
