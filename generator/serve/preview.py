"""The preview goes on: watch, build, tell."""

import asyncio
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
    """Build whenever something changed, and when midnight passes; first the `open_pages`, then the rest of the site,
    until something changes again. Goes on until it is cancelled."""
    outcome: Outcome | None = None
    rest: asyncio.Task[Outcome] | None = None

    async def finish(changed: frozenset[str]) -> Outcome:
        whole = await builder.ask(order)
        if not whole.overtaken:
            tell(whole, changed)
        return whole

    try:
        async for changed in watch.changes():
            if outcome is None or changed or _day_passed(order, outcome):
                if rest is not None:
                    if not watch.again:
                        builder.overtake()
                    await rest
                asked = msgspec.structs.replace(order, changed=changed, urls=open_pages())
                outcome = await builder.ask(asked)
                tell(outcome, changed)
                rest = asyncio.create_task(finish(changed)) if outcome.unfinished else None
        if rest is not None:
            await rest
    finally:
        if rest is not None:
            rest.cancel()


def _day_passed(order: Order, outcome: Outcome) -> bool:
    """Whether it is another day, in the site's timezone, than the one that is shown."""
    if order.today is not None or outcome.today is None:
        return False
    return dt.datetime.now(ZoneInfo(outcome.timezone)).date() != outcome.today
