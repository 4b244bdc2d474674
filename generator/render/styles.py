"""A theme's styles as one file, and the values' colours as another."""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path, PurePosixPath

from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean
from generator.journal.records import Value

from .options import HEX
from .theme import Theme
from .theme_error import ThemeError

ENTRY = "layers.css"
_IMPORT = re.compile(r'^@import url\("([^"]+)"\) layer\(([\w-]+)\);\n?', re.MULTILINE)


def bundle(theme: Theme) -> str:
    """styles/layers.css with each file that it imports in its layer, the first of that name that the site or a theme
    has; then what was chosen as options; last, in the layer `user`, the styles that nobody imports: the parents', the
    theme's, the site's styles/, its user.css. Raises ThemeError for an import of nothing."""
    entry = theme.find(f"styles/{ENTRY}")
    css = _read(entry) if entry else ""
    for missing in (found for found in _IMPORT.finditer(css) if _imported(theme, found[1]) is None):
        assert entry is not None
        raise _no_style(theme, entry, css, missing)

    def inline(found: re.Match[str]) -> str:
        path = _imported(theme, found[1])
        return _layer(found[2], _read(path)) if path else ""

    names = {found[1] for found in _IMPORT.finditer(css)} | {ENTRY}
    own = "".join(_read(path) for path in _own(theme, names))
    return _IMPORT.sub(inline, css) + _options(theme) + (_layer("user", own) if own else "")


def _layer(name: str, css: str) -> str:
    return f"@layer {name} {{\n{css}}}\n"


def _imported(theme: Theme, name: str) -> Path | None:
    return theme.find(str(PurePosixPath("styles") / name))


def _own(theme: Theme, imported: set[str]) -> Iterator[Path]:
    """The styles that stand on their own, those of the site last."""
    for root in reversed((theme.site, *theme.folders)):
        folder = root / "styles"
        for at in sorted(folder.rglob("*.css")):
            name = at.relative_to(folder)
            if name.as_posix() not in imported and name.parts[0] != "options":
                yield at
    if (theme.site / "user.css").is_file():
        yield theme.site / "user.css"


def _read(path: Path) -> str:
    """A style's text; a stray byte is read as browsers read it."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return text if text.endswith("\n") else text + "\n"


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
        elif theme.offered[name].kind == "choice" and (at := theme.find(f"styles/options/{name}-{chosen}.css")):
            css += _read(at)
    return _layer("tokens", css) if css else ""


def value_colours(values: Iterable[Value], palette: tuple[str, ...]) -> str:
    """One class a value: the palette's name that it chose, else the next that no other value chose."""
    listed = tuple(values)
    chosen = {value.colour for value in listed}
    free = cycle([name for name in palette if name not in chosen] or palette or ("ink",))
    return "".join(_rule(value, palette, free) for value in listed)


def _rule(value: Value, palette: tuple[str, ...], free: Iterator[str]) -> str:
    known = value.colour and (value.colour in palette or HEX.fullmatch(value.colour.strip()))
    own, ink, soft = shades(value.colour if known and value.colour else next(free))
    return f".v-{value.id} {{ --value: {own}; --value-ink: {ink}; --value-soft: {soft}; }}\n"


def shades(colour: str) -> tuple[str, str, str]:
    """A colour, its ink and its soft ground in CSS: a palette's name as it stands in the tokens. `#rrggbb` gives only
    its hue; each scheme has its own lightness, so that every colour can be read."""
    hue = hue_of(colour)
    if hue is None:
        return f"var(--{colour})", f"var(--{colour}-ink)", f"var(--{colour}-soft)"
    own, ink, soft = (
        f"light-dark(oklch({light} {chroma} {hue}), oklch({dark} {chroma} {hue}))"
        for light, dark, chroma in ((0.5, 0.63, 0.09), (0.47, 0.8, 0.08), (0.92, 0.3, 0.03))
    )
    return own, ink, soft


def hue_of(colour: str) -> int | None:
    """The hue of `#rrggbb` in degrees of OKLCH (Ottosson, "A perceptual color space for image processing", 2020);
    None for what is no such colour. A grey has a hue too, its warmest neighbour's."""
    written = colour.strip()
    if not HEX.fullmatch(written):
        return None
    red, green, blue = (_linear(int(written[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return round(math.degrees(math.atan2(b, a))) % 360


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
