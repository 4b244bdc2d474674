"""What `smallwins serve` says while it runs: where the preview is, then a line for each change, and what is wrong."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator.base.problem import Problem
from generator.serve.order import Order, Outcome

from .report import count, counted, report
from .summary import WITHHELD
from .terminal import say


class Talk:
    """Says each outcome of a preview's builds once; with `quiet` only what is wrong, with `whole` every warning."""

    def __init__(self, order: Order, *, colour: bool, quiet: bool, whole: bool, opens: bool) -> None:
        self._order = order
        self._colour = colour
        self._quiet = quiet
        self._whole = whole
        self._opens = opens
        self._begun = False
        self._wrong: Sequence[Problem] = ()
        self._held = ""

    def tell(self, outcome: Outcome, changed: frozenset[str]) -> None:
        """Say an outcome, and which files brought it about; of half a site nothing."""
        if outcome.unfinished:
            return
        if outcome.problems != self._wrong:
            report(self._order.folder, outcome.problems, colour=self._colour, whole=self._whole)
        if outcome.fault:
            say(f"smallwins: a mistake of ours, not of yours: {outcome.fault}", err=True)
            if not self._order.debug:
                say("Run it again with --debug, and report what it prints.", err=True)
        line = self._line(outcome, changed)
        held = "" if outcome.drawn else line  # said once, though a young file counts twice
        news = outcome.changed or outcome.problems != self._wrong or held != self._held
        if self._begun and not self._quiet and news:
            say(f"{time.strftime('%H:%M:%S')}  {line}")
        self._wrong, self._held = outcome.problems, held
        if not self._begun:
            self._begun = True
            self._first(outcome)

    def welcome(self, title: str, network_address: str) -> None:
        """Say where the preview is, before anything is built: what was built the last time stands there already."""
        address = self._order.base_url
        say(f"{title}: {address}")
        if not self._quiet and not self._order.public and not self._order.gallery:
            say(f"The morning's page: {address}today/")
        if network_address:
            private = "" if self._order.public or self._order.gallery else ", also what is private"
            say(f"Who is in your network can read it{private}: {network_address}")
        if self._opens:
            click.launch(address)

    def _first(self, outcome: Outcome) -> None:
        if self._quiet:
            return
        if outcome.withheld and not self._order.gallery:
            say(_withheld(outcome.withheld, self._order.public))
        came = f"Built in {outcome.seconds:.2f} s" if outcome.drawn else "Nothing could be built yet"
        say(f"{came}; it follows what you save. Ctrl-C ends it.")

    def _line(self, outcome: Outcome, changed: frozenset[str]) -> str:
        """content/days/2026-02-15.md → 4 files of the site in 0.12 s"""
        names = sorted(_name(path, self._order.folder) for path in changed)
        what = names[0] if len(names) == 1 else count(len(names), "file") if names else "a new day"
        if outcome.drawn:
            came = f"{count(outcome.changed, 'file')} of the site in {outcome.seconds:.2f} s"
            came += f". {counted(outcome.problems)}" if outcome.problems else ""
        else:
            came = "the last good site stays"
            came += f". {counted(outcome.problems)}" if outcome.problems else ""
        return f"{what} → {came}"


def _withheld(counts: Mapping[str, int], public: bool) -> str:
    """What readers don't see, in a sentence."""
    groups: dict[str, list[str]] = {}
    for why, words in WITHHELD.items():
        if counts.get(why):
            shown = "left out" if public or why == "error" else "shown here and marked"
            groups.setdefault(shown, []).append(f"{counts[why]:,} {words}")
    said = [f"{', '.join(parts)}: {shown}" for shown, parts in groups.items()]
    return f"Readers don't see {'; '.join(said)}."


def _name(path: str, folder: Path) -> str:
    """A file as the person knows it."""
    at = Path(path)
    return at.relative_to(folder).as_posix() if at.is_relative_to(folder) else path
