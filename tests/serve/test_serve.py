"""The preview as a whole: it shows the journal, follows what is written, and ends without a word."""

import re
import shutil

import pytest
from click.testing import CliRunner

from generator.cli.main import smallwins
from tests.conftest import Site

from .running import Preview, preview, until


def _shows(running: Preview, url: str, words: str) -> bool:
    return words in running.page(url)


def test_it_shows_what_is_written(site: Site) -> None:
    """
    == goals/run.md
    ---
    title: Run a marathon
    ---
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    """
    with preview(site) as running:
        assert "Ran 5 km" in running.page("/2026/02/15/")
        site.write("days/2026-02-16.md", "+ Ran 6 km [[run]]\n")
        until(lambda: _shows(running, "/2026/02/16/", "Ran 6 km"))
        site.write("site.yaml", "title: Another name\n")
        until(lambda: _shows(running, "/goals/run/", "Another name"))
        site.write("user.css", "a { color: teal }\n")
        until(lambda: _shows(running, "/assets/site.css", "color: teal"))
        assert running.ask("/nowhere/")[0] == 404
        status, headers, _ = running.ask("/goals/run")
        assert (status, headers["location"]) == (307, "./run/")
        assert running.end() == 0
        assert "Traceback" not in running.said
    assert not site.output.exists()


def test_the_morning_page_is_always_there(site: Site) -> None:
    """
    == goals/run.md
    ---
    next: Run to the gate
    ---
    == days/2026-02-15.md
    + Ran [[run]]
    """
    with preview(site) as running:
        assert "Run to the gate" in running.page("/today/")


def test_a_folder_that_is_taken_away_and_comes_back(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    with preview(site) as running:
        content = site.folder / "content"
        content.rename(site.folder / "elsewhere")
        until(lambda: "content-missing" in running.said)
        assert "Ran 5 km" in running.page("/2026/02/15/")
        (site.folder / "elsewhere/days/2026-02-15.md").write_text("+ Ran 7 km\n")
        (site.folder / "elsewhere").rename(content)
        until(lambda: _shows(running, "/2026/02/15/", "Ran 7 km"))
        shutil.rmtree(content)
        site.write("days/2026-02-15.md", "+ Ran 8 km\n")
        until(lambda: _shows(running, "/2026/02/15/", "Ran 8 km"))
        site.write("days/2026-02-15.md", "+ Ran 9 km\n")
        until(lambda: _shows(running, "/2026/02/15/", "Ran 9 km"))


def test_the_gallery_follows_the_theme(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    with preview(site, "--gallery") as running:
        assert "gallery-sample" in running.page("/")
        site.write("templates/macros/links.html", "{% macro broken( %}")
        until(lambda: "theme-error" in running.said)
        assert "gallery-sample" in running.page("/")
        (site.folder / "templates/macros/links.html").unlink()
        site.write("user.css", "a { color: teal }\n")
        until(lambda: _shows(running, "/assets/site.css", "color: teal"))


def test_a_port_that_is_taken(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    with preview(site) as first, pytest.raises(AssertionError, match="without -p it finds a free one"):
        preview(site, "-p", str(first.port)).__enter__()


@pytest.mark.parametrize("host", ["nonsense.invalid", ""])
def test_a_host_that_is_none(site: Site, host: str) -> None:
    """To a socket nothing at all would be every address of the machine."""
    with pytest.raises(AssertionError, match=f"Invalid value for '--host': '{host}' is no address and no name of one"):
        preview(site, "--host", host).__enter__()


def test_another_language_and_another_theme_are_followed(site: Site) -> None:
    """Dates, plurals and the theme's words change together, and back.

    == goals/run.md
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    """
    with preview(site) as running:
        english = running.page("/2026/02/15/")
        assert "15 February 2026" in english
        site.write("site.yaml", "title: A test\nlanguage: de\n")
        until(lambda: _shows(running, "/2026/02/15/", '<html lang="de"'))
        german = running.page("/2026/02/15/")
        assert "15. Februar 2026" in german
        assert "1 Erfolg" in german
        assert "February" not in german
        site.write("site.yaml", "title: A test\n")
        until(lambda: _shows(running, "/2026/02/15/", '<html lang="en"'))
        assert _without_script(running.page("/2026/02/15/")) == _without_script(english)
        site.write("themes/mine/theme.yaml", "name: mine\napi: 1\nparent: drystone\n")
        site.write("themes/mine/templates/partials/site_foot.html", "<footer>Mine</footer>\n")
        site.write("site.yaml", "title: A test\ntheme: mine\n")
        until(lambda: _shows(running, "/2026/02/15/", "<footer>Mine</footer>"))
        site.write("themes/mine/templates/partials/site_foot.html", "<footer>Mine too</footer>\n")
        until(lambda: _shows(running, "/2026/02/15/", "<footer>Mine too</footer>"))


def test_a_site_yaml_that_says_nothing_sound(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    with preview(site) as running:
        site.write("site.yaml", "titel: A test\n")
        until(lambda: "did you mean *title*?" in running.said)
        assert "Ran 5 km" in running.page("/2026/02/15/")
        site.write("site.yaml", "title: Mended\n")
        until(lambda: _shows(running, "/2026/02/15/", "Mended"))


def test_an_error_that_was_there_holds_nothing_back(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km [[nobody]]
    == days/2026-02-16.md
    + Ran 6 km
    == goals/secret.md
    ---
    visibility: private
    ---
    """
    with preview(site) as running:
        assert "mention-unknown" in running.said
        assert "Readers don't see 1 private: shown here and marked; 1 with an error: left out." in running.said
        site.write("days/2026-02-16.md", "+ Ran 7 km\n")
        until(lambda: _shows(running, "/2026/02/16/", "Ran 7 km"))
        site.write("days/2026-02-17.md", "+ Ran 8 km [[neither]]\n")
        until(lambda: "the last good site stays" in running.said)
        site.write("days/2026-02-16.md", "+ Ran 9 km\n")
        until(lambda: running.said.count("the last good site stays") == 2)
        assert "Ran 7 km" in running.page("/2026/02/16/")
        site.write("days/2026-02-17.md", "+ Ran 8 km\n")
        until(lambda: _shows(running, "/2026/02/16/", "Ran 9 km"))


def test_clean_takes_the_preview_away(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
      visibility: private
    """
    with preview(site):
        pass
    assert (site.folder / ".smallwins/preview/index.html").is_file()
    assert CliRunner().invoke(smallwins, ["clean", "-C", str(site.folder)]).exit_code == 0
    assert not (site.folder / ".smallwins/preview").exists()


def _without_script(page: str) -> str:
    return re.sub(r"<script src=\"/_smallwins/.*?</script>\n", "", page)


def test_one_preview_at_a_time_of_each_kind(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    + Kept to myself
      visibility: private
    """
    with preview(site) as whole, preview(site, "--public") as public:
        assert "Kept to myself" in whole.page("/2026/02/15/")
        assert "Kept to myself" not in public.page("/2026/02/15/")
        with pytest.raises(AssertionError, match="shows this journal already"):
            preview(site).__enter__()
        assert "Kept to myself" in whole.page("/2026/02/15/")


def test_the_network_is_let_in_only_when_asked_for(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    with preview(site, "--host", "0.0.0.0") as running:
        assert "Who is in your network can read it, also what is private" in running.said
        assert running.ask("/", Host="192.168.7.7:8000")[0] == 200
        assert running.ask("/", Host="evil.example")[0] == 403
    with preview(site) as running:
        assert "network" not in running.said
