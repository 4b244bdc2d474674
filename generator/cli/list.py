"""`smallwins list`."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .as_json import echo_json
from .capturing import Ref, When, on
from .options import desk_options, open_or_exit, site_option

if TYPE_CHECKING:
    from generator.desk import Desk
    from generator.desk.listing import Listing, Row


class _Edge(When):
    """A day, today or yesterday, or a week, month or year, which stands for its first day or its last."""

    def __init__(self, last: bool) -> None:
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date | str:
        from generator.base.dates import period_end, period_start

        if isinstance(value, str) and (day := (period_end if self._last else period_start)(value)):
            return day
        return super().convert(value, param, ctx)


class _List(click.ParamType[str]):
    """The name of a list."""

    name = "list"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from generator.base.problem import suggestion
        from generator.desk.listing import LISTS

        names = {name: name for name in LISTS} | {name.removesuffix("s"): name for name in LISTS}
        if str(value).casefold() not in names:
            hint = suggestion(str(value), LISTS) or f"There are: {', '.join(LISTS)}."
            self.fail(f"there is no list `{value}`. {hint}", param, ctx)
        return names[str(value).casefold()]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        from generator.desk.listing import LISTS

        return [CompletionItem(name) for name in LISTS if name.startswith(incomplete)]


@click.command("list")
@click.argument("name", type=_List(), required=False, metavar="[LIST]")
@click.argument("text", nargs=-1, metavar="[WORD]...")
@site_option
@click.option("-g", "--goal", type=Ref("goals"), metavar="GOAL", help="Of this goal and what is part of it.")
@click.option("--value", type=Ref("values"), metavar="VALUE", help="Of what serves this value.")
@click.option("--since", type=_Edge(last=False), metavar="DATE", help="From this day, week, month or year on.")
@click.option("--until", type=_Edge(last=True), metavar="DATE", help="To the end of this day, week, month or year.")
@click.option("--stretch", is_flag=True, help="Stretch wins alone.")
@click.option("--no-ticks", is_flag=True, help="Without habits that were ticked and no more.")
@click.option("--status", type=click.Choice(["active", "paused", "done", "released"]), help="Goals that stand so.")
@click.option("-n", "--last", type=click.IntRange(min=1), metavar="N", help="The last N alone.")
@desk_options
def command(
    name: str | None,
    text: tuple[str, ...],
    folder: Path,
    goal: str | None,
    value: str | None,
    since: dt.date | str | None,
    until: dt.date | str | None,
    stretch: bool,
    no_ticks: bool,
    status: str | None,
    last: int | None,
    today: dt.date | None,
    public: bool,
    as_json: bool,
    no_color: bool,
    debug: bool,
) -> None:
    """What is in the journal: a list of it, or how much there is of each.

    LIST is wins, goals, values, habits, setbacks, days, reviews, pages, next (the next steps), or what readers don't
    see: drafts, private, future. Each WORD must stand in it. GOAL and VALUE are an id, a title, an alias, or how one
    begins. Through a pipe each is a line of seven columns between tabs: date, id, text, goals, values, why it is
    withheld, and its place.

    \b
        smallwins list
        smallwins list wins --goal run --since 2026-02
        smallwins list wins sam -n 5
        smallwins list goals --status active --json
        smallwins list private | cut -f 7
    """
    desk = open_or_exit(folder, today, public, as_json, no_color)
    from generator.desk.listing import LISTS, Chosen, listing

    chosen = Chosen(
        goal=_id(desk, "goals", goal),
        value=_id(desk, "values", value),
        since=on(since, desk.today) if since else None,
        until=on(until, desk.today) if until else None,
        stretch=stretch,
        ticks=not no_ticks,
        status=status,
        text=text,
    )
    if name is None:
        _overview({list_: len(listing(desk, list_, chosen).entries) for list_ in LISTS}, as_json)
        return
    found = listing(desk, name, chosen)
    if last is not None:
        import msgspec

        found = msgspec.structs.replace(found, entries=found.entries[-last:])
    _print(found, as_json, no_color)


def _id(desk: "Desk", kind: str, word: str | None) -> str | None:
    """The id that a word on the command line calls."""
    if word is None:
        return None
    from generator.desk.names import called, names, nobody

    known = names(desk, kind)
    found = called(known, word)
    if len(found) != 1:
        raise click.BadParameter(nobody(known, word, found), param_hint=f"--{kind.removesuffix('s')}")
    return found[0].id


def _overview(counts: dict[str, int], as_json: bool) -> None:
    if as_json:
        echo_json(counts)
        return
    width = max(len(f"{count:,}") for count in counts.values())
    for name, count in counts.items():
        click.echo(f"{count:>{width},}  {name}")


def _print(found: "Listing", as_json: bool, no_color: bool) -> None:
    if as_json:
        echo_json(found)
        return
    from .drawing import Paper, printable

    if not found.entries:
        click.echo("Nothing is found.", err=True)
    elif sys.stdout.isatty():
        paper = Paper(no_color)
        width = max(len(_first(row)) for row in found.entries) + 2
        for row in found.entries:
            _line(paper, row, width)
    else:
        for row in found.entries:
            click.echo("\t".join(printable(cell) for cell in _cells(row)))


def _cells(row: "Row") -> tuple[str, ...]:
    place = f"{row.path}:{row.line}" if row.line else row.path
    day = row.date.isoformat() if row.date else ""
    return day, row.id, row.text, ",".join(row.goals), ",".join(row.values), row.withheld, place


def _first(row: "Row") -> str:
    """When, or which."""
    return row.date.isoformat() if row.date else "" if row.kind == "next" else row.id


def _line(paper: Any, row: "Row", width: int) -> None:
    """A row as a person reads it: when or which, what, and what belongs to it."""
    facts = [*row.goals] if row.kind not in ("goal", "value") else []
    if row.status and row.status != "active":
        facts.append(row.status)
    if row.wins is not None:
        facts.append(f"{row.wins:,} {'win' if row.wins == 1 else 'wins'}")
    if row.withheld:
        facts.append(row.withheld)
    said = f"  {' · '.join(facts)}" if facts else ""
    paper.row(_first(row), width, row.text or "(no words)", (said, "dim"))
