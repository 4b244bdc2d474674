"""What the capturing commands share: their options, and the way from a proposal to a line of answer."""

import datetime as dt
import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from .as_json import echo_json
from .options import Day, load_site, site_option, today_in, wants_colour
from .terminal import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from generator.config.schema import Site
    from generator.desk.names import Name
    from generator.edit.capture import Captured, Proposal, Refused
    from generator.edit.material import Material

F = TypeVar("F", bound=Callable[..., Any])


class When(click.ParamType["dt.date | str"]):
    """A civil date, or today or yesterday, which only the site's timezone knows."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date | str:
        word = str(value).casefold()
        if word in ("today", "yesterday"):
            return word
        from generator.base.dates import parse_date

        if isinstance(value, str) and parse_date(value) is None:
            self.fail(f"{value!r} is no date; write today, yesterday, or a date such as 2026-02-14", param, ctx)
        return Day().convert(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in ("today", "yesterday") if word.startswith(incomplete)]


class Ref(click.ParamType[str]):
    """A value, a goal or a habit, as fingers type it; the shell completes it."""

    name = "ref"

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        from generator.desk.names import completions

        from .completing import material_of

        material = material_of(ctx)
        found = completions(self.known_in(ctx, material), incomplete) if material else ()
        return [CompletionItem(name.id, help=name.title) for name in found]

    def known_in(self, ctx: click.Context, material: "Material") -> "tuple[Name, ...]":
        """What there is to choose from, by what was typed before it."""
        return material.names(self.kind_in(ctx))

    def kind_in(self, ctx: click.Context) -> str:
        """Of which kind, by what was typed before it."""
        return self._kind


def periods(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
    """The words for a period, for the shell."""
    words = [f"{last}{kind}" for last in ("", "last-") for kind in ("week", "month", "year")]
    return [word for word in words if word.startswith(begun)]


class MilestoneRef(Ref):
    """A milestone of the goals that the win serves, or of any."""

    def __init__(self) -> None:
        super().__init__("goals")

    def known_in(self, ctx: click.Context, material: "Material") -> "tuple[Name, ...]":
        from generator.desk.names import called
        from generator.edit.refs import milestones_of

        goals = material.names("goals")
        meant = {name.id for word in ctx.params.get("goals") or () for name in called(goals, word)}
        return milestones_of(material.entries, meant or {name.id for name in goals})


def capture_options(command: F) -> F:
    """Where, when, and how much is said."""
    day = click.option("-d", "--date", type=When(), default="today", metavar="DATE", help="yesterday, or a date.")
    return day(file_options(command))


def file_options(command: F) -> F:
    """The same, for what has no date."""
    edit = click.option("-e", "--edit", is_flag=True, help="Open the file in your editor afterwards.")
    return edit(when_options(command))


def when_options(command: F) -> F:
    """Where, as of when, and how much is said."""
    for option in reversed(
        (
            site_option,
            click.option("--today", type=Day(), metavar="DATE", help="As of this day, not of the clock's."),
            click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong."),
            click.option("--json", "as_json", is_flag=True, help="Say it as JSON, for programs."),
            click.option("--no-color", is_flag=True, help="No colours (NO_COLOR works too)."),
            click.option("--debug", is_flag=True, help="Show the traceback of a mistake of ours."),
        )
    ):
        command = option(command)
    return command


class Call:
    """One run of a capturing command: the site, the day it is and the day it is about, and how to speak."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.folder: Path = given["folder"]
        self.quiet, self.as_json, self.edit = given["quiet"], given["as_json"], given.get("edit", False)
        self.debug = given["debug"]
        self.colour = wants_colour(given["no_color"])
        self.site: Site = load_site(self.folder, None, self.as_json, self.colour)
        self.today = today_in(self.site, given["today"])
        self.date = on(given.get("date", "today"), self.today)
        from generator.read.discover import missing

        if gone := missing(self.folder):
            self.refuse((gone,), 2)

    def goals(self) -> "tuple[Name, ...]":
        """The goals that are being built, to choose from."""
        return self._open("goals")

    def habits(self) -> "tuple[Name, ...]":
        """The habits that go on, to choose from."""
        return self._open("habits")

    def _open(self, kind: str) -> "tuple[Name, ...]":
        return self._material.names(kind, only_open=True)

    def why_not(self, about: str, propose: "Callable[[Material], Proposal | Refused]") -> str:
        """What is wrong, in words, with the argument or option `about` of a capture; "" where nothing is."""
        from generator.edit.capture import refusal

        found = [problem for problem in refusal(self._material, propose) if problem.origin.path == about]
        return "; ".join(filter(None, (found[0].message, found[0].hint))) if found else ""

    @cached_property
    def _material(self) -> "Material":
        from generator.edit.material import gather

        material = gather(self.folder, self.site)
        if isinstance(material, tuple):
            self.refuse(material)
        return material

    def run(self, propose: "Callable[[Material], Proposal | Refused]", answer: "Callable[[Captured], str]") -> None:
        """Capture, answer in a line, and open the editor where that was asked for."""
        import gc

        from generator.edit.capture import capture

        gc.disable()  # as in a build: much that lasts, hardly a cycle

        made = capture(self.folder, self.site, propose)
        if isinstance(made, tuple):
            self.refuse(made)
        try:
            line = answer(made)
        except Exception as error:  # it is written, and whoever thinks otherwise writes it twice
            if self.debug:
                raise
            click.echo(f"A mistake of ours, not of yours, keeps the answer: {type(error).__name__}: {error}", err=True)
            line = f"Written: {made.path}:{made.line}"
        self.say(line, made)
        if self.edit:
            open_editor(self.folder / made.path)

    def open_day(self) -> NoReturn:
        """The day's file in the person's editor, and nothing else."""
        from generator.edit.proposals import file_of

        path = self.folder / file_of(self._material, self.date)
        path.parent.mkdir(parents=True, exist_ok=True)
        open_editor(path)
        raise click.exceptions.Exit(0)

    def say(self, line: str, made: "Captured") -> None:
        if self.as_json:
            said = {"path": made.path, "line": made.line, "what": made.what, "answer": line}
            echo_json(said)
        elif not self.quiet:
            say(line)

    def refuse(self, problems: "Refused", code: int = 1) -> NoReturn:
        """What is wrong, and that nothing was written."""
        from .report import report

        report(self.folder, problems, as_json=self.as_json, colour=self.colour)
        if not self.as_json:
            say("Nothing is written.", err=True)
        raise click.exceptions.Exit(code)


def on(written: "dt.date | str", today: dt.date) -> dt.date:
    """The day that was meant."""
    if isinstance(written, dt.date):
        return written
    return today - dt.timedelta(days=1) if written == "yesterday" else today


def open_editor(path: Path) -> None:
    """The person's own editor ($VISUAL, $EDITOR), until it is closed; where there is none and nobody to look for one,
    the path."""
    import sys

    if os.environ.get("VISUAL") or os.environ.get("EDITOR") or sys.stdin.isatty():
        try:
            click.edit(filename=str(path))
        except click.ClickException as wrong:
            if not isinstance(reason := wrong.__cause__, OSError):
                raise
            editor = wrong.message.partition(":")[0]
            message = f"{editor} can't be started: {reason.strerror}. $VISUAL or $EDITOR says which editor is yours."
            raise click.ClickException(f"{message} The file is {path}.") from None
    else:
        click.echo(path)
