"""On this day, in earlier years."""

import datetime as dt

from generator.journal.journal import Journal


def on_this_day(journal: Journal, today: dt.date) -> tuple[str, ...]:
    """The ids of the wins of this month and day in earlier years, the latest year first. 29 February has its own."""
    found = [
        win for win in journal.wins if (win.date.month, win.date.day) == (today.month, today.day) and win.date < today
    ]
    return tuple(win.id for win in sorted(found, key=lambda win: -win.date.year))
