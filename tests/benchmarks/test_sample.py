"""The journal that is measured: the same for the same seed, and the same for everybody."""

from pathlib import Path

from benchmarks.maker import files, make
from benchmarks.ours import Ours
from benchmarks.peers import PEERS
from benchmarks.peers.post import common, posts
from benchmarks.sample import draw
from generator.build import Request, build
from generator.config.load import load
from tests.golden.accept import files_in

SIZE, LEAST, MOST = 200, 700, 1000


def test_the_same_seed_gives_the_same_journal(tmp_path: Path) -> None:
    assert draw(20) == draw(20)
    assert draw(20) != draw(20, seed=8)
    make(tmp_path / "one", 20)
    make(tmp_path / "two", 20)
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_it_has_as_many_entries_and_wins_as_were_asked_for() -> None:
    journal = draw(SIZE, per_day=3)
    assert len({day.date for day in journal.days}) == SIZE
    assert {len(day.wins) for day in journal.days} == {3}
    assert {win.goal for day in journal.days for win in day.wins} == {goal.id for goal in journal.goals}
    assert {goal.value for goal in journal.goals} == {value.id for value in journal.values}


def test_an_entry_has_about_0_8_kilobytes() -> None:
    sizes = [len(text) for path, text in files(draw(SIZE)) if path.startswith("content/days/")]
    assert LEAST < sum(sizes) / SIZE < MOST


def test_nothing_is_wrong_with_it(tmp_path: Path) -> None:
    make(tmp_path, 20, per_day=4)
    site, problems = load(tmp_path, {})
    assert site is not None, problems
    today = draw(1).days[0].date
    assert build(Request(folder=tmp_path, site=site, output=tmp_path / "public", today=today)).problems == ()


def test_everybody_gets_every_day_and_reads_text_alone() -> None:
    journal = draw(20)
    for subject in (Ours("plain"), Ours("drystone"), *PEERS):
        written = dict(subject.files(journal))
        assert written == dict(subject.files(journal)), subject.name
        for day in journal.days:
            words = day.body.partition("**")[0].strip()
            assert sum(words in text for text in written.values()) == 1, (subject.name, day.date)


def test_a_post_serves_what_its_wins_serve() -> None:
    """Goal n serves value n, counted around; the tick serves the first goal."""
    journal = draw(20)
    for day, post in zip(journal.days, posts(journal), strict=True):
        served = {win.goal for win in day.wins} | ({"goal-0"} if day.ticked else set())
        assert set(post.goals) == served
        assert set(post.values) == {journal.values[int(goal[5:]) % 5].id for goal in served}


def test_a_mention_is_a_link_to_everybody() -> None:
    assert common("*So* [[goal-0|as before]].") == "*So* [as before](/goals/goal-0/)."
