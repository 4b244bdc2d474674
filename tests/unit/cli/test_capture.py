"""Capture, as a person's fingers do it: what they type, what they read, and what stands in the file then."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import asking
from generator.cli.main import smallwins
from tests.conftest import Site

ROOT = Path(__file__).parents[3]
DAY = "days/2026-02-15.md"


def run(site: Site, *words: str, typed: str | None = None) -> Result:
    """A command on 15 February 2026."""
    command, *rest = words
    when = [] if command in ("undo", "completion") else ["--today", "2026-02-15"]
    result = CliRunner().invoke(smallwins, [command, "-C", str(site.folder), *when, *rest], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def said(site: Site, *words: str) -> str:
    """What a command that goes well answers."""
    result = run(site, *words)
    assert result.exit_code == 0, result.output
    return result.output.strip()


def text(site: Site, path: str = DAY) -> str:
    return (site.folder / "content" / path).read_bytes().decode()


def contents(site: Site) -> dict[str, bytes]:
    """Every file of the person's."""
    root = site.folder / "content"
    return {at.relative_to(root).as_posix(): at.read_bytes() for at in sorted(root.rglob("*")) if at.is_file()}


def test_a_win(site: Site) -> None:
    """Into the day's file, behind the last win; the answer counts from the whole journal.

    == goals/run.md
    ---
    title: Run a marathon
    measure: {unit: km, kind: max, target: 42.2}
    ---
    == days/2026-02-14.md
    + Ran 4 km [[run]]
    == days/2026-02-15.md
    + Rang the bank

    A day in prose.
    """
    answer = said(site, "win", "Ran 5 km with Sam", "-g", "run", "-a", "5 km", "--worked", "left the shoes by the door")
    assert answer == "Laid. Stone 2 of Run a marathon; your furthest yet."
    assert text(site) == (
        "+ Rang the bank\n"
        "+ Ran 5 km with Sam [[run]]\n"
        "  amount: 5 km\n"
        "  worked: left the shoes by the door\n"
        "\n"
        "A day in prose.\n"
    )
    (win,) = [win for win in site.journal().wins if win.title == "Ran 5 km with Sam"]
    assert (win.goals, str(win.amount), win.worked) == (("run",), "5 km", "left the shoes by the door")


def test_words_need_no_quotes_and_the_file_is_made(site: Site) -> None:
    """== goals/run.md"""
    said(site, "win", "Rang", "the", "bank", "-g", "run")
    assert text(site) == "+ Rang the bank [[run]]\n"


def test_a_line_through_a_pipe(site: Site) -> None:
    """== goals/run.md"""
    assert run(site, "win", "-", "-g", "run", typed="Ran with Sam\n").exit_code == 0
    assert text(site) == "+ Ran with Sam [[run]]\n"
    assert run(site, "win", "-", typed="two\nlines\n").exit_code == 1


def test_what_the_text_names_already_is_not_named_twice(site: Site) -> None:
    """== goals/run.md
    ---
    title: Run a marathon
    ---
    == goals/fun.md
    """
    said(site, "win", "Ran for [[run a marathon|the marathon]]", "-g", "run", "-g", "fun", "-g", "fun")
    assert text(site) == "+ Ran for [[run a marathon|the marathon]] [[fun]]\n"


def test_spaces_are_no_part_of_a_name(site: Site) -> None:
    """The goal that is called so, and not the one that only begins so.

    == goals/novel.md
    ---
    title: "Finish  the novel"
    ---
    == goals/proofs.md
    ---
    title: Finish the novel's proofs
    ---
    """
    said(site, "win", "Wrote", "-g", "finish the  novel")
    assert text(site) == "+ Wrote [[novel]]\n"


def test_on_this_day(site: Site) -> None:
    """Where there is nothing to note, a win of this day in an earlier year.

    == goals/run.md
    == days/2024-02-15.md
    + Rang the bank
    == days/2025-02-15.md
    + Mended the gate
    == days/2026-02-14.md
    + A walk [[run]]
    + Another [[run]]
    """
    assert said(site, "win", "A third", "-g", "run") == "Laid. On this day in 2025: Mended the gate"


def test_on_this_day_another_one_each_time(site: Site) -> None:
    """== goals/run.md
    == days/2025-02-15.md
    + Rang the bank
    + Mended the gate
    == days/2026-02-14.md
    + A walk [[run]]
    + Another [[run]]
    """
    answers = [said(site, "win", "More", "-g", "run").removeprefix("Laid. On this day in 2025: ") for _ in range(3)]
    assert answers == ["Rang the bank", "Mended the gate", "Rang the bank"]


def test_behind_a_last_line_without_an_end(site: Site) -> None:
    """The line above says what it said: it is not what is answered about, and not what is judged.

    == goals/run.md
    == days/2025-02-15.md
    + Rang the bank
    == days/2026-02-15.md
    """
    site.write(DAY, "+ Ran 14 km [[run]]")
    told = json.loads(said(site, "win", "Called Mum", "--json"))
    assert (told["line"], told["answer"]) == (2, "Laid. On this day in 2025: Rang the bank")
    assert text(site) == "+ Ran 14 km [[run]]\n+ Called Mum"
    site.write(DAY, "+ Ran 14 km [[run]]")
    assert said(site, "setback", "Fell", "--restart", "walk") == "Noted. The way back is there: walk"
    assert text(site) == "+ Ran 14 km [[run]]\n\n## Setbacks\n+ Fell\n  restart: walk"
    site.write(DAY, "+ Ran [[nobody]]")
    said(site, "win", "Called Mum")
    assert text(site) == "+ Ran [[nobody]]\n+ Called Mum"


def test_what_is_wrong_below_is_no_business_of_a_win(site: Site) -> None:
    """== days/2026-02-15.md
    See [[nobody]].
    """
    said(site, "win", "Called Mum")
    assert text(site) == "+ Called Mum\n\nSee [[nobody]].\n"


def test_what_is_wrong_above_is_no_business_of_a_tick(site: Site) -> None:
    """== habits/jog.md
    == days/2026-02-15.md
    ---
    habits:
      - nothing
    ---
    """
    said(site, "tick", "jog")
    assert text(site) == "---\nhabits:\n  - nothing\n  - jog\n---\n"


def test_a_mistake_of_ours_in_the_answer(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is written, once: whoever is told so does not write it again.

    == goals/run.md
    """

    def to_win(*_: object) -> str:
        raise ValueError("a mistake")

    monkeypatch.setattr("generator.cli.answer.to_win", to_win)
    result = run(site, "win", "Called Mum")
    assert result.exit_code == 0
    assert "A mistake of ours, not of yours, keeps the answer: ValueError: a mistake" in result.output
    assert "Written: content/days/2026-02-15.md:1" in result.output
    assert text(site) == "+ Called Mum\n"


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (["--milestone", "beta"], "Beta readers stands, and you promised yourself a day off"),
        (["--stretch"], "your first stretch"),
        (["--effort", "5"], "this one took all you had"),
    ],
)
def test_what_is_worth_a_word(site: Site, options: list[str], answer: str) -> None:
    """
    == goals/book.md
    ---
    title: The book
    milestones: [{id: beta, title: Beta readers, reward: a day off}]
    ---
    == days/2026-02-13.md
    + One [[book]]
    == days/2026-02-14.md
    + Two [[book]]
    """
    assert said(site, "win", "Three", "-g", "book", *options) == f"Laid. Stone 3 of The book; {answer}."


def test_coming_back(site: Site) -> None:
    """A gap of 31 days is longer than twice the usual week.

    == goals/book.md
    == days/2026-01-15.md
    + One [[book]]
    """
    assert said(site, "win", "Two", "-g", "book") == "Laid. Stone 2 of Book; back after 31 days."


def test_yesterday_and_a_private_goal(site: Site) -> None:
    """The terminal answers its writer: what is private counts there.

    == goals/secret.md
    ---
    visibility: private
    ---
    == days/2026-02-10.md
    + One [[secret]]
    """
    assert said(site, "win", "Two", "-g", "sec", "--date", "yesterday") == "Laid. Stone 2 of Secret."
    assert text(site, "days/2026-02-14.md") == "+ Two [[secret]]\n"
    assert site.journal().wins == ()


def test_a_value_goes_by_its_key(site: Site) -> None:
    """A private value hides only itself: named in the text it would be an error.

    == values/growth.md
    ---
    visibility: private
    ---
    """
    said(site, "win", "Asked a question", "--value", "growth")
    assert text(site) == "+ Asked a question\n  values: growth\n"
    assert [win.title for win in site.journal().wins] == ["Asked a question"]


def test_the_file_that_the_day_has(site: Site) -> None:
    """Wherever it lies, and whatever it is called.

    == days/2026/02/14.md
    + One
    == days/old/notes.md
    ---
    date: 2026-02-15
    ---
    + Two
    """
    said(site, "win", "Three")
    said(site, "win", "Four", "--date", "2026-02-13")
    assert text(site, "days/old/notes.md").endswith("+ Two\n+ Three\n")
    assert text(site, "days/2026/02/13.md") == "+ Four\n"


def test_a_file_whose_date_is_another_day_s(site: Site) -> None:
    """== days/2026-02-15.md
    ---
    date: 2026-02-10
    ---
    + Earlier
    """
    said(site, "win", "Today")
    assert text(site).endswith("+ Earlier\n")
    assert text(site, "days/2026-02-15-2.md") == "+ Today\n"
    assert {win.title: str(win.date) for win in site.journal().wins} == {
        "Earlier": "2026-02-10", "Today": "2026-02-15",
    }  # fmt: skip


def test_a_setback(site: Site) -> None:
    """Under its heading, in the site's language; the way back is the answer.

    == site.yaml
    language: de
    == goals/run.md
    == days/2026-02-15.md
    + Rang the bank

    Prose.
    """
    answer = said(site, "setback", "Shin hurts", "-g", "run", "--learned", "warm up", "--restart", "walk 20 minutes")
    assert answer == "Noted. The way back is there: walk 20 minutes"
    said(site, "setback", "Rain")
    assert text(site).endswith(
        "Prose.\n\n## Rückschläge\n+ Shin hurts [[run]]\n  learned: warm up\n  restart: walk 20 minutes\n+ Rain\n"
    )
    published = site.build().published
    assert published is not None
    assert [setback.title for setback in published.journal.setbacks] == ["Shin hurts", "Rain"]


def test_ticks_and_skips(site: Site) -> None:
    """They go to the front matter, which keeps its comments; a second one is refused.

    == habits/jog.md
    ---
    title: A jog
    measure: {unit: min, at_least: 20}
    ---
    == habits/pages.md
    == days/2026-02-15.md
    ---
    mood: 4   # better
    habits:
      - jog   # early
    ---
    Prose.
    """
    assert said(site, "tick", "pages", "--worked", "phone away: all night") == "Ticked: Pages, for the 1st time."
    skipped = said(site, "skip", "pages", "--why", "travel", "--date", "yesterday")
    assert skipped == "Let go on 14 February 2026: Pages. Its strength stays as it was."
    assert text(site) == (
        "---\nmood: 4   # better\nhabits:\n  - jog   # early\n"
        '  - {habit: pages, worked: "phone away: all night"}\n---\nProse.\n'
    )
    assert text(site, "days/2026-02-14.md") == "---\nskips: [{habit: pages, why: travel}]\n---\n"
    again = run(site, "tick", "a jog")
    assert again.exit_code == 1
    assert "A jog is ticked on 2026-02-15 already" in again.output
    assert site.journal().days


def test_a_tick_that_the_front_matter_has_no_sure_place_for(site: Site) -> None:
    """== habits/jog.md
    ---
    title: A jog
    ---
    == habits/pages.md
    == days/2026-02-15.md
    ---
    habits:
      - habit: pages
        worked: >
          folded
    ---
    """
    said(site, "tick", "jog", "--effort", "2")
    assert text(site).endswith("---\n+ A jog [[jog]]\n  effort: 2\n")
    assert sorted(win.habit or "" for win in site.journal().wins) == ["jog", "pages"]


def test_done(site: Site) -> None:
    """== goals/book.md
    ---
    title: The book   # at last
    status: active
    ---
    Its story.
    == days/2026-02-14.md
    + One [[book]]
    + Two [[book]]
    """
    assert said(site, "done", "the b") == "The book stands: 2 stones since 14 February 2026."
    assert text(site, "goals/book.md") == (
        "---\ntitle: The book   # at last\nstatus: done\nended: 2026-02-15\n---\nIts story.\n"
    )
    assert site.journal().goals["book"].status == "done"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (["--milestone", "harb", "-g", "run"], "harbour"),
        (["--milestone", "and back", "-g", "run"], "harbour"),
        (["[[a marathon]]", "--milestone", "half"], "half-way"),
        (["--habit", "jog", "--milestone", "half"], "half-way"),
    ],
)
def test_the_beginning_of_a_milestone_is_enough(site: Site, words: list[str], written: str) -> None:
    """On the goals that the win serves: the other goal's half is not meant.

    == goals/run.md
    ---
    aliases: a marathon
    milestones: [{at: 5, title: Half way}, {id: harbour, title: To the harbour and back}]
    ---
    == goals/read.md
    ---
    milestones: [{id: half, title: Half of it}, {id: harbinger}]
    ---
    == habits/jog.md
    ---
    goal: run
    ---
    """
    said(site, "win", "Ran", *words)
    assert text(site).endswith(f"\n  milestone: {written}\n")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            ["win", "Ran", "-g", "rnu"],
            "--goal: error[goal-unknown]: there is no goal 'rnu'\n  hint: did you mean *run*",
        ),
        (["win", "Ran", "-g", "r"], "--goal: error[reference-unclear]: 'r' could be Read (read) or Run (run)"),
        (["win", "Ran", "-g", "run", "-a", "3 kg"], "--amount: error[amount-unfit]: 3 kg fits none"),
        (["win", "Ran", "-g", "run", "-a", "3,5"], "--amount: error[amount-unreadable]"),
        (["win", "Ran", "--milestone", "half", "-g", "run"], "--milestone: error[milestone-unknown]"),
        (
            ["win", "Ran", "--milestone", "half", "-g", "run"],
            "no goal of this win has a milestone 'half'\n  hint: write it under `milestones:` of the goal",
        ),
        (["win", "Ran", "--effort", "9"], "--effort: error[scale-unreadable]"),
        (["win", "Ran [[nobody]]"], "TEXT: error[mention-unknown]"),
        (["win", "a\nb"], "TEXT: error[text-unwritable]: it would not come back as you typed it: it has more than one"),
        (["win", "a", "--worked", "~"], "--worked: error[text-unwritable]"),
        (["setback", "Flu", "--time", "27:00"], "--time: error[time-unreadable]"),
        (["tick", "jog", "-a", "5 km"], "--amount: error[amount-unfit]"),
        (["tick", "jg"], "HABIT: error[habit-unknown]: there is no habit 'jg'"),
        (["done", "nothing"], "GOAL: error[goal-unknown]"),
    ],
)
def test_refused(site: Site, words: list[str], wanted: str) -> None:
    """What a build would call an error is not written.

    == goals/run.md
    ---
    measure: {unit: km}
    ---
    == goals/read.md
    == habits/jog.md
    == days/2026-02-15.md
    + One
    """
    before = contents(site)
    result = run(site, *words)
    assert result.exit_code == 1
    assert wanted in result.output
    assert "Nothing is written." in result.output
    assert contents(site) == before


def test_a_file_with_an_error_is_left_alone(site: Site) -> None:
    """== days/2026-02-15.md
    ---
    mood: [
    ---
    + One
    """
    before = contents(site)
    result = run(site, "win", "Two")
    assert result.exit_code == 1
    assert "content/days/2026-02-15.md:2:" in result.output
    assert contents(site) == before


def test_undo(site: Site) -> None:
    """Capture by capture, to the very bytes; folders that were made go too.

    == habits/jog.md
    == days/2026/01/31.md
    + One
    """
    versions = [contents(site)]
    for words in (["win", "Two"], ["tick", "jog"], ["setback", "Rain"], ["skip", "jog", "--date", "yesterday"]):
        said(site, *words)
        versions.append(contents(site))
    for before in reversed(versions[:-1]):
        assert said(site, "undo").startswith("Taken back from content/days/2026/02/1")
        assert contents(site) == before
    assert not (site.folder / "content/days/2026/02").exists()
    assert run(site, "undo").exit_code == 1


def test_undo_keeps_what_was_written_since(site: Site) -> None:
    """== days/2026-02-15.md
    + One
    """
    said(site, "win", "Two")
    site.write(DAY, text(site) + "\nProse.\n")
    said(site, "undo")
    assert text(site) == "+ One\n\nProse.\n"
    said(site, "win", "Two")
    site.write(DAY, text(site).replace("Two", "Three"))
    refused = run(site, "undo")
    assert refused.exit_code == 1
    assert "it was changed since, so this stays: win: Two" in refused.output
    assert "Three" in text(site)


def test_undo_passes_over_what_was_written_over(site: Site) -> None:
    """It says so once, with the place, and goes on to the capture before; who restores the file can take it back after
    all.

    == habits/jog.md
    == days/2026-02-15.md
    + One
    """
    said(site, "win", "Two")
    said(site, "win", "Three")
    said(site, "tick", "jog", "--date", "yesterday")
    said(site, "win", "Four")
    before = text(site)
    site.write(DAY, before.replace("Four", "Fourth"))
    passed = run(site, "undo")
    assert passed.exit_code == 1
    assert "content/days/2026-02-15.md:4:1: error[capture-changed]" in passed.output
    assert "4 | + Fourth" in passed.output
    assert "`smallwins undo` once more takes back the one before: tick: Jog, 2026-02-14" in " ".join(
        passed.output.split()
    )
    assert said(site, "undo") == "Taken back from content/days/2026-02-14.md: tick: Jog, 2026-02-14"
    assert said(site, "undo").endswith("win: Three")
    assert text(site) == "+ One\n+ Two\n+ Fourth\n"
    site.write(DAY, "+ One\n+ Two\n+ Four\n")
    assert said(site, "undo").endswith("win: Four")
    assert said(site, "undo").endswith("win: Two")
    assert text(site) == "+ One\n"


def test_undo_when_all_were_written_over(site: Site) -> None:
    """== days/2026-02-15.md
    + One
    """
    said(site, "win", "Two")
    site.write(DAY, "+ Other\n")
    assert "it is yours to edit\n" in run(site, "undo").output
    left = run(site, "undo")
    assert (left.exit_code, "what was changed since stays: win: Two" in left.output) == (1, True)
    assert text(site) == "+ Other\n"


def test_line_ends_mark_and_mode_stay(site: Site) -> None:
    """== goals/run.md"""
    day = site.folder / "content" / DAY
    day.parent.mkdir()
    day.write_bytes(b"\xef\xbb\xbf---\r\nmood: 4 # x\r\n---\r\n+ One  \r\n\r\nProse")
    day.chmod(0o600)
    said(site, "win", "Two")
    assert day.read_bytes() == b"\xef\xbb\xbf---\r\nmood: 4 # x\r\n---\r\n+ One  \r\n+ Two\r\n\r\nProse"
    assert day.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="links need rights there")
def test_a_link_stays_a_link(site: Site) -> None:
    """== days/all/today.md
    ---
    date: 2026-02-15
    ---
    """
    (site.folder / "content/days/all/today.md").rename(site.folder / "content/days/all/real.txt")
    link = site.folder / "content/days/2026-02-15.md"
    link.symlink_to("all/real.txt")
    said(site, "win", "One")
    assert link.is_symlink()
    assert "+ One" in link.read_text()


def test_asking(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three questions at most; a name that nobody has is asked for again.

    == goals/run.md
    == goals/read.md
    """
    monkeypatch.setattr(asking, "is_there", lambda: True)
    result = run(site, "win", typed="\nRan with Sam\nrnu\nrun\n\n")
    assert result.exit_code == 0, result.output
    assert "did you mean *run*" in result.output
    assert text(site) == "+ Ran with Sam [[run]]\n"
    run(site, "setback", typed="Rain\n1\nwalk\n")
    assert text(site).endswith("## Setbacks\n+ Rain [[read]]\n  restart: walk\n")


def test_a_slip_is_said_when_it_is_typed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """And asked for again, so that no answer is lost.

    == goals/run.md
    == habits/jog.md
    """
    monkeypatch.setattr(asking, "is_there", lambda: True)
    result = run(site, "win", typed="Ran [[nobody]]\nRan\nrun\n~\nshoes\n")
    assert result.exit_code == 0, result.output
    assert "  no entry answers to 'nobody'; write the id" in result.output
    assert "a lone ~ is read as nothing at all" in result.output
    assert text(site) == "+ Ran [[run]]\n  worked: shoes\n"
    assert run(site, "setback", typed="Rain [[nobody]]\nRain\n\n~\nwalk\n").exit_code == 0
    assert text(site).endswith("## Setbacks\n+ Rain\n  restart: walk\n")
    assert run(site, "skip", typed="jog\n~\n\n").exit_code == 0
    assert text(site).startswith("---\nskips: [jog]\n---\n")


def test_nobody_to_ask(site: Site) -> None:
    """== goals/run.md"""
    result = run(site, "win")
    assert result.exit_code == 2
    assert 'Say what you did: smallwins win "Ran 5 km with Sam"' in result.output


def test_edit_alone_opens_the_day_and_with_more_it_writes(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said of a win is not dropped.

    == goals/run.md
    """
    opened: list[Path] = []
    monkeypatch.setattr("generator.cli.capturing.open_editor", opened.append)
    assert run(site, "win", "-e").exit_code == 0
    assert opened == [site.folder / "content" / DAY]
    for words in (["win", "-e", "-g", "run"], ["win", "-e", "--private"], ["setback", "-e", "--restart", "walk"]):
        result = run(site, *words)
        assert (result.exit_code, len(opened)) == (2, 1)
        assert "Say what" in result.output
    monkeypatch.setattr(asking, "is_there", lambda: True)
    assert run(site, "win", "-e", "-g", "run", typed="Ran\n\n").exit_code == 0
    assert (len(opened), text(site)) == (2, "+ Ran [[run]]\n")


def test_a_dash_in_front(site: Site) -> None:
    """It is no option, and the way to say so is told.

    == goals/run.md
    """
    result = run(site, "win", "- foo", "-g", "run")
    assert result.exit_code == 2
    assert "Text that begins with a dash stands behind --: smallwins win -- '- foo'" in result.output
    assert "stands behind" not in run(site, "win", "foo", "--gaol", "run").output
    said(site, "win", "-g", "run", "--", "- foo")
    assert text(site) == "+ - foo [[run]]\n"


@pytest.mark.parametrize("words", [["win", "x"], ["tick", "jog"], ["done", "x"], ["rename", "goal", "a", "b"]])
def test_no_content(site: Site, words: list[str]) -> None:
    """That is the set-up, not an entry: 2, as everywhere."""
    result = run(site, *words)
    assert result.exit_code == 2
    assert "error[content-missing]" in result.output


def test_eight_at_once_lose_nothing(site: Site) -> None:
    """== days/2026-02-15.md
    + One
    """

    def capture(number: int) -> int:
        words = ["win", f"Number {number}", "-C", str(site.folder), "--today", "2026-02-15", "-q"]
        return subprocess.run([sys.executable, "-m", "generator", *words], cwd=ROOT, check=False).returncode

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(capture, range(8))) == [0] * 8
    assert sorted(text(site).splitlines()) == sorted(["+ One", *(f"+ Number {number}" for number in range(8))])


def test_completion(site: Site) -> None:
    """== goals/run.md
    ---
    title: Run a marathon
    ---
    == goals/read.md
    """
    words = f"smallwins win -C {site.folder} -g "
    command = [sys.executable, "-c", "from generator.cli.main import main; main()"]
    environment = os.environ | {"COMP_WORDS": words + "ma", "COMP_CWORD": "5", "_SMALLWINS_COMPLETE": "bash_complete"}
    program = "import sys; sys.argv[0] = 'smallwins'; from generator.cli.main import main; main()"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["plain,run"], done.stderr
    assert "_SMALLWINS_COMPLETE=bash_complete" in CliRunner().invoke(smallwins, ["completion", "bash"]).output


def test_a_day_that_is_no_date_names_what_would_be_one(site: Site) -> None:
    """== goals/run.md"""
    refused = run(site, "win", "Ran", "--date", "tomorrow")
    assert refused.exit_code == 2
    assert "'tomorrow' is no date; write today, yesterday, or a date such as 2026-02-14" in refused.output


def test_an_editor_that_is_not_there(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """== goals/run.md"""
    monkeypatch.setenv("VISUAL", "no-such-editor")
    opened = run(site, "win", "-e")
    assert "no-such-editor can't be started: No such file or directory." in opened.output
    assert "$EDITOR says which editor is yours" in opened.output
    assert "Errno" not in opened.output
