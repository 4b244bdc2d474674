"""`smallwins schema`."""

import datetime as dt
import json
from pathlib import Path

import click

from .options import Day, open_or_exit, site_option


def _names(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
    from generator.entries import KINDS

    return [name for name in ("site", *KINDS) if name.startswith(begun)]


@click.command("schema")
@click.argument("name", required=False, metavar="[NAME]", shell_complete=_names)
@site_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the schemas go.",
    show_default=".smallwins/schemas in the journal",
)
@click.option("--editor", type=click.Choice(["vscode"]), help="Set up this editor for the journal, too.")
@click.option("--today", type=Day(), metavar="DATE", help="As of this day, not of the clock's.")
@click.option("--no-color", is_flag=True, help="No colours (NO_COLOR works too).")
@click.option("--debug", is_flag=True, help="Show the traceback of a mistake of ours.")
def command(
    name: str | None,
    folder: Path,
    output: Path | None,
    editor: str | None,
    today: dt.date | None,
    no_color: bool,
    debug: bool,
) -> None:
    """Write JSON Schemas of site.yaml and of each kind's front matter, for editors.

    They hold every key with what it is for, examples, and your own goals, values and habits as choices; run it again
    when there are new ones. With a NAME (site, goals, days …) that one is printed.

    --editor vscode also writes snippets, and where there are none yet settings, a task that lists what is wrong, and a
    recommendation, into .vscode/.

    \b
        smallwins schema
        smallwins schema --editor vscode
        smallwins schema goals | jq .properties.status
    """
    desk = open_or_exit(folder, today, False, False, no_color)
    from generator.desk import vscode
    from generator.desk.schema import files, schemas

    if name is not None:
        made = schemas(desk)
        if name not in made:
            from generator.base.problem import suggestion

            hint = suggestion(name, made) or f"There are: {', '.join(made)}."
            raise click.BadParameter(f"there is no schema `{name}`. {hint}", param_hint="NAME")
        click.echo(json.dumps(made[name], indent=2, ensure_ascii=False))
        return
    where = output if output is not None else folder / vscode.SCHEMAS
    for path, text in files(desk).items():
        _write(where / path, text)
    if editor == "vscode":
        for path, text in vscode.files(desk).items():
            _write(folder / path, text, ours=path == vscode.SNIPPETS)


def _write(path: Path, text: str, ours: bool = True) -> None:
    """Write a file and say so; one that is there and not `ours` stays as it is."""
    from generator.base.atomic import replace

    data = text.encode()
    there = path.read_bytes() if path.is_file() else None
    if there == data:
        click.echo(f"  {path}  as it was")
    elif there is not None and not ours:
        click.echo(f"  {path}  stays as it is; what it could say:\n\n{text}")
    else:
        replace(path, data)
        click.echo(f"  {path}")
