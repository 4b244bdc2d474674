"""CommonMark's 652 examples, through the grammar with all that we add to it."""

import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.read.markdown import engine

EXAMPLES = json.loads((Path(__file__).parent / "commonmark-0.31.2.json").read_text("utf-8"))

# Where raw HTML stands in the example, and is shown as text when HTML is off.
WITH_HTML = {
    21, 31, *range(148, 192), 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623,
    *range(625, 632), 642, 643,
}  # fmt: skip


def _engine(html: bool) -> MarkdownIt:
    markdown = engine.__wrapped__(html)
    markdown.options["xhtmlOut"] = True  # the specification writes <br />; pages write <br>
    return markdown


def _normal(html: str) -> str:
    """As the parser's own test does it: an empty quotation may hold a line end. Code has classes for its parts."""
    html = re.sub(r'<span class="hl-[\w-]+">([^<]*)</span>', r"\1", html)
    return html.replace("<blockquote></blockquote>", "<blockquote>\n</blockquote>")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['example']}")
def test_every_example_with_html_on(example: dict[str, str]) -> None:
    assert _normal(_engine(True).render(example["markdown"])) == _normal(example["html"])


def test_there_are_all_of_them() -> None:
    assert len(EXAMPLES) == 652


def test_what_html_off_changes() -> None:
    """Exactly the examples that hold raw HTML differ, and each of them shows it as text."""
    on, off = _engine(True), _engine(False)
    different = {one["example"] for one in EXAMPLES if on.render(one["markdown"]) != off.render(one["markdown"])}
    assert different == WITH_HTML
    for one in EXAMPLES:
        if one["example"] in WITH_HTML:
            assert re.search(r"<[a-zA-Z/!?]", one["markdown"])
            assert "&lt;" in off.render(one["markdown"])
