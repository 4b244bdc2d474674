"""Bodies: each mention finds its target."""

from collections.abc import Iterable

from generator.base.problem import Problem, did_you_mean
from generator.entries import Body, Mention
from generator.read.markdown import file_target, split_marks

from .answers import Answers
from .findings import BROKEN_KEY, Findings, Shown, Use
from .names import BROKEN, Fault
from .records import Prose, Target

PUBLISHED = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".txt", ".csv", ".json", ".vtt", ".ics")
"""The ends of names of files that entries may show: pictures that can be cleared of what they tell of their maker, and
text, which holds what one sees in it."""


class Bodies:
    """Links bodies, and adds what they use to the findings."""

    def __init__(self, answers: Answers, findings: Findings) -> None:
        self._answers = answers
        self._found = findings

    def link(self, body: Body, owner: str, path: str) -> Prose:
        """The body of `owner`, which stands in the file `path`, with its targets."""
        if not body.mentions:
            return Prose(body.html, (), body.plain)
        return prose(body, tuple(self.target(mention, owner, path) for mention in body.mentions))

    def target(self, mention: Mention, owner: str, path: str, linked: bool = True, prose: bool = True) -> Target:
        """Where one mention leads."""
        if mention.kind == "wiki":
            return self._wiki(mention, owner, linked, prose)
        if mention.kind == "site":
            if there := self._answers.at_url(mention.target.partition("#")[0]):
                self._found.uses.append(Use(owner, there.key, mention, True))
            return Target(mention.target, mention.label)
        file, fragment = file_target(path, mention.target)
        if mention.kind == "file":
            page = self._answers.at_path(file)
            if page is None:
                self._fault(owner, mention, "link-unknown", f"there is no entry {file}", self._answers.known("paths"))
                return Target(None, mention.label)
            if page is BROKEN:
                self._found.uses.append(Use(owner, BROKEN_KEY, mention, False))
                return Target(None, mention.label)
            self._found.uses.append(Use(owner, page.key, mention, False))
            return Target(page.url + (f"#{page.kind}-{page.id}-{fragment}" if fragment else ""), mention.label)
        url = self._answers.media(file)
        if url is None:
            self._fault(owner, mention, "media-missing", f"there is no file {file}", self._answers.known("media"))
            return Target(None, mention.label)
        if not file.lower().endswith(PUBLISHED):
            name = file.rpartition("/")[2]
            message = f"{name} may tell more than it shows (a place, a time, a name), which nobody here can take out"
            hint = "save a picture as JPEG, PNG, WebP or GIF; put anything else on a host of its own, and link to that"
            self._found.faults.append(Fault(owner, Problem("media-refused", mention.origin, message, hint)))
            return Target(None, mention.label)
        self._found.shown.append(Shown(url, file, owner, mention.origin))
        return Target(url, mention.label)

    def _wiki(self, mention: Mention, owner: str, linked: bool, prose: bool) -> Target:
        answer = self._answers.get(mention.target)
        if answer is None:
            self._found.faults.append(Fault(owner, self._answers.unknown(mention.target, mention.origin)))
        if answer is BROKEN:
            self._found.uses.append(Use(owner, BROKEN_KEY, mention, not mention.label, linked, prose))
        if answer is None or answer is BROKEN:
            return Target(None, mention.label or mention.target)
        there = self._answers.entry(answer)
        self._found.uses.append(Use(owner, answer, mention, not mention.label, linked, prose))
        return Target(there.url, mention.label or there.title)

    def _fault(self, owner: str, mention: Mention, code: str, message: str, choices: Iterable[str]) -> None:
        hint = did_you_mean(mention.target, choices) or "a link is relative to the file that it stands in"
        self._found.faults.append(Fault(owner, Problem(code, mention.origin, message, hint)))


def prose(body: Body, targets: tuple[Target, ...]) -> Prose:
    """A body with the targets of its mentions."""
    words = split_marks(body.plain)
    words[1::2] = [targets[int(mark)].text for mark in words[1::2]]
    return Prose(body.html, targets, "".join(words))
