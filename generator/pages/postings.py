"""What feeds tell of: wins, setbacks, a day's prose and reviews, newest first. Ticks stay on their day's page."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from zoneinfo import ZoneInfo

import msgspec
from markupsafe import Markup, escape

from generator.base.url import rooted
from generator.journal.records import Day, Goal, Record, Review, Setback, Value, Win
from generator.journal.urls import day_url
from generator.words import sentences

from .edition import Edition
from .lines import setback_line, win_line
from .parts import Line
from .prose import linked


class Posting(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a feed. `key` is its name in the journal; links in `html` begin at the site's root; `tags` are the
    titles of the goals and values that it serves."""

    key: str
    url: str
    title: str
    date: dt.date
    moment: dt.datetime
    html: str
    tags: tuple[str, ...] = ()


def of_site(edition: Edition) -> tuple[Posting, ...]:
    """The newest of the whole journal."""
    journal, most = edition.journal, _most(edition)
    days = (day for day in reversed(list(journal.days.values())) if day.body)
    found = [_review(edition, one) for one in islice(reversed(journal.reviews), most) if edition.draws("review")]
    found += _lines(edition, journal.wins, journal.setbacks)
    found += [_day(edition, day) for day in islice(days, most) if edition.draws("day")]
    return _newest(edition, found)


def of_goal(edition: Edition, goal: Goal) -> tuple[Posting, ...]:
    """The newest of a goal and of those below it."""
    journal = edition.journal
    return _newest(edition, _lines(edition, journal.wins_of(goal.id), journal.setbacks_of(goal.id)))


def of_value(edition: Edition, value: Value) -> tuple[Posting, ...]:
    """The newest wins that serve a value."""
    return _newest(edition, _lines(edition, edition.journal.wins_for(value.id), ()))


def _most(edition: Edition) -> int:
    return edition.site.feed.count if edition.site.feed else 0


def _newest(edition: Edition, found: Iterable[Posting]) -> tuple[Posting, ...]:
    return tuple(sorted(found, key=lambda posting: posting.date, reverse=True)[: _most(edition)])


def _lines(edition: Edition, wins: tuple[Win, ...], setbacks: tuple[Setback, ...]) -> list[Posting]:
    """The newest of both. A win is told by its day's page where it has none of its own."""

    def newest(records: Iterable[Win] | Iterable[Setback]) -> Iterator[Win | Setback]:
        return islice((one for one in records if edition.draws("story" if one.story else "day")), _most(edition))

    told = newest(win for win in reversed(wins) if not win.tick)
    tell = {Win: _win, Setback: _line}
    return [tell[type(one)](edition, one) for one in (*told, *newest(reversed(setbacks)))]


def _win(edition: Edition, win: Win | Setback) -> Posting:
    """A win stands in the feeds of all that it serves."""
    return edition.once(_win_named, win.id)


def _win_named(edition: Edition, name: str) -> Posting:
    return _line(edition, edition.journal.win(name))


def _line(edition: Edition, record: Win | Setback) -> Posting:
    journal = edition.journal
    is_win = isinstance(record, Win)
    line = win_line(edition, record) if isinstance(record, Win) else setback_line(edition, record)
    html = Markup("").join([*_facts(edition, line), linked(record.body)])
    served = [journal.goals[goal].title for goal in record.goals]
    served += [journal.values[value].title for value in record.values]
    posting = _posting(edition, "wins" if is_win else "setbacks", record, record.date, record.title, html, record.time)
    return msgspec.structs.replace(posting, tags=tuple(dict.fromkeys(served)))


def _facts(edition: Edition, line: Line) -> Iterator[Markup]:
    """What a line says of itself, a paragraph each."""
    _ = edition.words.gettext
    if not line.story:
        yield Markup("<p>{}</p>\n").format(line.text)
    links = [Markup('<a href="{}">{}</a>').format(Markup(rooted(goal.url)), goal.title) for goal in line.goals]
    if facts := [*([escape(line.amount)] if line.amount else []), *links]:
        yield Markup("<p>{}</p>\n").format(Markup(" · ").join(facts))
    said = (
        (_("What worked:"), line.worked),
        (_("Closer:"), line.closer),
        (_("Learned:"), line.learned),
        (_("To begin again:"), line.restart),
        (_("To celebrate:"), line.celebrate),
    )
    for label, words in said:
        if words:
            yield Markup("<p>{} {}</p>\n").format(label, words)


def _day(edition: Edition, day: Day) -> Posting:
    title = day.title or edition.words.long_date(day.date)
    return _posting(edition, "days", day, day.date, title, linked(day.body))


def _review(edition: Edition, review: Review) -> Posting:
    """A review tells of a time that is over: of its last day, or of today while it still runs."""
    _, words = edition.words.gettext, edition.words
    named = review.title != review.id
    title = review.title if named else sentences.period(words, review.id, review.start, review.end)
    listed = ((_("What worked"), review.worked), (_("What to adjust"), review.adjust))
    parts = [
        Markup("<h2>{}</h2>\n<ul>{}</ul>\n").format(label, Markup("").join(map(Markup("<li>{}</li>").format, said)))
        for label, said in listed
        if said
    ]
    html = Markup("").join([*parts, linked(review.body)])
    return _posting(edition, "reviews", review, min(review.end, max(edition.today, review.start)), title, html)


def _posting(
    edition: Edition, kind: str, record: Record, date: dt.date, title: str, html: str, time: str | None = None
) -> Posting:
    return Posting(
        key=f"{kind}/{record.id}",
        url=record.url if kind != "days" else day_url(date),
        title=title,
        date=date,
        moment=_moment(edition, date, time),
        html=str(html),
    )


def _moment(edition: Edition, date: dt.date, time: str | None) -> dt.datetime:
    """When it was, in the site's timezone; a day without a time of day is told at its beginning."""
    clock = dt.time.fromisoformat(time.zfill(5)) if time else dt.time()
    moment = dt.datetime.combine(date, clock, ZoneInfo(edition.site.timezone))
    offset = moment.utcoffset() or dt.timedelta()
    return moment.astimezone(dt.UTC) if offset.seconds % 60 else moment  # local times of old have seconds
