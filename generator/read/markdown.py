"""Markdown → HTML with marks in the place of links (see `entries.Body`).

The engine is markdown-it-py with its own link, image and fence renderers, which are safe with raw HTML off. What we
add works on tokens: wiki links, marks, headings below the page's own, classes instead of style attributes.
"""

import posixpath
import re
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from generator.base.origin import Origin
from generator.base.slug import numbered, slugify
from generator.entries.entry import Body, Mention

from .mention_places import BlockPlaces, Place, Places, with_place
from .plain import RULES, is_plain

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_WIKI = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")


def to_body(text: str, path: str, line: int, prefix: str, html: bool = False, typed: str = "") -> Body:
    """The Markdown `text`, whose first line is line `line` of the file `path`, as a Body.

    Ids of headings and footnotes begin with `prefix`, so that several bodies can stand on one page. `typed` are the
    same lines as they stand in the file, where `text` has lost their indentation.
    """
    if not text.strip():
        return Body()
    lines = (typed or text).split("\n")
    env: dict[str, Any] = {"docId": prefix, "path": path, "line": line, "lines": lines, "mentions": []}
    markdown = _journal_engine(html, "://" in text, is_plain(text))
    tokens = markdown.parse(text, env)
    rendered = markdown.renderer.render(tokens, markdown.options, env)
    return Body(rendered, tuple(env["mentions"]), _plain(tokens))


@lru_cache(maxsize=4)
def engine(html: bool = False, linkify: bool = False) -> MarkdownIt:
    """The grammar: CommonMark, with tables, strikethrough, footnotes, task lists, definition lists and wiki links."""
    markdown = MarkdownIt("js-default", {"html": html, "linkify": linkify, "highlight": _highlight})
    markdown.use(footnote_plugin).use(deflist_plugin).use(tasklists_plugin)
    if linkify:
        assert markdown.linkify is not None
        markdown.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    markdown.inline.ruler.before("link", "wiki", _wiki_rule)
    markdown.add_render_rule("wiki", _render_mark)
    markdown.add_render_rule("entry_link_open", _render_mark)
    markdown.add_render_rule("entry_link_close", _render_mark)
    return markdown


@lru_cache(maxsize=8)
def _journal_engine(html: bool, linkify: bool, plain: bool) -> MarkdownIt:
    """The grammar with the rules of the house on top; for `plain` text without those that it has no use for."""
    markdown = engine.__wrapped__(html, linkify)
    if plain:
        markdown.disable(RULES)
    markdown.inline.ruler.at("link", with_place(link, "link_open"))
    markdown.inline.ruler.at("image", with_place(image, "image"))
    markdown.core.ruler.push("marks", _marks_rule)
    markdown.core.ruler.push("headings", _headings_rule)
    markdown.core.ruler.push("alignment", _alignment_rule)
    markdown.core.ruler.push("check-boxes", _check_box_rule)
    return markdown


def _wiki_rule(state: StateInline, silent: bool) -> bool:
    found = _WIKI.match(state.src, state.pos, state.posMax) if state.src.startswith("[[", state.pos) else None
    if not found or not found[1].strip():
        return False
    if normalizeReference(found[1]) in state.env.get("references", ()):
        return False  # `[[text]]` where the text has a reference definition is CommonMark's link in brackets
    if not silent:
        token = state.push("wiki", "", 0)
        token.content = found[1].strip()
        token.info = (found[2] or "").strip()
        token.meta = {"raw": found[0], "rest": len(state.src) - state.pos}
    state.pos = found.end()
    return True


def _marks_rule(state: StateCore) -> None:
    """Links within the journal become mentions: theirs is not yet known where they will lead."""
    places = Places(state.env["lines"])
    for block in state.tokens:
        if block.type != "inline" or "[" not in block.content:
            continue
        within = places.of(block)
        opened: list[Token | None] = []
        for token in block.children or ():
            if token.type == "wiki":
                _mark(state.env, token, "wiki", token.content, token.info, within.at(token.meta["rest"]))
            elif token.type == "image":
                target = _within(str(token.attrs.get("src", "")))
                if target is not None:
                    place = _target_place(state.env, token, places, within)
                    token.attrs["src"] = _mark(state.env, token, "media", target, token.content, place)
            elif token.type == "link_open":
                target = _within(str(token.attrs.get("href", "")))
                opened.append(None)
                if target is not None:
                    place = _target_place(state.env, token, places, within)
                    if target.partition("#")[0].endswith(".md"):
                        _mark(state.env, token, "file", target, "", place)
                        token.type, opened[-1] = "entry_link_open", token
                    else:
                        kind = "site" if target.startswith("/") else "media"
                        token.attrs["href"] = _mark(state.env, token, kind, target, "", place)
            elif token.type == "link_close":
                opening = opened.pop() if opened else None
                if opening is not None:
                    token.type, token.meta = "entry_link_close", opening.meta


def _target_place(env: Any, token: Token, places: Places, within: BlockPlaces) -> Place:
    """Where the target of a link or a picture is written."""
    if "reference" in token.meta:
        return places.defined(env["references"][token.meta["reference"]])
    return within.at(token.meta["rest"])


def _mark(env: Any, token: Token, kind: str, target: str, label: str, place: Place) -> str:
    origin = Origin(env["path"], env["line"] + place[0], place[1] + 1)
    token.meta = {**token.meta, "number": len(env["mentions"])}
    env["mentions"].append(Mention(kind, target, label, origin))
    return f"\0{token.meta['number']}\0"


def _within(href: str) -> str | None:
    """The path that a link within the journal names; None for one that leads elsewhere, or to a place on the page."""
    return None if not href or _ELSEWHERE.match(href) else unquote(href)


def _render_mark(self: RendererHTML, tokens: Any, index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    number = (token.meta or {}).get("number", -1)
    if number < 0:  # the grammar alone, without a journal: as it was typed
        return str(token.meta["raw"])
    side = {"entry_link_open": "(", "entry_link_close": ")"}.get(token.type, "")
    return f"\0{number}{side}\0"


def _headings_rule(state: StateCore) -> None:
    """The page's own title is its only h1; every heading can be linked to."""
    taken: set[str] = set()
    for index, token in enumerate(state.tokens):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 1)}"
            if token.type == "heading_open":
                words = "".join(child.content for child in state.tokens[index + 1].children or ())
                token.attrs["id"] = numbered(f"{state.env['docId']}-{slugify(words) or 'section'}", taken)


def _alignment_rule(state: StateCore) -> None:
    """The strict Content-Security-Policy refuses style attributes: a table's alignment is a class."""
    for token in state.tokens:
        if token.type in ("th_open", "td_open") and "style" in token.attrs:
            side = str(token.attrs.pop("style")).removeprefix("text-align:")
            token.attrs["class"] = f"align-{side}"


def _check_box_rule(state: StateCore) -> None:
    """A task's box is a picture of its state: name it for those who can't see it."""
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "html_inline" and 'type="checkbox"' in token.content:
                done = "checked" in token.content.replace("checkbox", "")
                state_class, label = ("task-box task-done", "☑") if done else ("task-box", "☐")
                token.content = f'<span class="{state_class}" role="img" aria-label="{label}"></span>'


def _plain(tokens: list[Token]) -> str:
    """The words of a body, one line a block, with the marks of its mentions."""
    blocks = []
    for block in tokens:
        if block.type == "inline":
            words = "".join(
                f"\0{child.meta['number']}\0" if child.type == "wiki"
                else "\n" if child.type in ("softbreak", "hardbreak")
                else child.content if child.type in ("text", "code_inline") else ""
                for child in block.children or ()
            )  # fmt: skip
            blocks.append(" ".join(words.split()))
    return "\n".join(blocks)


def _highlight(code: str, language: str, _attributes: str) -> str:
    """Code with classes for its parts, or "" to leave it plain. Pygments is imported when there is code."""
    if not language:
        return ""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return ""
    return highlight(code, lexer, HtmlFormatter(nowrap=True, classprefix="hl-"))


def file_target(path: str, target: str) -> tuple[str, str]:
    """The file, relative to the site's folder, that a link to `target` in the file `path` means, and its fragment."""
    name, _, fragment = target.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name)), fragment


def split_marks(text: str) -> list[str]:
    """`text` cut at its marks: words at even places, marks without their NULs ("3", "3(", "3)") at odd ones."""
    return text.split("\0")


def wiki_mentions(text: str) -> list[re.Match[str]]:
    """The `[[…]]` in a line of plain text: group 1 is the target, group 2 the label."""
    return list(_WIKI.finditer(text))
