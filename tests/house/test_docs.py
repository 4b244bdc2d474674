"""The docs name every command, every key, and nothing stays unsaid."""

import re
from pathlib import Path

import msgspec
import pytest

from generator.cli.main import COMMANDS
from generator.config.schema import Site
from generator.entries import KINDS

ROOT = Path(__file__).parents[2]
JOURNAL = (ROOT / "docs/journal.md").read_text("utf-8")


def _keys(kind: type) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_every_kind_is_documented(kind: str) -> None:
    missing = {key for key in _keys(KINDS[kind]) if f"`{key}`" not in JOURNAL}
    assert not missing


def test_every_key_of_the_site_is_documented() -> None:
    section = JOURNAL[JOURNAL.index("## site.yaml") :]
    assert {key for key in _keys(Site) if f"`{key}`" not in section} == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_changelog_or_the_readme(command: str) -> None:
    text = (ROOT / "README.md").read_text("utf-8") + (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"`(?:smallwins )?{command}\b", text)


def test_the_files_of_the_architecture_exist() -> None:
    """Each `folder/file.py` that the trace names; `x.py` stands for any."""
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    named = set(re.findall(r"`((?:\w+/)*\w+\.py)`", text)) - {"charts/x.py"}
    assert len(named) > 8
    assert {path for path in named if not any((base / path).exists() for base in (ROOT, ROOT / "generator"))} == set()
