"""What the site says about reading."""

import msgspec


class Options(msgspec.Struct, frozen=True):
    """What the site says about reading: whether raw HTML is the author's own choice, and the words of its language
    under which a day's items are setbacks (case-folded)."""

    html: bool = False
    setback_headings: frozenset[str] = frozenset({"setbacks"})
