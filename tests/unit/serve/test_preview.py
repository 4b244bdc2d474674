"""When the preview builds: at first, after a change, and when it is another day where the site is at home."""

import datetime as dt
from collections.abc import AsyncGenerator
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from generator.serve.order import Order, Outcome
from generator.serve.preview import follow
from generator.serve.process import Builder
from generator.serve.watch import Watch
from tests.serve import apart

ORDER = Order(folder=Path("/journal"), output=Path("/journal/.smallwins/preview"), base_url="http://127.0.0.1:8000/")
OPEN = frozenset({"/2026/03/01/"})
EAST, WEST = "Pacific/Kiritimati", "Etc/GMT+12"  # never on the same day


class Changes(Watch):
    """A watch that tells of these changes and no others."""

    def __init__(self, *told: str) -> None:
        self._told = told

    async def changes(self) -> AsyncGenerator[frozenset[str], None]:
        for one in self._told:
            yield frozenset(one.split())


class Ready(Builder):
    """A builder that has its outcomes ready, and keeps its orders."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.orders: list[Order] = []
        self._ready = list(outcomes)

    async def ask(self, order: Order) -> Outcome:
        self.orders.append(order)
        return self._ready.pop(0)


def _outcome(zone: str, *, day_of: str = "") -> Outcome:
    """A site of a timezone, drawn on the day that it is there, or in another."""
    today = dt.datetime.now(ZoneInfo(day_of or zone)).date()
    return Outcome(drawn=True, timezone=zone, today=today)


def _built(builder: Ready, order: Order, *told: str) -> list[set[str]]:
    """The changes of which each build was told."""
    heard: list[Outcome] = []
    apart.run(follow(builder, order, Changes(*told), lambda outcome, _: heard.append(outcome), lambda: OPEN))
    assert len(heard) == len(builder.orders)
    return [set(order.changed) for order in builder.orders]


def test_it_builds_at_first_and_after_a_change() -> None:
    builder = Ready(_outcome(EAST), _outcome(EAST))
    assert _built(builder, ORDER, "", "", "/journal/content/a.md /journal/site.yaml", "") == [
        set(),
        {"/journal/content/a.md", "/journal/site.yaml"},
    ]


def test_what_somebody_looks_at_comes_first() -> None:
    """Half a site is told, and made whole at once."""
    half = msgspec.structs.replace(_outcome(EAST), unfinished=True)
    builder = Ready(_outcome(EAST), half, _outcome(EAST))
    assert _built(builder, ORDER, "", "/journal/content/a.md") == [set(), {"/journal/content/a.md"}, set()]
    assert [order.urls for order in builder.orders[1:]] == [OPEN, frozenset()]


def test_midnight_passes() -> None:
    builder = Ready(_outcome(EAST, day_of=WEST), _outcome(EAST))
    assert len(_built(builder, ORDER, "", "", "", "")) == 2


def test_a_day_that_was_asked_for_stays() -> None:
    builder = Ready(_outcome(EAST, day_of=WEST))
    order = Order(folder=ORDER.folder, output=ORDER.output, base_url="", today=dt.date(2026, 3, 1))
    assert len(_built(builder, order, "", "", "")) == 1


def test_a_mistake_of_ours_is_not_made_again_and_again() -> None:
    builder = Ready(Outcome(fault="ValueError: no"))
    assert len(_built(builder, ORDER, "", "", "")) == 1
