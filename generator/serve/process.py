"""The server's end of the builder."""

import asyncio
import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from .builder import work
from .order import OVERTAKEN, Order, Outcome

_CONTEXT = multiprocessing.get_context("spawn")
_ENDED = "the builder ended before its time; it begins anew with the next change"


class Builder:
    """A builder's process, begun with the first order, and begun anew where one ended or says that it must."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._orders: Connection | None = None

    async def ask(self, order: Order) -> Outcome:
        """What comes of an order. One at a time."""
        outcome = await asyncio.to_thread(_answer, self._orders or self._begin(), order)
        if outcome is None:
            self.close()
            outcome = await asyncio.to_thread(_answer, self._begin(), order)
        if outcome is None or outcome.fault == _ENDED:
            self.close()
        return outcome or Outcome(fault=_ENDED)

    def overtake(self) -> None:
        """Let go of what was asked for last, if it is not drawn yet; who asked for it gets an outcome all the same."""
        if self._orders is not None:
            with suppress(OSError):
                self._orders.send(OVERTAKEN)

    def _begin(self) -> Connection:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=work, args=(theirs,), name="smallwins-builder")
        with _deaf_to_ctrl_c():
            process.start()
        theirs.close()
        self._process, self._orders = process, ours
        return ours

    def close(self) -> None:
        """Let go of the process, in the middle of a build if need be."""
        process, orders = self._process, self._orders
        self._process = self._orders = None
        if process is not None:
            process.terminate()
            process.join()
        if orders is not None:
            orders.close()


def _answer(orders: Connection, order: Order) -> Outcome | None:
    try:
        orders.send(order)
        outcome: Outcome | None = orders.recv()
    except (EOFError, OSError):
        return Outcome(fault=_ENDED)
    return outcome


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """A process that is begun in here hears nothing of Ctrl-C: it is for the server, which then lets go of it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
