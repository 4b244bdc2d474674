"""`smallwins rename`."""

import difflib
from typing import TYPE_CHECKING, Any

import click

from .as_json import echo_json
from .capturing import Call, Ref, when_options
from .terminal import say

if TYPE_CHECKING:
    from generator.edit.rename import Plan

KINDS = {"goal": "goals", "value": "values", "habit": "habits"}


class _Old(Ref):
    """The entry that is called, of the kind that stands before it."""

    def __init__(self) -> None:
        super().__init__("goals")

    def kind_in(self, ctx: click.Context) -> str:
        return KINDS.get(ctx.params.get("kind") or "", "goals")


@click.command("rename")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("old", type=_Old())
@click.argument("new")
@click.option("-y", "--yes", is_flag=True, help="Don't ask.")
@click.option("--alias", is_flag=True, help="Keep the old id as an alias: its address then leads to the new one.")
@when_options
def command(kind: str, old: str, new: str, yes: bool, alias: bool, **given: Any) -> None:
    """Call a goal, a value or a habit by another name, everywhere.

    Its file is renamed, and every reference to it is rewritten: in keys, in the lines of days, in prose. The changes
    are shown first. A NEW that is no id, such as "The book", becomes its title too. `smallwins undo` takes it back.

    \b
        smallwins rename goal novel book
        smallwins rename value growth "Growing up" --alias
    """
    call = Call(given)
    from generator.edit.lock import LockedError, locked
    from generator.edit.material import gather
    from generator.edit.rename import rename
    from generator.edit.writer import ChangedError, write

    material = gather(call.folder, call.site)
    plan = material if isinstance(material, tuple) else rename(material, KINDS[kind], old, new, alias)
    if isinstance(plan, tuple):
        call.refuse(plan)
    if not call.quiet and not call.as_json:
        show(plan, call.colour)
    from . import asking

    if not yes and not asking.is_there():
        raise click.UsageError("Nothing is written: --yes says that it may be.")
    if not yes and not click.confirm(f"Rename it, in {_files(plan)}?"):
        raise click.exceptions.Exit(1)
    try:
        with locked(call.folder):
            write(call.folder, plan.what, plan.files)
    except (ChangedError, LockedError) as wrong:
        where = getattr(wrong, "path", call.folder)
        say(f"{where} was changed meanwhile: nothing is written. Look again.", err=True)
        raise click.exceptions.Exit(1) from None
    if call.as_json:
        said = {"kind": kind, "old": plan.old, "new": plan.new, "paths": sorted(plan.files)}
        echo_json(said)
    elif not call.quiet:
        name = plan.new if plan.new != plan.old else f'called "{plan.title}"'
        say(f"{plan.old} is {name} now, in {_files(plan)}.")


def _files(plan: "Plan") -> str:
    number = len(plan.files) - (plan.path != plan.new_path)
    return f"{number} file{'' if number == 1 else 's'}"


def show(plan: "Plan", colour: bool) -> None:
    """What would change, as a diff."""
    for path, (before, after) in sorted(plan.files.items()):
        if after is None:
            continue
        was = plan.path if before is None else path
        old = (plan.files[plan.path][0] if before is None else before) or b""
        if was != path:
            click.echo(click.style(f"{was} → {path}", bold=True), color=colour)
        lines = difflib.unified_diff(_lines(old), _lines(after), was, path, n=1, lineterm="")
        for line in lines:
            tone = {"-": "magenta", "+": "green", "@": "cyan"}.get(line[:1])
            click.echo(click.style(line, fg=tone, bold=line[:3] in ("---", "+++")), color=colour)
    click.echo()


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").splitlines()
