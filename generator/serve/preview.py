"""The preview goes on: watch, build, tell."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import msgspec

from .order import Order, Outcome
from .process import Builder
from .watch import Watch

Tell = Callable[[Outcome, frozenset[str]], None]
"""Gets every outcome, and the paths whose change brought it about; none for the first one and for a new day."""


async def follow(
    builder: Builder, order: Order, watch: Watch, tell: Tell, open_pages: Callable[[], frozenset[str]]
) -> None:
    """Build whenever something changed, first the `open_pages`; and when midnight passes. Goes on until it is
    cancelled."""
    outcome: Outcome | None = None
    async for changed in watch.changes():
        if outcome is None or changed or _day_passed(order, outcome):
            asked = msgspec.structs.replace(order, changed=changed, urls=open_pages())
            outcome = await builder.ask(asked)
            tell(outcome, changed)
            if outcome.unfinished:
                outcome = await builder.ask(order)
                tell(outcome, changed)


def _day_passed(order: Order, outcome: Outcome) -> bool:
    """Whether it is another day, in the site's timezone, than the one that is shown."""
    if order.today is not None or outcome.today is None:
        return False
    return dt.datetime.now(ZoneInfo(outcome.timezone)).date() != outcome.today
