"""Awareness, not pressure: words that the product never uses, in its own templates, sentences and messages."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEVER = re.compile(r"\b(streaks?|at risk|broken|failed|failure|overdue|behind)\b", re.IGNORECASE)


def _said() -> dict[str, str]:
    """What the site says, by file: the templates without their comments, and the literals of the sentences."""
    found = {}
    for path in (ROOT / "themes").rglob("*.html"):
        found[str(path.relative_to(ROOT))] = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    for path in (ROOT / "generator/words").rglob("*.py"):
        found[str(path.relative_to(ROOT))] = "\n".join(_literals(path))
    return found


def _literals(path: Path) -> list[str]:
    """The texts that are handed to gettext and ngettext."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr.endswith("gettext")]
    return [
        arg.value for call in named for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    ]


def test_no_word_of_pressure() -> None:
    said = _said()
    assert len(said) > 20
    assert {path: NEVER.findall(text) for path, text in said.items() if NEVER.search(text)} == {}


def test_no_exclamation_in_sentences() -> None:
    for path in (ROOT / "generator/words").rglob("*.py"):
        assert not [sentence for sentence in _literals(path) if "!" in sentence]
    for name, text in _said().items():
        assert not [said for said in re.findall(r'gettext\("([^"]*)"|\b_\("([^"]*)"', text) if "!" in "".join(said)], (
            name
        )
