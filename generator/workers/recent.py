"""What a process that builds again and again has at hand of the last time. Without it the same is built, slower."""

from collections.abc import Mapping, Sequence

from generator.journal.visibility import Memos
from generator.read.discover import Found
from generator.read.parse import Parsed


class Recent:
    """`read` is what the files said, by path, with what stands for their bytes. Of the last site: `found` are the files
    that there were, and `parsed` what each of its entries said; `titles` those of its pages, by url. `memos` is what
    was linked. Builds fill it."""

    def __init__(self) -> None:
        self.found: Found | None = None
        self.read: Mapping[str, tuple[bytes, Parsed]] = {}
        self.parsed: Sequence[Parsed] = ()
        self.titles: Mapping[str, str] = {}
        self.memos = Memos()
