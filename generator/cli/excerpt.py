"""The line that a problem is about, as it is in its file, and as it fits a terminal."""

from pathlib import Path

from generator.base.problem import Problem


def around(line: str, column: int, room: int) -> tuple[str, str]:
    """What stands before `column` of a line, and the line; both cut where it has no room, with dots."""
    if room <= 0 or sum(columns(character) for character in line) <= room:
        return line[:column], line
    start = end = min(column, len(line))
    used, room = 0, max(room - 3, 8)  # the dots, and half of a character that is two columns wide
    while used < room and (start > 0 or end < len(line)):
        if start > 0 and (column - start <= end - column or end >= len(line)):
            start -= 1
            used += columns(line[start])
        else:
            used += columns(line[end])
            end += 1
    left = "…" if start else ""
    return left + line[start:column], left + line[start:end] + ("…" if end < len(line) else "")


def columns(character: str) -> int:
    """How many columns of a terminal a character takes."""
    import unicodedata

    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def excerpt(folder: Path, problem: Problem) -> str:
    """The line that a problem is about, read from its file; "" where there is none."""
    if not problem.origin.line:
        return ""
    try:
        text = (folder / problem.origin.path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line = lines[problem.origin.line - 1] if problem.origin.line <= len(lines) else ""
    printable = "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in line)
    return printable[:200].rstrip()
