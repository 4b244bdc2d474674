"""Titles and file names → slugs."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")


def slugify(text: str, longest: int = 80) -> str:
    """`text` as a slug: case-folded letters and digits of any script, joined by single dashes.

    Latin letters lose their accents ("Müde" → "mude", "Straße" → "strasse"); other scripts stay as they are. What
    has no letter or digit gives "". At most `longest` characters, cut between words where that is possible.
    """
    if text.isascii():
        plain = text.lower()
    else:
        plain = unicodedata.normalize("NFC", _without_accents(unicodedata.normalize("NFKD", text.casefold())))
        plain = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else "-" for c in plain)
    slug = _NOT_WORD.sub("-", plain).strip("-") if text.isascii() else re.sub("-+", "-", plain).strip("-")
    if len(slug) <= longest:
        return slug
    cut = slug[: longest + 1].rsplit("-", 1)[0]
    return cut if len(cut) <= longest else slug[:longest]


def _without_accents(decomposed: str) -> str:
    """The text without the marks that follow a Latin letter; й and ά keep theirs, which make another letter."""
    kept, is_latin = [], False
    for character in decomposed:
        if "\u0300" <= character <= "\u036f":
            if is_latin:
                continue
        else:
            is_latin = unicodedata.name(character, "").startswith("LATIN ")
        kept.append(character)
    return "".join(kept)


def numbered(slug: str, taken: set[str]) -> str:
    """`slug`, or `slug-2`, `slug-3` … : the first that is not in `taken`, to which it is added."""
    name, n = slug, 1
    while name in taken:
        n += 1
        name = f"{slug}-{n}"
    taken.add(name)
    return name
