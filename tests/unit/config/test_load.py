"""site.yaml, and what the environment overrules."""

import datetime as dt
from pathlib import Path

import pytest

from generator.base.flag import Flag
from generator.config.load import load
from generator.config.schema import Author, NavItem, Season, Site


def _load(folder: Path, text: str, **variables: str) -> Site:
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    site, problems = load(folder, {f"SMALLWINS_{name}": value for name, value in variables.items()})
    assert problems == ()
    assert site is not None
    return site


def _wrong(folder: Path, text: str, **variables: str) -> list[tuple[str, str]]:
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    site, problems = load(folder, {f"SMALLWINS_{name}": value for name, value in variables.items()})
    assert site is None
    return [(problem.code, str(problem.origin)) for problem in problems]


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "title:\n", "{}\n", "---\n"])
def test_nothing_needs_to_be_written(text: str, tmp_path: Path) -> None:
    site = _load(tmp_path, text)
    assert site == Site()
    assert (site.title, site.language, site.timezone, site.week_starts) == ("Small wins", "en", "UTC", "monday")
    assert site.theme_name == "drystone"
    assert site.visibility.of("goals") == "public"
    assert not site.markdown.html


def test_everything(tmp_path: Path) -> None:
    site = _load(
        tmp_path,
        """\
title: Twenty-nine stops
author: {name: Hanne Voss, url: https://example.org/}
base_url: https://example.org/journal/
language: de-AT
timezone: Europe/Berlin
week_starts: sunday
seasons:
  - {from: 2026-06-10, to: 2026-07-15, what: Mum in hospital}
  - {from: 2026-12-20}
theme: {name: drystone, options: {wall: wide}}
nav: [about, {title: Elsewhere, url: https://example.org/}]
feeds: no
robots: noindex
today_page: public
visibility: {default: public, setbacks: private}
markdown: {html: yes}
params: {colour: 007}
""",
    )
    assert site.author == Author(name="Hanne Voss", url="https://example.org/")
    assert site.seasons == (
        Season(start=dt.date(2026, 6, 10), end=dt.date(2026, 7, 15), what="Mum in hospital"),
        Season(start=dt.date(2026, 12, 20)),
    )
    assert site.theme_options is not None
    assert site.theme_options.value() == {"wall": "wide"}
    assert site.nav == ("about", NavItem(title="Elsewhere", url="https://example.org/"))
    assert site.feeds is Flag.NO
    assert site.markdown.html is Flag.YES
    assert (site.visibility.of("setbacks"), site.visibility.of("goals")) == ("private", "public")
    assert site.params == {"colour": "007"}


def test_the_theme_may_be_just_its_name(tmp_path: Path) -> None:
    site = _load(tmp_path, "theme: mine\n")
    assert (site.theme_name, site.theme_options) == ("mine", None)


def test_bom_and_crlf(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_bytes(b"\xef\xbb\xbftitle: Mine\r\nauthor:\r\n  name: H\r\n")
    site, problems = load(tmp_path, {})
    assert problems == ()
    assert site is not None
    assert (site.title, site.author.name) == ("Mine", "H")


# The environment


def test_variables_overrule_the_file(tmp_path: Path) -> None:
    text = "title: Mine\nauthor: {name: A, email: a@example.org}\n"
    site = _load(tmp_path, text, TITLE="Yours", AUTHOR_NAME="B", BASE_URL="https://example.org/", MARKDOWN_HTML="yes")
    assert site.title == "Yours"
    assert site.author == Author(name="B", email="a@example.org")
    assert site.base_url == "https://example.org/"
    assert site.markdown.html


def test_a_nested_key_that_the_file_lacks(tmp_path: Path) -> None:
    site = _load(tmp_path, "", VISIBILITY_SETBACKS="private", THEME_NAME="mine", AUTHOR_URL="https://a.example/")
    assert site.visibility.of("setbacks") == "private"
    assert site.theme_name == "mine"
    assert site.author.url == "https://a.example/"


def test_a_theme_that_is_just_a_name_is_overruled(tmp_path: Path) -> None:
    assert _load(tmp_path, "theme: one\n", THEME_NAME="two").theme_name == "two"
    assert _load(tmp_path, "theme: one\n", THEME="two").theme_name == "two"


def test_brackets_are_yaml_and_the_rest_is_text(tmp_path: Path) -> None:
    variables = {"SEASONS": "[{from: 2026-06-10}]", "AUTHOR": "{name: B}", "TITLE": "Rang: the bank # 5"}
    site = _load(tmp_path, "title: x\n", **variables)
    assert site.seasons == (Season(start=dt.date(2026, 6, 10)),)
    assert site.author == Author(name="B")
    assert site.title == "Rang: the bank # 5"


def test_other_variables_are_nobodys_business(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("")
    assert load(tmp_path, {"HOME": "/", "SMALLWINSTITLE": "x", "smallwins_title": "x"})[1] == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("TITEL", "did you mean *SMALLWINS_TITLE*?"),
        ("BASEURL", "did you mean *SMALLWINS_BASE_URL*?"),
        ("AUTHORNAME", "did you mean *SMALLWINS_AUTHOR_NAME* or *SMALLWINS_AUTHOR*?"),
        ("XYZZY", ""),
    ],
)
def test_an_unknown_variable(name: str, hint: str, tmp_path: Path) -> None:
    """The nearest by what follows the SMALLWINS_ that they all begin with."""
    (tmp_path / "site.yaml").write_text("")
    _, (problem,) = load(tmp_path, {f"SMALLWINS_{name}": "x"})
    assert (problem.code, str(problem.origin), problem.hint) == ("variable-unknown", f"SMALLWINS_{name}", hint)


@pytest.mark.parametrize(
    ("name", "value", "code", "place"),
    [
        ("WEEK_STARTS", "tuesday", "choice-unknown", "SMALLWINS_WEEK_STARTS:1:1"),
        ("BASE_URL", "example.org", "base-url", "SMALLWINS_BASE_URL:1:1"),
        ("SEASONS", "[{from: soon}]", "date-unreadable", "SMALLWINS_SEASONS:1:9"),
        ("NAV", "[", "yaml-start", "SMALLWINS_NAV:1:1"),
        ("NAV", "[about", "yaml-bracket-open", "SMALLWINS_NAV:1:1"),
        ("AUTHOR", "{name: a, name: b}", "key-twice", "SMALLWINS_AUTHOR:1:11"),
    ],
)
def test_what_is_wrong_in_a_variable(name: str, value: str, code: str, place: str, tmp_path: Path) -> None:
    assert _wrong(tmp_path, "", **{name: value}) == [(code, place)]


# What is wrong


def test_unknown_keys_are_errors(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("titel: x\nzeppelin: y\nauthor: {nam: x}\n")
    site, problems = load(tmp_path, {})
    assert site is None
    assert [(p.code, str(p.origin), p.hint) for p in problems] == [
        ("key-unknown", "site.yaml:1:1", "did you mean *title*?"),
        ("key-unknown", "site.yaml:2:1", ""),
        ("key-unknown", "site.yaml:3:10", "did you mean *name*?"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("- title\n", "site-keys", "site.yaml:1:1"),
        ("just words\n", "site-keys", "site.yaml:1:1"),
        ('title: ""\n', "text-empty", "site.yaml:1:1"),
        ("title: x\ntitle: y\n", "key-twice", "site.yaml:2:1"),
        ("author: Hanne\n", "key-shape", "site.yaml:1:9"),
        ("visibility: private\n", "key-shape", "site.yaml:1:13"),
        ("visibility: {default: privat}\n", "choice-unknown", "site.yaml:1:23"),
        ("visibility: {secrets: private}\n", "key-unknown", "site.yaml:1:14"),
        ("language: plain English\n", "language-unreadable", "site.yaml:1:11"),
        ("timezone: Europe/Berlon\n", "timezone-unknown", "site.yaml:1:11"),
        ("timezone: ../../etc/passwd\n", "timezone-unknown", "site.yaml:1:11"),
        ("timezone: /etc/passwd\n", "timezone-unknown", "site.yaml:1:11"),
        ("week_starts: Monday\n", "choice-unknown", "site.yaml:1:14"),
        ("feeds: maybe\n", "choice-unknown", "site.yaml:1:8"),
        ("seasons: {from: 2026-06-10}\n", "key-shape", "site.yaml:1:10"),
        ("seasons: [{to: 2026-06-10}]\n", "key-missing", "site.yaml:1:11"),
        ("seasons: [{from: 2026-06-10, to: 2026-06-09}]\n", "span-backwards", "site.yaml:1:34"),
        ("a: &x b\n", "yaml-anchor", "site.yaml:1:4"),
        ("---\ntitle: a\n---\ntitle: b\n", "yaml-documents", "site.yaml:3:1"),
    ],
)
def test_problems_with_their_places(text: str, code: str, place: str, tmp_path: Path) -> None:
    assert _wrong(tmp_path, text) == [(code, place)]


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_bytes(b"title: A test\ndescription: Gr\xfc\xdfe\n")
    _, (problem,) = load(tmp_path, {})
    assert (problem.code, str(problem.origin)) == ("not-utf8", "site.yaml:2:16")


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://localhost:8000/", "https://example.org/a/b/", "https://größe.example/"]
)
def test_addresses_of_a_site(address: str, tmp_path: Path) -> None:
    assert _load(tmp_path, f"base_url: {address}\n").base_url == address


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "//example.org/",
        "ftp://example.org/",
        "https://",
        "https://example.org/?a",
        "https://a b/",
        "/x/",
    ],
)
def test_what_is_no_address(address: str, tmp_path: Path) -> None:
    assert _wrong(tmp_path, f"base_url: {address}\n") == [("base-url", "site.yaml:1:11")]


def test_everything_at_once(tmp_path: Path) -> None:
    text = "base_url: x\ntimezone: Nowhere\nseasons: [{from: 2026-02-02, to: 2026-02-01}]\n"
    assert [code for code, _ in _wrong(tmp_path, text)] == ["base-url", "timezone-unknown", "span-backwards"]


def test_no_site_yaml(tmp_path: Path) -> None:
    site, (problem,) = load(tmp_path, {})
    assert site is None
    assert problem.code == "site-missing"
    (tmp_path / "site.yaml").mkdir()
    assert load(tmp_path, {})[1][0].code == "site-unreadable"


@pytest.mark.parametrize(
    ("said", "variables", "address"),
    [
        ("", {}, ""),
        ("", {"NETLIFY": "true", "CONTEXT": "production", "URL": "https://a.example"}, "https://a.example"),
        ("https://b.example", {"NETLIFY": "true", "CONTEXT": "production", "URL": "https://a.example"}, "https://b.example"),
        (
            "https://b.example",
            {"NETLIFY": "true", "CONTEXT": "deploy-preview", "URL": "https://a", "DEPLOY_PRIME_URL": "https://p.example"},
            "https://p.example",
        ),
        ("", {"CF_PAGES": "1", "CF_PAGES_BRANCH": "main", "CF_PAGES_URL": "https://c.example"}, "https://c.example"),
        ("https://b.example", {"CF_PAGES": "1", "CF_PAGES_BRANCH": "main", "CF_PAGES_URL": "https://c"}, "https://b.example"),
        ("https://b.example", {"CF_PAGES": "1", "CF_PAGES_BRANCH": "new", "CF_PAGES_URL": "https://c.example"}, "https://c.example"),
        ("https://b.example", {"URL": "https://nobody.example"}, "https://b.example"),
        (
            "https://b.example",
            {"SMALLWINS_BASE_URL": "https://d.example", "CF_PAGES": "1", "CF_PAGES_BRANCH": "new", "CF_PAGES_URL": "https://c"},
            "https://d.example",
        ),
    ],
)  # fmt: skip
def test_where_a_host_says_that_it_stands(said: str, variables: dict[str, str], address: str, tmp_path: Path) -> None:
    """A variable of ours, then a preview's address, then site.yaml, then what the host knows of the site itself."""
    (tmp_path / "site.yaml").write_text(f"base_url: '{said}'\n", encoding="utf-8")
    site, problems = load(tmp_path, variables)
    assert problems == ()
    assert site is not None
    assert site.base_url == address


def test_how_many_processes_work_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: Stones\n", encoding="utf-8")
    assert load(tmp_path, {"SMALLWINS_WORKERS": "1"})[1] == ()
