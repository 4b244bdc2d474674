"""The server's end of the builder."""

import asyncio
import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from .builder import work
from .order import Order, Outcome

_CONTEXT = multiprocessing.get_context("spawn")
_ENDED = "the builder ended before its time; it begins anew with the next change"


class Builder:
    """A builder's process, begun with the first order, and begun anew where one ended or says that it must."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._orders: Connection | None = None

    async def ask(self, order: Order) -> Outcome:
        """What comes of an order. One at a time."""
        return await asyncio.to_thread(self._ask, order)

    def _ask(self, order: Order) -> Outcome:
        outcome = self._answer(order)
        if outcome is None:
            self.close()
            outcome = self._answer(order)
        return outcome or Outcome(fault=_ENDED)

    def _answer(self, order: Order) -> Outcome | None:
        orders = self._orders or self._begin()
        try:
            orders.send(order)
            outcome: Outcome | None = orders.recv()
        except (EOFError, OSError):
            self.close()
            return Outcome(fault=_ENDED)
        return outcome

    def _begin(self) -> Connection:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=work, args=(theirs,), name="smallwins-builder")
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
