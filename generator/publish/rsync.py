"""A folder of another machine, by rsync over ssh."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from generator.write.manifest import MANIFEST

from .target import PublishError


class Rsync:
    """`to` is as rsync writes it: "ada@example.org:/srv/www/stones/". Only what was published from here is removed."""

    def __init__(self, to: str, port: int | None = None) -> None:
        self._to = to.rstrip("/") + "/"
        self._shell = ["-e", f"ssh -p {port}"] if port else []
        self.name = to

    def read(self, path: str) -> bytes | None:
        with tempfile.TemporaryDirectory(prefix="smallwins-") as folder:
            name = PurePosixPath(path).name
            # 23 is "partial transfer": there is no such file yet, or no such folder.
            done = self._run([f"{self._to}{path}", f"{folder}/"], fine=(0, 23))
            return (Path(folder) / name).read_bytes() if done == 0 else None

    def publish(self, site: Path, files: Sequence[str], before: Sequence[str], message: str) -> str:
        named = {MANIFEST, *files, *before}
        folders = {f"{parent}/" for path in named for parent in PurePosixPath(path).parents if str(parent) != "."}
        with tempfile.NamedTemporaryFile("w", prefix="smallwins-", suffix=".txt") as rules:
            rules.writelines(f"/{_literal(path)}\n" for path in sorted(folders | named))
            rules.flush()
            # What no rule names is neither sent nor removed.
            which = ["--include-from", rules.name, "--exclude", "*", "--delete", "--prune-empty-dirs"]
            self._run(["--recursive", "--times", "--compress", "--checksum", *which, f"{site}/", self._to])
        return f"{len(files)} files stand at {self.name}"

    def _run(self, arguments: list[str], fine: tuple[int, ...] = (0,)) -> int:
        try:
            done = subprocess.run(
                ["rsync", *self._shell, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
            )
        except FileNotFoundError as error:
            raise PublishError("there is no rsync on this machine", "install it, or publish to a folder") from error
        if done.returncode not in fine:
            said = done.stderr.strip().splitlines()
            raise PublishError(
                f"rsync: {said[0] if said else done.returncode}", "try `ssh` to that machine by hand first"
            )
        return done.returncode


def _literal(path: str) -> str:
    """A path as a rule that means nothing else."""
    return re.sub(r"([\\*?\[])", r"\\\1", path) if re.search(r"[*?\[]", path) else path
