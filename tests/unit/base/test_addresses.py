"""Slugs, urls and periods."""

import datetime as dt
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.dates import parse_date, period_end, period_start, week_name
from generator.base.slug import numbered, slugify
from generator.base.url import ROOT, absolute, file_of, root_from, rooted


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Finish the Novel", "finish-the-novel"),
        ("Müde Straße", "mude-strasse"),
        ("  --a__b--  ", "a-b"),
        ("5.10 km!", "5-10-km"),
        ("עברית כאן", "עברית-כאן"),
        ("日本語", "日本語"),
        ("🎉", ""),
        ("Мой роман", "мой-роман"),
        ("Άνοιξη", "άνοιξη"),
        ("e\u0301te\u0301", "ete"),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(max_size=120))
def test_a_slug_is_its_own_slug(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug
    assert len(slug) <= 80
    assert not slug.startswith("-")
    assert "/" not in slug


def test_numbered() -> None:
    taken = {"run"}
    assert [numbered("run", taken) for _ in range(3)] == ["run-2", "run-3", "run-4"]
    assert numbered("walk", taken) == "walk"


PARTS = st.lists(st.sampled_from(["goals", "novel", "2026", "02", "müde", "a b", "עברית"]), max_size=4)
URLS = PARTS.map(lambda parts: "/" + "".join(f"{part}/" for part in parts))


def _link(source: str, target: str, offline: bool = False) -> str:
    """A link as it stands on the page `source`."""
    return rooted(target, offline).replace(ROOT, root_from(source))


@given(
    URLS,
    URLS,
    st.sampled_from(["", "#its-id"]),
    st.sampled_from(["https://h/", "https://h/repo/", "file:///home/me/public/"]),
)
def test_a_relative_link_leads_there(source: str, target: str, fragment: str, base: str) -> None:
    """Whoever resolves the link on its page, wherever the site stands, arrives at the target."""
    here, there = base + source[1:], base + target[1:] + fragment
    assert unquote(urljoin(here, _link(source, target + fragment))) == there
    offline = unquote(urljoin(here + "index.html", _link(source, target + fragment, True)))
    assert offline == f"{base}{target[1:]}index.html{fragment}"


def test_a_colon_is_no_scheme() -> None:
    """RFC 3986, 4.2: a first segment with a colon would be read as one."""
    assert urljoin("https://h/media/", _link("/media/", "/media/a:b.svg")) == "https://h/media/a:b.svg"


def test_files_and_absolute_links() -> None:
    assert file_of("/") == "index.html"
    assert file_of("/goals/novel/#x") == "goals/novel/index.html"
    assert file_of("/404.html") == "404.html"
    assert absolute("https://example.org/journal/", "/goals/müde/") == "https://example.org/journal/goals/m%C3%BCde/"


def test_periods() -> None:
    assert (period_start("2026-W01"), period_end("2026-W01")) == (dt.date(2025, 12, 29), dt.date(2026, 1, 4))
    assert (period_start("2024-02"), period_end("2024-02")) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert (period_start("2026"), period_end("2026")) == (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert period_start("2025-W53") is None
    assert week_name(dt.date(2027, 1, 3)) == "2026-W53"


@pytest.mark.parametrize(
    "text", ["2026-2-1", "2026-02-30", "26-02-01", "2026-02-01T00:00", "0999-01-01", "9000-01-01", ""]
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None
