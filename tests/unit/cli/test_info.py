"""What is where, and what decides what."""

import json

import jsonschema
from click.testing import CliRunner

from generator import __version__
from generator.cli.main import smallwins
from tests.conftest import Site
from tests.house.output_schemas import schema

OVERRULED = {
    "SMALLWINS_LANGUAGE": "de", "SMALLWINS_AUTHOR_URL": "https://b.example/", "SMALLWINS_FEEDS_COUNT": "5",
}  # fmt: skip


def test_what_decides_what(site: Site) -> None:
    """A key that the file gives, one that a variable overrules, and one that nobody wrote.

    == values/growth.md
    == setbacks/2026-02-20-flu.md
    ---
    visibility: private
    ---
    """
    site.write("site.yaml", "# mine\ntitle: A test\nlanguage: en\ntheme: drystone\nauthor: {name: Bo}\n")
    runner = CliRunner(env=OVERRULED)
    done = runner.invoke(smallwins, ["info", "-C", str(site.folder), "--json"])
    assert done.exit_code == 0, done.output
    printed = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema("info")).validate(printed)
    found = {one["key"]: (one["value"], one["source"], one["line"]) for one in printed["settings"]}
    assert found["title"] == ("A test", "site.yaml", 2)
    assert found["language"] == ("de", "SMALLWINS_LANGUAGE", 0)
    assert found["author.name"] == ("Bo", "site.yaml", 5)
    assert found["author.url"] == ("https://b.example/", "SMALLWINS_AUTHOR_URL", 0)
    assert found["timezone"] == ("UTC", "default", 0)
    assert found["feeds.count"] == ("5", "SMALLWINS_FEEDS_COUNT", 0)
    assert found["feeds.id"] == ("", "default", 0)
    assert found["robots"] == ("index", "default", 0)
    assert found["theme"] == ("drystone", "site.yaml", 4)
    assert "theme.name" not in found
    assert printed["versions"]["smallwins"] == __version__
    assert printed["folders"]["journal"] == str(site.folder.resolve())
    assert printed["folders"]["site"] is None
    assert printed["entries"]["setbacks"] == 1
    assert printed["withheld"] == {"private": 1}


def test_in_words(site: Site) -> None:
    """
    == values/growth.md
    """
    done = CliRunner().invoke(smallwins, ["info", "-C", str(site.folder)], env={"COLUMNS": "30"})
    assert f"smallwins {__version__}" in done.output
    assert "entries\n    1 value\n" in done.output
    assert "week_starts\n    monday  default\n" in done.output


def test_a_broken_site_yaml_is_said(site: Site) -> None:
    site.write("site.yaml", "tilte: A test\n")
    done = CliRunner().invoke(smallwins, ["info", "-C", str(site.folder)])
    assert done.exit_code == 2
    assert "did you mean *title*" in done.stderr
    assert f"smallwins {__version__}" in done.stdout


def test_what_is_wrong_is_counted_in_words(site: Site) -> None:
    """== goals/run.md
    ---
    status: pausd
    values: [growht]
    ---
    == goals/read.md
    ---
    visibility: private
    ---
    """
    said = " ".join(CliRunner().invoke(smallwins, ["info", "-C", str(site.folder)]).output.split())
    assert "withheld 1 with an error, 1 private problems 2 errors" in said
