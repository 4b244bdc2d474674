"""A folder on this machine, or one that is mounted here: what a web server hands out, a folder that is synchronized."""

from collections.abc import Sequence
from pathlib import Path

from generator.render.artifact import Artifact
from generator.write.output import refuse
from generator.write.site import write_site

from .target import PublishError


class Folder:
    """Each file is replaced as a whole, and only where it is another; a stranger's file is never touched."""

    def __init__(self, journal: Path, folder: Path) -> None:
        self._journal, self._folder = journal, folder
        self.name = f"the folder {folder}"

    def read(self, path: str) -> bytes | None:
        try:
            return (self._folder / path).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise PublishError(f"{self._folder / path} can't be read: {error.strerror}") from error

    def publish(self, site: Path, files: Sequence[str], before: Sequence[str], message: str) -> str:
        if problem := refuse(self._journal, self._folder):
            raise PublishError(f"{self._folder}: {problem.message}", "name another folder in site.yaml")
        done = write_site(self._folder, [Artifact(path, source=site / path) for path in files])
        if errors := [problem for problem in done.problems if problem.is_error]:
            raise PublishError(errors[0].message, errors[0].hint)
        return f"{done.written} files written and {done.removed} removed in {self._folder}"
