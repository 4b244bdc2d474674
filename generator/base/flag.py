"""Booleans as people write them."""

import enum


class Flag(enum.Enum):
    """A boolean, read by its own rule: yes, true, on or 1; no, false, off or 0."""

    YES = "yes"
    NO = "no"

    def __bool__(self) -> bool:
        return self is Flag.YES

    @classmethod
    def _missing_(cls, value: object) -> "Flag | None":
        word = str(value).casefold()
        if word in ("yes", "true", "on", "1"):
            return cls.YES
        return cls.NO if word in ("no", "false", "off", "0") else None
