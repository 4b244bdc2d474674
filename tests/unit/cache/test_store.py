"""What is kept is data with a checksum: damaged, foreign or of another key it is nothing."""

from pathlib import Path

from generator.base.stamp import NONE, settled, stamp
from generator.cache import entries
from generator.cache.shelf import Shelf
from generator.cache.store import digest, fetch, forget, keep
from tests.conftest import Site

KEY = digest(b"a program")


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    file = tmp_path / ".smallwins/cache/entries"
    keep(file, KEY, b"words")
    assert fetch(file, KEY) == b"words"
    assert fetch(file, digest(b"another program")) is None
    assert (tmp_path / ".smallwins/.gitignore").read_text() == "*\n"


def test_a_single_wrong_bit_is_seen(tmp_path: Path) -> None:
    file = tmp_path / ".smallwins/cache/entries"
    keep(file, KEY, b"words")
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert fetch(file, KEY) is None, at
    for size in range(len(whole)):
        file.write_bytes(whole[:size])
        assert fetch(file, KEY) is None, size


def test_sound_bytes_of_another_shape_are_nothing(tmp_path: Path) -> None:
    keep(tmp_path / "entries", KEY, b"\x93\x01\x02\x03")
    assert entries.shelf(tmp_path, KEY).notes == {}


def test_parts_count_for_themselves() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc")


def test_a_young_stamp_is_not_trusted(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("a")
    taken = stamp(file)
    moment = max(taken[0], taken[1])
    assert settled(taken, moment + 1_000_000_000) == NONE
    assert settled(taken, moment + 2_500_000_000) == taken
    assert stamp(tmp_path / "none") == NONE
    assert stamp(tmp_path) == NONE


def test_a_disk_that_can_not_be_written_costs_no_build(site: Site) -> None:
    """The cache is a help, not a need.

    == days/2026-02-15.md
    + Ran 5 km
    """
    (site.folder / ".smallwins").write_text("a file where the folder should be")
    site.build()
    assert "Ran 5 km" in site.page("/2026/02/15/")


def test_forgetting_leaves_the_rest(tmp_path: Path) -> None:
    keep(tmp_path / ".smallwins/cache/entries", KEY, b"words")
    (tmp_path / ".smallwins/other").write_text("kept")
    forget(tmp_path)
    assert not (tmp_path / ".smallwins/cache").exists()
    assert (tmp_path / ".smallwins/other").exists()


def test_one_thing_of_many_comes_back_alone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "many", KEY, int)
    shelf.keep({"a": (1, b"apple"), "b": (2, b"bread"), "c": (3, b"")})
    again = Shelf(tmp_path / "many", KEY, int)
    assert again.notes == {"a": 1, "b": 2, "c": 3}
    assert (again.get("b"), again.get("c"), again.get("d")) == (b"bread", b"", None)
    assert Shelf(tmp_path / "many", digest(b"another"), int).notes == {}


def test_what_stays_is_not_written_again_and_what_went_is_gone(tmp_path: Path) -> None:
    Shelf(tmp_path / "many", KEY, int).keep({"a": (1, b"apple"), "b": (2, b"bread")})
    before = (tmp_path / "many-data").read_bytes()
    Shelf(tmp_path / "many", KEY, int).keep({"a": (5, None), "c": (3, b"cheese")})
    again = Shelf(tmp_path / "many", KEY, int)
    assert again.all() == {"a": b"apple", "c": b"cheese"}
    assert again.notes == {"a": 5, "c": 3}
    assert (tmp_path / "many-data").read_bytes() == before + b"cheese"


def test_the_past_is_left_out_once_there_is_more_of_it(tmp_path: Path) -> None:
    for time in range(4):
        Shelf(tmp_path / "many", KEY, int).keep({"a": (1, None if time else b"apple"), "b": (time, bytes(800_000))})
    assert (tmp_path / "many-data").stat().st_size < 2_000_000
    assert Shelf(tmp_path / "many", KEY, int).get("a") == b"apple"


def test_damaged_bytes_are_not_there(tmp_path: Path) -> None:
    Shelf(tmp_path / "many", KEY, int).keep({"a": (1, b"apple"), "b": (2, b"bread")})
    (tmp_path / "many-data").write_bytes(b"aXplebread")
    assert Shelf(tmp_path / "many", KEY, int).all() == {"b": b"bread"}
    (tmp_path / "many-data").unlink()
    assert Shelf(tmp_path / "many", KEY, int).get("a") is None
