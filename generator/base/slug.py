"""Titles and file names → slugs."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")
_LATIN_MARKS = re.compile("[\u0300-\u036f]")


def slugify(text: str, longest: int = 80) -> str:
    """`text` as a slug: case-folded letters and digits of any script, joined by single dashes.

    Latin letters lose their accents ("Müde" → "mude", "Straße" → "strasse"); other scripts stay as they are. What
    has no letter or digit gives "". At most `longest` characters, cut between words where that is possible.
    """
    if text.isascii():
        plain = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.casefold())
        plain = unicodedata.normalize("NFC", _LATIN_MARKS.sub("", decomposed))
        plain = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else "-" for c in plain)
    slug = _NOT_WORD.sub("-", plain).strip("-") if text.isascii() else re.sub("-+", "-", plain).strip("-")
    if len(slug) <= longest:
        return slug
    cut = slug[: longest + 1].rsplit("-", 1)[0]
    return cut if len(cut) <= longest else slug[:longest]


def numbered(slug: str, taken: set[str]) -> str:
    """`slug`, or `slug-2`, `slug-3` … : the first that is not in `taken`, to which it is added."""
    name, n = slug, 1
    while name in taken:
        n += 1
        name = f"{slug}-{n}"
    taken.add(name)
    return name
