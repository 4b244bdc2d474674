"""A theme: where its files are. A site's own come first, then the theme's, then its parents'."""

import re
from pathlib import Path

import msgspec

from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.base.yaml_text import read_yaml
from generator.config.load import NAME

API = 1
_PACKAGE = Path(__file__).parents[1]
# In the wheel themes lie inside the package, in a checkout beside it.
BUILT_IN = _PACKAGE / "themes" if (_PACKAGE / "themes").is_dir() else _PACKAGE.parent / "themes"


class Theme(msgspec.Struct, frozen=True):
    """A theme and its parents, as folders: the first that has a file gives it. `names` maps each theme of the chain
    to its own folder, so that a template can extend the one that it hides. `overrides` is the site's own templates/."""

    name: str
    folders: tuple[Path, ...]
    names: dict[str, Path]
    overrides: Path
    palette: tuple[str, ...]

    def find(self, path: str) -> Path | None:
        """The file `path` ("styles/layers.css") of the first theme that has it."""
        return next((folder / path for folder in self.folders if (folder / path).is_file()), None)


def theme_assets(theme: Theme) -> dict[str, Path]:
    """The files that a theme brings along as they are: its assets/ and its parents', by their path below assets/."""
    found: dict[str, Path] = {}
    for folder in reversed(theme.folders):
        root = folder / "assets"
        found |= {at.relative_to(root).as_posix(): at for at in sorted(root.rglob("*")) if at.is_file()}
    return found


def load_theme(site: Path, name: str) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The theme `name` of a site's own themes/ or of ours, with its parents."""
    folders: list[Path] = []
    names: dict[str, Path] = {}
    wanted: str | None = name
    while wanted and wanted not in names:
        folder = next(
            (at for at in (site / "themes" / wanted, BUILT_IN / wanted) if (at / "theme.yaml").is_file()), None
        )
        if folder is None:
            return None, (_unknown(site, wanted),)
        folders.append(folder)
        names[wanted] = folder
        wanted, problems = _parent(folder)
        if problems:
            return None, problems
    tokens = next((at / "styles/tokens.css" for at in folders if (at / "styles/tokens.css").is_file()), None)
    palette = tuple(re.findall(r"--([a-z]+)-soft\s*:", tokens.read_text("utf-8"))) if tokens else ()
    return Theme(name, tuple(folders), names, site / "templates", palette), ()


def _parent(folder: Path) -> tuple[str | None, tuple[Problem, ...]]:
    path = f"{folder.name}/theme.yaml"
    tree, problems = read_yaml((folder / "theme.yaml").read_text("utf-8"), path)
    written = tree.value() if tree is not None and tree.kind == "mapping" else {}
    if not problems and written.get("api") != str(API):
        hint = f"this smallwins speaks api {API}"
        problems = (Problem("theme-api", Origin(path), f"the theme speaks api {written.get('api')}", hint),)
    parent = written.get("parent")
    return (parent if parent not in (None, "null") else None), problems


def _unknown(site: Path, name: str) -> Problem:
    known = {at.parent.name for root in (site / "themes", BUILT_IN) for at in root.glob("*/theme.yaml")}
    hint = did_you_mean(name, known) or f"there are: {', '.join(sorted(known))}"
    return Problem("theme-unknown", Origin(NAME), f"there is no theme {name!r}", hint)
