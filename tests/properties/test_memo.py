"""Linking with what was linked the last time gives what linking from nothing gives, whatever changed in between."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.base.stamp import NONE
from generator.journal.link import link
from generator.journal.memo import Memo
from generator.journal.names import Unreadable
from generator.read.discover import Source
from generator.read.options import Options
from generator.read.parse import Parsed, parse

from .journals import models, written

MEDIA = "content/media/"


@lru_cache(4096)
def _parsed(path: str, text: str) -> Parsed:
    """What a file says: the very same as long as it does."""
    return parse(Source(path, path.split("/")[1], NONE), text.encode(), Options())


@st.composite
def _times(draw: st.DrawFn) -> list[dict[str, str]]:
    """A journal from time to time. It is sound at first; then a few of its files say what they say in another journal,
    or what another file says, or go, or have an error, or claim names."""
    first, other = written(draw(models())), written(draw(models()))
    paths = sorted({path for path in first | other if path.startswith("content/")})
    times: list[dict[str, str]] = [{path: text for path, text in first.items() if path.startswith("content/")}]
    for _ in range(draw(st.integers(1, 5))):
        now = dict(times[-1])
        for path in draw(st.lists(st.sampled_from(paths), min_size=1, max_size=3)):
            kin = draw(st.sampled_from([one for one in paths if one.split("/")[1] == path.split("/")[1]]))
            texts = [first.get(path), other.get(path), first.get(kin), other.get(kin)]
            retitled = (first.get(path) or "---\n").replace("---\n", "---\nmeasure: {unit: km}\n", 1)
            wrong = ["", retitled, "---\ntitle: [\n---\n", "---\naliases: [g0, h1]\n---\n"]
            now[path] = draw(st.sampled_from([text for text in (*texts, *wrong) if text is not None]))
        times.append(now)
    return times


@given(_times())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_was_linked_before_makes_no_difference(times: list[dict[str, str]]) -> None:
    same(times)


def same(times: Sequence[Mapping[str, str]]) -> None:
    """The journal of each time, with and without what was linked the last time."""
    memo = Memo()
    for now in times:
        there = {path: text for path, text in now.items() if text}
        parsed = [_parsed(path, text) for path, text in sorted(there.items()) if not path.startswith(MEDIA)]
        entries = [one.entry for one in parsed if one.entry is not None]
        media = [path for path in sorted(there) if path.startswith(MEDIA)]
        bad = [Unreadable(*one.withheld) for one in parsed if one.withheld is not None]
        again, anew = link(entries, media, bad, memo), link(entries, media, bad)
        assert again.journal == anew.journal
        assert again.faults == anew.faults
        assert again.uses == anew.uses
        assert again.serves == anew.serves


def test_a_hint_names_who_came_since() -> None:
    day = {"content/days/2026-02-15.md": "+ Ran\n  goal: novell\n"}
    same([day, day | {"content/goals/novel.md": "---\ntitle: A novel\n---\n"}])


def test_a_name_that_is_taken_moved_in_its_file() -> None:
    first = {"content/goals/novel.md": "It is one.", "content/goals/zen.md": "---\nid: book\naliases: [novel]\n---\n"}
    same([first, first | {"content/goals/zen.md": "---\n# Once more\nid: book\naliases: [novel]\n---\n"}])


DAY = "content/days/2026-02-15.md"
GOAL = {"content/goals/novel.md": "It is one."}


def test_who_takes_the_last_link_out_is_named_no_more() -> None:
    same([GOAL | {DAY: "See [[novel]].\n"}, GOAL | {DAY: "See it.\n"}])


def test_a_link_in_prose_and_in_a_note_is_taken_out_of_both() -> None:
    same([GOAL | {DAY: "See [[novel]].\n\n+ Ran\n\n  And [[novel]].\n"}, GOAL | {DAY: "+ Ran\n"}])


def test_a_picture_that_came_since() -> None:
    day = {DAY: "![a](../media/a.svg)\n"}
    same([day, day | {"content/media/a.svg": "<svg/>"}, day])


def test_an_entry_that_can_be_read_since() -> None:
    day = {DAY: "[[novel|it]]\n"}
    same([day | {"content/goals/novel.md": "---\ntitle: [\n---\n"}, day | GOAL])


def test_an_id_that_is_taken_moved_in_its_file() -> None:
    first = GOAL | {"content/goals/zen-and-more.md": "---\nid: novel\n---\n"}
    same([first, first | {"content/goals/zen-and-more.md": "---\n# Once more\nid: novel\n---\n"}])


def test_who_links_is_called_otherwise() -> None:
    days = [f"---\ntitle: {title}\n---\nSee [[novel]].\n" for title in ("A day", "The day")]
    same([GOAL | {DAY: day} for day in days])
