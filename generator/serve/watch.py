"""What changed, as it changes: events say where to look, and a look at the disk says what is so.

Events get lost (a folder that is replaced ends them without a word), and editors save in many ways: so that every few
seconds everything is looked at, and a file that is empty or gone gets a moment to come back.
"""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import suppress
from pathlib import Path

from watchfiles import awatch

from .states import States, differing, folders, is_within, look, look_at, may_matter

STEP = 10
"""Milliseconds without an event after which a save is thought to be whole."""
MOMENT = 0.1
"""Seconds that a crowd of files, or half a save, gets to become whole."""
CROWD = 5
RESCAN = 2.0
POLL = 0.5
"""Seconds between two looks at everything: beside events, and in the place of them."""


class Watch:
    """The files that a build of `site` may read. `again` says of the last change that nothing is known to be new: files
    were too young to be trusted when they were looked at, and are trusted now."""

    again = False

    def __init__(self, site: Path, poll: bool = False) -> None:
        self._site = site
        self._least = self._pause = POLL if poll else RESCAN
        self._polls = poll
        self._stirred: set[str] = set()
        self._bell = asyncio.Event()
        self._states: States = {}

    async def changes(self) -> AsyncGenerator[frozenset[str]]:
        """None at first; then the paths that changed since the last time, and now and then none at all. What changes
        between two of them is in the next."""
        listening: asyncio.Task[None] | None = None
        heard: list[tuple[str, int]] = []
        changed: set[str] = set()
        try:
            while True:
                there = _anchors(self._site)
                if not self._polls and (there != heard or listening is None or listening.done()):
                    if listening:
                        await _end(listening)
                    listening, heard = asyncio.create_task(self._listen()), there
                if not self._states:
                    self._states = await self._look_at_all()
                yield frozenset(changed)
                changed = await self._next()
        finally:
            if listening:
                await _end(listening)

    async def _next(self) -> set[str]:
        """What changed, as soon as it is whole; after a pause without an event, what nobody said."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._bell.wait(), self._pause)
        changed: set[str] = set()
        self.again = True
        for _ in range(20):  # two seconds at most: then what there is will do
            stirred, self._stirred = self._stirred, set()
            self._bell.clear()
            changed |= await self._look(stirred)
            if not changed or (len(changed) <= CROWD and not any(self._is_half(path) for path in changed)):
                break
            await asyncio.sleep(MOMENT)
            if not self._stirred:
                break
        return changed

    async def _look(self, stirred: set[str]) -> set[str]:
        few = 0 < len(stirred) <= 10 * CROWD and all(is_within(path, self._site) for path in stirred)
        after = look_at(self._states, stirred) if few else await self._look_at_all()
        before, self._states = self._states, after
        changed = differing(before, after, stirred)
        self.again &= all(
            path in before and path in after and before[path][0] == after[path][0] and path not in stirred
            for path in changed
        )
        return changed

    async def _look_at_all(self) -> States:
        begun = time.monotonic()
        states = await asyncio.to_thread(look, self._site)
        self._pause = max(self._least, 10 * (time.monotonic() - begun))  # a tenth of the time at most
        return states

    def _is_half(self, path: str) -> bool:
        """Whether a file is empty or gone, as it is for a moment while it is saved."""
        state = self._states.get(path)
        return state is None or state[0][2] == 0

    async def _listen(self) -> None:
        """Ring for every event. Where the system has no more watches to give, looking now and then has to do."""
        own = [str(self._site)] if self._site.is_dir() else []
        with suppress(OSError, RuntimeError):
            await asyncio.gather(self._hear(own, recursive=False), self._hear(folders(self._site), recursive=True))

    async def _hear(self, paths: list[str], recursive: bool) -> None:
        if not paths:
            return
        listening = awatch(
            *paths, watch_filter=None, step=STEP, debounce=100, recursive=recursive, ignore_permission_denied=True
        )
        async for events in listening:
            if paths_ := {path for _, path in events if may_matter(path, self._site)}:
                self._stirred |= paths_
                self._bell.set()


def _anchors(site: Path) -> list[tuple[str, int]]:
    """What events hang on: each folder and which one of that name it is."""
    found = []
    for path in (str(site), *folders(site)):
        with suppress(OSError):
            found.append((path, Path(path).stat().st_ino))
    return found


async def _end(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task
