"""A day or a story that says the same in other words: its page and what the search and the feeds hold of it are made
anew, and nothing else is looked at.

It is the build of every minute: somebody writes prose. What it serves, its wins, its links and pictures are *facts*;
where they are as they were, no other page can change. In doubt there is no short way, and the whole build is done.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from generator.base.convert import decode
from generator.base.problem import Problem
from generator.base.stamp import NONE, stamp
from generator.base.url import file_of
from generator.cache import entries
from generator.cache.entries import Seen
from generator.cache.fingerprint import Fingerprints, file_fingerprint, worded
from generator.cache.pages import Made
from generator.cache.shelf import Shelf
from generator.cache.store import FOLDER, digest
from generator.entries import Body, Entry, Mention
from generator.journal.link_bodies import prose
from generator.journal.urls import url_of
from generator.pages import REWORDED, REWORDED_FILES
from generator.pages.page import Page
from generator.pages.rewording import Rewording
from generator.read.discover import CONTENT, Source
from generator.read.options import Options
from generator.read.parse import Parsed, parse
from generator.render.artifact import Artifact
from generator.render.theme_error import ThemeError
from generator.write.site import Written, amend

from .drawing import Studio, drawn_pages
from .holding_back import held_back
from .reading import key_of
from .recent import Recent
from .updating import Drawn, around, keep_drawn, kept_files, kept_secrets

MOST = 20
"""More files at once are no longer somebody who writes."""


class Changed(msgspec.Struct, frozen=True):
    """An entry's file, what stands for its bytes, what they say now, and its body as it was."""

    path: str
    digest: bytes
    said: Parsed
    entry: Entry
    was: Body


class Reworded(msgspec.Struct, frozen=True):
    """The files that say the same in other words, and what is kept of all."""

    files: Sequence[Changed]
    shelf: Shelf[Seen]


def reworded(
    folder: Path, changed: Sequence[str], options: Options, read: bytes, recent: Recent | None = None
) -> Reworded | None:
    """What the `changed` files below `folder` say in other words than the site, which was drawn when `read` stood for
    what all of them said; None where any of them says something else, or somebody read them anew since."""
    if len(changed) > MOST or any(_says_else(folder, path, options, recent) for path in changed):
        return None
    shelf = entries.shelf(folder / FOLDER, key_of(options))
    if not read or entries.sum_of(shelf.notes) != read:
        return None
    decoded = entries.decoder()
    found = []
    for path in changed:
        name = path.removeprefix(f"{folder}/")
        note, data = shelf.note(name), shelf.get(name)
        if note is None or data is None or not name.startswith(f"{CONTENT}/") or not Path(path).is_file():
            return None
        try:
            now = Path(path).read_bytes()
        except OSError:
            return None
        sum_ = digest(now)
        if sum_ == note.digest:
            continue
        before = decoded(data)
        after = parse(Source(name, name.split("/")[1], note.stamp), now, options)
        if before.problems or after.problems or before.entry is None or after.entry is None:
            return None
        if _facts(before.entry) != _facts(after.entry):
            return None
        entry = after.entry
        if entry.date is None or entry.kind not in ("days", "wins", "setbacks"):
            return None
        found.append(Changed(name, sum_, after, entry, before.entry.body))
    return Reworded(found, shelf)


def _says_else(folder: Path, path: str, options: Options, recent: Recent | None) -> bool:
    """Whether it is at hand that a file said something else: then nothing needs to be opened."""
    name = path.removeprefix(f"{folder}/")
    was = recent.read.get(name, (b"", None))[1] if recent else None
    if was is None or was.entry is None or not Path(path).is_file():
        return False
    now = parse(Source(name, name.split("/")[1], NONE), Path(path).read_bytes(), options).entry
    return now is None or _facts(now) != _facts(was.entry)


def _facts(entry: Entry) -> tuple[object, ...]:
    """Everything that an entry says, but the words of its body; whether it has any is a fact. Where in its file things
    stand is none."""
    items = [
        (item.kind, item.fields, _links(item.mentions), item.note.html, item.note.plain, _links(item.note.mentions))
        for item in entry.items
    ]
    body = entry.body
    words = bool(body.html.strip()), bool(body.plain), _links(body.mentions)
    return entry.kind, entry.path, entry.name, entry.id, entry.date, entry.fields, items, words


def _links(mentions: Sequence[Mention]) -> list[tuple[str, str, str]]:
    return [(mention.kind, mention.target, mention.label) for mention in mentions]


def reword(studio: Studio, changed: Reworded) -> Written | None:
    """The site with these words, and which of its `files` have them; None where anything is not as it was kept.
    `studio` has the last build's chrome."""
    if studio.cache is None:
        return None
    shelf = kept_files(studio.cache, studio.output)
    if not changed.files:
        return Written(0, sum(1 for _ in shelf), 0)
    fingerprints = Fingerprints(around(studio))
    made = _made_anew(studio, changed.files, shelf, fingerprints)
    if made is None:
        return None
    pages, files = made
    try:
        drawn = list(drawn_pages(studio, list(pages.values())))
    except ThemeError:
        return None
    drawn += [Artifact(path, data) for path, data in files.items()]
    secrets = kept_secrets(studio.cache, studio.output)
    found: list[Problem] = []
    drawn = list(held_back(secrets or (), drawn, found))
    if secrets is None or found:
        return None  # it may be that they are public from now on; the whole build knows
    amended = amend(studio.output, drawn)
    if amended is None:
        return None
    things = {}
    for artifact, laid in zip(drawn, amended[1], strict=True):
        page = pages.get(laid.path)
        fingerprint, data = fingerprints.of_page(page) if page else (file_fingerprint(artifact), b"")
        things[laid.path] = Made(fingerprint, laid.digest, stamp(studio.output / laid.path)), data
    shelf.change(things)
    encode = entries.encoder()
    said = {one.path: (Seen(NONE, one.digest), encode(one.said)) for one in changed.files}
    changed.shelf.change(said)
    read = entries.sum_of({**changed.shelf.notes, **{path: seen for path, (seen, _) in said.items()}})
    keep_drawn(studio.cache, studio.output, Drawn(studio.chrome, read))
    return msgspec.structs.replace(amended[0], files=tuple(things))


def _made_anew(
    studio: Studio, changed: Sequence[Changed], shelf: Shelf[Made], fingerprints: Fingerprints
) -> tuple[dict[str, Page], dict[str, bytes]] | None:
    """The pages and the files with the new words, by path."""
    pages: dict[str, Page] = {}
    files: dict[str, bytes] = {}
    for one in changed:
        url = url_of(one.entry)
        page = _page(shelf, file_of(url), one.was, fingerprints)
        if page is None:
            return None  # its words are not shown, or there is something that nobody thought of
        words = Rewording(one.entry.key, url, page.view.prose, prose(one.entry.body, page.view.prose.targets))
        pages[file_of(url)] = REWORDED[page.template].reworded(studio.words, page, words.now)
        for module in REWORDED_FILES:
            for path in filter(module.shows, shelf):
                data = files.get(path) or (studio.output / path).read_bytes()
                said = module.reworded(studio.site, path, data, words)
                if said is None:
                    return None
                if said != data:
                    files[path] = said
    return pages, files


class _Kept(Page, frozen=True, kw_only=True):
    """A page as it comes back: its view is still a mapping."""

    view: Any


def _page(shelf: Shelf[Made], path: str, was: Body, fingerprints: Fingerprints) -> _Kept | None:
    """The page that was kept, with its body as it was, if the site has that very page."""
    data = shelf.get(path)
    if not data:
        return None
    try:
        page = msgspec.msgpack.decode(data, type=_Kept)
        view = msgspec.convert(page.view, REWORDED[page.template].VIEW, dec_hook=decode)
        body = prose(was, view.prose.targets)
    except (msgspec.MsgspecError, ValueError, LookupError):
        return None
    page = worded(msgspec.structs.replace(page, view=view), body)
    note = shelf.note(path)
    return page if note is not None and fingerprints.of_page(page)[0] == note.fingerprint else None
