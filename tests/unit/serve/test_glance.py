"""What somebody looks at is drawn first: as it will be when the whole site is."""

from pathlib import Path

import pytest

from generator.render.theme import BUILT_IN
from generator.serve.builder import Memory
from generator.serve.order import Order, Outcome
from tests.conftest import TODAY, Site, write_journal

JOURNAL = """
== goals/novel.md
---
title: A novel
values: [craft]
---
== goals/attic.md
---
title: The attic
visibility: private
---
== values/craft.md
== habits/pages.md
---
goal: novel
---
== days/2026-02-14.md
+ Wrote a page [[novel]]
== days/2026-02-27.md
---
habits: [pages]
---
A long day.

+ Cleared a shelf [[attic]]
+ Wrote two pages [[novel]]
== days/2026/02/28.md
See [[novel]].

+ Wrote three pages [[novel]]
"""
DAY = "/2026/02/27/"


class Preview:
    """A preview of a journal, without a server."""

    def __init__(self, site: Site, output: Path) -> None:
        self._site, self._memory, self._output = site, Memory(), output
        self.ask()

    def ask(self, *changed: str, urls: tuple[str, ...] = ()) -> Outcome:
        paths = frozenset(str(self._site.folder / path) for path in changed)
        order = Order(
            folder=self._site.folder, output=self._output, base_url="http://127.0.0.1:8000/", today=TODAY, debug=True,
            changed=paths, urls=frozenset(urls),
        )  # fmt: skip
        outcome = self._memory.make(order)
        assert outcome is not None
        assert not outcome.fault
        return outcome

    def pages(self) -> dict[str, tuple[bytes, int]]:
        """Each page, and when it was written, by its url."""
        found = {}
        for path in sorted(self._output.rglob("index.html")):
            name = path.parent.relative_to(self._output).as_posix()
            found["/" if name == "." else f"/{name}/"] = path.read_bytes(), path.stat().st_mtime_ns
        return found


def clean(site: Site) -> dict[str, bytes]:
    """Each page of the journal as it is drawn from nothing."""
    anew = Preview(site, site.folder.with_name("clean"))
    return {url: html for url, (html, _) in anew.pages().items()}


@pytest.fixture
def preview(site: Site) -> Preview:
    write_journal(site, JOURNAL)
    return Preview(site, site.folder / ".smallwins" / "preview")


EDITS = {
    "a win more": ("days/2026-02-27.md", "+ Wrote two pages", "+ Went for a walk\n+ Wrote two pages"),
    "another goal": ("days/2026-02-27.md", "[[attic]]", "[[novel]]"),
    "a private win more": ("days/2026-02-27.md", "+ Wrote two pages", "+ Hid a key [[attic]]\n+ Wrote two pages"),
    "no tick": ("days/2026-02-27.md", "habits: [pages]", "mood: 3"),
    "a setback": ("days/2026/02/28.md", "three pages [[novel]]", "three pages\n\n## Setbacks\n\n- Ill [[novel]]"),
    "a link to the goal": ("days/2026-02-14.md", "+ Wrote", "Now [[novel]] and [[2026-02-27]].\n\n+ Wrote"),
    "a goal retitled": ("goals/novel.md", "A novel", "Another novel"),
    "a goal made public": ("goals/attic.md", "visibility: private", "next: Buy a lamp"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_it_is_as_it_will_be(site: Site, preview: Preview, edit: str) -> None:
    """Every page is looked at: all are as they are when the site is whole, and nothing is written twice."""
    path, old, new = EDITS[edit]
    text = (site.folder / "content" / path).read_text()
    assert old in text
    site.write(path, text.replace(old, new))
    before = preview.pages()
    half = preview.ask(f"content/{path}", urls=tuple(before))
    assert half.drawn
    assert half.unfinished
    assert half.changed
    seen = preview.pages()
    assert not preview.ask().unfinished
    after = preview.pages()
    assert {url: page for url, page in after.items() if url in seen} == seen
    assert {url: html for url, (html, _) in after.items()} == clean(site)


def test_words_of_an_earlier_change_are_there_too(site: Site, preview: Preview) -> None:
    """First prose on one day, the short way; then a win on another; both days are looked at."""
    site.write("days/2026/02/28.md", "See [[novel]]. It rained.\n\n+ Wrote three pages [[novel]]\n")
    assert not preview.ask("content/days/2026/02/28.md", urls=("/2026/02/28/",)).unfinished
    site.write("days/2026-02-27.md", "+ Slept\n")
    assert preview.ask("content/days/2026-02-27.md", urls=(DAY, "/2026/02/28/")).unfinished
    assert b"It rained" in preview.pages()["/2026/02/28/"][0]
    assert b"Slept" in preview.pages()[DAY][0]


def test_a_day_that_is_gone_takes_its_wins_along(site: Site, preview: Preview) -> None:
    (site.folder / "content/days/2026-02-27.md").unlink()
    assert preview.ask("content/days/2026-02-27.md", urls=("/goals/novel/",)).unfinished
    assert b"two pages" not in preview.pages()["/goals/novel/"][0]


def shows(site: Site, preview: Preview, *urls: str) -> bool:
    """Whether these pages are as they are when all is drawn from nothing."""
    seen, anew = preview.pages(), clean(site)
    return all(seen[url][0] == anew[url] for url in urls)


def test_one_day_after_the_other(site: Site, preview: Preview) -> None:
    """The site was made whole in between."""
    site.write("days/2026-02-14.md", "+ Sang [[novel]]\n")
    assert preview.ask("content/days/2026-02-14.md", urls=("/goals/novel/",)).unfinished
    preview.ask()
    site.write("days/2026-02-27.md", "+ Slept\n")
    assert preview.ask("content/days/2026-02-27.md", urls=("/2026/02/14/", "/goals/novel/", DAY)).unfinished
    assert shows(site, preview, "/2026/02/14/", "/goals/novel/", DAY)


def test_one_day_goes_and_another_changes(site: Site, preview: Preview) -> None:
    (site.folder / "content/days/2026-02-14.md").unlink()
    assert preview.ask("content/days/2026-02-14.md", urls=("/goals/novel/",)).unfinished
    site.write("days/2026-02-27.md", "+ Slept\n")
    assert preview.ask("content/days/2026-02-27.md", urls=("/goals/novel/", DAY)).unfinished
    assert shows(site, preview, "/goals/novel/", DAY)


def test_two_days_come_at_once(site: Site, preview: Preview) -> None:
    names = ("days/2026-02-12.md", "days/2026-02-11.md")
    for name in names:
        site.write(name, "+ Sang [[novel]]\n")
    for _ in range(2):
        assert preview.ask(*(f"content/{name}" for name in names), urls=("/goals/novel/",)).unfinished
    assert shows(site, preview, "/goals/novel/")


def test_after_a_page_that_could_not_be_drawn_the_way_down_is_still_known(site: Site) -> None:
    """With a template of the site's own, which fails for one title; then a win is written and looked at."""
    write_journal(site, JOURNAL)
    site.write("site.yaml", "base_url: https://example.org\n")
    own = (BUILT_IN / "drystone/templates/pages/goal.html").read_text()
    begin = "{% block main %}"
    assert begin in own
    site.write("templates/pages/goal.html", own.replace(begin, begin + '{{ 1 // (view.title != "Boom")|int }}', 1))
    preview = Preview(site, site.folder / ".smallwins" / "preview")
    site.write("goals/novel.md", "---\ntitle: Boom\n---\n")
    assert not preview.ask("content/goals/novel.md").drawn
    site.write("days/2026-02-27.md", "+ Slept\n")
    assert preview.ask("content/days/2026-02-27.md", urls=(DAY,)).unfinished
    assert b"BreadcrumbList" in preview.pages()[DAY][0]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("site.yaml", "title: Another\n"),
        ("days/2026-03-01.md", "+ Not [[nowhere]]\n"),
        ("days/.2026-02-27.md.swp", "+ Half\n"),
        ("days/2026-03-01\udcff.md", "+ Sang\n"),
        ("media/a.svg", "<svg/>"),
    ],
)
def test_where_more_may_have_changed_there_is_no_glance(site: Site, preview: Preview, path: str, text: str) -> None:
    site.write(path, text)
    name = path if path == "site.yaml" else f"content/{path}"
    assert not preview.ask(name, urls=(DAY,)).unfinished


def test_nobody_looks_nothing_is_drawn_first(site: Site, preview: Preview) -> None:
    site.write("days/2026-02-27.md", "+ Slept\n")
    assert not preview.ask("content/days/2026-02-27.md").unfinished


def test_what_was_taken_back_before_the_rest_was_made_is_gone(site: Site, preview: Preview) -> None:
    """A win is written, seen on its goal's page, and taken back while the rest of the site is still to be drawn."""
    before = (site.folder / "content/days/2026-02-27.md").read_text()
    site.write("days/2026-02-27.md", before + "+ Sang [[novel]]\n")
    assert preview.ask("content/days/2026-02-27.md", urls=("/goals/novel/",)).unfinished
    assert b"Sang" in preview.pages()["/goals/novel/"][0]
    site.write("days/2026-02-27.md", before)
    if preview.ask("content/days/2026-02-27.md", urls=(DAY,)).unfinished:
        preview.ask()
    assert {url: html for url, (html, _) in preview.pages().items()} == clean(site)
