"""A storm of saves, renames and deletions on a journal that is being previewed: `python -m tests.serve.storm 10000`.

Afterwards the served site must be that of a clean build, and neither process larger than it was.
"""

import argparse
import datetime as dt
import os
import random
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from generator.build import Request, build
from generator.render.assets import PREVIEW
from generator.write.manifest import MANIFEST
from tests.conftest import TODAY, Site

from .running import Preview, preview

FIRST = dt.date(2025, 10, 1)
DAYS = 60
GOALS = ("run", "read", "sing")
_SCRIPT = re.compile(rb'<script src="/_smallwins/preview\.js".*?</script>\n')


class Figures(msgspec.Struct, frozen=True):
    """What a storm came to: how many seconds after its last wave the site was right (the longest of several times), how
    many builds there were, and the memory in MB of server and builder, early and at its end."""

    seconds: float
    builds: int
    early: tuple[float, ...]
    late: tuple[float, ...]


class Storm:
    """Random changes to a journal, each of which may come in the middle of a build."""

    def __init__(self, site: Site, seed: int) -> None:
        self.site = site
        self.chance = random.Random(seed)
        self.content = site.folder / "content"
        self.waves: tuple[Callable[[], None], ...] = (
            self.save, self.save, self.save, self.save_in_two_steps, self.save_by_a_new_file, self.save_by_a_backup,
            self.delete, self.rename, self.restyle, self.retitle, self.break_something, self.mend, self.a_story,
            self.litter, self.move_a_folder, self.replace_everything, self.take_everything_away,
        )  # fmt: skip
        self.mend()
        for goal in GOALS:
            site.write(f"goals/{goal}.md", f"---\ntitle: To {goal}\n---\n")
        for _ in range(DAYS // 2):
            self.save()

    def wave(self) -> None:
        """One change."""
        rare = {self.replace_everything: 0.03, self.take_everything_away: 0.03, self.retitle: 0.2, self.restyle: 0.2}
        wave = self.chance.choice(self.waves)
        if self.chance.random() < rare.get(wave, 1):
            wave()
        if self.chance.random() < 0.3:
            time.sleep(self.chance.random() * 0.03)
        if self.chance.random() < 0.02:
            time.sleep(self.chance.random())  # for a build in the middle of it

    def words(self) -> str:
        """A day, or what a person writes into one."""
        lines = [f"+ Did {self.chance.randrange(999)} things [[{self.chance.choice(GOALS)}]]\n"]
        lines += ["  visibility: private\n"] * (self.chance.random() < 0.2)
        lines += [f"\nProse {self.chance.randrange(999)}, of [[{self.chance.choice(GOALS)}]].\n"]
        front = "---\ndraft: true\n---\n" if self.chance.random() < 0.1 else ""
        return front + "".join(lines)

    def day(self) -> Path:
        date = FIRST + dt.timedelta(days=self.chance.randrange(DAYS))
        path = self.content / f"days/{date}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def some(self) -> Path | None:
        """A day that is there."""
        days = sorted((self.content / "days").glob("20*.md"))
        return self.chance.choice(days) if days else None

    def save(self) -> None:
        self.day().write_text(self.words())

    def save_in_two_steps(self) -> None:
        with self.day().open("w") as file:
            file.flush()
            time.sleep(self.chance.random() * 0.01)
            file.write(self.words())

    def save_by_a_new_file(self) -> None:
        day = self.day()
        new = day.with_name(f".{day.name}.tmp")
        new.write_text(self.words())
        new.replace(day)

    def save_by_a_backup(self) -> None:
        if day := self.some():
            backup = day.with_name(f"{day.name}~")
            day.rename(backup)
            day.write_text(self.words())
            backup.unlink()

    def delete(self) -> None:
        if day := self.some():
            day.unlink()

    def rename(self) -> None:
        day, to = self.some(), self.day()
        if day and not to.exists():
            day.rename(to)

    def restyle(self) -> None:
        self.site.write("user.css", f"h1 {{ margin: {self.chance.randrange(99)}px }}\n")

    def retitle(self) -> None:
        goal = self.chance.choice(GOALS)
        self.site.write(f"goals/{goal}.md", f"---\ntitle: To {goal} {self.chance.randrange(99)}\n---\n")

    def break_something(self) -> None:
        self.site.write("pages/about.md", "See [[nobody]].\n")

    def mend(self) -> None:
        self.site.write("pages/about.md", f"See [[{self.chance.choice(GOALS)}]].\n")

    def a_story(self) -> None:
        number = self.chance.randrange(5)
        at = self.content / f"wins/2025-10-{10 + number}-story.md"
        if at.exists():
            at.unlink()
        else:
            self.site.write(f"wins/{at.name}", f"---\ngoal: run\n---\nA story {self.chance.randrange(99)}.\n")

    def litter(self) -> None:
        for name in (".#lock", "#auto#", "4913", "x.swp", "y~"):
            (self.content / "days").mkdir(parents=True, exist_ok=True)
            (self.content / "days" / name).write_text("x")
            (self.content / "days" / name).unlink()

    def move_a_folder(self) -> None:
        wins, aside = self.content / "wins", self.site.folder / "aside"
        if aside.exists() and not wins.exists():
            aside.rename(wins)
        elif wins.exists() and not aside.exists():
            wins.rename(aside)

    def replace_everything(self) -> None:
        other = self.site.folder / "other"
        shutil.copytree(self.content, other)
        shutil.rmtree(self.content)
        other.rename(self.content)

    def take_everything_away(self) -> None:
        away = self.site.folder / "away"
        self.content.rename(away)
        time.sleep(self.chance.random() * 0.1)
        away.rename(self.content)


def clean(site: Site) -> dict[str, bytes]:
    """The files of the same site, built from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        config = msgspec.structs.replace(site.config(), today_page="public")
        output = Path(folder) / "site"
        request = Request(folder=site.folder, site=config, output=output, today=TODAY, whole=True, cache=False)
        built = build(request)
        assert built.problems == (), built.problems
        return files(output)


def files(output: Path) -> dict[str, bytes]:
    """Every file of a site that is handed out."""
    found = {}
    for path in output.rglob("*"):
        name = path.relative_to(output).as_posix()
        if path.is_file() and name not in (MANIFEST, PREVIEW):
            found[name] = path.read_bytes()
    return found


def served(running: Preview, path: str) -> bytes:
    """A file as the server hands it out, without the preview's script."""
    return _SCRIPT.sub(b"", running.ask(f"/{path.removesuffix('index.html')}")[2])


def memory(running: Preview) -> tuple[float, ...]:
    """The MB that server and builder hold; nothing where the system does not say."""
    first = running.process.pid
    try:
        tasks = Path(f"/proc/{first}/task").iterdir()
        children = " ".join((task / "children").read_text() for task in tasks).split()
        sizes = [re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()) for pid in (first, *children)]
    except OSError:
        return ()
    # The tracker that `multiprocessing` begins with every spawned process is small, and no part of it.
    return tuple(sorted((int(size[1]) / 1024 for size in sizes if size), reverse=True)[:2])


def storm(site: Site, waves: int, seed: int, patience: float, checks: int = 1) -> Figures:
    """Let it storm, and look `checks` times whether the site is right within `patience` seconds of calm."""
    raging = Storm(site, seed)
    early: tuple[float, ...] = ()
    seconds = 0.0
    with preview(site) as running:
        for check in range(checks):
            for _ in range(waves // checks):
                raging.wave()
            raging.mend()
            begun = time.monotonic()
            expected = clean(site)
            output = site.folder / ".smallwins/preview"
            while (now := files(output)) != expected:
                if time.monotonic() - begun > patience:
                    wrong = sorted(name for name in now.keys() | expected.keys() if now.get(name) != expected.get(name))
                    raise AssertionError(f"not right after {patience} s: {wrong[:9]}\n{running.said[-3000:]}")
                time.sleep(0.05)
            seconds = max(seconds, time.monotonic() - begun)
            for path in raging.chance.sample([name for name in sorted(expected) if not name.startswith(".")], 12):
                assert served(running, path) == expected[path], path
            early = early if check else memory(running)
        late = memory(running)
        assert running.end() == 0
        assert "Traceback" not in running.said
        assert "a mistake of ours" not in running.said
        return Figures(seconds, len(re.findall(r"^\d\d:\d\d:\d\d ", running.said, re.MULTILINE)), early, late)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.serve.storm", description=__doc__)
    parser.add_argument("waves", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--checks", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("COLUMNS", "100")
        print(storm(Site(Path(folder) / "journal"), given.waves, given.seed, 5.0, given.checks))


if __name__ == "__main__":
    main()
