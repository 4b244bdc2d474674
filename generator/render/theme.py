"""A theme: where its files are, and what it offers. A site's own come first, then the theme's, then its parents'."""

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.base.convert import places, to_struct
from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.base.text import read_text
from generator.base.yaml_text import Node, read_yaml
from generator.config.load import NAME
from generator.config.schema import Site
from generator.pages import KINDS
from generator.pages.chrome import ThemeColor
from generator.words.catalogue import mistakes
from generator.words.words import locale_of

from .options import Chosen, Option, choose, unsound

API = 1
_PACKAGE = Path(__file__).parents[1]
# In the wheel themes lie inside the package, in a checkout beside it.
BUILT_IN = _PACKAGE / "themes" if (_PACKAGE / "themes").is_dir() else _PACKAGE.parent / "themes"


class ThemeFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """theme.yaml: what it may say. `theme_color` is what a browser may colour its own frame with; without one it is
    the parent's. `pages` names the kinds of pages that it draws ("day", "goal"); without it they are the parent's, and
    all where there is none."""

    name: str = ""
    parent: str | None = None
    api: str = ""
    theme_color: ThemeColor | None = None
    pages: tuple[str, ...] = ()
    options: dict[str, Option] = {}


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """A theme and its parents, as folders: the first that has a file gives it. `names` maps each theme of the chain
    to its own folder, so that a template can extend the one that it hides. `site` is the site's folder, whose own
    templates/ and styles/ come before all. `options` holds every option with what was chosen; `light` the colours of
    the tokens as they are in the light scheme; `pages` the kinds that it draws, none where it draws all."""

    name: str
    site: Path
    folders: tuple[Path, ...]
    names: Mapping[str, Path]
    palette: tuple[str, ...] = ()
    options: Mapping[str, Chosen] = {}
    offered: Mapping[str, Option] = {}
    theme_color: ThemeColor | None = None
    light: Mapping[str, str] = {}
    pages: tuple[str, ...] = ()

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders of templates, the site's own first."""
        return tuple(folder / "templates" for folder in (self.site, *self.folders))

    @property
    def catalogues(self) -> tuple[Path, ...]:
        """The folders of catalogues, the site's own first."""
        return tuple(folder / "locale" for folder in (self.site, *self.folders))

    @property
    def own(self) -> tuple[Path, ...]:
        """Everything that the site brings itself, and what is in the themes that it uses."""
        brought = tuple(self.site / name for name in ("templates", "styles", "scripts", "assets", "locale", "user.css"))
        return (*brought, *self.folders)

    def find(self, path: str) -> Path | None:
        """The file `path` ("styles/layers.css") of the site's own or of the first theme that has it."""
        return next((at / path for at in (self.site, *self.folders) if (at / path).is_file()), None)

    def text(self, path: str) -> str:
        """What stands in a style of the theme, "" where there is none."""
        at = self.find(path)
        return text_of(at) if at else ""

    def place(self, file: Path) -> str:
        """How a file of the theme is called in a problem: from the site's folder, or from the theme's name on."""
        for root, name in ((self.site, ""), *((folder, f"{name}/") for name, folder in self.names.items())):
            if file.is_relative_to(root):
                return name + file.relative_to(root).as_posix()
        return file.as_posix()


def text_of(path: Path) -> str:
    """A style's or a script's text; a stray byte in it is read as browsers read it."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return text if text.endswith("\n") else text + "\n"


def theme_assets(theme: Theme) -> dict[str, Path]:
    """The files that a theme brings along as they are: its assets/ and its parents', by their path below assets/."""
    found: dict[str, Path] = {}
    for folder in reversed(theme.folders):
        root = folder / "assets"
        found |= {at.relative_to(root).as_posix(): at for at in sorted(root.rglob("*")) if at.is_file()}
    return found


def load_theme(folder: Path, site: Site) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The theme that a site chose, of its own themes/ or of ours, with its parents; or None and what is wrong."""
    names: dict[str, Path] = {}
    files: list[ThemeFile] = []
    defaults: dict[str, Origin] = {}
    wanted, origin = site.theme_name, Origin(NAME)
    while wanted:
        at = _folder(folder, wanted)
        if at is None:
            return None, (_unknown(folder, wanted, origin),)
        if wanted in names:
            message = f"the theme {wanted} is its own parent"
            return None, (Problem("theme-circle", origin, message, "give your theme a name of its own"),)
        names[wanted] = at
        written, where, problems = _read(folder, at)
        if written is None:
            return None, problems
        files.append(written)
        defaults = {name: where[f"options.{name}"] for name in written.options} | defaults
        wanted = written.parent if written.parent not in (None, "null") else ""
        origin = where.get("parent", origin)
    offered = {name: option for file in reversed(files) for name, option in file.options.items()}
    theme = Theme(
        name=site.theme_name,
        site=folder,
        folders=tuple(names.values()),
        names=names,
        offered=offered,
        theme_color=next((file.theme_color for file in files if file.theme_color), None),
        pages=next((file.pages for file in files if file.pages), ()),
    )
    css = theme.text("styles/tokens.css")
    palette = tuple(dict.fromkeys(re.findall(r"--([a-z]+)-soft\s*:", css)))
    options, problems = choose(theme.name, offered, palette, site.theme_options)
    problems += mistakes(locale_of(site.language), theme.catalogues, folder)
    problems += tuple(wrong for name in offered for wrong in unsound(name, offered[name], palette, defaults[name]))
    if problems:
        return None, problems
    chosen = "".join(theme.text(f"styles/options/{name}-{value}.css") for name, value in options.items())
    light = dict(re.findall(r"--([\w-]+)\s*:\s*light-dark\(\s*(#[0-9a-fA-F]{6})", css + chosen))
    return msgspec.structs.replace(theme, palette=palette, options=options, light=light), ()


def _folder(site: Path, name: str) -> Path | None:
    """The folder of the theme `name`: the site's own before ours."""
    if not re.fullmatch(r"[\w-]+", name):  # a name, and no path that leads elsewhere
        return None
    return next((at for at in (site / "themes" / name, BUILT_IN / name) if (at / "theme.yaml").is_file()), None)


def _read(site: Path, folder: Path) -> tuple[ThemeFile | None, dict[str, Origin], tuple[Problem, ...]]:
    """A theme.yaml, and where each word of it stands."""
    file = folder / "theme.yaml"
    path = file.relative_to(site).as_posix() if file.is_relative_to(site) else f"{folder.name}/theme.yaml"
    text, problems = read_text(file.read_bytes(), path)
    tree, said = read_yaml(text, path) if text is not None else (None, ())
    tree = tree if tree is not None and tree.kind == "mapping" else Node("mapping", Origin(path, 1, 1), 0)
    where = places(tree)
    written, wrong = to_struct(ThemeFile, tree, strict=True)
    problems = problems or said or wrong
    if not problems and written is not None and written.api != str(API):
        message = f"the theme speaks api {written.api}" if written.api else "the theme does not say its api"
        hint = f"this smallwins speaks api {API}: write `api: {API}`"
        problems = (Problem("theme-api", where.get("api", Origin(path, 1, 1)), message, hint),)
    elif not problems and written is not None:
        problems = tuple(
            _no_kind(name, where[f"pages.{at}"]) for at, name in enumerate(written.pages) if name not in KINDS
        )
    return (None if problems else written), where, problems


def _no_kind(name: str, origin: Origin) -> Problem:
    hint = did_you_mean(name, KINDS) or f"there are: {', '.join(KINDS)}"
    return Problem("kind-unknown", origin, f"there is no kind of page {name!r}", hint)


def _unknown(site: Path, name: str, origin: Origin) -> Problem:
    known = {at.parent.name for root in (site / "themes", BUILT_IN) for at in root.glob("*/theme.yaml")}
    hint = did_you_mean(name, known) or f"there are: {', '.join(sorted(known))}"
    return Problem("theme-unknown", origin, f"there is no theme {name!r}", hint)
