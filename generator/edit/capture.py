"""Capture: something is proposed, read as the build would read it, and only then written."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.base.stamp import NONE
from generator.config.schema import Site
from generator.journal.journal import Journal
from generator.read.discover import Source
from generator.read.parse import parse

from .lock import LockedError, busy, locked
from .manuscript import Manuscript, Splice
from .material import Material, gather, linked
from .writer import ChangedError, read, write

TRIES = 3


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be written: the file's bytes before (None: there is no file) and after, and the numbers of the lines
    that are new or say something new, in order. `about` is the argument that they come from where no option is; `what`
    tells it in a few words; `subject` is the id of the goal or the habit that it is about."""

    path: str
    before: bytes | None
    after: bytes
    new: tuple[int, ...]
    about: str
    what: str
    subject: str

    @property
    def lines(self) -> list[str]:
        return Manuscript(self.after).text.split("\n")

    @property
    def line(self) -> int:
        """The line that it is about: of an item, its first."""
        items = [number for number in self.new if self.lines[number - 1].lstrip().startswith("+ ")]
        return (items or self.new)[0]


class Captured(msgspec.Struct, frozen=True, kw_only=True):
    """What was written, where, about what (as in a proposal), and the whole journal with it."""

    path: str
    line: int
    what: str
    subject: str
    journal: Journal


Refused = tuple[Problem, ...]
"""Why nothing was written."""


def capture(folder: Path, site: Site, propose: Callable[[Material], Proposal | Refused]) -> Captured | Refused:
    """Write what `propose` makes of the journal in `folder`, if a build would have nothing against it. Two captures
    at once come one after the other, and neither is lost."""
    try:
        with locked(folder):
            for _ in range(TRIES):
                material = gather(folder, site)
                if isinstance(material, tuple):
                    return material
                proposal = propose(material)
                if isinstance(proposal, tuple):
                    return proposal
                journal, problems = _judge(material, proposal)
                if problems:
                    return problems
                try:
                    write(folder, proposal.what, {proposal.path: (proposal.before, proposal.after)})
                except ChangedError:
                    continue  # somebody saved the file just now: look again
                return Captured(
                    path=proposal.path,
                    line=proposal.line,
                    what=proposal.what,
                    subject=proposal.subject,
                    journal=journal,
                )
    except LockedError:
        pass
    return (busy(),)


def refusal(material: Material, propose: Callable[[Material], Proposal | Refused]) -> Refused:
    """Why what `propose` makes would not be written, without writing it; nothing where it would."""
    proposal = propose(material)
    return proposal if isinstance(proposal, tuple) else _judge(material, proposal)[1]


def spliced(
    material: Material,
    path: str,
    ways: Callable[[str], Sequence[Splice] | None],
    about: str,
    what: str,
    subject: str = "",
) -> Proposal | Refused:
    """The proposal that the first splices make which `ways` finds for a file's text."""
    before = read(material.folder, path)
    if path in material.read and material.read[path][1].entry is None:
        return material.read[path][1].problems
    manuscript = Manuscript(before or b"")
    splices = ways(manuscript.text)
    if splices is None:
        message = "it has no place where this would be read as you typed it"
        return (Problem("place-none", Origin(path), message, "write it in your editor; --edit opens the file"),)
    return Proposal(
        path=path,
        before=before,
        after=manuscript.spliced(splices),
        new=_new_lines(manuscript.text, splices),
        about=about,
        what=what,
        subject=subject,
    )


def _new_lines(text: str, splices: Sequence[Splice]) -> tuple[int, ...]:
    """The lines that have something of the splices in them, numbered as they are afterwards. A line that they only end
    or begin says what it said."""
    found: list[int] = []
    moved = 0
    for one in sorted(splices):
        said = one.put.strip("\n")
        first = text.count("\n", 0, one.at) + 1 + moved + one.put.index(said)
        found += range(first, first + said.count("\n") + 1)
        moved += one.put.count("\n") - text.count("\n", one.at, one.at + one.removed)
    return tuple(found)


def _judge(material: Material, proposal: Proposal) -> tuple[Journal, Refused]:
    """The journal as it would be, and every error that a build would find in the new lines, each at the option that
    it comes from."""
    kind = proposal.path.split("/", 2)[1]
    source = Source(proposal.path, kind, NONE)
    parsed = parse(source, proposal.after, material.options)
    after = msgspec.structs.replace(material, read=material.read | {proposal.path: (source, parsed)})
    journal, faults = linked(after)
    own = [
        problem
        for problem in (*parsed.problems, *faults)
        if problem.is_error
        and problem.origin.path == proposal.path
        and (problem.origin.line in proposal.new or parsed.entry is None)
    ]
    return journal, tuple(dict.fromkeys(_at_its_option(problem, proposal) for problem in own))


_KEY = re.compile(r"\s*(?!(?:habits|skips|status|ended|title)\b)(\w+):")


def _at_its_option(problem: Problem, proposal: Proposal) -> Problem:
    """What is wrong, said of what was typed: the line is not in the file yet."""
    line = proposal.lines[problem.origin.line - 1] if problem.origin.line else ""
    key = _KEY.match(line)
    option = "amount" if problem.code.startswith("amount") and "amount" in line else key[1] if key else ""
    return msgspec.structs.replace(problem, origin=Origin(f"--{option}" if option else proposal.about))
