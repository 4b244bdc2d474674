"""Which file is a day's: the one that it has, or the one that it would have beside the others."""

import datetime as dt
from collections.abc import Iterable

from generator.base.slug import numbered

_LAYOUTS = ("%Y/%m/%Y-%m-%d", "%Y-%m/%Y-%m-%d", "%Y/%Y-%m-%d", "%Y/%m/%d", "%Y-%m/%d", "%Y-%m-%d")


def day_path(days: Iterable[tuple[dt.date, str]], date: dt.date) -> str:
    """The path below content/days, without `.md`, of the file of `date`. `days` are the dates and the names of the
    files that there are; of two of a day the shorter name counts, as in a build. A file that is called so and whose
    `date:` says otherwise is another day's."""
    known = sorted(days, key=lambda day: (len(day[1]), day[1]))
    own = next((name for day, name in known if day == date), None)
    return own or numbered(laid_out(known, date), {name for _, name in known})


def laid_out(others: Iterable[tuple[dt.date, str]], date: dt.date) -> str:
    """The name of a new file of `date`, laid out as the newest of the others is."""
    for day, name in sorted(others, key=lambda one: (-one[0].toordinal(), len(one[1]), one[1])):
        for layout in _LAYOUTS:
            before, found, _ = f"/{name}".rpartition(f"/{day.strftime(layout)}")
            if found:
                return f"{before}/{date.strftime(layout)}".lstrip("/")
    return str(date)
