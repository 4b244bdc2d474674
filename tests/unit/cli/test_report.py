"""Problems on a terminal: whatever its width, the caret stands below its character."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.cli.report import as_text

LINE = "+ 朝に三ページ書いてから、Ran along the river to the old mill and back again [[nobody]] before the rain came"


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 0])
@pytest.mark.parametrize("sign", ["+", "朝", "、", "[", "came"])
def test_the_caret_stands_below_its_character(tmp_path: Path, width: int, sign: str) -> None:
    (tmp_path / "a.md").write_text(LINE + "\n", "utf-8")
    origin = Origin("a.md", 1, LINE.index(sign) + 1)
    problem = Problem(
        "goal-unknown", origin, "there is no goal 'nobody'", "there are: one, two, three, four, five, six"
    )
    lines = as_text(tmp_path, problem, width=width).splitlines()
    (number,) = (number for number, line in enumerate(lines) if line.strip().endswith("^"))
    shown, caret = lines[number - 1], lines[number]
    at = cell_len(caret[: caret.index("^")])
    before = next(end for end in range(len(shown) + 1) if cell_len(shown[:end]) == at)
    assert shown[before:].startswith(sign[0])
    if width:
        assert max(cell_len(line) for line in lines) <= width
    else:
        assert shown == f"  1 | {LINE}"


def test_a_word_longer_than_the_terminal_is_not_broken(tmp_path: Path) -> None:
    """A path can then be opened by a click."""
    path = "content/days/a-very-long-name-of-a-file-that-goes-on-and-on.md"
    said = as_text(tmp_path, Problem("file-extension", Origin(path), "it is left out", "rename it"), width=30)
    assert path in said
