"""Who begins a request and stops is let go; who waits for an answer is not."""

import asyncio

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from generator.serve import connection
from tests.serve import apart

WHOLE = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


async def slow(scope: Scope, receive: Receive, send: Send) -> None:
    """An answer that takes longer than a request may."""
    await asyncio.sleep(4 * connection.PATIENCE)
    await PlainTextResponse("whole")(scope, receive, send)


def answer(*pieces: bytes) -> bytes:
    """What comes back for pieces of which each waits for an answer to the one before, until nobody is there."""

    async def run() -> bytes:
        config = uvicorn.Config(slow, log_config=None, lifespan="off", ws="none", timeout_keep_alive=60)
        config.load()
        state = ServerState()
        server = await asyncio.get_running_loop().create_server(
            lambda: connection.Connection(config, state, {}), "127.0.0.1", 0
        )
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        got = b""
        try:
            for at, piece in enumerate(pieces):
                got += await reader.readuntil(b"whole") if at else b""
                writer.write(piece)
            return got + await asyncio.wait_for(reader.read(), 30)
        finally:
            writer.close()
            server.close()

    return apart.run(run())


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.2)


@pytest.mark.parametrize("half", [b"", b"GET / HT", WHOLE[:-2] + b"X-Slow: "])
def test_half_a_request(half: bytes) -> None:
    assert answer(half) == b""


def test_half_a_second_request() -> None:
    assert answer(WHOLE, b"GET / HTTP/1.1\r\nX-Slow: ").count(b"whole") == 1


def test_an_answer_may_take_its_time() -> None:
    assert b"whole" in answer(WHOLE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
