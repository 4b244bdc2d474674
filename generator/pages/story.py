"""/2026/02/14/scene-three/ : a win or a setback with a story of its own, and the way from it to goal and value."""

from collections.abc import Iterator

import msgspec

from generator.journal.records import Prose, Setback, Win
from generator.journal.urls import day_url
from generator.words import Words, summaries

from .description import description, first_line
from .edition import Edition
from .lines import goal_links, marks, mentions, setback_line, win_line
from .neighbours import neighbours
from .page import Page
from .parts import Line, Link, Mention, ValueMark
from .picture import picture

TEMPLATE = "pages/story.html"


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """One way from the win to what it stands for: the goal, its parents upwards, the values they serve."""

    goal: Link
    parents: tuple[Link, ...] = ()
    values: tuple[ValueMark, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A story's view. `line` holds its facts, `ways` the thread from it to its goals and values."""

    line: Line
    prose: Prose
    day: Link
    ways: tuple[Way, ...]
    values: tuple[ValueMark, ...]  # beyond those of its goals
    earlier: Link | None
    later: Link | None
    mentions: tuple[Mention, ...]


Record = Win | Setback


def subjects(edition: Edition) -> Iterator[tuple[Record | None, Record, Record | None]]:
    """Every win and every setback that has a file of its own, between its neighbours."""
    wins = [win for win in edition.journal.wins if win.story]
    setbacks = [setback for setback in edition.journal.setbacks if setback.story]
    both: list[Record] = [*wins, *setbacks]
    return neighbours(sorted(both, key=lambda record: (record.date, record.id)))


def address(_before: Record | None, record: Record, _after: Record | None) -> str:
    """Where the pages of a subject begin."""
    return record.url


def pages(edition: Edition, before: Record | None, record: Record, after: Record | None) -> Iterator[Page]:
    """The page of a story."""
    journal = edition.journal
    ways = tuple(_way(edition, goal) for goal in record.goals)
    given = {value for goal in record.goals for value in journal.goals[goal].values}
    view = Story(
        line=win_line(edition, record) if isinstance(record, Win) else setback_line(edition, record),
        prose=record.body,
        day=Link(edition.words.long_date(record.date), day_url(record.date)),
        ways=ways,
        values=marks(edition, [value for value in record.values if value not in given]),
        earlier=Link(before.title, before.url) if before else None,
        later=Link(after.title, after.url) if after else None,
        mentions=mentions(edition, record.url),
    )
    yield Page(
        url=record.url,
        template=TEMPLATE,
        title=record.title,
        view=view,
        description=_description(edition.words, view),
        section="/timeline/",
        published=record.date,
        image=picture(record.body),
        params=record.params,
    )


VIEW = Story


def reworded(words: Words, page: Page, prose: Prose) -> Page:
    """The page of a story that says the same in other words."""
    assert isinstance(page.view, Story)
    view = msgspec.structs.replace(page.view, prose=prose)
    return msgspec.structs.replace(page, view=view, description=_description(words, view), image=picture(prose))


def _description(words: Words, view: Story) -> str:
    line = view.line
    dated = summaries.period(words, words.long_date(line.date), line.text)
    return description(first_line(view.prose), line.worked, line.closer, line.learned, dated)


def _way(edition: Edition, goal: str) -> Way:
    journal = edition.journal
    return Way(
        goal=goal_links(edition, [goal])[0],
        parents=goal_links(edition, journal.goals[goal].ancestors),
        values=marks(edition, journal.goals[goal].values),
    )
