"""A file's bytes → its text."""

from .origin import Origin
from .problem import Problem

_BOM = b"\xef\xbb\xbf"


def read_text(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of the file `path`, line ends as `\\n` and without a byte order mark; or None and where it is not
    UTF-8."""
    skipped = len(_BOM) if data.startswith(_BOM) else 0
    try:
        text = data[skipped:].decode()
    except UnicodeDecodeError as error:
        at = error.start + skipped
        before = data[skipped:at].decode().replace("\r\n", "\n").replace("\r", "\n")
        place = Origin(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        message = f"byte {at} of the file (0x{data[at]:02x}) is not UTF-8"
        return None, (Problem("not-utf8", place, message, "save the file as UTF-8"),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()
