"""Canaries: one word in every place where something can be withheld. It must sing nowhere: not in the site, nor in the
branch that it is published to; not raw, escaped, percent-encoded, in base64, or inflated."""

import base64
import html
import io
import os
import re
import subprocess
import urllib.parse
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image, PngImagePlugin

from generator.cli.main import smallwins
from tests.conftest import TODAY, Site

WORD = "Zqcanary"
SEEN = "Zqpublic"
"""Stands beside it in public: who does not find this one, has not looked."""


def everywhere(word: str, keys: str) -> dict[str, str]:
    """An entry of every kind with the word in every key, withheld by `keys`."""
    low = word.lower()
    fronts = {
        f"values/{low}-value": "identity: W\nwhy: W\nnext: W",
        f"goals/{low}-goal": f"""\
why: W
identity: W
by: 2026-12-31
measure: {{unit: {low}s, target: 3}}
milestones: [{{title: W rung, at: 1, reward: W}}, {{id: {low}, title: W, done: 2026-02-01}}]
changed: [{{on: 2026-02-01, target: 4, why: W}}]
paused: [{{from: 2026-01-01, to: 2026-01-02, why: W}}]
next: {{do: W, tired: W}}""",
        f"habits/{low}-habit": "cue: W\nsmall: W\ncadence: daily",
        f"wins/2026-02-11-{low}-win": "worked: W\ncloser: W\ncelebrate: W",
        f"setbacks/2026-02-12-{low}-flu": "learned: W\nrestart: W",
        f"pages/{low}-page": "description: W",
    }
    files = {}
    for path, front in fronts.items():
        kind = path.split("/")[0]
        head = f"title: W {kind}\naliases: [W and {kind}, /{low}/{kind}/]\nparams: {{x: W-param, y: [W]}} # W\n"
        body = f"W & <W> in *W* prose, [[{low}-goal]] ![W](../media/{low}.png)\n\n## W\n"
        files[f"{path}.md"] = f"---\n{keys}{head}{front}\n---\n{body}".replace("W", word)
    return files


def picture(word: str) -> bytes:
    text, out = PngImagePlugin.PngInfo(), io.BytesIO()
    text.add_text("Comment", word, zip=True)
    text.add_text("Author", word)
    exif = Image.Exif()
    exif[0x010F] = word
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=text, exif=exif)
    return out.getvalue()


DAY = f"""\
---
# {WORD} in a comment
habits: [zqcanary-habit]
skips: [{{habit: zqcanary-habit, why: {WORD}}}]
next: {{zqcanary-goal: {WORD}}}
---
+ Rang Mum
+ {WORD} item [[zqcanary-goal]]
  worked: {WORD}
+ {WORD} item that is
  visibility: private
  id: {WORD}

  {WORD} note.
+ {WORD} item that will be
  date: 2027-01-01
"""


@pytest.fixture(
    params=["visibility: private\n", "draft: yes\n", "visibility: privat\n", "prive: yes\n", "visibility:\n"]
)
def journal(request: pytest.FixtureRequest, site: Site) -> Site:
    """Everything twice: withheld with one word, public with the other."""
    site.write(
        "site.yaml", f"title: A test # {WORD}\nbase_url: https://example.org/\npublish: {{p: {{branch: www}}}}\n"
    )
    for word, keys in ((WORD, request.param), (SEEN, "")):
        for path, text in everywhere(word, keys).items():
            site.write(path, text)
        site.write(f"media/{word.lower()}.png", "")
        (site.folder / f"content/media/{word.lower()}.png").write_bytes(picture(WORD))
    site.write("days/2026-02-15.md", DAY)
    site.write(
        "days/2026-02-16.md", f"---\ntitle: {WORD}\nprose: private\nparams: {{a: {WORD}}}\n---\n+ Ran\n\n{WORD}\n"
    )
    site.write("days/2026-02-17.md", f"---\n{request.param}---\n+ {WORD}\n\n{WORD}\n")
    site.write("days/2027-02-17.md", f"+ {WORD}\n")
    site.write("reviews/2026-W07.md", f"---\n{request.param}worked: [{WORD}]\n---\n{WORD}\n")
    return site


def heard(data: bytes, word: str) -> bool:
    """Whether a word is in these bytes, in any way that we can think of."""
    return any(word.lower().encode() in way.lower() for way in ways(data)) or in_base64(data, word)


def ways(data: bytes) -> Iterator[bytes]:
    yield data
    text = data.decode("utf-8", "replace")
    yield html.unescape(html.unescape(text)).encode()
    yield urllib.parse.unquote(text).encode()
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text).encode("utf-8", "replace")
    yield text.replace("\r\n ", "").encode()
    for at in (found.start() for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b", data)):
        try:
            yield zlib.decompressobj(47).decompress(data[at:])
        except zlib.error:
            continue


def in_base64(data: bytes, word: str) -> bool:
    """Base64 writes a word in three ways, after what stands before it."""
    for case in (word, word.lower()):
        for before in range(3):
            coded = base64.b64encode(b"\0" * before + case.encode())
            if coded[(0, 2, 3)[before] : -4] in data:
                return True
    return False


def test_the_ear_is_good() -> None:
    plain = (b"a Zqcanary b", b"ZQCANARY", b"&#90;qcanary", b"%5Aqcanary", rb"\u005aqcanary", b"Zqca\r\n nary")
    coded = tuple(base64.b64encode(before + b"Zqcanary and more") for before in (b"", b"a", b"ab", b"abc"))
    for data in (*plain, *coded, b"xx" + zlib.compress(b"Zqcanary"), picture(WORD)):
        assert heard(data, WORD), data
    assert not heard(b"Zqpublic", WORD)


def test_it_sings_nowhere_in_the_site(journal: Site) -> None:
    for offline in (False, True):
        journal.build(TODAY, offline=offline)
        files = journal.files()
        assert [path for path, data in files.items() if heard(data, WORD) or heard(path.encode(), WORD)] == []
        seen = {path.split("/")[0] for path, data in files.items() if heard(data, SEEN)}
        assert {
            "index.html",
            "feed.xml",
            "feed.json",
            "journal.json",
            "sitemap.xml",
            "milestones.ics",
            "assets",
        } <= seen
        assert any("zqpublic" in path and path.endswith(".png") for path in files)


def test_it_sings_nowhere_in_the_branch(journal: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor in any object that was sent with it, nor in what was said."""
    for path in [*journal.folder.rglob("*.md")]:  # an error would stop it: leave what is withheld by choice
        if re.search(r"^(visibility: privat|prive: yes|visibility:)$", path.read_text("utf-8"), re.MULTILINE):
            path.unlink()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    bare = tmp_path / "there.git"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    journal.write("site.yaml", f"title: A test # {WORD}\npublish: {{p: {{branch: www, remote: '{bare}'}}}}\n")
    day = (journal.folder / "content/days/2026-02-15.md").read_text("utf-8")
    if not (journal.folder / "content/goals/zqcanary-goal.md").exists():
        journal.write("days/2026-02-15.md", "+ Rang Mum\n")
        assert WORD in day
    for _ in range(2):
        arguments = ["publish", "-C", str(journal.folder), "--today", TODAY.isoformat(), "--yes", "-v"]
        done = CliRunner().invoke(smallwins, arguments, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        assert WORD not in done.output
        journal.write("days/2026-02-18.md", "+ Rang Dad\n")
    listed = subprocess.run(["git", "-C", str(bare), "rev-list", "--objects", "--all"], capture_output=True, check=True)
    assert not heard(listed.stdout, WORD)
    assert heard(listed.stdout, SEEN)
    every = ["git", "-C", str(bare), "cat-file", "--batch-all-objects", "--batch", "--unordered"]
    assert not heard(subprocess.run(every, capture_output=True, check=True).stdout, WORD)
