"""Terminals as they are: narrow ones, dumb ones, pipes that nobody reads to their end, shells that complete."""

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import COMMANDS, smallwins
from tests.conftest import Site, write_journal

ROOT = Path(__file__).parents[3]
CALL = [sys.executable, "-c", "import sys; sys.argv[0] = 'smallwins'; from generator.cli.main import main; main()"]
BROKEN = """
== goals/run.md
---
status: pausd
---
== goals/read.md
---
title: Read a book that is long enough for a line of a terminal
next: Read the first page of it, and the second one where there is room for it
---
== days/2026-02-15.md
+ One page [[read]]
"""


def on_terminal(*words: str, columns: int = 80, folder: Path = ROOT, out: int | None = None, **environment: str) -> str:
    """What stands on a terminal that is so wide; `out` takes the standard output elsewhere."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    known = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES", "NO_COLOR")}
    known |= {"TERM": "xterm", "PYTHONPATH": str(ROOT), **environment}
    with subprocess.Popen(
        [*CALL, *words], stdin=theirs, stdout=out or theirs, stderr=theirs, env=known, cwd=folder
    ) as run:
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 65536):
                said += part
        except OSError:  # the other end is closed
            pass
        run.wait()
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def words_of(said: str) -> set[str]:
    """Whole words: one may end a line at its hyphen."""
    return set(re.sub(r"(?<=\w-)\s+", "", said.replace("\\\n", "")).split())


@pytest.mark.parametrize("command", ["", *COMMANDS, "new site", "new goal", "new review"])
def test_help_fits_a_narrow_terminal(command: str) -> None:
    said = CliRunner(env={"COLUMNS": "40"}).invoke(smallwins, [*command.split(), "--help"]).output
    assert [line for line in said.splitlines() if len(line) > 40 and " " in line.strip()] == []
    wide = CliRunner(env={"COLUMNS": "80"}).invoke(smallwins, [*command.split(), "--help"]).output
    assert words_of(said) == words_of(wide)


def test_a_long_example_goes_on_behind_a_backslash() -> None:
    said = CliRunner(env={"COLUMNS": "40"}).invoke(smallwins, ["list", "--help"]).output
    assert "      smallwins list goals --status \\\n        active --json\n" in said


@pytest.mark.parametrize("command", ["build", "check", "today", "list wins", "list --since", "today --tody", "undo"])
def test_no_word_is_broken_at_the_edge(site: Site, command: str) -> None:
    write_journal(site, BROKEN.lstrip())
    said = on_terminal(*command.split(), columns=40, folder=site.folder, TERM="dumb")
    assert max(map(len, said.splitlines())) <= 40


def test_what_is_wrong_fits_the_terminal_where_the_rest_goes_through_a_pipe(site: Site) -> None:
    write_journal(site, BROKEN.lstrip())
    said = on_terminal("list", "wins", columns=40, folder=site.folder, out=subprocess.DEVNULL)
    assert max(map(len, said.splitlines())) <= 40


def test_a_dumb_terminal_gets_no_escapes(site: Site) -> None:
    write_journal(site, BROKEN.lstrip())
    for command in ("build", "check", "today", "list goals", "info", "check --diff"):
        assert "\x1b" not in on_terminal(*command.split(), folder=site.folder, TERM="dumb")
    assert "\x1b" in on_terminal("check", folder=site.folder)


@pytest.mark.parametrize("command", ["list wins", "today", "info", "list", "schema goals", "win --help", "--help"])
def test_who_reads_the_head_alone_is_told_of_no_fault(site: Site, command: str) -> None:
    """`smallwins list wins | head -1` in a shell with `set -o pipefail`."""
    site.write("goals/run.md", "---\nnext: Run\n---\n")
    site.write("days/2026-02-15.md", "+ Ran 5 km [[run]]\n" * 5000)
    reads, writes = os.pipe()
    os.close(reads)  # nobody reads at all
    where = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*CALL, *command.split()], cwd=site.folder, env=where, stdout=writes, stderr=subprocess.PIPE, check=False
    )
    os.close(writes)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def complete(scratch: Path, folder: Path, *words: str) -> list[str]:
    """What bash offers in the place of the last of the words, which it takes apart at each =."""
    shim = scratch / "smallwins"
    shim.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -c "{CALL[2]}" "$@"\n')
    shim.chmod(0o755)
    source = CliRunner().invoke(smallwins, ["completion", "bash"]).output
    listed = " ".join(f"'{word}'" for word in words)
    program = f"{source}\nCOMP_WORDS=({listed}) COMP_CWORD={len(words) - 1}\n_smallwins_completion smallwins\n"
    program += 'printf "%s\\n" "${COMPREPLY[@]}"\n'
    where = {**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", program], cwd=folder, env=where, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes(site: Site, tmp_path: Path) -> None:
    """== goals/run.md
    ---
    milestones: [{at: 5, title: Around the lake}, {id: harbour, title: To the harbour and back}]
    ---
    == goals/puzzle.md
    ---
    milestones: [{id: edges}]
    ---
    """
    site.write("site.yaml", "title: A test\npublish: {server: {rsync: 'ada@example.org:/srv/www/'}}\n")
    assert complete(tmp_path, site.folder, "smallwins", "win", "One", "--goal", "=", "pu") == ["puzzle"]
    assert complete(tmp_path, site.folder, "smallwins", "win", "One", "--goal", "=") == ["puzzle", "run"]
    assert complete(tmp_path, site.folder, "smallwins", "win", "One", "--milestone", "har") == ["harbour"]
    assert complete(tmp_path, site.folder, "smallwins", "win", "-g", "run", "--milestone", "") == [
        "around-the-lake",
        "harbour",
    ]
    assert complete(tmp_path, site.folder, "smallwins", "review", "last-") == ["last-week", "last-month", "last-year"]
    assert complete(tmp_path, site.folder, "smallwins", "new", "review", "w") == ["week"]
    assert complete(tmp_path, site.folder, "smallwins", "schema", "s") == ["site", "setbacks"]
    assert complete(tmp_path, site.folder, "smallwins", "publish", "") == ["server", "netlify", "cloudflare", "gitlab"]
    assert complete(tmp_path, site.folder / "content", "smallwins", "done", "pu") == ["puzzle"]
    assert complete(tmp_path, ROOT, "smallwins", "-C", str(site.folder), "done", "pu") == ["puzzle"]


def test_a_terminal_without_unicode_shows_what_it_can(site: Site) -> None:
    """== goals/run.md
    ---
    title: Café “Zur Brücke” – 走
    status: paused
    ---
    == days/2026-02-15.md
    + One [[run]]
    """
    said = on_terminal("today", "--today", "2026-03-01", folder=site.folder, TERM="dumb", PYTHONIOENCODING="ascii")
    assert 'Cafe "Zur Brucke" - ?  1 stone - resting since' in said
    assert " -> " in on_terminal("build", folder=site.folder, PYTHONIOENCODING="latin-1")


def test_lists_stand_in_columns(site: Site) -> None:
    """== goals/run.md
    ---
    title: Run
    ---
    == goals/a-longer-name.md
    ---
    title: Another
    ---
    """
    rows = on_terminal("list", "goals", folder=site.folder, TERM="dumb").splitlines()
    assert [row.index(title) for row, title in zip(rows, ("Another", "Run"), strict=True)] == [15, 15]


def test_a_folder_in_the_journal_is_in_the_journal(site: Site) -> None:
    """As with git: the nearest folder above that has a site.yaml; or the one that is named, wherever -C stands.

    == goals/run.md
    == days/2026-02-15.md
    + One [[run]]
    """
    for folder, words in (
        (site.folder / "content/days", ["list", "wins"]),
        (site.folder, ["list", "wins"]),
        (ROOT, ["-C", str(site.folder), "list", "wins"]),
        (ROOT, ["-C", str(ROOT), "list", "-C", str(site.folder), "wins"]),
    ):
        assert "One" in on_terminal(*words, folder=folder)
    site.write("days/2026-02-16.md", "")
    assert on_terminal("win", "Two", "--date", "2026-02-16", "-q", folder=site.folder / "content/days") == ""
    assert (site.folder / "content/days/2026-02-16.md").read_text() == "+ Two\n"
    missing = on_terminal("list", folder=site.folder.parent, TERM="dumb")
    assert "site.yaml: error[site-missing]" in missing


def test_an_option_that_is_none_is_like_no_other() -> None:
    """The dashes are what all have in common."""
    assert "Did you mean" not in on_terminal("build", "--bogus")
    assert "Did you mean '--drafts'?" in on_terminal("build", "--draft").replace("'--draft'.", "")
