"""Which file is a day's: the one that it has, or the one that it would have beside the others."""

import datetime as dt
from collections.abc import Iterable

_LAYOUTS = ("%Y/%m/%Y-%m-%d", "%Y-%m/%Y-%m-%d", "%Y/%Y-%m-%d", "%Y/%m/%d", "%Y-%m/%d", "%Y-%m-%d")


def day_path(days: Iterable[tuple[dt.date, str]], date: dt.date) -> str:
    """The path below content/days, without `.md`, of the file of `date`. `days` are the dates and the names of the
    files that there are; a new one is laid out as the newest of them."""
    known = sorted(days, key=lambda day: (-day[0].toordinal(), len(day[1]), day[1]))
    own = next((name for day, name in known if day == date), None)
    if own:
        return own
    for day, name in known:
        for layout in _LAYOUTS:
            spelt = day.strftime(layout)
            before, found, _ = f"/{name}".rpartition(f"/{spelt}")
            if found:
                return f"{before}/{date.strftime(layout)}".lstrip("/")
    return str(date)
