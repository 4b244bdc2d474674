"""Wins, ticks and setbacks as lines; days and months as blocks of them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from generator.journal.records import Day, Mentioned, Record, Review, Setback, Value, Win
from generator.journal.urls import day_url
from generator.words import sentences

from .edition import Edition
from .parts import DayBlock, Line, Link, Mention, MonthBlock, ValueMark


def withheld(edition: Edition, record: Record | None) -> str:
    """Why readers don't see a record of the preview, in a word; "" where they do."""
    return sentences.withheld(edition.words, edition.why(record) if record else None)


def link(edition: Edition, record: Record) -> Link:
    """The way to a record's page."""
    return Link(record.title, record.url, withheld(edition, record))


def mark(edition: Edition, value: Value) -> ValueMark:
    """A value, small. The second to fourth carry a seam."""
    seam = value.position if value.position < 4 else 0
    return ValueMark(value.id, value.title, value.url, seam, withheld(edition, value))


def marks(edition: Edition, values: Iterable[str]) -> tuple[ValueMark, ...]:
    return tuple(mark(edition, edition.journal.values[value]) for value in values)


def goal_links(edition: Edition, goals: Iterable[str]) -> tuple[Link, ...]:
    return tuple(link(edition, edition.journal.goals[goal]) for goal in goals)


def habit_link(edition: Edition, habit: str | None) -> Link | None:
    return link(edition, edition.journal.habits[habit]) if habit else None


def mentions(edition: Edition, url: str) -> tuple[Mention, ...]:
    """Who links to a page."""
    found: tuple[Mentioned, ...] = edition.journal.mentioned.get(url, ())
    reviews = {review.url: review for review in edition.journal.reviews}
    why = edition.withheld_entries if found else {}
    return tuple(
        Mention(
            _title(edition, said, reviews.get(said.url)),
            said.url,
            said.date,
            sentences.withheld(edition.words, why.get(said.url)),
        )
        for said in found
    )


def _title(edition: Edition, said: Mentioned, review: Review | None) -> str:
    """What links here, by its title; a review without one by its period in words."""
    if review is None or review.title != review.id:
        return said.title
    return sentences.period(edition.words, review.id, review.start, review.end)


def win_line(edition: Edition, win: Win) -> Line:
    """A win or a tick."""
    return edition.once(_win_line, win.id)


def _win_line(edition: Edition, name: str) -> Line:
    win = edition.journal.win(name)
    values = marks(edition, win.values)
    milestone = None
    if win.milestone:
        goal, _, name = win.milestone.partition("/")
        milestone = next((m.title for m in edition.journal.goals[goal].milestones if m.id == name), None)
    return Line(
        kind="tick" if win.tick else "win",
        anchor=_anchor(win),
        url=win.url,
        date=win.date,
        text=win.title,
        time=win.time,
        story=win.story,
        goals=() if win.tick else goal_links(edition, win.goals),  # its habit says what it serves
        habit=habit_link(edition, win.habit),
        values=values,
        value=values[0] if values else None,
        amount=sentences.amount(edition.words, win.amount),
        stretch=win.stretch,
        effort=win.effort,
        milestone=milestone,
        worked=win.worked,
        closer=win.closer,
        celebrate=win.celebrate,
        note=win.body if not win.story else type(win.body)(),
        of=_tokens(edition, "tick" if win.tick else "win", win, stretch=win.stretch),
        withheld=withheld(edition, win),
    )


def setback_line(edition: Edition, setback: Setback) -> Line:
    """A setback."""
    values = marks(edition, setback.values)
    return Line(
        kind="setback",
        anchor=_anchor(setback),
        url=setback.url,
        date=setback.date,
        text=setback.title,
        time=setback.time,
        story=setback.story,
        goals=goal_links(edition, setback.goals),
        habit=habit_link(edition, setback.habit),
        values=values,
        value=values[0] if values else None,
        learned=setback.learned,
        restart=setback.restart,
        note=setback.body if not setback.story else type(setback.body)(),
        of=_tokens(edition, "setback", setback),
        withheld=withheld(edition, setback),
    )


def _tokens(edition: Edition, kind: str, record: Win | Setback, stretch: bool = False) -> str:
    """What a filter looks for: the kind, the goals with their parents, the values."""
    goals = dict.fromkeys(name for goal in record.goals for name in edition.journal.lineage(goal))
    tokens = [kind, *(f"g-{goal}" for goal in goals), *(f"v-{value}" for value in record.values)]
    return " ".join([*tokens, "stretch"] if stretch else tokens)


def _anchor(record: Win | Setback) -> str:
    """Its id on the page of its day."""
    return record.url.rpartition("#")[2] if "#" in record.url else record.url.rstrip("/").rpartition("/")[2]


def day_block(
    edition: Edition, date: dt.date, wins: Sequence[Win], setbacks: Sequence[Setback] = (), own: Day | None = None
) -> DayBlock:
    """A day of a timeline, with those of its wins and setbacks that belong there."""
    lines = [win_line(edition, win) for win in wins]
    return DayBlock(
        date=date,
        url=day_url(date),
        wins=tuple(line for line in lines if line.kind == "win"),
        ticks=tuple(line for line in lines if line.kind == "tick"),
        setbacks=tuple(setback_line(edition, setback) for setback in setbacks),
        has_prose=bool(own and own.body),
        title=own.title if own else "",
        withheld=withheld(edition, own),
    )


def day_blocks(
    edition: Edition, wins: Iterable[Win], setbacks: Iterable[Setback] = (), dates: Iterable[dt.date] = ()
) -> tuple[DayBlock, ...]:
    """The days on which these happened (and `dates`, whose prose is said to be there), in order."""
    by_day: dict[dt.date, tuple[list[Win], list[Setback]]] = {}
    for date in dates:
        by_day.setdefault(date, ([], []))
    for win in wins:
        by_day.setdefault(win.date, ([], []))[0].append(win)
    for setback in setbacks:
        by_day.setdefault(setback.date, ([], []))[1].append(setback)
    written = edition.journal.days
    return tuple(day_block(edition, date, *by_day[date], written.get(date)) for date in sorted(by_day))


def month_blocks(edition: Edition, days: Sequence[DayBlock]) -> tuple[MonthBlock, ...]:
    """Days as months, the newest first."""
    blocks = []
    newest_first = sorted(days, key=lambda block: block.date, reverse=True)
    for start, group in groupby(newest_first, key=lambda block: block.date.replace(day=1)):
        members = tuple(group)
        count = sum(len(block.wins) + len(block.ticks) for block in members)
        with_wins = sum(bool(block.wins or block.ticks) for block in members)
        sentence = sentences.wins_on_days(edition.words, count, with_wins) if count else ""
        blocks.append(MonthBlock(start=start, url=month_url(start), sentence=sentence, days=members))
    return tuple(blocks)


def month_url(day: dt.date) -> str:
    return f"/{day.year}/{day.month:02}/"
