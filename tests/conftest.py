"""A test's docstring is a journal; the fixture `site` writes it and builds it.

def test_something(site: Site) -> None:
    '''A sentence of what is tested.

    == goals/run.md
    ---
    title: Run a marathon
    ---
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    '''
    assert "Ran 5 km" in site.page("/2026/02/15/")
"""

import datetime as dt
import inspect
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import settings

from generator.build import Built, Request, build
from generator.config.load import load
from generator.config.schema import Site as Config
from generator.insights import Insights, gather
from generator.journal.journal import Journal
from generator.journal.names import Unreadable
from generator.journal.visibility import publish, sift
from generator.read.discover import discover
from generator.read.options import Options
from generator.read.parse import parse

os.environ.pop("GITHUB_ACTIONS", None)  # in GitHub's CI commands say more; the tests of that set it themselves
# The same examples in every run, so that a red run stays red; `make soak` has ten times as many, and new ones.
settings.register_profile("test", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("soak", deadline=None, max_examples=500)
settings.load_profile("soak" if os.environ.get("SOAK") else "test")

TODAY = dt.date(2026, 3, 1)


class Site:
    """A journal in a folder of its own, as a test sees it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "public"
        self.write("site.yaml", "title: A test\n")

    def write(self, path: str, text: str) -> None:
        """Write a file: below content/, but for site.yaml and what is the theme's."""
        top = path.split("/")[0] in ("site.yaml", "user.css", "templates", "styles", "themes", "locale", "content")
        target = self.folder / path if top else self.folder / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")

    def config(self) -> Config:
        config, problems = load(self.folder, {})
        assert config is not None, problems
        return config

    def build(
        self, today: dt.date = TODAY, *, drafts: bool = False, future: bool = False, offline: bool = False
    ) -> Built:
        """Build it into public/."""
        request = Request(
            folder=self.folder,
            site=self.config(),
            output=self.output,
            today=today,
            drafts=drafts,
            future=future,
            offline=offline,
        )
        return build(request)

    def journal(self, today: dt.date = TODAY) -> Journal:
        """The published journal; its problems must be none."""
        found = discover(self.folder)
        parsed = [parse(source, (self.folder / source.path).read_bytes(), Options()) for source in found.entries]
        entries = [one.entry for one in parsed if one.entry]
        media = [source.path for source in found.media]
        unreadable = [Unreadable(*one.withheld) for one in parsed if one.withheld]
        sifted = sift(entries, media, unreadable, self.config(), today)
        published = publish(entries, media, self.config(), sifted)
        problems = [problem for one in parsed for problem in one.problems] + list(sifted.problems)
        assert not problems, problems
        return published.journal

    def insights(self, today: dt.date = TODAY) -> Insights:
        return gather(self.journal(today), today)

    def codes(self, today: dt.date = TODAY) -> list[str]:
        """The codes of everything that is wrong, in reading order."""
        return [problem.code for problem in self.build(today).problems]

    def page(self, url: str, today: dt.date | None = None) -> str:
        """The words of a page, as a reader sees them, built first if need be."""
        if today is not None or not self.output.is_dir():
            self.build(today or TODAY)
        return words_of(self.html(url))

    def html(self, url: str) -> str:
        """The HTML of a page that was built."""
        path = url.lstrip("/")
        return (self.output / (path + "index.html" if path.endswith("/") or not path else path)).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file of the built site."""
        found = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in sorted(found)}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(html: str) -> str:
    """The text of a page, white space folded."""
    parser = _Words()
    parser.feed(html)
    return " ".join(" ".join(parser.words).split())


_FILE = re.compile(r"^== (\S+)\n", re.MULTILINE)


def write_journal(site: Site, text: str) -> None:
    """Write the files that `text` holds, each behind a line `== path`."""
    parts = _FILE.split(text)
    for path, body in zip(parts[1::2], parts[2::2], strict=True):
        site.write(path, body.rstrip("\n") + "\n")


@pytest.fixture
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    """The journal that the test's docstring is."""
    made = Site(tmp_path)
    if request.function.__doc__:
        write_journal(made, inspect.cleandoc(request.function.__doc__) + "\n")
    return made
