"""Each problem code has a folder with a journal that shows it, and the exact words that its writer reads."""

import re
from pathlib import Path

import pytest

from tests.errors.journals import ADVICE, HERE, codes, said

SOURCES = "\n".join(path.read_text("utf-8") for path in sorted((HERE.parents[1] / "generator").rglob("*.py")))
# Shown by code in test_made.py: no folder in a repository can hold them.
MADE = frozenset(
    (
        "content-missing", "example-unfit", "file-name", "file-too-large", "file-unreadable", "folder-taken",
        "folder-unreadable", "link-dead", "link-outside", "output-changed", "output-collision", "output-refused",
        "secret-found", "site-missing", "site-unreadable", "variable-unknown", "yaml-too-large",
    )
)  # fmt: skip
# Said of what is typed, before it stands in any file: test_captured.py.
CAPTURED = frozenset(
    (
        "capture-changed", "capture-none", "file-taken", "goal-done", "journal-busy", "place-none", "reference-unclear",
        "text-unwritable",
    )
)  # fmt: skip


@pytest.mark.parametrize("code", codes())
def test_the_exact_words(code: str, tmp_path: Path) -> None:
    text, status = said(code, tmp_path)
    assert f"exit {status}\n\n{text}" == (HERE / code / "expected.txt").read_text("utf-8")
    assert f"[{code}]" in text


def test_every_code_is_shown() -> None:
    found = set(re.findall(r'(?:Problem|_RefusedError|RefusedError)\(\s*"([a-z0-9-]+)"', SOURCES))
    found |= set(re.findall(r'(?:_fault|raise _Refused\w*)\([^"]*?"([a-z]+-[a-z-]+)"', SOURCES))
    found |= set(re.findall(r'code="([a-z-]+)"', SOURCES))
    found |= {f"{word}-unknown" for word in ("value", "goal", "habit")}
    found |= set(re.findall(r'_advice\(\s*"([a-z-]+)"', SOURCES))
    found |= {f"{word}-alike" for word in ("value", "goal", "habit")}
    assert len(found) > 50
    assert found >= ADVICE
    assert found - set(codes()) - MADE - CAPTURED == set()


def test_what_is_made_is_made() -> None:
    """Each of those has its test."""
    made = "".join((HERE / name).read_text("utf-8") for name in ("test_made.py", "test_captured.py"))
    assert {code for code in MADE | CAPTURED if code not in made} == set()
