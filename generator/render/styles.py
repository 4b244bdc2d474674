"""A theme's styles as one file."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean

from .colours import shades
from .theme import Theme, text_of
from .theme_error import ThemeError

ENTRY = "layers.css"
_IMPORT = re.compile(r'^@import url\("([^"]+)"\) layer\(([\w-]+)\);\n?', re.MULTILINE)


def bundle(theme: Theme) -> str:
    """styles/layers.css with each file that it imports in its layer, the first of that name that the site or a theme
    has; then what was chosen as options; last, in the layer `user`, the styles that nobody imports: the parents', the
    theme's, the site's styles/, its user.css. Raises ThemeError for an import of nothing."""
    entry = theme.find(f"styles/{ENTRY}")
    css = text_of(entry) if entry else ""
    for missing in (found for found in _IMPORT.finditer(css) if _imported(theme, found[1]) is None):
        assert entry is not None
        raise _no_style(theme, entry, css, missing)

    def inline(found: re.Match[str]) -> str:
        path = _imported(theme, found[1])
        return _layer(found[2], text_of(path)) if path else ""

    names = {found[1] for found in _IMPORT.finditer(css)} | {ENTRY}
    own = "".join(text_of(path) for path in _own_styles(theme, names))
    return _IMPORT.sub(inline, css) + _options(theme) + (_layer("user", own) if own else "")


def _layer(name: str, css: str) -> str:
    return f"@layer {name} {{\n{css}}}\n"


def _imported(theme: Theme, name: str) -> Path | None:
    return theme.find(str(PurePosixPath("styles") / name))


def _own_styles(theme: Theme, imported: set[str]) -> Iterator[Path]:
    """The styles that stand on their own, those of the site last."""
    for root in reversed((theme.site, *theme.folders)):
        folder = root / "styles"
        for at in sorted(folder.rglob("*.css")):
            name = at.relative_to(folder)
            if name.as_posix() not in imported and name.parts[0] not in ("options", "gallery.css"):
                yield at
    if (theme.site / "user.css").is_file():
        yield theme.site / "user.css"


def _no_style(theme: Theme, entry: Path, css: str, found: re.Match[str]) -> ThemeError:
    line = css[: found.start()].count("\n") + 1
    folders = [at / "styles" for at in (theme.site, *theme.folders)]
    known = {at.relative_to(folder).as_posix() for folder in folders for at in folder.rglob("*.css")} - {ENTRY}
    hint = did_you_mean(found[1], known) or f"add styles/{found[1]}, or take the line out"
    return ThemeError(Problem("style-missing", Origin(theme.place(entry), line, 1), f"there is no {found[1]!r}", hint))


def _options(theme: Theme) -> str:
    """What was chosen, in the layer of the tokens. An option `density` with the choice `snug` brings
    styles/options/density-snug.css, where there is one. A colour becomes custom properties: `accent` gives `--accent`,
    for words `--accent-ink`, for the ground under them `--accent-soft`."""
    css = ""
    for name, chosen in theme.options.items():
        if not chosen or not isinstance(chosen, str):
            continue
        if theme.offered[name].kind == "colour":
            own, ink, soft = shades(chosen)
            css += f":root {{\n  --{name}: {own};\n  --{name}-ink: {ink};\n  --{name}-soft: {soft};\n}}\n"
        elif theme.offered[name].kind == "choice":
            css += theme.text(f"styles/options/{name}-{chosen}.css")
    return _layer("tokens", css) if css else ""
