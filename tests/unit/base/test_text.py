"""Bytes as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.text import read_text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"\xef\xbb\xbf", ""),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),  # only the first is a mark
        ("größe\u2028".encode(), "größe\u2028"),
    ],
)
def test_text(data: bytes, text: str) -> None:
    assert read_text(data, "a.md") == (text, ())


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", "a.md:1:1"),
        (b"M\xfcde", "a.md:1:2"),
        (b"one\ntwo\r\nM\xfcde\n", "a.md:3:2"),
        (b"one\rM\xfcde", "a.md:2:2"),
        ("größe ".encode() + b"\xfc", "a.md:1:7"),  # in characters, not in bytes
        (b"\xef\xbb\xbfM\xfcde", "a.md:1:2"),
        (b"cut off \xe2\x82", "a.md:1:9"),
    ],
)
def test_where_it_is_no_utf8(data: bytes, place: str) -> None:
    text, (problem,) = read_text(data, "a.md")
    assert text is None
    assert (problem.code, str(problem.origin), problem.hint) == ("not-utf8", place, "save the file as UTF-8")


def test_the_byte_is_counted_in_the_file() -> None:
    """From 0, the byte order mark included, as hex editors count."""
    assert read_text(b"\xef\xbb\xbfM\xfc", "a.md")[1][0].message == "byte 4 of the file (0xfc) is not UTF-8"


@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    text, problems = read_text(data, "a.md")
    assert (text is None) == bool(problems)
    assert text is None or "\r" not in text
