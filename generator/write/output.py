"""Whether a folder may be written to at all."""

import os
from pathlib import Path

from generator.base.origin import Origin
from generator.base.problem import Problem

from .manifest import MANIFEST

STAGING = ".smallwins-staging"
"""Where files wait within an output folder: one that was left is no stranger's."""
PREVIEWS = {
    "whole": ".smallwins/preview",
    "public": ".smallwins/preview-public",
    "gallery": ".smallwins/gallery",
}
"""Where in a journal's folder its previews are."""


def refuse(site: Path, output: Path) -> Problem | None:
    """Why `output` is no place for the site of the journal in `site`; None when it may be written.

    It must not be or hold the journal, its content or themes, the home folder or the root, and must not be a link or
    hold files without a manifest of ours, which would be a stranger's.
    """

    def problem(message: str, hint: str) -> Problem:
        return Problem("output-refused", Origin(str(output)), message, hint)

    elsewhere = "name another folder with -o, such as -o public"
    if output.is_symlink():
        return problem("the output folder is a link", "name the folder that it leads to")
    real, home = os.path.realpath(output), os.path.realpath(Path.home())
    here = os.path.realpath(site)
    if _within(here, real):
        return problem("the output folder holds the journal itself", elsewhere)
    if _within(home, real):
        return problem("the output folder holds your home folder", elsewhere)
    previews = [os.path.realpath(site / preview) for preview in PREVIEWS.values()]
    for own in ("content", "themes", "templates", ".git", ".smallwins"):
        if _within(real, os.path.realpath(site / own)) and real not in previews:
            return problem(f"the output folder lies in {own}/", elsewhere)
    if output.exists() and not output.is_dir():
        return problem("there is a file of that name", elsewhere)
    if (
        output.is_dir()
        and not (output / MANIFEST).is_file()
        and any(not left.name.startswith(STAGING) for left in output.iterdir())
    ):
        return problem("the folder has files in it that no build wrote", "empty it, or name another with -o")
    return None


def _within(path: str, folder: str) -> bool:
    """Whether `path` is `folder` or lies below it; both are real paths."""
    try:
        return os.path.commonpath((path, folder)) == folder
    except ValueError:  # on different drives
        return False
