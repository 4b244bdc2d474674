"""What a page says of itself in its head: true for this page, whole addresses only where there is one, data as data."""

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.config.schema import Site as Config
from generator.pages.chrome import Chrome
from generator.pages.not_found import NotFound
from generator.pages.page import Page
from generator.pages.parts import Feed
from generator.render.artifact import render
from generator.render.environment import environment
from generator.render.theme import load_theme
from generator.words import Words
from tests.conftest import Site, write_journal
from tests.golden.accept import made


class Head(HTMLParser):
    """The metas, links and data of a page's head."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        self.data: list[str] = []
        self.title = ""
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self._in = tag if tag != "script" or said.get("type") == "application/ld+json" else ""
        if tag == "meta" and "content" in said:
            self.meta[said.get("name") or said["property"]] = said["content"]
        if tag == "link":
            self.links.append(said)

    def handle_data(self, data: str) -> None:
        if self._in == "title":
            self.title += data
        elif self._in == "script":
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def of(self, rel: str) -> list[str]:
        return [link["href"] for link in self.links if link["rel"] == rel]

    def things(self) -> dict[str, Any]:
        """The JSON-LD by type."""
        return {thing["@type"]: thing for data in self.data for thing in json.loads(data)["@graph"]}


JOURNAL = """
== site.yaml
title: Small & large
description: What got done.
base_url: https://example.org/journal/
author: {name: Ada, url: "https://ada.example/"}
today_page: public
== values/growth.md
== goals/novel.md
---
title: Finish the novel
values: [growth]
why: The story won't leave me alone.
---
== days/2026-02-14.md
+ Wrote a scene [[novel]]
== wins/2026-02-15-scene.md
---
title: </script><b>Scene three
goal: novel
---
The middle *finally* has a shape.

![the desk](../media/desk.jpg)
"""


def write(site: Site, text: str) -> None:
    """The journal, and the smallest JPEG that there is."""
    write_journal(site, text)
    picture = site.folder / "content/media/desk.jpg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"\xff\xd8\xff\xd9")


@pytest.fixture
def built(site: Site) -> Site:
    write(site, JOURNAL.lstrip())
    assert site.build().problems == ()
    return site


def head(site: Site, url: str) -> Head:
    return Head(site.html(url))


def test_a_story_is_a_posting_with_its_picture(built: Site) -> None:
    story = head(built, "/2026/02/15/scene/")
    address = "https://example.org/journal/2026/02/15/scene/"
    assert story.title == "</script><b>Scene three – Small & large"
    assert story.of("canonical") == [address]
    assert story.meta["description"] == story.meta["og:description"] == "The middle finally has a shape."
    assert (story.meta["og:type"], story.meta["article:published_time"]) == ("article", "2026-02-15")
    assert (story.meta["og:url"], story.meta["og:site_name"]) == (address, "Small & large")
    assert story.meta["og:image"] == "https://example.org/journal/media/desk.jpg"
    assert story.things()["BlogPosting"] == {
        "@type": "BlogPosting",
        "headline": "</script><b>Scene three",
        "datePublished": "2026-02-15",
        "description": "The middle finally has a shape.",
        "url": address,
        "image": "https://example.org/journal/media/desk.jpg",
        "author": {"@type": "Person", "name": "Ada", "url": "https://ada.example/"},
    }


def test_the_way_down_is_told(built: Site) -> None:
    """The days above a story are pages; a goal stands below the goals."""
    steps = head(built, "/2026/02/15/scene/").things()["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4, 5]
    assert [step["name"] for step in steps][:3] == ["Small & large", "2026", "February 2026"]
    assert steps[-1]["item"] == "https://example.org/journal/2026/02/15/scene/"
    goal = head(built, "/goals/novel/").things()["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in goal] == ["Small & large", "Goals", "Finish the novel"]


def test_home_is_the_site(built: Site) -> None:
    home = head(built, "/")
    assert home.title == "Small & large"
    assert home.meta["description"] == "What got done."
    assert home.things() == {
        "WebSite": {
            "@type": "WebSite",
            "name": "Small & large",
            "description": "What got done.",
            "inLanguage": "en",
            "url": "https://example.org/journal/",
            "author": {"@type": "Person", "name": "Ada", "url": "https://ada.example/"},
        }
    }


def test_data_can_t_end_its_script(built: Site) -> None:
    html = built.html("/2026/02/15/scene/")
    (data,) = re.findall(r"<script type=[^>]*>(.*?)</script>", html, re.DOTALL)
    assert "<" not in data
    assert json.loads(data)


@pytest.mark.parametrize("url", ["/today/", "/404.html"])
def test_what_asks_not_to_be_found_says_nothing_to_machines(built: Site, url: str) -> None:
    found = head(built, url)
    assert found.meta["robots"] == "noindex"
    assert found.of("canonical") == []
    assert found.data == []
    assert not [name for name in found.meta if name.startswith("og:")]


def test_without_an_address_nothing_pretends_to_have_one(site: Site) -> None:
    write(site, JOURNAL.lstrip().replace("base_url: https://example.org/journal/\n", ""))
    site.build()
    story = head(site, "/2026/02/15/scene/")
    assert story.of("canonical") == []
    assert not {"og:url", "og:image"} & story.meta.keys()
    assert list(story.things()) == ["BlogPosting"]
    assert "url" not in story.things()["BlogPosting"]
    assert head(site, "/goals/novel/").data == []


def test_a_site_may_ask_to_be_passed_by(site: Site) -> None:
    """
    == site.yaml
    title: A test
    base_url: https://example.org/
    robots: noindex
    == days/2026-02-15.md
    + Ran 5 km
    """
    site.build()
    for url in ("/", "/2026/02/15/"):
        assert head(site, url).meta["robots"] == "noindex"
        assert head(site, url).of("canonical") == []


def test_every_page_has_a_description_of_its_own(built: Site) -> None:
    """The golden site's, too: no two pages say the same, and none the site's but home."""
    for files in (built.files(), made()):
        said = {path: Head(data.decode()).meta["description"] for path, data in files.items() if path.endswith(".html")}
        assert all(said.values())
        assert all(len(words) <= 181 for words in said.values())
        assert [words for words in said.values() if words == said["index.html"]] == [said["index.html"]]


def test_a_long_description_ends_at_a_word(site: Site) -> None:
    site.write("goals/novel.md", f"---\nwhy: {'a whole sentence ' * 20}\n---\n")
    site.build()
    said = head(site, "/goals/novel/").meta["description"]
    # 180 characters hold ten times "a whole sentence ", and the words "a whole" of the eleventh.
    assert said == "a whole sentence " * 10 + "a whole…"


def test_every_file_that_a_head_links_to_is_there(built: Site) -> None:
    for files in (built.files(), made()):
        for path, data in files.items():
            if not path.endswith(".html") or path == "404.html":
                continue
            for link in Head(data.decode()).links:
                if link["rel"] != "canonical":
                    assert os.path.normpath(Path(path).parent / link["href"]) in files, (path, link)


@pytest.mark.parametrize(
    ("language", "region"), [("en", "en_GB"), ("en-US", "en_US"), ("de", "de_DE"), ("pt-BR", "pt_BR"), ("ar", "ar_EG")]
)
def test_the_locale_has_its_likely_region(language: str, region: str) -> None:
    assert Words(language).region == region


def test_feeds_stand_where_there_are_any(tmp_path: Path) -> None:
    """The site's on every page, a page's own on that page; nobody makes one yet."""
    theme, _ = load_theme(tmp_path, Config())
    assert theme is not None
    words = Words("en")
    page = Page(url="/goals/novel/", template="pages/not_found.html", title="Novel", view=NotFound(ways=()))
    page = msgspec.structs.replace(page, feeds=(Feed("Finish the novel", "/goals/novel/feed.xml"),))
    feeds = (Feed("A test", "/feed.xml"), Feed("A test", "/feed.json", "application/feed+json"))
    chrome = Chrome(
        title="A test", description="", language="en", direction="ltr", locale="en_GB", generator="smallwins", nav=(),
        author="", author_url="", stylesheets=(), options=theme.options, theme_color=None, feeds=feeds,
    )  # fmt: skip
    (drawn,) = render(environment(theme, words), theme, chrome, [page])
    found = [link for link in Head(drawn.data.decode()).links if link["rel"] == "alternate"]
    assert [(link["href"], link["type"]) for link in found] == [
        ("../../feed.xml", "application/atom+xml"),
        ("../../feed.json", "application/feed+json"),
        ("../../goals/novel/feed.xml", "application/atom+xml"),
    ]
    assert '<a href="../../feed.xml">Feed</a>' in drawn.data.decode()
