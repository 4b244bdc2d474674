"""/milestones.ics : the days that goals are due and on which milestones were reached, for calendars (RFC 5545)."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator import __version__
from generator.base.url import absolute

from .edition import Edition
from .file import File
from .identity import uuid
from .parts import Feed

URL = "/milestones.ics"
WIDTH = 75
"""Octets of a line, without its end."""


class Event(msgspec.Struct, frozen=True):
    """A whole day. `key` is its name in the journal."""

    key: str
    date: dt.date
    title: str
    said: str
    url: str


def own_feeds(edition: Edition) -> tuple[Feed, ...]:
    """The calendar, where there is something in it."""
    return (Feed(edition.site.title, URL, "text/calendar"),) if any(events(edition)) else ()


def files(edition: Edition) -> Iterator[File]:
    """The calendar, where there is something in it."""
    found = sorted(events(edition), key=lambda event: (event.date, event.key))
    if not found:
        return
    site = edition.site
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//smallwins//smallwins {__version__}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(site.title)}",
        f"X-WR-CALNAME:{_text(site.title)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for event in found for line in _event(edition, event)),
        "END:VCALENDAR",
    ]
    yield File(URL, b"".join(_folded(line) for line in lines))


def events(edition: Edition) -> Iterator[Event]:
    """The day on which each goal that is being built is due, and those on which milestones were reached."""
    if not edition.draws("goal"):
        return
    for goal in edition.journal.goals.values():
        if goal.by and goal.status in ("active", "paused"):
            yield Event(f"goals/{goal.id}/by", goal.by, goal.title, goal.identity or goal.why or "", goal.url)
        for hit in edition.insights.milestones[goal.id]:
            if hit.date:
                one = hit.milestone
                yield Event(
                    f"goals/{goal.id}/{one.id}", hit.date, f"{goal.title}: {one.title}", one.reward or "", goal.url
                )


def _event(edition: Edition, event: Event) -> Iterator[str]:
    """The stamp says when the entry was last known to be true: on the journal's last day, so that the same journal
    makes the same bytes."""
    dates = [date for date in edition.journal.dates if date <= edition.today]
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid(edition.site, event.key)}"
    yield f"DTSTAMP:{dates[-1] if dates else event.date:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.date:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.date + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.said:
        yield f"DESCRIPTION:{_text(event.said)}"
    if edition.site.base_url:
        yield f"URL:{absolute(edition.site.base_url, event.url)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """A text value (RFC 5545, 3.3.11), on one line."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    for sign in "\\;,":
        plain = plain.replace(sign, "\\" + sign)
    return plain


def _folded(line: str) -> bytes:
    """A content line of at most 75 octets a piece (3.1), cut between characters."""
    pieces, rest, room = [], line.encode(), WIDTH
    while len(rest) > room:
        at = room
        while rest[at] & 0xC0 == 0x80:
            at -= 1
        pieces.append(rest[:at])
        rest, room = rest[at:], WIDTH - 1  # the space that a continuation begins with counts too
    return b"\r\n ".join([*pieces, rest]) + b"\r\n"
