"""`smallwins`: the commands, each a module that is imported when it is called."""

import atexit
import codecs
import gc
import os
import sys
from importlib import import_module
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import click

from generator import __version__

from .terminal import Help, plainly, say, while_somebody_reads

# A new command is a module and a line here: its name and what it does, in a line. To write, to look, to show, the rest.
COMMANDS = {
    "new": "Begin a journal, or an entry.",
    "win": "Write a win into today's file.",
    "setback": "Write down what got in the way, and what restarts.",
    "tick": "Note that a habit was done.",
    "skip": "Let a habit go for a day, on purpose.",
    "done": "Mark a goal as done.",
    "undo": "Take back the last capture.",
    "review": "Open this week's review.",
    "rename": "Call a goal by another name, everywhere.",
    "today": "One thing for today, and what it builds on.",
    "list": "What is in the journal.",
    "build": "Build the site.",
    "serve": "Show the site as you write.",
    "check": "Say everything that is wrong.",
    "publish": "Show what becomes public, and bring it there.",
    "clean": "Remove what builds wrote.",
    "info": "Versions, folders, counts, and what decides what.",
    "schema": "Tell your editor what may be written, with your own names.",
    "completion": "Print what makes your shell complete all this.",
}


click.Context.formatter_class = Help


class _Lazy(click.Group):
    """Knows its commands by name, so that `smallwins build` need not import what `smallwins serve` does."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"generator.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not ctx.resilient_parsing and not args[0].startswith("-"):
            from generator.base.problem import suggestion

            hint = suggestion(args[0], COMMANDS)
            raise click.UsageError(f"There is no command `{args[0]}`. {hint}".strip(), ctx)
        return super().resolve_command(ctx, args)

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        with while_somebody_reads():
            return super().make_context(*given, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with while_somebody_reads():
            return super().invoke(ctx)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=False)
@click.version_option(__version__, "-V", "--version", prog_name="smallwins", message="%(prog)s %(version)s")
@click.option(
    "-C", "--site", "folder", type=click.Path(path_type=Path), help="The journal's folder, as of each command."
)
def smallwins(folder: Path | None) -> None:
    """A static-site journal for people who build big goals out of small wins.

    Write goals, values and days as Markdown in content/, then:

        smallwins build
    """


def main() -> None:
    """Run the command; exit codes: 0 fine, 1 the journal has errors, 2 usage or configuration, 130 interrupted."""
    atexit.register(gc.freeze)  # at the end nobody looks for cycles once more among all that goes at once
    debug = "--debug" in sys.argv
    if "_SMALLWINS_COMPLETE" in os.environ:
        from .completing import register

        register()
    codecs.register_error("plainly", plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="plainly")  # a terminal without Unicode shows what it can
    try:
        code = smallwins.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as wrong:
        _show(wrong)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except OSError as error:
        if debug:
            raise
        place = f": {error.filename}" if error.filename else ""
        say(f"smallwins: {error.strerror or error}{place}", err=True)
        sys.exit(2)
    except Exception as error:
        if debug:
            raise
        say(f"smallwins: a mistake of ours, not of yours: {type(error).__name__}: {error}", err=True)
        say("Run it again with --debug, and report what it prints.", err=True)
        sys.exit(2)


def _show(wrong: click.ClickException) -> None:
    """How the command was meant to be called."""
    if isinstance(wrong, click.NoSuchOption):  # its dashes are what every option has
        from generator.base.problem import nearest

        bare = wrong.option_name.lstrip("-")
        near = [one for one in wrong.possibilities or () if nearest(bare, [one.lstrip("-")])]
        wrong = click.NoSuchOption(wrong.option_name, possibilities=near, ctx=wrong.ctx)
    said = StringIO()
    wrong.show(said)
    say(said.getvalue().rstrip("\n"), err=True)
