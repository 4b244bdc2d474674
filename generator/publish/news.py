"""What a publication changes for its readers: what they did not see before, and what they no longer see."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from generator.write.manifest import MANIFEST, Manifest

EXPORT = "journal.json"
_KINDS = ("goals", "values", "habits", "wins", "setbacks", "reviews")


class Entry(msgspec.Struct, frozen=True, order=True):
    """Something that readers see: its kind ("win"), what it is called, and its url."""

    kind: str
    title: str
    url: str


class Publication(msgspec.Struct, frozen=True):
    """A site as it stands somewhere: the digests of its files by path, and its entries by kind and id."""

    files: Mapping[str, str] = {}
    entries: Mapping[str, Entry] = {}


class News(msgspec.Struct, frozen=True):
    """`new` and `gone` are entries, pages and pictures; `changed` counts the files that are other than they were."""

    new: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    changed: int
    added: int
    removed: int

    @property
    def is_empty(self) -> bool:
        return not (self.changed or self.added or self.removed)


def publication(read: Callable[[str], bytes | None]) -> Publication:
    """The site whose files `read` hands out; an empty one where none was published."""
    manifest = read(MANIFEST)
    if manifest is None:
        return Publication()
    try:
        files = msgspec.json.decode(manifest, type=Manifest).files
        exported = msgspec.json.decode(read(EXPORT) or b"{}", type=dict[str, Any])
    except msgspec.MsgspecError:
        return Publication()
    return Publication(files, {f"{kind}/{one['id']}": _entry(kind, one) for kind, one in _listed(exported)})


def _listed(exported: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for kind in _KINDS:
        for one in exported.get(kind) or ():
            if isinstance(one, dict) and "id" in one:
                yield kind, one


def _entry(kind: str, one: Mapping[str, Any]) -> Entry:
    title = str(one.get("title") or one.get("text") or one["id"])
    return Entry(kind[:-1], f"{one['date']}  {title}" if "date" in one else title, str(one.get("url", "")))


def news(before: Publication, now: Publication) -> News:
    """What becomes public, and what is no longer."""
    added, removed = now.files.keys() - before.files.keys(), before.files.keys() - now.files.keys()
    return News(
        new=(*_only(now, before), *_pages(added, now)),
        gone=(*_only(before, now), *_pages(removed, before)),
        changed=sum(before.files.get(path, digest) != digest for path, digest in now.files.items()),
        added=len(added),
        removed=len(removed),
    )


def _only(one: Publication, other: Publication) -> tuple[Entry, ...]:
    return tuple(entry for key, entry in one.entries.items() if key not in other.entries)


def _pages(paths: set[str], of: Publication) -> tuple[Entry, ...]:
    """Pages and pictures that no entry stands for."""
    told = {entry.url.partition("#")[0] for entry in of.entries.values()}
    found = []
    for path in sorted(paths):
        url = "/" + path.removesuffix("index.html")
        if path.startswith("media/"):
            found.append(Entry("picture", url, url))
        elif path.endswith(".html") and url not in told:
            found.append(Entry("page", url, url))
    return tuple(found)
