"""The gallery: every macro and every chart of a theme on one page, drawn from the theme's own examples.

A theme's author sees there what a change does, without a journal. The page is drawn through the same environment as a
site's; where an example stands for a macro is said beside it.
"""

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec
from jinja2 import Environment

from generator.pages.chrome import GENERATOR, Chrome
from generator.pages.page import Page
from generator.words import Words

from .artifact import Artifact, render
from .environment import environment
from .example_charts import URL
from .examples import Example, examples
from .favicon import STONES, icon
from .scripts import script_files
from .styles import bundle
from .theme import Theme, theme_assets

TEMPLATE = "pages/gallery.html"


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """An example as it is shown: `call` is how a template asks for it ("timeline.item(line, full)"), `id` is unique on
    the page."""

    id: str
    call: str
    example: Example


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The samples of a template ("macros/timeline.html"), with what its author wrote above it."""

    template: str
    note: str
    samples: tuple[Sample, ...]


class Gallery(msgspec.Struct, frozen=True, kw_only=True):
    """The page's view. `palette` holds the names of its colours; each has the class `v-<name>` here."""

    palette: tuple[str, ...]
    groups: tuple[Group, ...]


def gallery(theme: Theme, words: Words) -> tuple[Artifact, ...]:
    """The gallery of a theme as a small site of its own, to be opened from a disk: the page, its styles and scripts,
    and what the theme brings along. Raises ThemeError for a template or an example that is wrong."""
    drawer = environment(theme, words, offline=True)
    chrome = Chrome(
        title=theme.name,
        description="",
        language=words.language,
        direction=words.direction,
        locale=words.region,
        generator=GENERATOR,
        nav=(),
        author="",
        author_url="",
        stylesheets=("/assets/site.css", "/assets/values.css"),
        options=theme.options,
        theme_color=theme.theme_color,
    )
    view = Gallery(palette=theme.palette, groups=tuple(_groups(drawer, examples(theme, words))))
    page = Page(url=URL, template=TEMPLATE, title=theme.name, view=view, noindex=True)
    css = bundle(theme) + theme.text("styles/gallery.css")
    return (
        *render(drawer, theme, chrome, [page]),
        Artifact("assets/site.css", css.encode()),
        Artifact("assets/values.css", _colours(theme).encode()),
        Artifact("assets/favicon.svg", icon(theme.palette[:STONES], theme).encode()),
        *script_files(theme),
        *(Artifact(f"assets/{path}", source=at) for path, at in theme_assets(theme).items() if path != "favicon.svg"),
    )


def _groups(drawer: Environment, shown: tuple[Example, ...]) -> Iterator[Group]:
    """The examples by template."""
    for template, group in groupby(shown, key=lambda example: example.template):
        stem = template.rpartition("/")[2].removesuffix(".html")
        source = _source(drawer, template)
        note = re.match(r"\s*\{#\s*(.*?)\s*#\}", source, re.DOTALL)
        samples = tuple(
            Sample(id=f"{stem}-{example.macro}-{number}", call=_call(stem, example), example=example)
            for number, example in enumerate(group, 1)
        )
        yield Group(template=template, note=" ".join(note[1].split()) if note else "", samples=samples)


def _source(drawer: Environment, template: str) -> str:
    """A template's text; "" where there is none, which drawing it will say."""
    try:
        return drawer.loader.get_source(drawer, template)[0] if drawer.loader else ""
    except (OSError, LookupError):
        return ""


def _call(stem: str, example: Example) -> str:
    """How a template asks for an example's macro, with the parameters that the example gives."""
    return f"{stem}.{example.macro}({', '.join(example.arguments)})"


def _colours(theme: Theme) -> str:
    """In the gallery every name of the palette is a value."""
    return "".join(
        f".v-{name} {{ --value: var(--{name}); --value-ink: var(--{name}-ink); --value-soft: var(--{name}-soft); }}\n"
        for name in theme.palette
    )
