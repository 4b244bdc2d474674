"""Everything that is wrong with a journal at once, for a person, for programs, and for GitHub's CI."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli.main import smallwins
from generator.desk.advice import _Title
from generator.desk.links import leads_nowhere
from tests.conftest import Site, write_journal
from tests.house.output_schemas import schema

ROOT = Path(__file__).parents[3]
WARNED = """
== values/growth.md
== goals/novel.md
---
titel: Finish the novel
values: growth
measure: {unit: words, target: 80000}
---
"""
WRONG = """
== days/2026-02-15.md
+ Ran 5 km [[nobody]]
"""


def _run(site: Site, *arguments: str, ci: bool = False) -> Result:
    env = {"GITHUB_ACTIONS": "true" if ci else "", "GITHUB_WORKSPACE": str(site.folder.parent)}
    return CliRunner(env=env).invoke(smallwins, [*arguments, "-C", str(site.folder), "--today", "2026-03-01"])


@pytest.mark.parametrize(
    ("journal", "options", "status"),
    [
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (WARNED.replace("titel", "title"), ["--strict"], 0),
        (WRONG, [], 1),
        ("== days/2026-02-15.md\n+ Ran 5 km\n", ["--strict"], 0),
    ],
)
def test_advice_fails_nothing_warnings_when_strict(site: Site, journal: str, options: list[str], status: int) -> None:
    write_journal(site, journal.lstrip())
    assert _run(site, "check", *options).exit_code == status
    assert _run(site, "check", "-q", *options).exit_code == status


def test_advice_is_said_beside_the_rest_and_not_when_quiet(site: Site) -> None:
    write_journal(site, WARNED.lstrip())
    done = _run(site, "check")
    assert "warning[key-unknown]" in done.stderr
    assert "advice[next-missing]" in done.stderr
    assert done.stdout.splitlines() == [
        "1 warning and 1 suggestion, said above.",
        "`smallwins check --fix` would mend 1 of them.",
    ]
    write_journal(site, WARNED.lstrip().replace("titel", "title"))
    assert _run(site, "check").stdout == "Nothing is wrong. 1 suggestion, said above.\n"
    assert _run(site, "check", "-q").output == ""


def test_build_says_no_advice(site: Site) -> None:
    write_journal(site, WARNED.lstrip())
    assert "advice[" not in _run(site, "build").output


def test_check_and_build_print_one_shape(site: Site) -> None:
    """A file with an error, and one that is private."""
    write_journal(
        site,
        (
            WRONG + "== goals/run.md\n---\nvisibility: private\n---\n== goals/read.md\n---\nstatus: pausd\n---\n"
        ).lstrip(),
    )
    validator = jsonschema.Draft202012Validator(schema("problems"))
    checked, built = (json.loads(_run(site, name, "--json").stdout) for name in ("check", "build"))
    for printed in (checked, built):
        validator.validate(printed)
        assert printed["errors"] == 2
        assert printed["withheld"] == {"error": 2, "private": 1}  # a win in its line, and a file that can't be read
    problem, _ = (one for one in checked["problems"] if one["severity"] == "error")
    assert problem in built["problems"]
    assert (problem["path"], problem["line"], problem["column"]) == ("content/days/2026-02-15.md", 1, 12)
    assert problem["excerpt"] == "+ Ran 5 km [[nobody]]"
    assert checked["files"] is None
    assert built["files"]["written"] > 0
    site.write("site.yaml", "tilte: A test\n")
    for name in ("check", "build", "clean", "today", "info", "list"):
        done = (
            _run(site, name, "--json")
            if name != "clean"
            else CliRunner().invoke(smallwins, ["clean", "-C", str(site.folder), "--json"])
        )
        assert done.exit_code == 2, name
        validator.validate(json.loads(done.stdout))


def test_annotations(site: Site) -> None:
    """By themselves in GitHub's CI, or when asked for; the path is the repository's, and signs that mean something
    there are escaped."""
    site.write("goals/a,b.md", "---\nstatus: 50%\n---\n")
    said = (
        f"::error file={site.folder.name}/content/goals/a%2Cb.md,line=2,col=9,title=choice-unknown::"
        "'status' does not know '50%25'%0Ait is one of active, paused, done, released\n"
    )
    assert _run(site, "check", "--format", "github").stdout == said
    assert said in _run(site, "check", ci=True).stdout
    assert said in _run(site, "build", ci=True).stdout
    assert "::error" not in _run(site, "check").output
    assert json.loads(_run(site, "check", "--format", "json", ci=True).stdout)["errors"] == 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Finish the novel", "Finish my novel", True),
        ("Morning pages", "morning page", True),
        ("Growth", "Growth.", True),
        ("Run 5 km", "Run 10 km", False),
        ("Run 5 km", "run 5 km", True),
        ("Learn Danish", "Learn Spanish", False),
        ("Read", "Read aloud", False),
        ("Sing", "Ring", False),
        ("Run a marathon", "Running a marathon", True),
        ("Run a marathon", "Ruin a marathon", False),
        ("Write a book", "Write the book", True),
        ("Goal 1", "Goal 11", False),
    ],
)
def test_titles_that_may_be_one(one: str, other: str, alike: bool) -> None:
    assert _Title(one).is_like(_Title(other)) == _Title(other).is_like(_Title(one)) == alike


class _Host(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:  # the name is http.server's
        self._answer({"/there": 200, "/gone": 404, "/shy": 405, "/shy-gone": 405, "/walled": 403}[self.path])

    def do_GET(self) -> None:  # likewise
        self._answer({"/gone": 404, "/shy": 200, "/shy-gone": 410, "/walled": 403}[self.path])

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_links_are_dead_only_where_nothing_is(host: str) -> None:
    """A host that gives no heads is asked for the page; one that lets only some in may have it."""
    answers = {path: leads_nowhere(host + path) for path in ("/there", "/gone", "/shy", "/shy-gone", "/walled")}
    assert answers == {
        "/there": "", "/gone": "the host answers 404", "/shy": "", "/shy-gone": "the host answers 410", "/walled": "",
    }  # fmt: skip
    assert leads_nowhere("http://127.0.0.1:9/") == "Connection refused"


def test_links_are_asked_for_only_when_told(site: Site, host: str) -> None:
    write_journal(site, f"== days/2026-02-15.md\n[There]({host}/there) and [gone]({host}/gone).\n")
    assert "link-dead" not in _run(site, "check").output
    done = _run(site, "check", "--links", "--strict")
    assert done.exit_code == 1
    assert (
        f"content/days/2026-02-15.md:1:{len(f'[There]({host}/there) and [gone](') + 1}: warning[link-dead]"
        in done.stderr
    )


def test_the_hook_for_pre_commit_is_a_command() -> None:
    """What it calls is there, and succeeds on the sample journal."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language"} <= hook.keys()
    program, *arguments = hook["entry"].split()
    assert program == "smallwins"
    assert CliRunner().invoke(smallwins, [*arguments, "-C", str(ROOT), "--today", "2026-11-21"]).exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no signal can be sent there")
def test_ctrl_c_does_not_wait_for_hosts(site: Site) -> None:
    """A host that takes the question and never answers."""
    silent = socket.create_server(("127.0.0.1", 0))
    write_journal(site, f"== days/2026-02-15.md\n[Slow](http://127.0.0.1:{silent.getsockname()[1]}/a).\n")
    command = [sys.executable, "-m", "generator", "check", "--links", "-C", str(site.folder)]
    asking = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    silent.settimeout(60)
    connection, _ = silent.accept()
    asking.send_signal(signal.SIGINT)
    _, said = asking.communicate(timeout=60)
    connection.close()
    silent.close()
    assert asking.returncode == 130
    assert b"Traceback" not in said
