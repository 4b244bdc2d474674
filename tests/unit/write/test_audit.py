"""The audit looks at the bytes. Here a template says what the gate keeps back, and is itself not taken for public."""

import json
from urllib.parse import quote

import pytest

from generator import build
from generator.base.problem import Problem
from generator.journal.secrets import Secret
from generator.render.artifact import Artifact
from generator.workers.holding_back import held_back
from generator.write.audit import Audit
from tests.conftest import Site

LEAK = "{{% extends '!drystone/pages/free_page.html' %}}{{% block main %}}<p>{}</p>{{% endblock %}}\n"

JOURNAL = """
    == goals/quit.md
    ---
    title: Leave the Harbour Office
    visibility: private
    why: The pension clerk shouts at everybody
    params: {lawyer: Wilhelmina Abendroth}
    ---
    Nobody may know of it yet, not even Ruth.
    == days/2026-02-15.md
    ---
    prose: private
    ---
    + Asked the union for papers [[quit]]
    + Ran 5 km

    I nearly wrote the letter today.
    == wins/2026-02-16-a-draft-of-mine.md
    ---
    draft: yes
    ---
    == pages/about.md
    Hello.
    """


@pytest.fixture
def leaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template's own words do not count as public."""
    monkeypatch.setattr(build, "own_text", lambda theme: "")


@pytest.mark.usefixtures("leaking")
@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("Leave the Harbour Office", "goals/quit.md"),
        ("leave-the-harbour-office", "goals/quit.md"),
        ("pension clerk shouts at everybody", "goals/quit.md"),
        ("Wilhelmina Abendroth", "goals/quit.md"),
        ("Wilhelmina%20Abendroth", "goals/quit.md"),
        ("know of it yet, not even Ruth", "goals/quit.md"),
        ("Asked the union for papers", "days/2026-02-15.md"),
        ("nearly wrote the letter today", "days/2026-02-15.md"),
        ("a-draft-of-mine", "wins/2026-02-16-a-draft-of-mine.md"),
        ("A draft of mine", "wins/2026-02-16-a-draft-of-mine.md"),
    ],
)
def test_a_secret_that_came_through_stops_the_build(site: Site, words: str, path: str) -> None:
    assert site.build().problems == ()
    before = site.files()
    site.write("templates/pages/free_page.html", LEAK.format(words))
    built = site.build()
    assert [(problem.code, problem.origin.path) for problem in built.problems] == [("secret-found", f"content/{path}")]
    assert built.problems[0].message.startswith("about/index.html would hold ")
    assert site.files() == before  # nothing was written


def test_a_file_with_a_secret_is_not_even_put_aside() -> None:
    """Files wait in a folder within the output until all are drawn: one that tells a secret must not."""
    found: list[Problem] = []
    files = [Artifact("a.html", b"Hello."), Artifact("b.html", b"Wilhelmina Abendroth"), Artifact("c.html", b"Bye.")]
    coming = held_back([Secret("Wilhelmina Abendroth", "content/goals/quit.md")], files, found)
    assert [file.path for file in coming] == ["a.html", "c.html"]
    assert [problem.code for problem in found] == ["secret-found"]


@pytest.mark.usefixtures("leaking")
def test_what_was_written_before_is_looked_at_when_there_are_new_secrets(site: Site) -> None:
    """The page about does not change; what may stand in it does."""
    site.write("templates/pages/free_page.html", LEAK.format("Kept by Theodora Blumenfeld"))
    assert site.build().problems == ()
    site.write("goals/quit.md", "---\ntitle: Ask Theodora Blumenfeld out\nvisibility: private\n---\n")
    assert site.build().problems == ()  # three words of five in a row: not the phrase
    site.write("goals/quit.md", "---\ntitle: Theodora Blumenfeld\nvisibility: private\n---\n")
    (problem,) = site.build().problems
    assert problem.code == "secret-found"
    assert "about/index.html" in problem.message
    site.write("goals/quit.md", "---\ntitle: Theodora\nvisibility: private\n---\n")
    assert [problem.code for problem in site.build().problems] == ["secret-found"]


def test_words_that_stand_in_public_too_are_not_looked_for(site: Site) -> None:
    site.write("goals/public.md", "---\ntitle: A lunch with Wilhelmina Abendroth\n---\n")
    built = site.build()
    assert built.problems == ()
    assert ("Wilhelmina Abendroth", "content/goals/quit.md") in [(one.text, one.path) for one in built.unsought]


@pytest.mark.parametrize(
    "title",
    ["Celebrations", "Stylesheet", "14 February 2026", "Saturday", "What worked", "12 wins", "published", "Timeline"],
)
def test_what_every_site_says_is_no_secret(site: Site, title: str) -> None:
    """A private goal may be called what it likes."""
    site.write("goals/quit.md", f"---\ntitle: '{title}'\nvisibility: private\n---\n")
    assert site.build().problems == ()


for test in (
    test_a_secret_that_came_through_stops_the_build,
    test_what_was_written_before_is_looked_at_when_there_are_new_secrets,
    test_words_that_stand_in_public_too_are_not_looked_for,
    test_what_every_site_says_is_no_secret,
):
    test.__doc__ = JOURNAL


@pytest.mark.parametrize(
    "data",
    [
        b"<p>Rock &amp; the quiet clinic</p>",
        b"<p>the\n  quiet clinic</p>",
        json.dumps({"a": 'x"the quiet clinic'}).encode(),
        quote("x/the quiet clinic").encode(),
        b"SUMMARY:all of it, the qui\r\n et clinic",
        "über the quiet clinic".encode(),
    ],
)
def test_ways_of_writing(data: bytes) -> None:
    audit = Audit([Secret("the quiet clinic", "content/goals/a.md")])
    assert [problem.origin.path for problem in audit.look([("a.html", data)])] == ["content/goals/a.md"]
    assert list(audit.look([("a.html", b"the quiet cat")])) == []
    assert len(list(audit.look([("media/the%20quiet%20clinic.png", b"")]))) == 1


def test_a_script_that_is_not_latin() -> None:
    audit = Audit([Secret("図書館で静かに働く", "content/goals/a.md")])
    page = "<p>今日は図書館で静かに働く日</p>".encode()
    assert len(list(audit.look([("a.html", page)]))) == 1
    assert len(list(audit.look([("a.html", quote("図書館で静かに働く").encode())]))) == 1
