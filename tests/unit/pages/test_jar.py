"""The jar: without scripts another win on each day, and each once before one comes again."""

import datetime as dt

import pytest

from generator.base.origin import Origin
from generator.journal.records import Win
from generator.pages.reconnect import drawn
from tests.conftest import Site

DAY = dt.date(2026, 2, 15)


def wins(many: int) -> list[Win]:
    return [Win(id=str(at), title=str(at), url="/", origin=Origin("x"), date=DAY) for at in range(many)]


@pytest.mark.parametrize("many", [1, 2, 3, 4, 5, 6, 10, 12, 60, 61, 377, 1000, 7919])
def test_every_win_comes_once_before_one_comes_again(many: int) -> None:
    inside = wins(many)
    days = [DAY + dt.timedelta(days=at) for at in range(many)]
    assert len({drawn(inside, day).id for day in days}) == many
    assert drawn(inside, DAY + dt.timedelta(days=many)) == drawn(inside, DAY)


def test_neighbours_in_time_are_far_apart_in_the_journal() -> None:
    """For a hundred wins the golden section is 62, the next number without a divisor in common 63."""
    first, second = (int(drawn(wins(100), DAY + dt.timedelta(days=at)).id) for at in (0, 1))
    assert (second - first) % 100 == 63


def test_the_page_says_what_the_script_needs(site: Site) -> None:
    """Three written wins in two years; the tick is not in the jar.

    == goals/run.md
    == habits/jog.md
    == days/2025-12-30.md
    + A [[run]]
    == days/2026-02-10.md
    ---
    habits: [jog]
    ---
    + B [[run]]
    == days/2026-02-11.md
    + C [[run]]
    == days/2026-02-12.md
    ---
    habits: [jog]
    ---
    """
    site.build()
    assert 'data-jar="2025:1 2026:2" data-today="2026-03-01"' in site.html("/reconnect/")


def test_a_jar_of_one_has_no_other_to_draw(site: Site) -> None:
    """
    == goals/run.md
    == days/2026-02-10.md
    + A [[run]]
    == reviews/2026-W07.md
    """
    site.build()
    assert "From the jar" in site.page("/reconnect/")
    assert "data-jar" not in site.html("/reconnect/")
