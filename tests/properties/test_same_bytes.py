"""The same journal on the same day is the same bytes, whatever the machine, the editor and the day before were."""

import datetime as dt
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import TODAY, Site

from .journals import Model, models, written

ROOT = Path(__file__).parents[2]

# Every kind of entry, sets of names wherever a journal can have them, characters beyond ASCII, a picture.
JOURNAL = {
    "site.yaml": "title: Ein Jahr\nlanguage: de\ntimezone: Pacific/Auckland\nseasons:\n"
    "  - {from: 2026-01-05, to: 2026-01-09, what: Krank}\n",
    "values/growth.md": "---\ntitle: Growth\nidentity: someone who learns\nnext: Ask\n---\nWhy [[novel]].\n",
    "values/care.md": "---\ntitle: Ça va\ncolour: moss\n---\n",
    "values/courage.md": "",
    "goals/life.md": "---\ntitle: A creative life\nvalues: [courage, care]\nby: 2026-12-31\n---\n",
    "goals/novel.md": "---\ntitle: Finish the novel\nvalues: [growth, care]\nparent: life\nstarted: 2026-01-01\n"
    "by: 2026-12-31\nmeasure: {unit: words, target: 80000}\nmilestones:\n"
    "  - {at: 500, title: Act one, reward: a walk}\n  - {id: beta, title: Beta readers}\n"
    "next: {do: Outline, tired: read}\n"
    "changed: [{on: 2026-02-01, target: 60000, why: shin}]\npaused: [{from: 2026-01-10, to: 2026-01-12, why: flu}]\n"
    "---\nThe long *why*.\n",
    "goals/run.md": "---\nmeasure: {unit: km, kind: max, target: 42.2}\nvalues: growth\n---\n",
    "habits/pages.md": "---\ntitle: Morning pages\ngoal: novel\ncadence: 3/week\ncue: after coffee\n"
    "measure: {unit: min, at_least: 20}\n---\n",
    "days/2026-02-14.md": "---\nmood: 4\nenergy: 2\nhabits: [{habit: pages, amount: 25 min, effort: 2}]\n"
    "next: {novel: Scene 5, run: 6 km}\n---\n+ Ran 5 km [[run]] [[growth]]\n  worked: shoes by the door\n"
    "  stretch: yes\n+ Wrote 600 words [[novel]]\n  time: 7:30\n\nThe day: [[novel|the book]], [[pages]].\n\n"
    "## Setbacks\n+ Late [[run]]\n  learned: sleep\n  restart: walk\n",
    "days/2026-02-15.md": "---\nskips: [pages]\n---\n+ Rang the bank\n+ Rang the bank\n",
    "wins/2026-02-13-scene.md": "---\ntitle: Scene three\ngoal: [novel, run]\nmilestone: beta\n---\n"
    "# It\n\n![A view](../media/view.svg)\n\nA note.[^1]\n\n[^1]: Below.\n",
    "setbacks/2026-02-12-flu.md": "---\ngoal: novel\nlearned: rest\n---\n",
    "reviews/2026-W07.md": "---\nworked: [early, shoes]\nadjust: mail later\nnext: {novel: Scene 5}\n"
    "moving: {run: base}\n---\nGood.\n",
    "reviews/2026-02.md": "",
    "pages/about.md": "---\ntitle: About\n---\nHello, [[2026-02-13-scene]].\n",
    "media/view.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
}


def journal(folder: Path, change: Callable[[str, str], str] = lambda path, text: text, reverse: bool = False) -> Site:
    """The journal in a folder, each file as `change` makes it, written in one order or the other."""
    site = Site(folder)
    for path in sorted(JOURNAL, reverse=reverse):
        text = JOURNAL[path]
        site.write(path, change(path, text) if path.endswith((".md", ".yaml")) else text)
    return site


def bytes_of(site: Site, today: dt.date = TODAY) -> dict[str, bytes]:
    assert site.build(today).problems == ()
    return site.files()


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = bytes_of(journal(tmp_path_factory.mktemp("expected")))
    assert len(files) > 20
    return files


def test_another_time_zone_another_locale_another_hash_seed(tmp_path: Path, expected: dict[str, bytes]) -> None:
    """In processes of their own, as a person starts them."""
    site = journal(tmp_path)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SMALLWINS_")}
    runs = (
        {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C", "LANGUAGE": "fr"},
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
        {"TZ": "America/Adak", "PYTHONHASHSEED": "4294967295", "PYTHONUTF8": "1"},
    )
    for number, run in enumerate(runs):
        output = tmp_path / f"out-{number}"
        command = [sys.executable, "-m", "generator", "build", "-C", str(tmp_path), "-o", str(output)]
        done = subprocess.run(
            [*command, "--today", TODAY.isoformat()],
            cwd=ROOT, env=environment | run, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        site.output = output
        assert differing(site.files(), expected) == []


def test_files_that_were_made_in_another_order(tmp_path: Path, expected: dict[str, bytes]) -> None:
    site = journal(tmp_path, reverse=True)
    for number, path in enumerate(sorted(site.folder.rglob("*.md"))):
        os.utime(path, (number, number))
    assert differing(bytes_of(site), expected) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda text: "\ufeff" + text, id="BOM"),
        pytest.param(lambda text: "\ufeff" + text.replace("\n", "\r\n"), id="BOM and CRLF"),
        pytest.param(lambda text: re.sub(r"\n---\n", "\n---   \n", text, count=1), id="spaces behind the dashes"),
        pytest.param(lambda text: text.removesuffix("\n"), id="no last line end"),
        pytest.param(lambda text: text + "\n\n", id="blank lines at the end"),
    ],
)
def test_another_editor(tmp_path: Path, expected: dict[str, bytes], change: Callable[[str], str]) -> None:
    assert differing(bytes_of(journal(tmp_path, lambda _, text: change(text))), expected) == []


def test_front_matter_in_another_order(tmp_path: Path, expected: dict[str, bytes]) -> None:
    def turned(path: str, text: str) -> str:
        if not text.startswith("---\n"):
            return text
        front, body = text.removeprefix("---\n").split("---\n", 1)
        keys = re.split(r"^(?=\S)", front, flags=re.MULTILINE)[1:]
        return "---\n" + "".join(reversed(keys)) + "---\n" + body

    assert turned("", "---\na: 1\nb:\n  - 2\n---\nc\n") == "---\nb:\n  - 2\na: 1\n---\nc\n"
    assert differing(bytes_of(journal(tmp_path, turned)), expected) == []


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    site = journal(tmp_path)
    first = site.build().written
    assert first is not None
    assert first.written == len(site.files()) - 1, "all but the manifest"
    stamps = {path: path.stat().st_mtime_ns for path in site.output.rglob("*.html")}
    again = site.build().written
    assert again is not None
    assert (again.written, again.removed, again.unchanged) == (0, 0, first.written)
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps


def test_another_day_and_back(tmp_path: Path, expected: dict[str, bytes]) -> None:
    site = journal(tmp_path)
    for day in (dt.date(2025, 12, 31), TODAY, dt.date(2026, 2, 14), dt.date(2027, 6, 1), TODAY):
        site.build(day)
    assert differing(site.files(), expected) == []


def test_one_edit_and_back(tmp_path: Path, expected: dict[str, bytes]) -> None:
    """A goal taken out and put back, a title changed and changed back, drafts shown and hidden."""
    site = journal(tmp_path)
    site.build()
    goal = site.folder / "content/goals/run.md"
    text = goal.read_text("utf-8")
    goal.unlink()
    site.build()
    goal.write_text(text.replace("km", "mi"), "utf-8", newline="")
    site.build(drafts=True, future=True)
    goal.write_text(text, "utf-8", newline="")
    assert differing(bytes_of(site), expected) == []


LINK = re.compile(rb"""(?:href|src|action)=("[^"]*"|'[^']*')""")


def test_offline_differs_only_in_links(tmp_path: Path, expected: dict[str, bytes]) -> None:
    site = journal(tmp_path)
    assert site.build(offline=True).problems == ()
    offline = site.files()
    assert offline.keys() == expected.keys()
    pages = [path for path in expected if path.endswith(".html")]
    assert any(offline[path] != expected[path] for path in pages)
    for path in expected:
        if path in pages:
            assert LINK.sub(b"", offline[path]) == LINK.sub(b"", expected[path]), path
            online = [link.replace(b"index.html", b"") for link in LINK.findall(offline[path])]
            assert [link.replace(b'"./', b'"') for link in online] == [
                link.replace(b'"./', b'"') for link in LINK.findall(expected[path])
            ], path
        elif not path.endswith((".json", ".js")):  # the manifest, and what scripts read, may name the files
            assert offline[path] == expected[path], path


def test_every_link_of_the_site_leads_to_a_file(expected: dict[str, bytes]) -> None:
    """Relative links, from each page; 404.html's may be absolute, since it stands anywhere."""
    for path, data in expected.items():
        if not path.endswith(".html"):
            continue
        for quoted in LINK.findall(data):
            link = quoted[1:-1].decode().partition("#")[0].partition("?")[0]
            if re.match(r"[a-z][a-z0-9+.-]*:|//|/", link):
                assert path == "404.html" or not link.startswith("/"), (path, link)
                continue
            target = os.path.normpath(Path(path).parent / link) if link else path
            found = {target.removeprefix("./"), os.path.normpath(f"{target}/index.html")}
            assert found & expected.keys(), (path, link)


@given(models(), st.booleans())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=12)
def test_any_journal_rebuilds_to_nothing_and_in_any_order(model: Model, backwards: bool) -> None:
    files = written(model)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        sites = Site(Path(one)), Site(Path(other))
        for site in sites:
            (site.folder / "content").mkdir()
        for path in sorted(files):
            sites[0].write(path, files[path])
        for path in sorted(files, reverse=not backwards):
            sites[1].write(path, files[path].replace("\n", "\r\n") if path.endswith(".md") else files[path])
        for site in sites:
            site.build(TODAY)
        assert differing(sites[0].files(), sites[1].files()) == []
        again = sites[0].build(TODAY).written
        assert again is not None
        assert again.written == 0
