"""No word stands outside the catalogues in a template; what Python says is seen by tests/site/test_pseudo.py."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("themes/*/templates/**/*.html"))
READ = frozenset(
    {"alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "label", "value"}
)
"""Attributes that people read or hear."""
WORD = re.compile(r"[^\W\d_]|[,;:!?.…“”„«»]")
"""A letter, or a mark that languages write each in their own way."""


class Texts(HTMLParser):
    """The texts that a template holds itself; what expressions write is a 0 here."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.found: list[str] = []
        # A macro that makes the classes of something makes no words.
        template = re.sub(r"{% macro \w+_class\(.*?{%-? endmacro", "{% endmacro", template, flags=re.DOTALL)
        tokens = Environment(extensions=["jinja2.ext.i18n"]).lex(template)
        html, within = "", ""
        for _, kind, value in tokens:
            if kind in ("variable_begin", "block_begin"):
                within = kind
            elif kind in ("variable_end", "block_end"):
                made = "tag" if html.endswith(("<", "</")) else "0"
                html += made if kind == "variable_end" else ""
                within = ""
            elif kind == "data" and not within:
                html += value
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self._see(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in READ and not (name == "value" and tag in ("option", "input")):
                self._see(value or "")

    def _see(self, text: str) -> None:
        if WORD.search(text):
            self.found.append(" ".join(text.split()))


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 40


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_template_holds_no_words_of_its_own(path: str) -> None:
    assert Texts((ROOT / path).read_text("utf-8")).found == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Hello</p>", ["Hello"]),
        ('<p>{{ _("Hello") }} · {{ x }}</p>', []),
        ('<a title="Go"><i aria-label="{{ _("Go") }}"></i></a>', ["Go"]),
        ("<p>{% if a %}yes{% endif %}</p>", ["yes"]),
        ("<p>{{ a }}, {{ b }}</p>", ["0, 0"]),
        ('<h{{ level }} class="a{% if b %} c{% endif %}"></h{{ level }}>{# Words. #}', []),
        ('<script type="x">{{ data }}</script>', []),
    ],
)
def test_the_check_finds_words(template: str, found: list[str]) -> None:
    assert Texts(template).found == found
