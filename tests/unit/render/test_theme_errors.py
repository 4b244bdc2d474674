"""What an author of a theme reads where a template is wrong: the file, the line, what was drawn, and what to do."""

import pytest

from tests.conftest import Site

NOT_FOUND = "templates/pages/not_found.html"
CASES = {
    "a syntax error": (
        {NOT_FOUND: "<p>One</p>\n{% if view.ways %}\n"},
        f"{NOT_FOUND}:2:1",
        "/404.html can't be drawn: Unexpected end of template",
    ),
    "an unknown tag": ({NOT_FOUND: "\n\n{% fro x in y %}"}, f"{NOT_FOUND}:3:1", "unknown tag 'fro'"),
    "an unknown filter": ({NOT_FOUND: "\n{{ view.ways|lenght }}"}, f"{NOT_FOUND}:2:1", "No filter named 'lenght'"),
    "a syntax error in an included file": (
        {NOT_FOUND: '\n\n\n{% include "partials/mine.html" %}', "templates/partials/mine.html": "<p>\n{{ }}\n"},
        "templates/partials/mine.html:2:1",
        "/404.html can't be drawn: Expected an expression",
    ),
    "a syntax error in a parent": (
        {NOT_FOUND: '{% extends "layouts/mine.html" %}', "templates/layouts/mine.html": "\n{% endblock %}"},
        "templates/layouts/mine.html:2:1",
        "unknown tag 'endblock'",
    ),
    "an include of nothing": (
        {NOT_FOUND: '<p>\n{% include "partials/site_fot.html" %}'},
        f"{NOT_FOUND}:2:1",
        "there is no template 'partials/site_fot.html'",
    ),
    "a parent that is not there": (
        {NOT_FOUND: '{# mine #}\n{% extends "layouts/bass.html" %}'},
        f"{NOT_FOUND}:2:1",
        "there is no template 'layouts/bass.html'",
    ),
    "an unknown variable": ({NOT_FOUND: "\n{{ veiw.ways }}"}, f"{NOT_FOUND}:2:1", "there is no variable 'veiw'"),
    "an unknown field": ({NOT_FOUND: "\n{{ view.way }}"}, f"{NOT_FOUND}:2:1", "NotFound has no 'way'"),
    "an unknown field in an included file": (
        {NOT_FOUND: '{% include "partials/mine.html" %}', "templates/partials/mine.html": "\n\n{{ page.urll }}"},
        "templates/partials/mine.html:3:1",
        "Page has no 'urll'",
    ),
    "an unknown option": ({NOT_FOUND: "{{ chrome.options.hom }}"}, f"{NOT_FOUND}:1:1", "a mapping has no 'hom'"),
    "a field of nothing": ({NOT_FOUND: "{{ page.section.url }}"}, f"{NOT_FOUND}:1:1", "an empty field has no 'url'"),
    "a filter's wrong argument": ({NOT_FOUND: "\n{{ view.ways|long_date }}"}, f"{NOT_FOUND}:2:1", "can't take"),
    "a division by nothing": ({NOT_FOUND: "\n\n{{ 1 / 0 }}"}, f"{NOT_FOUND}:3:1", "division by zero"),
    "a macro with too many arguments": (
        {NOT_FOUND: '{% import "macros/dates.html" as d %}\n{{ d.long(1, 2, 3) }}'},
        f"{NOT_FOUND}:2:1",
        "macro 'long' takes not more than 1 argument(s)",
    ),
    "a macro that is not there": (
        {NOT_FOUND: '{% import "macros/dates.html" as d %}\n{{ d.lnog() }}'},
        f"{NOT_FOUND}:2:1",
        "lnog",
    ),
    "a block that is not there": ({NOT_FOUND: "\n{{ self.mian() }}"}, f"{NOT_FOUND}:2:1", "mian"),
    "a block without a parent": (
        {NOT_FOUND: '{% extends "layouts/base.html" %}\n{% block mine %}{{ super() }}{% endblock %}{% block main %}'
         "{% block own %}{{ super() }}{% endblock %}{% endblock %}"},
        f"{NOT_FOUND}:2:1",
        "there is no parent block called 'own'",
    ),
    "a required block": (
        {
         NOT_FOUND: '{% extends "layouts/mine.html" %}',
         "templates/layouts/mine.html": "\n{% block a required %}{% endblock %}",
        },
        "templates/layouts/mine.html:2:1",
        "Required block 'a' not found",
    ),
    "a template that includes itself": (
        {NOT_FOUND: '<p>\n{% include "pages/not_found.html" %}'},
        f"{NOT_FOUND}:2:1",
        "it draws itself, without end",
    ),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _day(site: Site) -> None:
    """A journal of one day, under whatever the test is about."""
    site.write("days/2026-02-15.md", "+ Ran 5 km [[run]]\n")
    site.write("goals/run.md", "")


@pytest.mark.parametrize("case", CASES)
def test_a_template_that_is_wrong(site: Site, case: str) -> None:
    files, place, words = CASES[case]
    for path, text in files.items():
        site.write(path, text)
    built = site.build()
    assert built.configuration
    assert built.written is None
    (problem,) = built.problems
    assert (problem.code, str(problem.origin)) == ("theme-error", place)
    assert words in problem.message
    assert "/404.html can't be drawn" in problem.message
    assert problem.hint
    assert "generator." not in problem.message + problem.hint


def test_the_nearest_names_are_hinted_at(site: Site) -> None:
    for wrong, near in (
        ("{{ veiw }}", "*view*"),
        ("{{ view.way }}", "*ways*"),
        ('{% include "pages/hmoe.html" %}', "*pages/home.html*"),
    ):
        site.write(NOT_FOUND, wrong)
        (problem,) = site.build().problems
        assert near in problem.hint


def test_bytes_that_are_no_text(site: Site) -> None:
    site.write(NOT_FOUND, "x")
    (site.folder / NOT_FOUND).write_bytes(b"<p>caf\xe9</p>")
    (problem,) = site.build().problems
    assert (problem.code, str(problem.origin)) == ("theme-error", NOT_FOUND)


def test_a_theme_in_a_folder_of_that_name_is_named_from_the_site_on(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: templates
    == themes/templates/theme.yaml
    api: 1
    parent: drystone
    == themes/templates/templates/pages/not_found.html
    {{ nothing }}
    """
    (problem,) = site.build().problems
    assert str(problem.origin) == "themes/templates/templates/pages/not_found.html:1:1"


def test_a_theme_without_a_parent_needs_every_template(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: mine
    == themes/mine/theme.yaml
    api: 1
    == themes/mine/templates/pages/not_found.html
    <h1>No</h1>
    """
    (problem,) = site.build().problems
    assert problem.code == "theme-error"
    assert "/ can't be drawn: there is no template 'pages/home.html'" in problem.message
