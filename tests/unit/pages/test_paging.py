"""Long lists as pages: nothing lost, full pages stand still."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.paging import FULL, LEAST, LONGEST, MOST, page_url, paged, pager
from generator.words import Words
from tests.conftest import Site


def _month(day: date) -> tuple[int, int]:
    return (day.year, day.month)


def _days(count: int, a_day: int = 1) -> list[date]:
    return [date(2020, 1, 1) + timedelta(days=at // a_day) for at in range(count)]


def test_a_list_that_fits_is_one_page() -> None:
    assert [len(page) for page in paged(_days(LONGEST), _month)] == [150]
    assert paged([], _month) == ((),)


def test_a_page_ends_with_its_month() -> None:
    """January to April 2020 have 31 + 29 + 31 + 30 = 121 days, May to August 31 + 30 + 31 + 31 = 123."""
    assert [len(page) for page in paged(_days(300), _month)] == [121, 123, 56]
    # 40 days of September and October would be too few for a page of their own
    assert [len(page) for page in paged(_days(284), _month)] == [121, 163]


def test_a_month_too_full_is_divided() -> None:
    assert [len(page) for page in paged(_days(1000, a_day=1000), _month)] == [400, 400, 200]


@given(st.lists(st.dates(date(2020, 1, 1), date(2020, 12, 31)), max_size=1500).map(sorted))
def test_pages_are_the_list_and_stay(days: list[date]) -> None:
    pages = paged(days, _month)
    assert [day for page in pages for day in page] == days
    assert all(len(page) >= FULL for page in pages[:-1])
    assert all(len(page) < LEAST + FULL + 2 * MOST for page in pages)
    shorter = paged(days[: len(days) * 2 // 3], _month)
    if len(shorter) > 2:
        assert pages[: len(shorter) - 2] == shorter[:-2]


def test_the_newest_page_is_the_lists_own() -> None:
    assert page_url("/goals/run/", 3, 3) == "/goals/run/"
    assert page_url("/goals/run/", 1, 3) == "/goals/run/page/1/"
    way = pager(Words("en"), "/goals/run/", 2, 3)
    assert way.newer is not None
    assert way.older is not None
    assert (way.newer.url, way.older.url) == ("/goals/run/", "/goals/run/page/1/")


def test_a_goal_with_many_wins_has_older_pages(site: Site) -> None:
    """The newest wins stand on the goal's page, the others on pages that are numbered from the oldest.

    == goals/run.md
    ---
    title: Run a marathon
    ---
    """
    for at, day in enumerate(_days(300)):
        site.write(f"days/{day}.md", f"+ Ran number {at} [[run]]\n")
    site.build()
    assert "Ran number 299" in site.page("/goals/run/")
    assert "Ran number 243" not in site.page("/goals/run/").partition("Stone by stone")[2]
    assert "Ran number 243" in site.page("/goals/run/page/2/")
    assert "Ran number 0" in site.page("/goals/run/page/1/")
    assert "1 May" in site.page("/goals/run/page/2/")
