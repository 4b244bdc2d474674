"""What is withheld for an error is in no journal. What it names is asked for all the same, so that everything that is
wrong with it is said at once."""

from collections.abc import Iterable

from generator.entries import Mention

from .answers import Answers
from .findings import Findings
from .link_bodies import Bodies
from .names import SINGULAR, Fault


def unanswered(named: Iterable[Mention], answers: Answers) -> list[Fault]:
    """What nobody answers to, of all that is named in files and items that can't be read."""
    found = Findings()
    bodies = Bodies(answers, found)
    for mention in named:
        if mention.kind not in SINGULAR:
            bodies.target(mention, "", mention.origin.path)
        elif answers.get(mention.target, mention.kind) is None:
            found.faults.append(Fault(None, answers.unknown(mention.target, mention.origin, mention.kind)))
    return [Fault(None, fault.problem) for fault in found.faults]
