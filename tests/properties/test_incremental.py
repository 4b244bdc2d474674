"""The law of the cache: after any sequence of edits, an incremental build is a clean one, byte for byte, and no
stranger's file was touched."""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.base import stamp
from generator.build import Request, build
from generator.cache import last
from generator.cli.main import smallwins
from tests.conftest import TODAY, Site

SOAK = bool(os.environ.get("SOAK"))
GOALS = ("run", "novel", "letters")
DAYS = [dt.date(2026, 2, 10) + dt.timedelta(days=at) for at in range(12)]
WORDS = st.sampled_from(["Ran 5 km", "Wrote 300 words", "Rang Mum", "Nur Mut", "Ran < 2 km & more", "Ein Käse"])
FLAGS = st.sampled_from(["", "visibility: private\n", "draft: yes\n", "visibility: nobody\n"])
PROSE = st.sampled_from(
    ["", "Words.", "Other words.", "![a](../media/a.svg)", "[[novel|it]] and *more*.", "See [[novel|it]]."]
)
STRANGER = "kept/stranger.txt"


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes, and every folder."""
    found = sorted(folder.rglob("*"))
    return {at.relative_to(folder).as_posix(): at.read_bytes() if at.is_file() else b"" for at in found}


class Incremental(RuleBasedStateMachine):
    """A person edits, and builds after each edit."""

    @initialize()
    def begin(self) -> None:
        # A local disk's clock ticks every few milliseconds: with two seconds no stamp would ever be old enough here.
        self.coarse, stamp.COARSE, last.COARSE = stamp.COARSE, 20_000_000, 20_000_000
        self.root = Path(tempfile.mkdtemp(prefix="smallwins-law-"))
        self.site = Site(self.root / "journal")
        self.today = TODAY
        for goal in GOALS:
            self.goal(goal, "Build it", "", "active")
        self.site.write("values/health.md", "---\nidentity: someone who moves\n---\n")
        self.day(DAYS[0], "Ran 5 km", "run", "Prose about [[novel]].", "")
        self.site.write("media/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")

    def teardown(self) -> None:
        if hasattr(self, "root"):
            stamp.COARSE = last.COARSE = self.coarse
            shutil.rmtree(self.root)

    @rule(goal=st.sampled_from(GOALS), title=WORDS, flag=FLAGS, status=st.sampled_from(["active", "paused", "done"]))
    def goal(self, goal: str, title: str, flag: str, status: str) -> None:
        text = f"---\ntitle: '{goal}: {title}'\nvalues: health\nstatus: {status}\n{flag}---\n\nWhy, see [[run]].\n"
        self.site.write(f"goals/{goal}.md", text)

    @rule(
        day=st.sampled_from(DAYS),
        win=WORDS,
        goal=st.sampled_from((*GOALS, "nobody")),
        prose=PROSE,
        flag=FLAGS,
    )
    def day(self, day: dt.date, win: str, goal: str, prose: str, flag: str) -> None:
        front = f"---\n{flag}mood: 3\n---\n" if flag else ""
        self.site.write(f"days/{day}.md", f"{front}+ {win} [[{goal}]]\n  worked: shoes\n\n{prose}\n")

    @rule(day=st.sampled_from(DAYS[:3]), goal=st.sampled_from(GOALS), prose=PROSE, flag=FLAGS)
    def story(self, day: dt.date, goal: str, prose: str, flag: str) -> None:
        self.site.write(f"wins/{day}-told.md", f"---\ntitle: Told\ngoal: {goal}\n{flag}---\n\n{prose}\n")

    @rule(words=PROSE, which=st.integers(0, 20))
    def say_it_in_other_words(self, words: str, which: int) -> None:
        """The last line of a day or a story is its prose."""
        written = sorted(self.site.folder.glob("content/days/*.md")) + sorted(
            self.site.folder.glob("content/wins/*.md")
        )
        if written:
            file = written[which % len(written)]
            file.write_text("\n".join([*file.read_text("utf-8").rstrip("\n").split("\n")[:-1], words, ""]), "utf-8")

    @rule(day=st.sampled_from(DAYS))
    def delete(self, day: dt.date) -> None:
        (self.site.folder / f"content/days/{day}.md").unlink(missing_ok=True)

    @rule(one=st.sampled_from(DAYS), other=st.sampled_from(DAYS))
    def move(self, one: dt.date, other: dt.date) -> None:
        here = self.site.folder / f"content/days/{one}.md"
        if here.exists():
            here.replace(self.site.folder / f"content/days/{other}.md")

    @rule(day=st.sampled_from(DAYS))
    def touch(self, day: dt.date) -> None:
        here = self.site.folder / f"content/days/{day}.md"
        if here.exists():
            os.utime(here)

    @rule(text=st.sampled_from(["title: A\n", "title: B\nlanguage: de\n", "title: A\nbase_url: https://a.org/b/\n"]))
    def configure(self, text: str) -> None:
        self.site.write("site.yaml", text)

    @rule(option=st.sampled_from(["{density: snug}", "{type: sans}", "{home: [goals, wall]}", "{palette: vivid}"]))
    def choose(self, option: str) -> None:
        self.site.write("site.yaml", f"title: A\ntheme: {{name: drystone, options: {option}}}\n")

    @rule(text=st.sampled_from(["One", "Two"]), name=st.sampled_from(["partials/site_foot.html", "pages/about.html"]))
    def theme(self, text: str, name: str) -> None:
        self.site.write(f"templates/{name}", f"<footer>{text}</footer>\n")

    @rule(text=st.sampled_from(["a { color: red }\n", ""]))
    def style(self, text: str) -> None:
        self.site.write("user.css", text)

    @rule(days=st.integers(-20, 400))
    def another_day(self, days: int) -> None:
        self.today = TODAY + dt.timedelta(days=days)

    @rule(day=st.sampled_from(DAYS), win=WORDS, goal=st.sampled_from(GOALS), prose=PROSE)
    def somebody_else_reads_it_first(self, day: dt.date, win: str, goal: str, prose: str) -> None:
        """A day is built into another folder, and then perhaps said in other words."""
        self.day(day, win, goal, "Words.", "")
        self._command(self.root / "elsewhere")
        self.day(day, win, goal, prose, "")

    @rule()
    def lose_a_page(self) -> None:
        (self.site.output / "goals/run/index.html").unlink(missing_ok=True)

    @rule()
    def spoil_a_page(self) -> None:
        page = self.site.output / "index.html"
        if page.exists():
            page.write_bytes(page.read_bytes()[::-1])

    @rule(
        file=st.sampled_from(["entries", "entries-data", "files", "files-data", "site", "last"]),
        at=st.integers(0, 400),
    )
    def damage_the_cache(self, file: str, at: int) -> None:
        for kept in (self.site.folder / ".smallwins/cache").rglob(file):
            if not kept.stat().st_size:
                continue
            data = bytearray(kept.read_bytes())
            data[at % len(data)] ^= 1
            kept.write_bytes(data)

    @precondition(lambda self: hasattr(self, "root") and self.site.output.is_dir())
    @rule()
    def a_stranger_leaves_a_file(self) -> None:
        path = self.site.output / STRANGER
        path.parent.mkdir(exist_ok=True)
        path.write_text("not ours")

    @invariant()
    def an_incremental_build_is_a_clean_one(self) -> None:
        if not hasattr(self, "root"):
            return
        clean = self.root / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        stranger = (self.site.output / STRANGER).exists()
        request = Request(folder=self.site.folder, site=self.site.config(), output=clean, today=self.today, cache=False)
        wrong = any(problem.is_error for problem in build(request).problems)
        assert self._command() == int(wrong)
        found = files_of(self.site.output)
        assert (found.pop(STRANGER, None) is not None) == stranger
        found.pop(STRANGER.rpartition("/")[0], None)
        assert found == files_of(clean)

    def _command(self, output: Path | None = None) -> int:
        """`smallwins build`, which takes every short way that there is."""
        where = str(output or self.site.output)
        asked = ["build", "-C", str(self.site.folder), "-o", where, "--today", str(self.today)]
        return CliRunner().invoke(smallwins, asked, catch_exceptions=False).exit_code


def test_every_kind_of_edit_once() -> None:
    """In an order thought of by hand, so that none is ever left to chance."""
    machine = Incremental()
    machine.begin()
    edits: list[Callable[[], None]] = [
        lambda: None,
        lambda: machine.day(DAYS[1], "Wrote 300 words", "novel", "![a](../media/a.svg)", ""),
        lambda: machine.touch(DAYS[1]),
        lambda: machine.day(DAYS[1], "Wrote 300 words", "novel", "Other words.", ""),
        lambda: machine.day(DAYS[1], "Wrote 300 words", "novel", "Words again.", ""),
        lambda: machine.somebody_else_reads_it_first(DAYS[1], "Sang", "run", "Words."),
        lambda: machine.somebody_else_reads_it_first(DAYS[1], "Danced", "run", "Other words."),
        lambda: machine.story(DAYS[1], "novel", "Words.", ""),
        lambda: machine.story(DAYS[1], "novel", "Other words.", ""),
        lambda: machine.story(DAYS[1], "novel", "See [[novel|it]].", ""),
        lambda: machine.day(DAYS[3], "Ran 5 km", "run", "Words.", "visibility: private\n"),
        lambda: machine.day(DAYS[3], "Ran 5 km", "run", "Other words.", "visibility: private\n"),
        lambda: machine.goal("run", "Ran < 2 km & more", "", "active"),
        lambda: machine.goal("novel", "Build it", "visibility: private\n", "active"),
        lambda: machine.goal("novel", "Build it", "", "paused"),
        lambda: machine.day(DAYS[2], "Ran 5 km", "nobody", "", ""),
        lambda: machine.move(DAYS[1], DAYS[5]),
        lambda: machine.delete(DAYS[2]),
        lambda: machine.another_day(1),
        lambda: machine.another_day(300),
        lambda: machine.configure("title: B\nlanguage: de\n"),
        lambda: machine.configure("title: A\nbase_url: https://a.org/b/\n"),
        lambda: machine.configure("title: Another\nbase_url: https://a.org/b/\n"),
        lambda: machine.choose("{home: [goals, wall]}"),
        lambda: machine.choose("{density: snug}"),
        lambda: machine.theme("One", "partials/site_foot.html"),
        lambda: machine.theme("Two", "partials/site_foot.html"),
        lambda: machine.style("a { color: red }\n"),
        machine.a_stranger_leaves_a_file,
        machine.lose_a_page,
        machine.spoil_a_page,
        lambda: machine.damage_the_cache("entries", 40),
        lambda: machine.damage_the_cache("files", 40),
    ]
    try:
        for edit in edits:
            edit()
            machine.an_incremental_build_is_a_clean_one()
    finally:
        machine.teardown()


Incremental.TestCase.settings = settings(
    max_examples=100 if SOAK else 8, stateful_step_count=30 if SOAK else 8, deadline=None
)
test_the_law = Incremental.TestCase
