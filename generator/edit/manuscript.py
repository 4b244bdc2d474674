"""A file of the person's, as it was typed: what is put into it leaves every other byte where it was."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

_BOM = b"\xef\xbb\xbf"


class Splice(msgspec.Struct, frozen=True, order=True):
    """`put` in the place of `removed` characters from `at` on, counted in the text as it is read."""

    at: int
    put: str
    removed: int = 0


class Manuscript:
    """A file's text as it is read (line ends as `\\n`, no byte order mark), and the way back to its bytes.

    Raises UnicodeDecodeError for bytes that are not UTF-8.
    """

    def __init__(self, data: bytes) -> None:
        self._mark, self._raw = (_BOM, data[3:].decode()) if data.startswith(_BOM) else (b"", data.decode())
        self.text = self._raw.replace("\r\n", "\n").replace("\r", "\n")
        # Where, in the text, a line ends with two characters of the file.
        self._double: list[int] = []
        at = self._raw.find("\r\n")
        while at >= 0:
            self._double.append(at - len(self._double))
            at = self._raw.find("\r\n", at + 2)
        self.line_end = self._usual()

    def _usual(self) -> str:
        """The line end that the file uses most."""
        doubles = len(self._double)
        counts = {
            "\n": self._raw.count("\n") - doubles,
            "\r\n": doubles,
            "\r": self._raw.count("\r") - doubles,
        }
        return max(counts, key=counts.__getitem__)

    def spliced(self, splices: Sequence[Splice]) -> bytes:
        """The file's bytes with all of `splices`, whose places don't overlap; new lines end as the file's do."""
        raw = self._raw
        for splice in sorted(splices, reverse=True):
            start, end = self._place(splice.at), self._place(splice.at + splice.removed)
            raw = raw[:start] + splice.put.replace("\n", self.line_end) + raw[end:]
        return self._mark + raw.encode()

    def _place(self, at: int) -> int:
        """Where in the file's characters the text's `at` stands."""
        return at + bisect_left(self._double, at)
