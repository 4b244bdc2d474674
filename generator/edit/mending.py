"""Mending what is certain: slips of the finger, and text that YAML wants in quotes. Every other byte stays."""

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

import msgspec

from generator.base.problem import Fix, Problem
from generator.config.schema import Site
from generator.read.discover import Source
from generator.read.options import Options
from generator.read.parse import parse

from .lock import LockedError, busy, locked
from .manuscript import Manuscript, Splice
from .material import gather
from .writer import ChangedError, read, write


class Mended(msgspec.Struct, frozen=True):
    """A file with what was mended in it, its bytes before and after."""

    path: str
    before: bytes
    after: bytes
    problems: tuple[Problem, ...]

    @property
    def diff(self) -> list[str]:
        """The changed lines, as `diff -u` shows them."""
        before, after = (Manuscript(data).text.splitlines() for data in (self.before, self.after))
        return list(unified_diff(before, after, self.path, self.path, lineterm="", n=1))


def mend(folder: Path, site: Site, keep: bool = True) -> tuple[tuple[Mended, ...], tuple[Problem, ...]]:
    """Every file of the journal in `folder` that could be mended, and what stood in the way of writing it. `keep`
    writes them, all or none; `smallwins undo` takes that back."""
    try:
        with locked(folder):
            material = gather(folder, site)
            if isinstance(material, tuple):
                return (), material
            found = []
            for path, (source, parsed) in material.read.items():
                data = read(folder, path) if any(problem.fix for problem in parsed.problems) else None
                if data is not None and (mended := mended_file(source, data, material.options)):
                    found.append(mended)
            if keep and found:
                slips = sum(len(one.problems) for one in found)
                what = f"{slips} {'mistake' if slips == 1 else 'mistakes'} mended"
                write(folder, what, {one.path: (one.before, one.after) for one in found})
            return tuple(found), ()
    except (ChangedError, LockedError):
        return (), (busy(),)


def mended_file(source: Source, data: bytes, options: Options) -> Mended | None:
    """What the bytes of `source` are when all that is certain is mended; None where nothing is. Each fix is kept only
    if the file, read again, is the better for it."""
    now, done, refused = data, list[Problem](), set[Fix]()
    while True:
        problems = parse(source, now, options).problems
        problem = next((p for p in problems if p.fix and p.fix not in refused), None)
        if problem is None or problem.fix is None:
            return Mended(source.path, data, now, tuple(done)) if done else None
        tried = _with(now, problem.fix)
        if tried is not None and _is_better(problem, problems, parse(source, tried, options).problems):
            now = tried
            done.append(problem)
        else:
            refused.add(problem.fix)


def _with(data: bytes, fix: Fix) -> bytes | None:
    manuscript = Manuscript(data)
    lines = manuscript.text.split("\n")
    at = sum(len(line) + 1 for line in lines[: fix.origin.line - 1]) + fix.origin.column - 1
    if not manuscript.text.startswith(fix.old, at):
        return None  # it was written in another way than it reads: with an escape, over two lines
    return manuscript.spliced([Splice(at, fix.new, len(fix.old))])


def _is_better(problem: Problem, before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    """Whether nothing is wrong any more with the line, and no key stands twice now. What else comes to light was
    there all the time: where YAML stops reading, nothing behind is looked at."""
    twice = [one for one in after if one.code == "key-twice"]
    there = [one for one in after if one.origin.line == problem.origin.line]
    others = [one for one in before if one.origin.line == problem.origin.line and one != problem]
    return all(one in before for one in twice) and len(there) <= len(others)
