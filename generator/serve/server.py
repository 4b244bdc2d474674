"""The server: a port, the app behind it, and the watch beside it."""

import asyncio
import errno
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from .connection import Connection
from .hosts import is_loopback

TRIES = 20
"""So many ports from the usual one on are tried."""


def listen(host: str, port: int | None, usual: int) -> socket.socket:
    """A socket that listens on `port`, or without one on the first that is free from the `usual` one on. Raises OSError
    where there is none, and of its kinds socket.gaierror for what is no host."""
    socket.getaddrinfo(host, None, _family(host))  # "" is no host, though to a socket it is every address
    for wanted in [port] if port is not None else range(usual, usual + TRIES):
        try:
            return socket.create_server((host, wanted), family=_family(host), backlog=128)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or wanted in (port, usual + TRIES - 1):
                raise
    raise AssertionError("the last try returns or raises")


def address(listening: socket.socket, host: str) -> str:
    """Where a browser on this machine finds it."""
    name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://{f'[{name}]' if ':' in name else name}:{listening.getsockname()[1]}/"


def network_address(listening: socket.socket, host: str) -> str:
    """Where other machines find it; "" where none does."""
    if is_loopback(host):
        return ""
    if host not in ("0.0.0.0", "::"):
        return address(listening, host)
    with socket.socket(_family(host), socket.SOCK_DGRAM) as asked, suppress(OSError):
        # Nothing is sent: the system only says from which of its addresses it would be.
        asked.connect(("2001:db8::1" if host == "::" else "192.0.2.1", 9))
        return address(listening, asked.getsockname()[0])
    return address(listening, socket.gethostname())


async def run(app: ASGIApp, listening: socket.socket, beside: "asyncio.Task[None]", ending: Callable[[], None]) -> None:
    """Answer until somebody ends it, or `beside` does; `ending` lets go of those who listen."""
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        lifespan="off",
        ws="none",
        http=Connection,  # h11 refuses what is no HTTP most strictly, and bounds what it takes in
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    server = _Server(config)
    server.ending = ending
    beside.add_done_callback(lambda _: setattr(server, "should_exit", True))
    try:
        await server.serve(sockets=[listening])
    finally:
        beside.cancel()
        with suppress(asyncio.CancelledError):
            await beside


class _Server(uvicorn.Server):
    ending: Callable[[], None]

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.ending()
        await super().shutdown(sockets)


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
