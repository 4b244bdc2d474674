"""What a process that builds again and again has at hand of the last time. Without it the same is built, slower."""

from collections.abc import Mapping

from generator.journal.visibility import Memos
from generator.read.discover import Found
from generator.read.parse import Parsed


class Recent:
    """`read` is what the files said, by path, with what stands for their bytes; `found` which there were; `titles`
    those of the pages, by url; `memos` what was linked. Builds fill it."""

    def __init__(self) -> None:
        self.found: Found | None = None
        self.read: Mapping[str, tuple[bytes, Parsed]] = {}
        self.titles: Mapping[str, str] = {}
        self.memos = Memos()
