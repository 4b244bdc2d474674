"""Problems that no folder in a repository can hold: they are made here, and so is the worst of what can be written."""

import os
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.build import Request
from generator.cli.main import smallwins
from generator.config.load import load
from generator.desk import open_desk
from generator.desk.links import addresses, dead
from generator.edit.new_site import new_site
from generator.read.discover import Source, discover
from generator.read.options import Options
from generator.read.parse import parse
from generator.render.gallery import gallery
from generator.render.theme import load_theme
from generator.render.theme_error import ThemeError
from generator.words import Words
from generator.write.output import refuse
from tests.conftest import TODAY, Site


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(smallwins, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_site_missing(tmp_path: Path) -> None:
    """The place, and what to do about it."""
    status, said = _run("build", "-C", str(tmp_path))
    assert status == 2
    assert "site.yaml: error[site-missing]" in said
    assert "smallwins new site" in said


def test_site_unreadable(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").mkdir()
    status, said = _run("check", "-C", str(tmp_path))
    assert status == 2
    assert "error[site-unreadable]" in said


def test_content_missing(site: Site) -> None:
    """A build of nothing would take the place of the last site."""
    site.write("days/2026-02-15.md", "+ Rang the bank\n")
    site.build()
    before = site.files()
    (site.folder / "content").rename(site.folder / "elsewhere")
    status, said = _run("build", "-C", str(site.folder))
    assert status == 2
    assert "error[content-missing]" in said
    assert site.files() == before


def test_variable_unknown(site: Site) -> None:
    _, problems = load(site.folder, {"SMALLWINS_BASURL": "x"})
    (problem,) = problems
    assert (problem.code, problem.origin.path) == ("variable-unknown", "SMALLWINS_BASURL")
    assert "SMALLWINS_BASE_URL" in problem.hint


def test_folder_taken(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    made, problem = new_site(tmp_path, TODAY)
    assert made == ()
    assert problem is not None
    assert problem.code == "folder-taken"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_file_too_large(site: Site) -> None:
    site.write("days/2026-02-15.md", "a" * (1024 * 1024 + 1))
    assert site.codes() == ["file-too-large"]


def test_yaml_too_large(site: Site) -> None:
    site.write("goals/run.md", f"---\ntitle: {'a' * 70_000}\n---\n")
    assert site.codes() == ["yaml-too-large"]


def test_link_outside(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link that leads out of content/ is not followed; one in a circle ends."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text("secret")
    site.write("goals/run.md", "")
    (site.folder / "content/goals/out.md").symlink_to(outside / "secret.md")
    (site.folder / "content/goals/round").symlink_to(site.folder / "content/goals")
    found = discover(site.folder)
    assert [source.path for source in found.entries] == ["content/goals/run.md"]
    assert [problem.code for problem in found.problems] == ["link-outside"]


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFO there")
def test_a_fifo_does_not_hang(site: Site) -> None:
    site.write("goals/run.md", "")
    os.mkfifo(site.folder / "content/goals/pipe.md")
    assert [source.path for source in discover(site.folder).entries] == ["content/goals/run.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_file_name(site: Site) -> None:
    site.write("goals/run.md", "")
    name = os.fsencode(site.folder / "content/goals") + b"/M\xfcde.md"
    with open(name, "wb"):  # noqa: PTH123  # a Path can't hold these bytes
        pass
    found = discover(site.folder)
    assert [problem.code for problem in found.problems] == ["file-name"]
    assert len(found.entries) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_unreadable(site: Site) -> None:
    site.write("days/2026-02-15.md", "+ Rang the bank\n")
    site.write("goals/run.md", "")
    (site.folder / "content/goals/run.md").chmod(0)
    assert site.codes() == ["file-unreadable"]
    (site.folder / "content/goals").chmod(0)
    try:
        built = site.build()
    finally:
        (site.folder / "content/goals").chmod(0o755)
    assert [problem.code for problem in built.problems] == ["folder-unreadable"]
    assert built.written is None


def test_output_refused(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The journal, what holds it, its content, the home folder, a stranger's folder, a link."""
    site.write("goals/run.md", "")
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    stranger = tmp_path_factory.mktemp("stranger")
    (stranger / "photo.jpg").write_bytes(b"mine")
    link = site.folder / "link"
    link.symlink_to(home)
    folder = site.folder
    for output in (
        folder,
        folder.parent,
        Path("/"),
        home,
        home.parent,
        folder / "content",
        folder / "content/x",
        stranger,
        link,
    ):
        problem = refuse(folder, output)
        assert problem is not None, output
        assert problem.code == "output-refused"
    assert refuse(folder, folder / "public") is None
    assert refuse(folder, tmp_path_factory.mktemp("empty")) is None


def test_output_collision(site: Site) -> None:
    """Two pictures that differ only in case would be one file on some disks: both are named, nothing is written."""
    site.write("media/a.svg", "<svg/>")
    site.write("media/A.svg", "<svg/>")
    site.write("pages/about.md", "![one](../media/a.svg) ![two](../media/A.svg)\n")
    built = site.build()
    (problem,) = (problem for problem in built.problems if problem.code == "output-collision")
    assert "media/a.svg" in problem.message
    assert "media/A.svg" in problem.message
    assert site.files() == {}


def test_output_changed(site: Site) -> None:
    """What somebody changed since stays, and is said."""
    site.write("pages/about.md", "Hello\n")
    site.build()
    (site.output / "about/index.html").write_text("mine now")
    (site.folder / "content/pages/about.md").unlink()
    assert site.codes() == ["output-changed"]
    assert (site.output / "about/index.html").read_text() == "mine now"


def test_link_dead(site: Site) -> None:
    """Asked only when told to; every place that links there is named, and so is a page that an item's note links to.

    == days/2026-02-15.md
    + Ran 5 km

      With [the map](https://maps.example/run).

    A [page](https://gone.example/a(b)) and one https://fine.example/x?y=1&z=2 and again

    <https://gone.example/a(b)>.
    """
    desk, problems = open_desk(Request(folder=site.folder, site=site.config(), output=site.output, today=TODAY))
    assert desk is not None, problems
    asked: list[str] = []

    def ask(url: str) -> str:
        asked.append(url)
        return "" if "fine" in url else "the host answers 404"

    found = [(p.code, str(p.origin)) for p in dead(addresses(desk, site.folder), ask)]
    assert sorted(asked) == [
        "https://fine.example/x?y=1&z=2", "https://gone.example/a(b)", "https://maps.example/run",
    ]  # fmt: skip
    assert found == [
        ("link-dead", "content/days/2026-02-15.md:5:10"), ("link-dead", "content/days/2026-02-15.md:3:18"),
    ]  # fmt: skip


def _parse(path: str, data: bytes) -> None:
    parse(Source(path, path.split("/")[1], (0, 0, 0, 0)), data, Options())


@given(st.binary(max_size=400))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    """Whatever the file holds: an entry or problems, and never an exception."""
    for path in ("content/days/2026-02-15.md", "content/goals/run.md"):
        _parse(path, data)
        _parse(path, b"---\n" + data + b"\n---\n")


KEYS = st.sampled_from(
    ["title", "next", "measure", "milestones", "paused", "values", "visibility", "changed", "habits", "wins", "mood"]
)
SHAPES = st.recursive(
    st.sampled_from(["x", "5 km", "2026-01-01", "0001-01-01", "", "~", "yes", "[", "{", "1,5"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda d: "{" + ", ".join(f"{k}: {v}" for k, v in d.items()) + "}"
        )
    ),
    max_leaves=6,
)


@given(
    st.sampled_from(["days/2026-02-15", "goals/run", "habits/jog", "reviews/2026-W07", "wins/2026-02-14-x"]),
    st.dictionaries(KEYS, SHAPES, max_size=4),
)
def test_no_key_has_too_strange_a_shape(name: str, written: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in written.items())
    _parse(f"content/{name}.md", f"---\n{text}---\n".encode())


def test_example_unfit(tmp_path: Path) -> None:
    """Only the gallery reads examples: a site is built without them."""
    theme, problems = load_theme(tmp_path, Site(tmp_path).config())
    assert theme is not None, problems
    (tmp_path / "examples/charts").mkdir(parents=True)
    (tmp_path / "examples/charts/wall.yaml").write_text("title: A wall\n")
    with pytest.raises(ThemeError) as wrong:
        gallery(msgspec.structs.replace(theme, folders=(tmp_path, *theme.folders)), Words("en"))
    (problem,) = (wrong.value.problem,)
    assert (problem.code, str(problem.origin)) == ("example-unfit", "examples/charts/wall.yaml:1:1")


def test_secret_found(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a mistake of ours lets one through: a template that says it stands for that.

    == goals/quit.md
    ---
    title: Leave the Harbour Office
    visibility: private
    ---
    == pages/about.md
    Hello.
    """
    monkeypatch.setattr("generator.build.own_text", lambda theme: "")
    site.write("templates/pages/free_page.html", "<p>Leave the Harbour Office</p>\n")
    status, said = _run("build", "-C", str(site.folder), "--today", "2026-03-01")
    assert status == 1
    assert said == (
        "content/goals/quit.md: error[secret-found]: about/index.html would hold 'Leave the Harbour Office', "
        "which stands in content/goals/quit.md and is not public\n"
        "  hint: nothing was written; take it out of what is public, or say both in other words\n\n"
    )
