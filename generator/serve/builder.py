"""The builder: a process of its own that makes the site whenever it is asked to.

It is apart from the server so that pages are answered while a site is drawn, that a build may share its work among
processes, and that what a build does wrong ends with it.
"""

import datetime as dt
import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from zoneinfo import ZoneInfo

import msgspec

from generator.base.problem import Problem
from generator.base.stages import Stages
from generator.build import Request, build, glance, show_gallery, touch_up
from generator.config.load import load
from generator.config.schema import Site
from generator.workers.recent import Recent

from .marks import marks
from .order import OVERTAKEN, Order, Outcome


def work(orders: Connection) -> None:
    """The life of a builder: an outcome for every order, until nobody is left to order. None asks for a builder that
    begins anew."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that a build ends with all who share its work
    gc.disable()  # it would look for cycles in the middle of a build; between builds there is time
    memory = Memory(orders.poll)
    while True:
        try:
            order = orders.recv()
            if order != OVERTAKEN:
                orders.send(memory.make(order))
        except (EOFError, OSError):
            return
        gc.collect()
        gc.freeze()


class Memory:
    """What a builder knows of the site that it drew last. `overtaken` says that nobody waits any longer for what it is
    making."""

    def __init__(self, overtaken: Callable[[], bool] = lambda: False) -> None:
        self._overtaken = overtaken
        self._last: Outcome | None = None
        self._stands = False  # whether the site is as that left it
        self._language = ""
        self._pending: frozenset[str] = frozenset()  # changed since the site was drawn
        self._since: frozenset[str] = frozenset()  # changed since everything was looked at
        self._recent = Recent()

    def make(self, order: Order) -> Outcome | None:
        """The outcome of an order, whatever happens; None where the site is in another language than the last time:
        libraries keep what they know of one."""
        begun = time.perf_counter()
        try:
            outcome = self._make(order)
        except _OvertakenError:
            return Outcome(overtaken=True)
        except Exception as error:
            said = traceback.format_exc() if order.debug else f"{type(error).__name__}: {error}"
            traceback.clear_frames(error.__traceback__)
            self._recent = Recent()  # what it holds may be half of this build's
            outcome = Outcome(fault=said)
        seconds = time.perf_counter() - begun
        return msgspec.structs.replace(outcome, seconds=seconds) if outcome else None

    def _make(self, order: Order) -> Outcome | None:
        site, problems = load(order.folder, _environment())
        if site is None:
            return Outcome(problems=problems)
        if self._language not in ("", site.language):
            return None
        self._language = site.language
        self._pending |= order.changed
        self._since |= order.changed
        request = _request(order, site, self._last)
        outcome = self._touched_up(order, request) if self._stands else None
        self._stands = outcome is not None
        outcome = outcome or self._glanced(order, request)
        if outcome is None:
            outcome = self._built(order, request)
            self._since = frozenset() if outcome.drawn else self._since
        if outcome.drawn and not outcome.unfinished:
            self._last, self._stands, self._pending = outcome, True, frozenset()
        return outcome

    def _touched_up(self, order: Order, request: Request) -> Outcome | None:
        """The last site in other words, where nothing else changed since."""
        last = self._last
        if last is None or last.today != request.today or order.gallery or not order.changed:
            return None
        if any(str(order.folder / problem.origin.path) in self._pending for problem in last.problems):
            return None
        written = touch_up(request, sorted(self._pending), self._recent)
        if written is None:
            return None
        return msgspec.structs.replace(last, changed=written.written + written.removed)

    def _glanced(self, order: Order, request: Request) -> Outcome | None:
        """The pages that somebody looks at; the others are still those of the last site."""
        last = self._last
        if last is None or last.today != request.today or order.gallery or not order.changed or not order.urls:
            return None
        written = glance(request, self._recent, self._since, order.urls)
        if written is None:
            return None
        return msgspec.structs.replace(last, changed=written.written, unfinished=True)

    def _watch(self, stage: str, _: float) -> None:
        """Let go of a build that was overtaken; not while it is written, so that the site is whole."""
        if stage != "write" and self._overtaken():
            raise _OvertakenError

    def _built(self, order: Order, request: Request) -> Outcome:
        built = show_gallery(request) if order.gallery else build(request, Stages(self._watch), self._recent)
        done, published = built.written, built.published
        whole = built.edition if built.edition and built.edition.is_preview else None
        return Outcome(
            problems=built.problems,
            drawn=done is not None,
            changed=done.written + done.removed if done else 0,
            timezone=request.site.timezone,
            today=request.today,
            withheld={why.value: number for why, number in published.counts.items()} if published else {},
            marks=marks(whole, published.journal) if whole and published else {},
        )


class _OvertakenError(Exception):
    """There is something else to be done first."""


def _request(order: Order, site: Site, last: Outcome | None) -> Request:
    """What to build; where there is a site already, a new error lets it stand."""
    known = None if last is None else _errors(last.problems)
    if site.base_url:
        site = msgspec.structs.replace(site, base_url=order.base_url)
    if not order.public:
        site = msgspec.structs.replace(site, today_page="public")
    return Request(
        folder=order.folder,
        site=site,
        output=order.output,
        today=order.today or dt.datetime.now(ZoneInfo(site.timezone)).date(),
        drafts=order.drafts,
        future=order.future,
        whole=not order.public,
        holds=lambda problems: known is not None and not _errors(problems) <= known,
    )


def _errors(problems: Iterable[Problem]) -> frozenset[tuple[str, str, str]]:
    """Errors, wherever in their files they stand: lines move while one writes."""
    return frozenset((one.code, one.origin.path, one.message) for one in problems if one.is_error)


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("SMALLWINS_")}
