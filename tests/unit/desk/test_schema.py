"""JSON Schemas for editors: they take what the reader takes, refuse what it refuses, and know the journal's names."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from generator.build import Request
from generator.cli.main import smallwins
from generator.config.load import load
from generator.desk import Desk, open_desk
from generator.desk.names import called, names
from generator.desk.schema import schemas
from generator.entries import KINDS
from tests.conftest import Site

ROOT = Path(__file__).parents[3]


class _Core(yaml.SafeLoader):
    """YAML 1.2's core types, as editors' language servers read them: `yes`, `12:30` and 2026-02-14 are text."""


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", "true|false", "tf"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.[0-9]+", "-+.0123456789"),
    ("null", "~|null|", ["~", "n", ""]),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def _desk(folder: Path, today: dt.date = dt.date(2026, 11, 21)) -> Desk:
    config, _ = load(folder, {})
    assert config is not None
    request = Request(folder=folder, site=config, output=folder / "public", today=today, cache=False)
    desk, problems = open_desk(request)
    assert desk is not None, problems
    return desk


@cache
def _sample() -> dict[str, dict[str, Any]]:
    return schemas(_desk(ROOT))


def _front(path: Path) -> Any:
    text = path.read_text("utf-8")
    parts = text.split("---\n", 2) if text.startswith("---\n") else ["", "", text]
    return yaml.load(parts[1], _Core) or {}  # a safe loader with fewer types


def _wrong(schema: dict[str, Any], written: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(written)]


@pytest.mark.parametrize("folder", ["", "tests/golden/journal", "generator/starter"])
def test_what_the_reader_accepts_is_valid(folder: str) -> None:
    """Every file of the sample journal, of the golden one, and of the one that a new journal begins with."""
    journal = ROOT / folder
    found = schemas(_desk(journal))
    checked = 0
    for path in sorted((journal / "content").rglob("*.md")):
        kind = path.relative_to(journal / "content").parts[0]
        assert _wrong(found[kind], _front(path)) == [], path
        checked += 1
    assert checked > 2
    assert _wrong(found["site"], yaml.load((journal / "site.yaml").read_text("utf-8"), _Core)) == []  # likewise


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("goals", "title: 2026"),
        ("goals", "title: no"),
        ("goals", "focus: yes"),
        ("goals", "focus: true"),
        ("goals", "why:"),
        ("goals", "values: [growth, a title of another]"),
        ("goals", "values: growth"),
        ("goals", "measure: {unit: km, target: 100}"),
        ("goals", "measure: {unit: km, target: 100 mi}"),
        ("goals", "next: [{do: Outline, tired: one line}, Read]"),
        ("goals", "params: {anything: [at, {all: 1}]}"),
        ("habits", "cadence: [mon, wed]"),
        ("habits", "cadence: 0"),
        ("days", "habits: [jog, {habit: jog, amount: 5}]"),
        ("days", "next: {book: Read, a title: {do: Read}}"),
        ("days", "wins: [Called Mum, {text: Ran, stretch: on}, Rang the bank: done]"),
        ("wins", "time: 07:30"),
        ("reviews", "worked: early to bed"),
        ("site", "theme: drystone"),
        ("site", "theme: {name: drystone, options: {density: snug, home: [wall]}}"),
        ("site", "feeds: no"),
    ],
)
def test_what_may_be_written(kind: str, text: str) -> None:
    assert _wrong(_sample()[kind], yaml.load(text, _Core)) == []  # likewise


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("goals", "titel: Finish the novel"),
        ("goals", "status: dnoe"),
        ("goals", "started: 14.2.2026"),
        ("goals", "visibility: hidden"),
        ("goals", "visibility:"),
        ("goals", "measure: {unit: km, goal: 100}"),
        ("goals", "milestones: 5"),
        ("goals", "paused: [{to: 2026-01-01}]"),
        ("goals", "next: [[Read]]"),
        ("goals", "=kind: Goal"),
        ("days", "mood: 6"),
        ("days", "habits: [{amount: 5}]"),
        ("days", "wins: [{text: Ran, strech: yes}]"),
        ("wins", "time: 25:00"),
        ("wins", "effort: much"),
        ("site", "tilte: A"),
        ("site", "week_starts: friday"),
        ("site", "theme: {options: {density: 3}}"),
        ("site", "visibility: {goals: secret}"),
    ],
)
def test_what_may_not(kind: str, text: str) -> None:
    assert _wrong(_sample()[kind], yaml.load(text, _Core)) != []  # likewise


def _properties(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        for key, inner in schema.get("properties", {}).items() if isinstance(schema.get("properties"), dict) else ():
            yield f"{path}.{key}", inner
        for key, inner in schema.items():
            yield from _properties(inner, f"{path}.{key}")
    elif isinstance(schema, list):
        for inner in schema:
            yield from _properties(inner, path)


@pytest.mark.parametrize("kind", ["site", *KINDS])
def test_every_key_says_what_it_is_for(site: Site, kind: str) -> None:
    """An empty journal has no names, so that each property is a key of ours.

    == pages/about.md
    """
    found = dict(_properties(schemas(_desk(site.folder))[kind]))
    assert len(found) > 5
    assert [path for path, inner in found.items() if not inner.get("description")] == []


def test_the_journals_names_are_choices(site: Site) -> None:
    """
    == values/growth.md
    == goals/novel.md
    ---
    title: Finish the novel
    milestones: [{id: beta, title: Beta readers}]
    ---
    == goals/court.md
    ---
    visibility: private
    ---
    == habits/morning-pages.md
    """
    made = schemas(_desk(site.folder))
    goal = made["wins"]["properties"]["goal"]["anyOf"]
    assert goal[0] == {"enum": ["court", "novel"], "enumDescriptions": ["Court", "Finish the novel"]}
    assert made["goals"]["properties"]["values"]["anyOf"][0]["enum"] == ["growth"]
    assert made["goals"]["properties"]["parent"]["anyOf"][0]["enum"] == ["court", "novel"]
    assert made["wins"]["properties"]["milestone"]["anyOf"][0]["enum"] == ["beta"]
    assert made["days"]["properties"]["habits"]["items"]["anyOf"][0]["enum"] == ["morning-pages"]
    assert list(made["days"]["properties"]["next"]["properties"]) == ["court", "novel"]
    assert "moss" in made["values"]["properties"]["colour"]["anyOf"][0]["enum"]


def test_names_with_their_places(site: Site) -> None:
    """
    == goals/novel.md
    ---
    title: Finish the novel
    aliases: [the book]
    ---
    == goals/nomad.md
    == goals/wrong.md
    ---
    status: nonsense
    ---
    """
    known = names(_desk(site.folder), "goals")
    assert [(name.id, name.title, name.origin.path) for name in known] == [
        ("nomad", "Nomad", "content/goals/nomad.md"), ("novel", "Finish the novel", "content/goals/novel.md"),
    ]  # fmt: skip
    for word in ("novel", "FINISH the  novel", "The Book", "the b", "nov"):
        assert [name.id for name in called(known, word)] == ["novel"], word
    assert [name.id for name in called(known, "no")] == ["nomad", "novel"]
    assert called(known, "") == called(known, "wrong") == ()


def _schema(site: Site, *arguments: str) -> str:
    done = CliRunner().invoke(smallwins, ["schema", "-C", str(site.folder), "--today", "2026-03-01", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_files_are_written_and_what_is_the_persons_own_stays(site: Site) -> None:
    """
    == goals/run.md
    """
    _schema(site, "--editor", "vscode")
    written = {path.name for path in (site.folder / ".smallwins/schemas").iterdir()}
    assert written == {f"{name}.schema.json" for name in ("site", *KINDS)}
    for path in (site.folder / ".vscode").iterdir():
        json.loads(path.read_text("utf-8"))
    settings = site.folder / ".vscode/settings.json"
    (schema,) = json.loads(settings.read_text("utf-8"))["yaml.schemas"]
    assert (site.folder / schema).is_file()
    settings.write_text("// mine\n")
    site.write("goals/walk.md", "")
    assert "stays as it is" in _schema(site, "--editor", "vscode")
    assert settings.read_text() == "// mine\n"
    assert "|run,walk|" in (site.folder / ".vscode/smallwins.code-snippets").read_text("utf-8")
    assert json.loads(_schema(site, "wins"))["properties"]["goal"]["anyOf"][0]["enum"] == ["run", "walk"]


def _typed(body: str | list[str]) -> str:
    """A snippet as somebody leaves it who takes the first choice everywhere."""
    text = body if isinstance(body, str) else "\n".join(body)
    text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "").replace("$1", "early").replace("$", "so ")


def test_what_snippets_write_is_read(site: Site) -> None:
    """
    == values/growth.md
    == goals/run.md
    == habits/jog.md
    """
    _schema(site, "--editor", "vscode")
    made = json.loads((site.folder / ".vscode/smallwins.code-snippets").read_text("utf-8"))
    where = {
        "A goal": "goals/x.md",
        "A value": "values/y.md",
        "A habit": "habits/z.md",
        "A review": "reviews/2026-02.md",
    }
    assert {"A day", "A win", "A setback", "[[run]]", "[[growth]]", "[[jog]]"} <= made.keys()
    for number, (title, snippet) in enumerate(made.items(), 1):
        site.write(where.get(title, f"days/2026-01-{number:02}.md"), _typed(snippet["body"]))
    assert site.codes() == []
    journal = site.journal()
    assert "What you did" in {win.title for win in journal.wins}
    assert len(journal.setbacks) == 1
    assert journal.goals["x"].title == "What you are building"


def test_the_task_finds_problems_in_what_check_prints(site: Site) -> None:
    """One in a line, and one of a file as a whole.

    == goals/run.md
    ---
    status: dnoe
    ---
    == days/tuesday.md
    + Ran
    """
    _schema(site, "--editor", "vscode")
    check, _ = json.loads((site.folder / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    assert check["command"] == "smallwins"
    said = CliRunner().invoke(smallwins, [*check["args"], "-C", str(site.folder), "--today", "2026-03-01"]).stderr
    placed, whole = (re.compile(matcher["pattern"]["regexp"]) for matcher in check["problemMatcher"])
    lines = said.splitlines()
    assert [found.groups() for line in lines if (found := placed.match(line))] == [
        ("content/goals/run.md", "2", "9", "error", "choice-unknown", "'status' does not know 'dnoe'")
    ]
    (of_files,) = [found.groups() for line in lines if (found := whole.match(line))]
    assert of_files[:3] == ("content/days/tuesday.md", "error", "date-missing")
