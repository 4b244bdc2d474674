"""Where a new item goes in a day's file, and whether it would be read there as it was typed."""

from collections.abc import Iterator

import msgspec

from generator.read.day_body import Outline, RawItem, outline, split_day
from generator.read.front_matter import split_text

from .item import NewItem
from .manuscript import Splice


class Headings(msgspec.Struct, frozen=True):
    """The words, case-folded, over a day's wins and its setbacks; and the one to be written over the first setback."""

    wins: frozenset[str] = frozenset({"wins"})
    setbacks: frozenset[str] = frozenset({"setbacks"})
    setback: str = "Setbacks"

    def of(self, kind: str) -> frozenset[str]:
        return self.wins if kind == "win" else self.setbacks


def add_item(text: str, item: NewItem, headings: Headings) -> Splice | None:
    """The item behind the last of its kind; before any, under its heading, or where a day's wins begin: above the
    prose. Setbacks without a heading get one at the end.

    None where no place is left in which it would be read as typed, and everything else as before (a code block that
    nobody closed swallows what follows).
    """
    split = split_text(text)
    if split is None:
        return None
    body = split[1]
    start = len(text) - len(body)
    for at, put in _places(body, item, headings):
        after = body[:at] + put + body[at:]
        if _reads(body, after, item, headings):
            # A front matter's last line may be the file's last, and end with it.
            open_end = not body and text and not text.endswith("\n")
            return Splice(start + at, ("\n" if open_end else "") + put)
    return None


def _places(body: str, item: NewItem, headings: Headings) -> Iterator[tuple[int, str]]:
    """Where the item may go and how it would stand there, the likeliest place first: by itself, then with empty lines
    around it."""
    lines = body.split("\n")
    found = outline(body, headings.setbacks)
    same = [(start, end) for kind, start, end in found.items if kind == item.kind]
    at, indent, apart = _behind(lines, same) if same else (_under(lines, found, headings.of(item.kind)), "", False)
    if at is None and item.kind == "setback":
        yield _at_the_end(body, f"## {headings.setback}\n{item.lines()}")
        return
    line = _top(found, lines) if at is None else at
    written = item.lines(indent)
    offset = sum(len(one) + 1 for one in lines[:line])
    before = "\n" if apart else ""
    if offset > len(body):  # behind the last line, which has no end
        yield len(body), f"\n{before}{written}"
        yield len(body), f"\n\n{written}"
        return
    if not any(one.strip() for one in lines[line:]) or not lines[line].strip() or same:
        yield offset, f"{before}{written}\n"
    yield offset, f"{before}{written}\n\n"
    yield offset, f"\n{written}\n\n"
    # Text that is indented at the top would belong to the item above it: then below all, or above the setbacks.
    yield _at_the_end(body, written)
    for heading in found.headings:
        yield sum(len(one) + 1 for one in lines[: heading.start]), f"\n{written}\n\n"


def _behind(lines: list[str], same: list[tuple[int, int]]) -> tuple[int, str, bool]:
    """The line behind the last item; how far it is indented; whether an empty line keeps it from the one before."""
    start, end = same[-1]
    while not lines[end - 1].strip():
        end -= 1
    indent = lines[start][: len(lines[start]) - len(lines[start].lstrip(" "))]
    apart = len(same) > 1 and not lines[start - 1].strip() and not any(s.strip() for s in lines[same[-2][1] : start])
    return end, indent, apart


def _under(lines: list[str], found: Outline, titles: frozenset[str]) -> int | None:
    """The line behind the last heading of these titles."""
    own = [heading for heading in found.headings if heading.title in titles]
    if not own:
        return None
    line = own[-1].end
    is_apart = line + 1 < len(lines) and not lines[line].strip() and lines[line + 1].strip()
    return line + 1 if is_apart else line


def _top(found: Outline, lines: list[str]) -> int:
    """The first line of a day; behind a heading that is its title."""
    first = found.headings[0] if found.headings else None
    is_title = first is not None and first.level == 1 and not any(one.strip() for one in lines[: first.start])
    return first.end if first is not None and is_title else 0


def _at_the_end(body: str, section: str) -> tuple[int, str]:
    """Below everything else; a file without an end to its last line stays so."""
    if not body:
        return 0, section + "\n"
    if not body.endswith("\n"):
        return len(body), "\n\n" + section
    return len(body), ("" if body.endswith("\n\n") else "\n") + section + "\n"


def _reads(before: str, after: str, item: NewItem, headings: Headings) -> bool:
    """Whether `after` is `before` and the one item more."""
    old, prose = split_day(before, headings.setbacks)
    new, prose_after = split_day(after, headings.setbacks)
    wanted = (item.kind, item.text, item.fields, "")
    said = [_said(one) for one in new]
    rest = [_said(one) for one in old]
    if len(said) != len(rest) + 1 or _words(prose, headings) != _words(prose_after, headings):
        return False
    return any(one == wanted and said[:at] + said[at + 1 :] == rest for at, one in enumerate(said))


def _said(raw: RawItem) -> tuple[str, str, tuple[tuple[str, str], ...], str]:
    return raw.kind, raw.text, tuple((field.key, field.value) for field in raw.fields), raw.note


def _words(prose: str, headings: Headings) -> list[str]:
    """The lines of prose, without a heading that goes with the items which come under it, where nothing else stands
    there: that of the wins or the setbacks, or the day's title."""
    lines = prose.split("\n")
    for heading in outline(prose, headings.setbacks).headings:
        if heading.level == 1 or heading.title in headings.wins | headings.setbacks:
            lines[heading.start : heading.end] = [""] * (heading.end - heading.start)
    return [line for line in lines if line.strip()]
