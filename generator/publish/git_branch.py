"""A branch of a git repository, as GitHub Pages, Codeberg Pages and their like publish.

A commit is made of the branch as it stands at the remote: what was published before goes, what is published now comes,
and whatever else is there (a CNAME, a README) stays. No working tree and no local branch is touched.
"""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.write.manifest import MANIFEST

from .target import PublishError


class GitBranch:
    """`remote` is a name that the journal's repository knows, or an address; without `history` the branch has one
    commit, and every publication takes the place of the last."""

    def __init__(self, journal: Path, remote: str, branch: str, history: bool) -> None:
        self._journal, self._remote, self._branch, self._history = journal, remote, branch, history
        self._tip: str | None = None
        self._ready = False
        self.name = f"the branch {branch} of {remote}"

    def read(self, path: str) -> bytes | None:
        self._look()
        if self._tip is None:
            return None
        done = self._run("cat-file", "blob", f"{self._tip}:{path}", check=False)
        return done.stdout if done.returncode == 0 else None

    def publish(self, site: Path, files: Sequence[str], before: Sequence[str], message: str) -> str:
        self._look()
        with tempfile.TemporaryDirectory(prefix="smallwins-") as folder:
            tree = self._tree({"GIT_INDEX_FILE": str(Path(folder) / "index")}, site, files, before)
        if self._tip and self._history and tree == self._said("rev-parse", f"{self._tip}^{{tree}}"):
            return f"{self.name} is the same already"
        parent = ["-p", self._tip] if self._tip and self._history else []
        commit = self._said("commit-tree", tree, *parent, "-m", message, env=self._identity())
        lease = f"--force-with-lease=refs/heads/{self._branch}:{self._tip or ''}"
        self._run("push", "--quiet", lease, self._remote, f"{commit}:refs/heads/{self._branch}")
        return f"{self.name} is at {commit[:10]} now"

    def _look(self) -> None:
        """Ask the remote where the branch stands, once."""
        if self._ready:
            return
        if self._run("check-ref-format", "--branch", self._branch, check=False).returncode:
            raise PublishError(f"{self._branch!r} is no name of a branch")
        listed = self._said("ls-remote", "--heads", self._remote, f"refs/heads/{self._branch}")
        if listed:
            self._tip = listed.split()[0]
            self._run("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", self._remote, self._tip)
        self._ready = True

    def _tree(self, index: dict[str, str], site: Path, files: Sequence[str], before: Sequence[str]) -> str:
        """The branch's tree with `files` in the place of what was published before."""
        ours = {*before, MANIFEST}
        if self._tip:
            there = set(self._said("ls-tree", "-r", "-z", "--name-only", self._tip).split("\0")) - {""}
            if "site.yaml" in there and "site.yaml" not in ours:
                raise PublishError(f"{self.name} holds a journal", "publish to a branch of its own, such as gh-pages")
            if foreign := sorted((there & {*files, MANIFEST}) - ours):
                message = f"{foreign[0]} is in {self.name}, and was not published from here"
                raise PublishError(message, "remove it there, or publish to another branch")
            self._run("read-tree", self._tip, env=index)
            gone = "".join(f"0 {'0' * 40}\t{path}\0" for path in sorted(ours & there))
            self._run("update-index", "-z", "--index-info", env=index, given=gone.encode())
        listed = [*files, MANIFEST]
        paths = "".join(f"{(site / path).absolute()}\n" for path in listed)
        if paths.count("\n") != len(listed):
            raise PublishError("a file's name has a line end in it", "rename it")
        hashes = self._said("hash-object", "-w", "--no-filters", "--stdin-paths", given=paths.encode()).split()
        come = "".join(f"100644 {sum_}\t{path}\0" for sum_, path in zip(hashes, listed, strict=True))
        self._run("update-index", "-z", "--index-info", env=index, given=come.encode())
        return self._said("write-tree", env=index)

    def _identity(self) -> dict[str, str]:
        """Who commits: whoever git knows; else the program."""
        known = self._run("config", "user.email", check=False).returncode == 0 or "GIT_AUTHOR_EMAIL" in os.environ
        names = ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL")
        return {} if known else dict.fromkeys(names[0], "smallwins") | dict.fromkeys(names[1], "smallwins@localhost")

    def _repository(self) -> Path:
        """The journal's repository; one of our own in .smallwins/ where it has none."""
        done = subprocess.run(
            ["git", "-C", str(self._journal), "rev-parse", "--absolute-git-dir"], capture_output=True, check=False
        )
        if done.returncode == 0:
            return Path(os.fsdecode(done.stdout).strip())
        own = self._journal / ".smallwins/publish.git"
        if not own.is_dir():
            subprocess.run(["git", "init", "--quiet", "--bare", str(own)], capture_output=True, check=True)
        return own

    def _said(self, *command: str, env: dict[str, str] | None = None, given: bytes = b"") -> str:
        return os.fsdecode(self._run(*command, env=env, given=given).stdout).strip("\n")

    def _run(
        self, *command: str, env: dict[str, str] | None = None, given: bytes = b"", check: bool = True
    ) -> "subprocess.CompletedProcess[bytes]":
        """git, in the journal's repository. It may ask for a password where somebody can answer."""
        try:
            done = subprocess.run(
                ["git", "--git-dir", str(self._repository()), *command],
                cwd=self._journal,
                env=os.environ | {"GIT_TERMINAL_PROMPT": "1" if os.isatty(0) else "0"} | (env or {}),
                input=given,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError as error:
            raise PublishError("there is no git on this machine", "install it from https://git-scm.com") from error
        if check and done.returncode:
            said = os.fsdecode(done.stderr).strip() or "it failed"
            first = next((line for line in said.splitlines() if line.startswith(("fatal", "error", " !"))), said)
            raise PublishError(f"git {command[0]}: {first.strip()}", _hint(said))
        return done


def _hint(said: str) -> str:
    if "stale info" in said or "fetch first" in said or "rejected" in said:
        return "somebody else published meanwhile; look at it, and publish again"
    if "does not appear to be a git repository" in said or "No such remote" in said:
        return "name a remote that `git remote -v` lists, or an address, as `remote` in site.yaml"
    return ""
