"""A win or a setback as it is written into a day's file, and what can't be written there."""

import unicodedata

import msgspec


class NewItem(msgspec.Struct, frozen=True):
    """A `+` item to be: its line, and its fields in the order in which they are written."""

    kind: str  # win | setback
    text: str
    fields: tuple[tuple[str, str], ...] = ()

    def lines(self, indent: str = "") -> str:
        """As it stands in the file, without the last line's end."""
        first = f"{indent}+ {self.text}"
        return "\n".join([first, *(f"{indent}  {key}: {value}" for key, value in self.fields)])


def unwritable(text: str, is_field: bool = False) -> str:
    """Why `text`, as an item's line or a field's value, would not be read back as it was typed, in words for the
    writer; "" for nearly all texts."""
    if "\n" in text or "\r" in text:
        return "it has more than one line"
    if not text:
        return "it says nothing"
    if is_field and text == "~":
        return "a lone ~ is read as nothing at all"
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs":
            return "it is not UTF-8"
        if category == "Cc" and character != "\t":
            return f"it holds a character that can't be seen (U+{ord(character):04X})"
    return ""
