"""The preview in a real browser: it follows what is written, and the reader stays where they are."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.conftest import Site
from tests.serve.running import preview
from tests.site.server import POLICY

from .conftest import Open

LONG = "\n\n".join(f"Paragraph {number} of a long day." for number in range(80))
TOP = "element => element.getBoundingClientRect().top"
expect.set_options(timeout=20_000)  # a save is followed in a moment; a machine that is busy takes its time
GONE = "This page is not part of the site any more"


def _mark(page: Page) -> None:
    """What only a reload takes away."""
    page.evaluate("window.same = true")


def _same(page: Page) -> bool:
    return bool(page.evaluate("window.same === true"))


def _signs(page: Page) -> Any:
    return page.locator("#_smallwins .signs")


def _panel(page: Page) -> Any:
    return page.locator("#_smallwins .panel")


def _strictly(route: Route) -> None:
    """Hand out what was asked for under the strictest policy."""
    got = route.fetch()
    route.fulfill(response=got, headers=got.headers | {"Content-Security-Policy": POLICY})


class _Elsewhere(BaseHTTPRequestHandler):
    """Another site on this machine, which is one page."""

    page = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.page.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its own name for it
        """Say nothing."""


def test_what_is_saved_is_there_and_the_reader_stays(site: Site, visit: Open) -> None:
    """
    == goals/run.md
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    """
    site.write("days/2026-02-16.md", f"+ Ran far\n\n## Morning\n\n{LONG}\n\n## Evening\n\nSlept.\n")
    with preview(site) as running, visit(f"{running.address}2026/02/16/") as it:
        page = it.page
        page.locator(".site-tools button").focus(timeout=2000)
        heading = page.get_by_role("heading", name="Evening")
        heading.evaluate("heading => heading.scrollIntoView()")
        before = heading.evaluate(TOP)
        _mark(page)
        site.write(
            "days/2026-02-16.md", f"+ Ran far\n+ And back\n\n## Morning\n\n{LONG}\n\n## Evening\n\nSlept well.\n"
        )
        expect(page.get_by_text("Slept well.")).to_be_attached()
        assert not _same(page)
        # The words come before the place: the preview goes back to it once all is laid out.
        place = "([heading, before]) => Math.abs(heading.getBoundingClientRect().top - before) < 2"
        page.wait_for_function(place, arg=[heading.element_handle(), before])
        page.wait_for_function("document.activeElement.closest('.site-tools') !== null")
        assert it.complaints == []


def test_a_page_that_did_not_change_is_left_alone(site: Site, visit: Open) -> None:
    """
    == goals/run.md
    == goals/read.md
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    == days/2026-02-16.md
    + Read a page [[read]]
    """
    with preview(site) as running, visit(f"{running.address}2026/02/15/") as it, visit(f"{running.address}") as home:
        _mark(it.page)
        site.write("goals/read.md", "---\nwhy: Because.\n---\n")
        site.write("days/2026-02-16.md", "+ Read two pages [[read]]\n")
        expect(home.page.get_by_text("Read two pages").first).to_be_attached()
        it.page.wait_for_timeout(300)
        assert _same(it.page)


def test_styles_are_exchanged_in_place(site: Site, visit: Open) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    with preview(site) as running, visit(f"{running.address}2026/02/15/") as it:
        _mark(it.page)
        for colour in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
            site.write("user.css", f"h1 {{ color: {colour} }}\n")
            expect(it.page.locator("h1")).to_have_css("color", colour)
            expect(it.page.locator("head link[rel=stylesheet]")).to_have_count(2)
        assert _same(it.page)
        assert it.complaints == []


def test_an_open_details_stays_open(site: Site, visit: Open) -> None:
    """
    == goals/run.md
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    """
    with preview(site) as running, visit(f"{running.address}goals/run/") as it:
        details = it.page.locator("main details").first
        assert details.get_attribute("open") is None
        details.locator("summary").click()
        _mark(it.page)
        site.write("days/2026-02-16.md", "+ Ran 6 km [[run]]\n")
        expect(it.page.locator("main").get_by_text("Ran 6 km").first).to_be_attached()
        assert not _same(it.page)
        expect(it.page.locator("main details").first).to_have_attribute("open", "")


def test_a_problem_lies_over_the_last_good_site(site: Site, visit: Open) -> None:
    """
    == goals/run.md
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    """
    with preview(site) as running, visit(f"{running.address}goals/run/") as it:
        _mark(it.page)
        expect(_panel(it.page)).to_be_hidden()
        site.write("days/2026-02-15.md", "+ Ran 6 km [[runn]]\n")
        expect(_panel(it.page)).to_be_visible()
        expect(_panel(it.page)).to_contain_text("content/days/2026-02-15.md:1:12")
        expect(_panel(it.page)).to_contain_text("+ Ran 6 km [[runn]]")
        expect(_panel(it.page)).to_contain_text("did you mean *run*?")
        expect(_panel(it.page)).to_contain_text("You see the last good site. What you write, here or elsewhere, shows")
        assert _same(it.page)
        assert "Ran 5 km" in it.page.locator("main").inner_text()
        it.page.keyboard.press("Escape")
        expect(_panel(it.page)).to_be_hidden()
        expect(_signs(it.page)).to_have_text("1 error")
        it.page.locator("#_smallwins .signs button").click()
        expect(_panel(it.page)).to_be_visible()
        site.write("days/2026-02-15.md", "+ Ran 6 km [[run]]\n")
        expect(it.page.locator("main").get_by_text("Ran 6 km").first).to_be_attached()
        expect(_panel(it.page)).to_be_hidden()
        expect(_signs(it.page)).to_be_hidden()


def test_what_readers_do_not_see_is_marked(site: Site, visit: Open) -> None:
    """
    == goals/run.md
    == goals/secret.md
    ---
    visibility: private
    ---
    == days/2026-02-15.md
    ---
    draft: true
    ---
    + Drafted
    == days/2026-02-16.md
    + Ran 5 km [[run]]
    + Kept to myself [[secret]]
    == days/2026-02-17.md
    + Seen by all
    == days/2026-04-01.md
    + Not yet
    """
    with preview(site) as running, visit(running.address) as it:
        said = {
            "goals/secret/": "Private: readers don’t see this page",
            "2026/02/15/": "A draft: readers don’t see this page",
            "2026/02/16/": "Readers don’t see all of this page",
            "2026/04/01/": "Dated after today: readers don’t see this page yet",
        }
        for url, words in said.items():
            it.page.goto(running.address + url)
            expect(_signs(it.page)).to_have_text(words)
        for url, mark in (("2026/02/16/", ["private"]), ("2026/02/15/", ["draft"]), ("2026/04/01/", ["future"])):
            it.page.goto(running.address + url)
            assert it.page.locator("main .withheld").all_inner_texts() == mark
        it.page.goto(f"{running.address}2026/02/17/")
        it.page.wait_for_timeout(300)
        expect(_signs(it.page)).to_be_hidden()
        assert it.complaints == []
    with preview(site, "--public") as running:
        assert running.ask("/goals/secret/")[0] == 404
        assert running.ask("/2026/04/01/")[0] == 404
        assert running.ask("/today/")[0] == 404
        assert "Kept to myself" not in running.page("/2026/02/16/")


def test_a_page_that_goes_and_one_that_comes(site: Site, visit: Open) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    == days/2026-02-16.md
    + Ran 6 km
    """
    with preview(site) as running, visit(f"{running.address}2026/02/15/") as it:
        _mark(it.page)
        (site.folder / "content/days/2026-02-15.md").unlink()
        expect(_signs(it.page)).to_have_text(GONE)
        assert _same(it.page)
        site.write("days/2026-02-15.md", "+ Ran 7 km\n")
        expect(it.page.get_by_text("Ran 7 km").first).to_be_attached()
        it.page.goto(f"{running.address}2026/02/20/")
        site.write("days/2026-02-20.md", "+ Ran 8 km\n")
        expect(it.page.get_by_text("Ran 8 km").first).to_be_attached()


def test_it_says_that_it_has_ended(site: Site, visit: Open) -> None:
    """And where it begins again, the page goes on.

    == pages/about.md
    About all.
    """
    with preview(site) as running, visit(f"{running.address}about/") as it:
        it.page.wait_for_timeout(500)
        expect(_signs(it.page)).to_be_hidden()
        assert running.end() == 0
        expect(_signs(it.page)).to_have_text("The preview has ended")
        with preview(site, "-p", str(running.port)):
            expect(_signs(it.page)).to_be_hidden()
            site.write("pages/about.md", "All about all.\n")
            expect(it.page.get_by_text("All about all.")).to_be_attached()


def test_a_site_elsewhere_can_not_show_it_in_a_frame(site: Site, visit: Open) -> None:
    """It can lead there.

    == days/2026-02-15.md
    + Kept to myself
      visibility: private
    """
    elsewhere = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    Thread(target=elsewhere.serve_forever, daemon=True).start()
    with preview(site) as running, visit("about:blank") as it:
        day = f"{running.address}2026/02/15/"
        for shown in (f"<iframe src='{day}'></iframe>", f"<object data='{day}'></object>", f"<embed src='{day}'>"):
            _Elsewhere.page = f"<h1>Elsewhere</h1>{shown}<a href='{day}'>There</a>"
            it.page.goto(f"http://localhost:{elsewhere.server_port}/")
            it.page.wait_for_load_state("networkidle")
            assert all("Kept to myself" not in frame.content() for frame in it.page.frames)
            it.page.get_by_role("link").click()
            expect(it.page.get_by_text("Kept to myself").first).to_be_attached()
    elsewhere.shutdown()
    elsewhere.server_close()


def test_its_own_script_keeps_to_the_strictest_policy(site: Site, visit: Open) -> None:
    """A problem is shown, styles are exchanged, and nothing is refused.

    == days/2026-02-15.md
    + Ran 5 km [[nobody]]
    """
    with preview(site) as running, visit("about:blank") as it:
        it.page.route(re.compile("^(?!.*/events)"), _strictly)
        it.page.goto(running.address)
        expect(_panel(it.page)).to_be_visible()
        assert _panel(it.page).evaluate("panel => getComputedStyle(panel).position") == "static"
        assert _panel(it.page).evaluate("panel => getComputedStyle(panel).borderRadius") == "8px"
        site.write("user.css", "h1 { color: rgb(1, 2, 3) }\n")
        expect(it.page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
        assert [said for said in it.complaints if "asked:" not in said] == []
