"""A site in a language of the tests' own, made of Arabic letters and read from right to left: a Latin word on it that
does not stand in the journal was never translated."""

import re
import shutil
from html.parser import HTMLParser

import pytest

from generator.build import Request, build
from generator.config.load import load
from tests.golden.accept import JOURNAL, TODAY, files_in
from tests.messages import pseudo, pseudo_catalogue

LATIN = re.compile(r"[A-Za-z]{2,}")
SAID = frozenset({"alt", "title", "aria-label", "aria-description", "placeholder", "content"})
"""Attributes that are read by people, or shown to them elsewhere."""
NAMES = frozenset({"generator", "viewport", "color-scheme", "theme-color", "robots", "og:type", "og:locale", "og:url"})
"""Metas that hold no words."""


class Said(HTMLParser):
    """Every text of a page, and every attribute that is read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self._silent = tag in ("script", "style")
        if tag == "meta" and (said.get("name") or said.get("property")) in NAMES:
            return
        self.texts += [value or "" for name, value in attrs if name in SAID]

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The golden journal in the pseudo-language."""
    folder = tmp_path_factory.mktemp("pseudo")
    shutil.copytree(JOURNAL, folder, dirs_exist_ok=True)
    (folder / "locale").mkdir()
    (folder / "locale/ar.po").write_text(pseudo_catalogue("ar"), "utf-8")
    config, problems = load(folder, {"SMALLWINS_LANGUAGE": "ar", "SMALLWINS_TODAY_PAGE": "public"})
    assert config is not None, problems
    built = build(Request(folder=folder, site=config, output=folder / "public", today=TODAY))
    assert built.problems == ()
    return files_in(folder / "public")


def own_words() -> set[str]:
    """The words of the journal itself, its files' names among them."""
    texts = [path.read_text("utf-8") + path.stem for path in JOURNAL.rglob("*") if path.suffix in (".md", ".yaml")]
    return {word.casefold() for text in texts for word in LATIN.findall(text)}


def test_no_word_of_ours_stays_latin(site: dict[str, bytes]) -> None:
    own = own_words()
    strange: dict[str, set[str]] = {}
    for path, data in site.items():
        if path.endswith(".html"):
            words = {word for text in Said(data.decode()).texts for word in LATIN.findall(text)}
            strange |= {path: found} if (found := {word for word in words if word.casefold() not in own}) else {}
    assert strange == {}


def test_every_page_says_how_it_is_read(site: dict[str, bytes]) -> None:
    for path, data in site.items():
        if path.endswith(".html"):
            assert b'<html lang="ar" dir="rtl"' in data, path


def test_it_is_the_pseudo_language_that_is_seen(site: dict[str, bytes]) -> None:
    assert pseudo("Latest stones") in site["index.html"].decode()
    assert pseudo("Latest stones").strip("⟦⟧").isascii() is False


def test_a_name_that_runs_the_other_way_is_marked_off_in_a_sentence(site: dict[str, bytes]) -> None:
    """The golden goal's title is Latin, the sentence around it is not."""
    assert "\N{FIRST STRONG ISOLATE}Finish the novel\N{POP DIRECTIONAL ISOLATE}" in site["goals/index.html"].decode()
