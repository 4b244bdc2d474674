"""journal.json is what its schema and its documentation say."""

import json
from pathlib import Path

import jsonschema
import msgspec

from generator.pages.exported import JournalOut, schema
from tests.conftest import Site

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs/journal.schema.json"


def test_the_schema_in_the_docs_is_generated_from_the_types() -> None:
    """`python -m tests.unit.test_export` writes it anew."""
    assert json.loads(SCHEMA.read_text("utf-8")) == schema()


def test_the_sample_journal_is_valid() -> None:
    exported = json.loads((ROOT / "tests/golden/site/journal.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema()).validate(exported)


def test_an_empty_journal_is_valid(site: Site) -> None:
    (site.folder / "content").mkdir()
    site.build()
    exported = json.loads(site.html("/journal.json"))
    jsonschema.Draft202012Validator(schema()).validate(exported)
    assert exported["momentum"] is None
    assert exported["wins"] == []


def test_the_schema_refuses_what_is_not_there() -> None:
    exported = json.loads((ROOT / "tests/golden/site/journal.json").read_text("utf-8"))
    del exported["goals"][0]["momentum"]
    assert not jsonschema.Draft202012Validator(schema()).is_valid(exported)


def test_every_key_is_documented() -> None:
    text = (ROOT / "docs/journal-json.md").read_text("utf-8")
    found = {"format", "version", "from"}
    kinds: list[type] = [JournalOut]
    for kind in kinds:
        for field in msgspec.structs.fields(kind):
            found.add(field.encode_name)
            for part in getattr(field.type, "__args__", ()):
                if isinstance(part, type) and issubclass(part, msgspec.Struct) and part not in kinds:
                    kinds.append(part)
    assert {key for key in found if f"`{key}`" not in text} == set()


if __name__ == "__main__":
    SCHEMA.write_text(json.dumps(schema(), indent=1, sort_keys=True) + "\n", "utf-8")
