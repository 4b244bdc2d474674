"""`smallwins new goal` and the like: a file with every key that it may have, as comments."""

from typing import Any

import click

from .capturing import Call, Ref, capture_options, file_options, periods

_TITLE = click.argument("title", nargs=-1, required=True)


@click.command("value", short_help="Something that matters to you.")
@_TITLE
@click.option("--identity", metavar="TEXT", help="Who it makes of you: someone who keeps learning.")
@click.option("--why", metavar="TEXT", help="In one line.")
@file_options
def value(title: tuple[str, ...], identity: str | None, why: str | None, **given: Any) -> None:
    """Something that matters to you.

    \b
        smallwins new value Growth --identity "someone who keeps learning"
    """
    _named(given, "values", title, identity=identity, why=why)


@click.command("goal", short_help="Something that you are building.")
@_TITLE
@click.option("--value", "values", type=Ref("values"), multiple=True, help="A value that it serves.")
@click.option("--parent", type=Ref("goals"), help="The goal that it is a part of.")
@click.option("--why", metavar="TEXT", help="In one line.")
@click.option("--by", metavar="DATE", help="Until when, if there is a day.")
@click.option("--next", "next_", metavar="TEXT", help="The next small step.")
@file_options
def goal(title: tuple[str, ...], next_: str | None, **given: Any) -> None:
    """Something that you are building.

    \b
        smallwins new goal "Finish the novel" --value growth --next "Outline scene 4"
    """
    keys = {key: given.pop(key) for key in ("values", "parent", "why", "by")}
    _named(given, "goals", title, **keys, next=next_)


@click.command("habit", short_help="Something that you repeat.")
@_TITLE
@click.option("-g", "--goal", type=Ref("goals"), help="The goal that it belongs to.")
@click.option("--cadence", metavar="HOW OFTEN", help="daily, weekdays, weekly, 3/week, 2/10.")
@click.option("--cue", metavar="TEXT", help="When and where it happens.")
@click.option("--small", metavar="TEXT", help="Its smallest version.")
@file_options
def habit(title: tuple[str, ...], **given: Any) -> None:
    """Something that you repeat.

    \b
        smallwins new habit "Morning pages" -g novel --cadence 3/week --cue "after coffee"
    """
    _named(given, "habits", title, **{key: given.pop(key) for key in ("goal", "cadence", "cue", "small")})


@click.command("win", short_help="A win with a story and a page of its own.")
@_TITLE
@click.option("-g", "--goal", type=Ref("goals"), multiple=True, help="A goal that it serves.")
@click.option("-a", "--amount", metavar="AMOUNT", help="How much.")
@capture_options
def win(title: tuple[str, ...], **given: Any) -> None:
    """A win with a story of its own, in a file and on a page of its own. For a line, there is `smallwins win`.

    \b
        smallwins new win "Scene three is down" -g novel --edit
    """
    _dated(given, "wins", title, **{key: given.pop(key) for key in ("goal", "amount")})


@click.command("setback", short_help="A setback with a story of its own.")
@_TITLE
@click.option("-g", "--goal", type=Ref("goals"), multiple=True, help="A goal that it touched.")
@click.option("--restart", metavar="TEXT", help="The small action that restarts.")
@capture_options
def setback(title: tuple[str, ...], **given: Any) -> None:
    """A setback with a story of its own. For a line, there is `smallwins setback`.

    \b
        smallwins new setback "Flu for a week" -g novel --restart "reread the last page"
    """
    _dated(given, "setbacks", title, **{key: given.pop(key) for key in ("goal", "restart")})


@click.command("review", short_help="A review, with what was counted in its period.")
@click.argument("period", default="week", shell_complete=periods)
@capture_options
def review(period: str, **given: Any) -> None:
    """A review: what was counted in the period, and its wins, stand above its keys as comments.

    PERIOD is week, month or year, last-week, last-month or last-year, or one by its name: 2026-W07, 2026-02, 2026.

    \b
        smallwins new review
        smallwins new review last-month --edit
    """
    call = Call(given)
    from .reviewing import make_review, review_named

    make_review(call, review_named(call, period))


ENTRIES = (goal, value, habit, win, setback, review)


def _named(given: dict[str, Any], kind: str, title: tuple[str, ...], **keys: Any) -> None:
    call = Call(given)
    from generator.edit.new_entry import named

    said = {key: value for key, value in keys.items() if value}
    call.run(lambda material: named(material, kind, " ".join(title).strip(), said), lambda made: f"Made {made.path}")


def _dated(given: dict[str, Any], kind: str, title: tuple[str, ...], **keys: Any) -> None:
    call = Call(given)
    from generator.edit.new_entry import dated

    said, words = {key: value for key, value in keys.items() if value}, " ".join(title).strip()
    call.run(lambda material: dated(material, kind, words, call.date, said), lambda made: f"Made {made.path}")
