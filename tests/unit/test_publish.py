"""`smallwins publish`: a person publishes, edits, and publishes again."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import publish as command
from generator.cli.main import smallwins
from tests.conftest import Site

JOURNAL = """
    == site.yaml
    base_url: https://example.org/
    publish: {pages: {branch: gh-pages}}
    == goals/run.md
    ---
    title: Run a marathon
    ---
    == goals/quit.md
    ---
    title: Leave the Harbour Office
    visibility: private
    ---
    == days/2026-02-15.md
    + Ran 5 km [[run]]
    + Asked the union for papers [[quit]]
    """


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as on a machine where nobody has set it up."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def remote(site: Site) -> Path:
    """A bare repository, which the journal's own calls origin."""
    bare = site.folder.parent / f"{site.folder.name}.git"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    git(site.folder, "init", "-q", "-b", "main")
    git(site.folder, "remote", "add", "origin", str(bare))
    return bare


def publish(site: Site, *more: str, status: int = 0, answer: str | None = None) -> str:
    """What is said."""
    done = CliRunner().invoke(
        smallwins,
        ["publish", "-C", str(site.folder), "--today", "2026-03-01", *more],
        input=answer,
        catch_exceptions=False,
    )
    assert done.exit_code == status, done.output
    return done.output


def files(bare: Path, branch: str = "gh-pages") -> list[str]:
    return git(bare, "ls-tree", "-r", "--name-only", branch).splitlines()


def shown(bare: Path, path: str, branch: str = "gh-pages") -> str:
    return git(bare, "show", f"{branch}:{path}")


def test_publish_edit_publish(site: Site, remote: Path) -> None:
    said = publish(site, "--yes")
    assert "Public for the first time:\n  goal     Run a marathon\n  win      2026-02-15  Ran 5 km\n" in said
    assert "Leave" not in said
    assert "union" not in said
    assert "index.html" in files(remote)
    site.write("days/2026-02-16.md", "+ Ran 6 km [[run]]\n")
    said = publish(site, "--yes")
    assert "Newly public:\n  win      2026-02-16  Ran 6 km\n" in said
    assert "Ran 5 km" not in said
    (site.folder / "content/days/2026-02-15.md").unlink()
    said = publish(site, "--yes", "-m", "Without the fifteenth")
    assert "No longer public:\n  win      2026-02-15  Ran 5 km\n" in said
    assert "2026/02/15/index.html" not in files(remote)
    assert git(remote, "log", "--format=%s", "gh-pages").splitlines() == [
        "Without the fifteenth",
        "Publish 2026-03-01",
        "Publish 2026-03-01",
    ]
    assert git(remote, "branch", "--format=%(refname:short)").splitlines() == ["gh-pages"]
    assert publish(site, "--yes").startswith("Nothing has changed since the last publication")
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"
    assert "Ran 6 km" in shown(remote, "2026/02/16/index.html")
    # The journal's own repository is as it was: no branch, nothing staged.
    assert git(site.folder, "branch", "--format=%(refname:short)") == ""
    assert git(site.folder, "diff", "--cached", "--name-only") == ""


def test_what_others_put_into_the_branch_stays(site: Site, remote: Path, tmp_path: Path) -> None:
    publish(site, "--yes")
    work = tmp_path / "work"
    git(tmp_path, "clone", "-q", "-b", "gh-pages", str(remote), str(work))
    (work / "CNAME").write_text("stones.example\n")
    (work / "old").mkdir()
    (work / "old/page.html").write_text("<p>From before</p>\n")
    git(work, "add", "-A")
    git(work, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "A name")
    git(work, "push", "-q")
    site.write("days/2026-02-16.md", "+ Ran 6 km [[run]]\n")
    publish(site, "--yes")
    assert {"CNAME", "old/page.html", "2026/02/16/index.html"} <= set(files(remote))
    assert git(remote, "log", "--format=%s", "gh-pages").splitlines()[1] == "A name"


def test_nothing_of_a_stranger_is_overwritten(site: Site, remote: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    git(tmp_path, "clone", "-q", str(remote), str(work))
    (work / "index.html").write_text("<p>Another site</p>\n")
    git(work, "checkout", "-q", "-b", "gh-pages")
    git(work, "add", "-A")
    git(work, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "Another site")
    git(work, "push", "-q", "origin", "gh-pages")
    assert "index.html is in the branch gh-pages of origin, and was not published from here" in publish(
        site, "--yes", status=2
    )
    (work / "index.html").rename(work / "site.yaml")
    git(work, "add", "-A")
    git(work, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "A journal")
    git(work, "push", "-q", "origin", "gh-pages")
    assert "holds a journal" in publish(site, "--yes", status=2)
    assert git(remote, "log", "-1", "--format=%s", "gh-pages") == "A journal"


def test_without_history_a_branch_has_one_commit(site: Site, remote: Path) -> None:
    site.write("site.yaml", "publish: {pages: {branch: gh-pages, history: no}}\n")
    publish(site, "--yes")
    site.write("goals/run.md", "---\ntitle: Run a marathon\nvisibility: private\n---\n")
    publish(site, "--yes")
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"
    assert not [path for path in files(remote) if "run" in path]


def test_a_journal_that_is_no_repository_publishes_to_an_address(site: Site, tmp_path: Path) -> None:
    bare = tmp_path / "elsewhere.git"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    site.write("site.yaml", f"publish: {{pages: {{branch: www, remote: '{bare}'}}}}\n")
    publish(site, "--yes")
    site.write("days/2026-02-16.md", "+ Ran 6 km\n")
    publish(site, "--yes")
    assert git(bare, "rev-list", "--count", "www") == "2"


def test_it_asks(site: Site, remote: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Nobody is here to ask" in publish(site, status=2)
    monkeypatch.setattr(command, "_is_terminal", lambda: True)
    said = publish(site, answer="n\n")
    assert "Publish to the branch gh-pages of origin? [y/N]: n\nNothing was published." in said
    assert git(remote, "branch") == ""
    publish(site, answer="y\n")
    assert "index.html" in files(remote)


def test_a_dry_run_shows_and_does_nothing(site: Site, remote: Path) -> None:
    assert "goal     Run a marathon" in publish(site, "--dry-run")
    assert git(remote, "branch") == ""


def test_an_error_stops_it(site: Site, remote: Path) -> None:
    site.write("days/2026-02-16.md", "+ Ran 6 km [[nobody]]\n")
    said = publish(site, "--yes", status=1)
    assert "[mention-unknown]" in said
    assert "1 error, said above. Nothing was published." in said
    assert git(remote, "branch") == ""


def test_a_warning_stops_it_only_when_asked_to(site: Site, remote: Path) -> None:
    site.write("goals/run.md", "---\ntitle: Run a marathon\ncolor: red\n---\n")
    publish(site, "--yes", "--strict", status=1)
    assert git(remote, "branch") == ""
    publish(site, "--yes")


def test_a_secret_stops_it(site: Site, remote: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.own_text", lambda theme: "")
    site.write("pages/about.md", "Hello.\n")
    site.write("templates/pages/free_page.html", "<p>Leave the Harbour Office</p>\n")
    assert "[secret-found]" in publish(site, "--yes", status=1)
    assert git(remote, "branch") == ""


def test_a_preview_is_never_published(site: Site, remote: Path) -> None:
    """What stands in public/ from a build with drafts is built anew."""
    site.write("wins/2026-02-17-not-yet.md", "---\ntitle: Not yet there\ndraft: yes\n---\n")
    site.build(drafts=True)
    assert "2026/02/17/not-yet/index.html" in site.files()
    publish(site, "--yes")
    assert not [path for path in files(remote) if "not-yet" in path]


def test_a_folder(site: Site, tmp_path: Path) -> None:
    www = tmp_path / "www"
    site.write("site.yaml", "publish: {here: {folder: www}}\n")
    publish(site, "--yes")
    (www / "notes.txt").write_text("mine")
    site.write("days/2026-02-16.md", "+ Ran 6 km\n")
    assert "  win      2026-02-16  Ran 6 km\n" in publish(site, "--yes")
    assert (www / "2026/02/16/index.html").is_file()
    (site.folder / "content/days/2026-02-16.md").unlink()
    publish(site, "--yes")
    assert not (www / "2026/02/16").exists()
    assert (www / "notes.txt").read_text() == "mine"


def test_a_folder_that_is_a_strangers(site: Site, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("another site")
    site.write("site.yaml", "publish: {here: {folder: www}}\n")
    assert "no build wrote" in publish(site, "--yes", status=2)
    site.write("site.yaml", "publish: {here: {folder: content}}\n")
    assert "lies in content/" in publish(site, "--yes", status=2)


@pytest.mark.skipif(not shutil.which("rsync"), reason="there is no rsync here")
def test_rsync(site: Site, tmp_path: Path) -> None:
    """To a folder of this machine: ssh is rsync's own affair."""
    there = tmp_path / "srv [1]"
    there.mkdir()
    (there / "keep.txt").write_text("a stranger's")
    site.write("site.yaml", f"publish: {{server: {{rsync: '{there}'}}}}\n")
    site.write("days/2026-02-16.md", "+ Ran 6 km\n")
    publish(site, "--yes")
    assert (there / "2026/02/16/index.html").is_file()
    assert (there / ".nojekyll").is_file()
    (site.folder / "content/days/2026-02-16.md").unlink()
    assert "No longer public:\n  win      2026-02-16  Ran 6 km\n" in publish(site, "--yes")
    assert not (there / "2026/02/16").exists()
    assert (there / "2026/02/15/index.html").is_file()
    assert (there / "keep.txt").read_text() == "a stranger's"


def test_no_target_and_no_such_target(site: Site) -> None:
    site.write("site.yaml", "title: Stones\n")
    assert "pages: {branch: gh-pages}" in publish(site, status=2)
    assert "`netlify`" in publish(site, "netlfy", status=2)
    site.write("site.yaml", "publish: {a: {folder: x}, b: {folder: y}}\n")
    assert "There are several targets; name one of a, b." in publish(site, status=2)


@pytest.mark.parametrize(("host", "line"), [("netlify", 'publish = "public"'), ("gitlab", "paths: [public]"),
                                            ("cloudflare", "Build output directory:  public")])  # fmt: skip
def test_hosts_that_build_it_themselves(site: Site, host: str, line: str) -> None:
    assert line in publish(site, host)


def test_a_remote_that_is_not_there(site: Site) -> None:
    said = publish(site, "--yes", status=2)
    assert "smallwins: git ls-remote: fatal: 'origin' does not appear to be a git repository" in said
    assert "hint: name a remote" in said


for name, one in list(globals().items()):
    if name.startswith("test_"):
        one.__doc__ = JOURNAL
