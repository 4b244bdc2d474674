"""Where something was written."""

import msgspec


class Origin(msgspec.Struct, frozen=True, order=True):
    """A place in a file of the person's.

    `path` is relative to the site's folder, with forward slashes. `line` and `column` count from 1, in characters
    of the *file* (not of the front matter); line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"
