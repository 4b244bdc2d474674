"""The site, brought to where readers find it. A new kind of target is a module and a line in `target_of`."""

from pathlib import Path

from generator.config.schema import Destination

from .folder import Folder
from .git_branch import GitBranch
from .rsync import Rsync
from .target import Target


def target_of(destination: Destination, journal: Path) -> Target:
    """The target that site.yaml describes; paths in it are relative to the journal's folder."""
    if destination.branch:
        return GitBranch(journal, destination.remote, destination.branch, bool(destination.history))
    if destination.rsync:
        return Rsync(destination.rsync, destination.port)
    return Folder(journal, (journal / Path(destination.folder).expanduser()).resolve())
