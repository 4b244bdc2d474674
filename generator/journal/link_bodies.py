"""Bodies: each mention finds its target."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.problem import Problem, did_you_mean
from generator.base.slug import slugify
from generator.entries import Body, Entry, Mention
from generator.read.markdown import file_target, split_marks
from generator.read.parse import split_date

from .names import BROKEN, Fault, Names, period_of, spoken
from .records import Mentioned, Prose, Target

MEDIA_FOLDER = "content/media/"

PUBLISHED = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".txt", ".csv", ".json", ".vtt", ".ics")
"""The ends of names of files that entries may show: pictures that can be cleared of what they tell of their maker, and
text, which holds what one sees in it."""

# The first part of a url that the site uses itself.
RESERVED = frozenset(
    [
        "timeline",
        "today",
        "goals",
        "values",
        "habits",
        "setbacks",
        "reviews",
        "celebrations",
        "reconnect",
        "alignment",
        "worked",
        "search",
        "media",
        "assets",
        "index",
        "feed",
        "sitemap",
        "robots",
        "journal",
        "milestones",
        "404",
        "gallery",
    ]
)


class Use(NamedTuple):
    """Somebody (an entry's or an item's key) names somebody else in running text; `bare` shows the other's title, or
    its address. `linked` is false in the text of a day's item, where `[[goal]]` says what it serves and is no link, and
    in other keys' texts; `prose` is false for what `prose: private` does not withhold."""

    owner: str
    target: str  # "broken" for what could not be read
    mention: Mention
    bare: bool
    linked: bool = True
    prose: bool = True


BROKEN_KEY = "broken"


class Bodies:
    """Links the bodies of a journal, one after the other, and remembers what they used.

    `faults`: what led nowhere. `uses`: who names whom. `media`: the files that are shown, by their url.
    """

    def __init__(self, entries: Sequence[Entry], names: Names, media: Sequence[str]) -> None:
        self._names = names
        self._by_key = {entry.key: entry for entry in entries}
        self._by_path = {entry.path: entry for entry in entries}
        self._by_url = {url_of(entry): entry for entry in entries}
        self._media = {path: media_url(path) for path in media}
        self.faults: list[Fault] = []
        self.uses: list[Use] = []
        self.media: dict[str, str] = {}

    def link(self, body: Body, owner: str, path: str) -> Prose:
        """The body of `owner`, which stands in the file `path`, with its targets."""
        if not body.mentions:
            return Prose(body.html, (), body.plain)
        return prose(body, tuple(self.target(mention, owner, path) for mention in body.mentions))

    def target(self, mention: Mention, owner: str, path: str, linked: bool = True, prose: bool = True) -> Target:
        """Where one mention leads."""
        if mention.kind == "wiki":
            return self._wiki(mention, owner, linked, prose)
        if mention.kind == "site":
            if there := self._by_url.get(mention.target.partition("#")[0]):
                self.uses.append(Use(owner, there.key, mention, True))
            return Target(mention.target, mention.label)
        file, fragment = file_target(path, mention.target)
        if mention.kind == "file":
            entry = self._by_path.get(file)
            if entry is None:
                self._fault(owner, mention, "link-unknown", f"there is no entry {file}", list(self._by_path))
                return Target(None, mention.label)
            self.uses.append(Use(owner, entry.key, mention, False))
            return Target(url_of(entry) + (f"#{entry.kind}-{entry.id}-{fragment}" if fragment else ""), mention.label)
        if file not in self._media:
            self._fault(owner, mention, "media-missing", f"there is no file {file}", list(self._media))
            return Target(None, mention.label)
        if not file.lower().endswith(PUBLISHED):
            name = file.rpartition("/")[2]
            message = f"{name} may tell more than it shows (a place, a time, a name), which nobody here can take out"
            hint = "save a picture as JPEG, PNG, WebP or GIF; put anything else on a host of its own, and link to that"
            self.faults.append(Fault(owner, Problem("media-refused", mention.origin, message, hint)))
            return Target(None, mention.label)
        url = self._media[file]
        if self.media.setdefault(url, file) != file:
            message = f"{self.media[url]} is shown at the same address, {url}"
            self.faults.append(
                Fault(owner, Problem("url-taken", mention.origin, message, "rename one of the two files"))
            )
        return Target(url, mention.label)

    def _wiki(self, mention: Mention, owner: str, linked: bool, prose: bool) -> Target:
        answer = self._names.get(mention.target)
        if answer is None:
            self.faults.append(Fault(owner, self._names.unknown(mention.target, mention.origin)))
        if answer is BROKEN:
            self.uses.append(Use(owner, BROKEN_KEY, mention, not mention.label, linked, prose))
        if answer is None or answer is BROKEN:
            return Target(None, mention.label or mention.target)
        entry = self._by_key[answer]
        self.uses.append(Use(owner, answer, mention, not mention.label, linked, prose))
        return Target(url_of(entry), mention.label or title_of(entry))

    def _fault(self, owner: str, mention: Mention, code: str, message: str, choices: list[str]) -> None:
        hint = did_you_mean(mention.target, choices) or "a link is relative to the file that it stands in"
        self.faults.append(Fault(owner, Problem(code, mention.origin, message, hint)))

    def mentioned(self) -> dict[str, tuple[Mentioned, ...]]:
        """Who links to whom, by the url of what is linked to; newest first, those without a date last."""
        found: dict[str, dict[str, Mentioned]] = {}
        for use in self.uses:
            if use.target == BROKEN_KEY or not use.linked:
                continue
            target, source = self._by_key[use.target], self._by_key[use.owner.split("#", 1)[0]]
            if target.key != source.key:
                said = Mentioned(title_of(source), url_of(source), source.date)
                found.setdefault(url_of(target), {})[said.url] = said
        return {url: _newest_first(list(by_url.values())) for url, by_url in found.items()}


def prose(body: Body, targets: tuple[Target, ...]) -> Prose:
    """A body with the targets of its mentions."""
    words = split_marks(body.plain)
    words[1::2] = [targets[int(mark)].text for mark in words[1::2]]
    return Prose(body.html, targets, "".join(words))


def _newest_first(mentions: list[Mentioned]) -> tuple[Mentioned, ...]:
    mentions.sort(key=lambda m: m.url)
    mentions.sort(key=lambda m: m.date.toordinal() if m.date else 0, reverse=True)
    return tuple(mentions)


def media_url(path: str) -> str:
    """The url of a file that entries show: content/media/a/b.svg → /media/a/b.svg."""
    return "/media/" + path.removeprefix(MEDIA_FOLDER).removeprefix("content/")


def day_url(date: object) -> str:
    """The url of a day."""
    return "/" + str(date).replace("-", "/") + "/"


def url_of(entry: Entry) -> str:
    """The url of an entry's own page."""
    if entry.kind == "days":
        return day_url(entry.date)
    if entry.kind in ("wins", "setbacks"):
        return f"{day_url(entry.date)}{story_slug(entry)}/"
    if entry.kind == "pages":
        return f"/{entry.id}/"
    if entry.kind == "reviews":
        return f"/reviews/{period_of(entry)}/"
    return f"/{entry.kind}/{entry.id}/"


def story_slug(entry: Entry) -> str:
    """What follows the date in the name of a file with a story of its own."""
    _, rest = split_date(entry.name)
    written = entry.fields.id
    return slugify(written or rest or entry.fields.title or entry.fields.text or "") or entry.kind[:-1]


def title_of(entry: Entry) -> str:
    """An entry's title in running text."""
    fields = entry.fields
    if entry.kind in ("wins", "setbacks"):
        return fields.title or fields.text or spoken(split_date(entry.name)[1] or entry.name)
    title: str | None = getattr(fields, "title", None)
    if entry.kind == "days":
        return title or str(entry.date)
    if entry.kind == "reviews":
        return title or period_of(entry)
    return title or spoken(entry.name)
