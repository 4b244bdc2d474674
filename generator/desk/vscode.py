"""What VS Code is told of a journal: snippets with its names, its settings, and a task that shows what is wrong.

VS Code knows no schemas for front matter in Markdown, so the names come as snippets, and the problems from
`smallwins check`. Only the snippets are made anew each time; the rest may be the person's own by then.
"""

import json
from collections.abc import Iterable
from typing import Any

from .desk import Desk
from .names import Name, names

SCHEMAS = ".smallwins/schemas"
SNIPPETS = ".vscode/smallwins.code-snippets"

_PLACED = r"^(.+?):(\d+):(\d+): (error|warning|advice)\[([a-z0-9-]+)\]: (.*)$"
_WHOLE = r"^((?:(?!:\d+:\d+: ).)+?): (error|warning|advice)\[([a-z0-9-]+)\]: (.*)$"


def files(desk: Desk) -> dict[str, str]:
    """The files by their paths in the journal's folder."""
    told = {
        SNIPPETS: snippets(desk),
        ".vscode/settings.json": _settings(),
        ".vscode/tasks.json": _tasks(),
        ".vscode/extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
    }
    return {path: json.dumps(content, indent=2, ensure_ascii=False) + "\n" for path, content in told.items()}


def snippets(desk: Desk) -> dict[str, Any]:
    """What can be written with a few letters and Tab: a day's items, the front matter of each kind, and a link to
    everything that has a name."""
    goals, values, habits = (names(desk, kind) for kind in ("goals", "values", "habits"))
    goals = tuple(sorted(goals, key=lambda name: desk.journal.goals[name.id].status != "active"))
    goal, value, habit = _choice(goals), _choice(values), _choice(habits)
    whole = {
        "A win": ("win", ["+ ${1:What you did} [[${2" + goal + "}]]", "$0"]),
        "A win with what worked": (
            "winmore",
            ["+ ${1:What you did} [[${2" + goal + "}]]", "  worked: ${3:what helped}", "  closer: ${4:how}", "$0"],
        ),
        "A stretch": ("stretch", ["+ ${1:What you did} [[${2" + goal + "}]]", "  stretch: yes", "$0"]),
        "A setback": (
            "setback",
            ["## Setbacks", "+ ${1:What happened} [[${2" + goal + "}]]", "  learned: ${3:what}", "  restart: $0"],
        ),
        "A day": ("day", ["---", "mood: ${1|1,2,3,4,5|}", "energy: ${2|1,2,3,4,5|}", "habits: [${3" + habit + "}]"]),
        "A goal": (
            "goal",
            ["---", "title: ${1:What you are building}", "values: [${2" + value + "}]", "why: $3", "next: $4"],
        ),
        "A value": ("value", ["---", "title: ${1:What matters}", "identity: ${2:someone who …}", "why: $3"]),
        "A habit": (
            "habit",
            ["---", "title: ${1:What you repeat}", "goal: ${2" + goal + "}", "cadence: ${3:3/week}", "cue: $4"],
        ),
        "A review": ("review", ["---", "worked: [$1]", "adjust: [$2]", "next: {${3" + goal + "}: $4}"]),
    }
    made = {
        title: {"scope": "markdown", "prefix": prefix, "body": [*body, "---", "$0"] if body[0] == "---" else body}
        for title, (prefix, body) in whole.items()
    }
    for name in (*goals, *habits, *values):
        prefix = list(dict.fromkeys((name.id, name.title)))
        made[f"[[{name.id}]]"] = {
            "scope": "markdown", "prefix": prefix, "body": f"[[{name.id}]]", "description": name.title,
        }  # fmt: skip
    return made


def _choice(known: Iterable[Name]) -> str:
    """The names as a choice of a snippet, or a word in their place."""
    ids = ",".join(name.id for name in known)
    return f"|{ids}|" if ids else ":name"


def _settings() -> dict[str, Any]:
    return {
        "yaml.schemas": {f"./{SCHEMAS}/site.schema.json": "/site.yaml"},
        "[markdown]": {
            "editor.wordWrap": "on",
            "editor.tabCompletion": "onlySnippets",
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "off"},
            "editor.snippetSuggestions": "top",
        },
        "search.exclude": {"public": True, ".smallwins": True},
    }


def _tasks() -> dict[str, Any]:
    placed = {"regexp": _PLACED, "file": 1, "line": 2, "column": 3, "severity": 4, "code": 5, "message": 6}
    whole = {"regexp": _WHOLE, "kind": "file", "file": 1, "severity": 2, "code": 3, "message": 4}
    matcher = {"owner": "smallwins", "fileLocation": ["relative", "${workspaceFolder}"], "severity": "info"}
    check = {
        "label": "smallwins: check",
        "type": "process",
        "command": "smallwins",
        "args": ["check", "--no-color", "--verbose"],
        "group": {"kind": "test", "isDefault": True},
        "presentation": {"reveal": "silent"},
        "problemMatcher": [matcher | {"pattern": placed}, matcher | {"owner": "smallwins-files", "pattern": whole}],
    }
    preview = {
        "label": "smallwins: preview",
        "type": "process",
        "command": "smallwins",
        "args": ["serve", "--open"],
        "isBackground": True,
        "problemMatcher": [],
    }
    return {"version": "2.0.0", "tasks": [check, preview]}
