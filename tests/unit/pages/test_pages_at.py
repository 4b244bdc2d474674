"""Pages by their urls: the same pages, without making all others."""

import msgspec

from generator.insights import gather
from generator.pages import all_pages, pages_at
from generator.pages.edition import Edition
from generator.pages.not_found import URL as NOT_FOUND
from generator.words import Words
from tests.conftest import TODAY, Site, write_journal

JOURNAL = """
== goals/novel.md
---
title: A novel
---
== values/craft.md
== habits/pages.md
---
goal: novel
---
== pages/about.md
== reviews/2026-W07.md
== wins/2026-02-14-the-letter.md
---
title: The letter
goal: novel
---
It came.
"""


def _edition(site: Site) -> Edition:
    write_journal(site, JOURNAL)
    for number in range(200):
        date = f"2025-{number % 12 + 1:02}-{number // 12 + 1:02}"
        site.write(f"days/{date}.md", f"---\nhabits: [pages]\n---\n+ Page {number} [[novel]]\n+ And more [[novel]]\n")
    return Edition(
        site=site.config(),
        journal=site.journal(),
        words=Words("en"),
        today=TODAY,
        counted=gather(site.journal(), TODAY),
    )


def test_each_page_is_found_by_its_url(site: Site) -> None:
    """Days, months, years, stories, a goal of many pages, reviews: whatever stands in a site."""
    edition = _edition(site)
    pages = {page.url: page for page in all_pages(edition) if page.url != NOT_FOUND}
    assert {"/", "/goals/novel/", "/goals/novel/page/1/", "/2025/03/02/", "/2025/03/", "/2025/"} <= set(pages)
    for url, page in pages.items():
        assert list(pages_at(edition, {url})) == [page]


def test_where_no_page_stands_there_is_none(site: Site) -> None:
    edition = _edition(site)
    assert not list(pages_at(edition, {"/2031/01/01/", "/nowhere/", ""}))


def test_what_the_theme_does_not_draw_is_not_there(site: Site) -> None:
    edition = msgspec.structs.replace(_edition(site), kinds=("home", "month"))
    assert not list(pages_at(edition, {"/2025/03/02/", "/goals/novel/"}))
    assert list(pages_at(edition, {"/2025/03/"}))


def test_a_day_without_words_that_is_linked_to_has_a_page(site: Site) -> None:
    site.write("days/2026-02-20.md", "")
    assert "/2026/02/20/" not in {page.url for page in pages_at(_edition(site), {"/2026/02/20/"})}
    site.write("days/2026-02-21.md", "After [[2026-02-20]].\n")
    assert [page.url for page in pages_at(_edition(site), {"/2026/02/20/"})] == ["/2026/02/20/"]
