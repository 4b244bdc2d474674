"""Every page of a site is well-formed: tags closed, ids once, one h1, and links to places that are there."""

import os
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import Site, write_journal
from tests.golden.accept import made

VOID = {"meta", "link", "img", "br", "hr", "input", "source", "wbr", "col"}
SVG = {"path", "rect", "line", "circle", "use", "polygon", "polyline", "ellipse"}


class Shape(HTMLParser):
    """What is wrong with a page, its ids and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(page)
        self.close()
        self.wrong += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        names = [name for name, _ in attrs]
        said = dict(attrs)
        if len(set(names)) < len(names):
            self.wrong.append(f"<{tag}> has an attribute twice")
        if "style" in said or any(name.startswith("on") for name in names):
            self.wrong.append(f"<{tag}> has a style or a script of its own")
        if tag == "img" and "alt" not in said:
            self.wrong.append("<img> without alt")
        if tag == "a" and "a" in self.open:
            self.wrong.append(f"a link within a link: {said.get('href')}")
        if tag in ("p", "div", "ul", "ol", "h2", "h3") and "p" in self.open:
            self.wrong.append(f"<{tag}> within <p>")
        if said.get("id"):
            self.ids.append(said["id"] or "")
        if "href" in said:
            self.links.append(said["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in SVG | set(self.open[-1:]):
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.wrong.append(f"</{tag}> closes {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def complaints(files: dict[str, bytes]) -> list[str]:
    """What is wrong with the pages of a site."""
    shapes = {path: Shape(data.decode()) for path, data in files.items() if path.endswith(".html")}
    found = []
    for path, shape in shapes.items():
        found += [f"{path}: {wrong}" for wrong in shape.wrong]
        found += [f"{path}: the id {name} stands twice" for name in set(shape.ids) if shape.ids.count(name) > 1]
        if shape.tags.count("h1") != 1:
            found.append(f"{path}: {shape.tags.count('h1')} h1")
        for link in shape.links:
            where, _, place = link.partition("#")
            target = path
            if where:
                target = os.path.normpath(Path(path).parent / where)
                target = target if target in files else os.path.normpath(f"{target}/index.html")
            if place and target in shapes and place not in shapes[target].ids:
                found.append(f"{path}: {link} leads to no place")
    return found


def test_the_check_finds_what_is_wrong() -> None:
    """What it would say of a page with every mistake in it."""
    page = '<h1 id="a"></h1><p id="a"><div style="x"></div></p><img><b><i></b></i><a href="#n"><a></a></a>'
    said = complaints({"x.html": page.encode()})
    for words in ("stands twice", "style", "<div> within <p>", "without alt", "</b> closes", "no place", "link within"):
        assert any(words in one for one in said), words


def test_the_golden_site_is_well_formed() -> None:
    assert complaints(made()) == []


def test_a_hostile_journal_is_well_formed(site: Site) -> None:
    """Titles that look like HTML, empty goals, a goal of every kind, long and odd words.

    == values/a.md
    ---
    title: <b>"Bold" & 'brave'</b>
    identity: </p><script>alert(1)</script>
    ---
    == goals/max.md
    ---
    title: <i>max
    values: a
    measure: {kind: max, unit: "<km>", target: 10}
    milestones: [{at: 3, title: "</li>"}]
    next: <a href="x">
    ---
    == goals/min.md
    ---
    measure: {kind: min, unit: s, target: 10}
    ---
    == goals/latest.md
    ---
    measure: {kind: latest, unit: kg, from: 90, target: 80}
    ---
    == goals/days.md
    ---
    measure: {kind: days, target: 3}
    ---
    == goals/count.md
    == goals/empty.md
    == goals/child.md
    ---
    parent: empty
    status: released
    ---
    == habits/h.md
    ---
    title: "<h1>Habit"
    cadence: [mon, fri]
    ---
    == days/2026-02-14.md
    ---
    title: </h1>
    habits: [h]
    ---
    + <script>alert(1)</script> [[max]] [[min]] [[days]] [[count]]
      worked: </ul>
    + Weighed [[latest]]
      amount: 85 kg

      A note with a [link to the goal](../goals/max.md) and *more*.

    A ~~day~~ with <b>tags</b>, [[max|<i>label</i>]] and

    > quotes
    == days/2026-02-15.md
    + Again [[max]]
      amount: 4 <km>
    + Weighed [[latest]]
      amount: 84 kg
    ## Setbacks
    + </li> [[max]]
    """
    built = site.build()
    assert [problem for problem in built.problems if problem.is_error] == []
    assert complaints(site.files()) == []
    assert [path for path, data in site.files().items() if path.endswith(".html") and b"<script>alert" in data] == []


@pytest.mark.parametrize("word", ["Content", "Setbacks", "Mentions", "Progress", "Next", "Ladder", "Stones"])
def test_ids_made_of_words_do_not_meet_the_theme_s_own(site: Site, word: str) -> None:
    """A win, a setback and a milestone that are called as a section of the page is."""
    write_journal(
        site,
        f"== goals/g.md\n---\nmilestones: [{{title: {word}}}]\nnext: go\n---\n# {word}\n"
        f"== days/2026-02-15.md\n+ {word} [[g]]\n\n# {word}\n\n[[g]] and [[2026-02-16]]\n\n"
        f"## Setbacks\n+ {word} [[g]]\n"
        "== days/2026-02-16.md\n[[2026-02-15]] [[g]]\n",
    )
    assert site.build().problems == ()
    assert complaints(site.files()) == []
