"""Pages are read from the left and from the right: styles name the start and the end, and never a side."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "themes/drystone/styles"
FILES = sorted(path.relative_to(STYLES).as_posix() for path in STYLES.rglob("*.css"))
SIDE = "left|right|top|bottom"
PHYSICAL = re.compile(
    rf"""^\s*(?:
      (?:{SIDE}) \s*:
    | (?:scroll-)?(?:margin|padding)-(?:{SIDE}) \s*:
    | border-(?:{SIDE})(?:-\w+)* \s*:
    | (?:(?:min|max)-)?(?:width|height) \s*:
    | (?:text-align|float|clear) \s*:\s* (?:left|right) \b
    | (?:margin|padding|inset|scroll-margin|scroll-padding)
      \s*:\s* (?P<start>\S+) \s+ (?P<end>\S+) \s+ \S+ \s+ (?!(?P=end)\s*;)\S+
    )""",
    re.VERBOSE,
)


def sides(css: str) -> list[str]:
    """The declarations that name a side where the start or the end of a line would do."""
    plain = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), css, flags=re.DOTALL)
    return [line.strip() for line in re.split(r"[\n{]", plain) if PHYSICAL.match(line)]


@pytest.mark.parametrize("file", FILES)
def test_no_style_names_a_side(file: str) -> None:
    assert sides((STYLES / file).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "left: 0;", "margin-left: 1rem;", "padding-right:0;", "border-left: 1px solid;", "border-top-left-radius: 2px;",
        "width: 10px;", "max-width: 10px;", "text-align: left;", "float: right;", "margin: 0 1px 0 2px;",
        "inset: 0 auto 0 0;", "p { margin-left: 0; }",
    ],
)  # fmt: skip
def test_the_check_finds_a_side(line: str) -> None:
    assert len(sides(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "margin-inline-start: 1rem;", "inset: 0;", "inset: 0 1px;", "margin: 0 1px 0 1px;", "text-align: start;",
        "inline-size: 2rem;", "line-height: 1.5;", "@media (width < 44rem) {", "border-block-start: 1px solid;",
        "/* left: 0; */", "stroke-width: 2;", "@bottom-center {",
    ],
)  # fmt: skip
def test_the_check_lets_starts_and_ends_be(line: str) -> None:
    assert sides(line) == []
