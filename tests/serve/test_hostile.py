"""What nobody should ask for: nothing outside the site is handed out, and the preview lives on."""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import quote

import pytest

from tests.conftest import Site, write_journal

from .running import PATIENCE, Preview, preview

SECRET = "what stands outside of the site"
JOURNAL = """\
== pages/about.md
About all.
== days/2026-02-15.md
+ Ran 5 km
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview with secrets around it: beside the site, under a name that begins like the site's, behind links."""
    folder = tmp_path_factory.mktemp("hostile")
    site = Site(folder / "journal")
    write_journal(site, JOURNAL)
    with preview(site) as found:
        found.page("/")
        output = site.folder / ".smallwins/preview"
        for at in (folder, site.folder, output.parent / "preview-of-another"):
            at.mkdir(exist_ok=True)
            (at / "secret.txt").write_text(SECRET)
        (output / "secret.html").symlink_to(folder / "secret.txt")
        (output / "linked").symlink_to(folder, target_is_directory=True)
        (output / ".hidden").write_text(SECRET)
        yield found
        assert found.end() == 0
        assert "Traceback" not in found.said


def raw(running: Preview, request: bytes, *, whole: bool = True) -> bytes:
    """What comes back for some bytes, until the other end hangs up; or without `whole` the first of it."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) as line:
        line.sendall(request)
        answer = line.recv(65536)
        while whole and (part := line.recv(65536)):
            answer += part
        return answer


def get(target: str, host: str = "localhost", *more: str) -> bytes:
    lines = [f"GET {target} HTTP/1.1", f"Host: {host}", "Connection: close", *more, "", ""]
    return "\r\n".join(lines).encode("latin-1")


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def lives(running: Preview) -> bool:
    return "Ran 5 km" in running.page("/2026/02/15/")


OUT = [
    "/../secret.txt",
    "/../../secret.txt",
    "/../../../secret.txt",
    "/about/../../../secret.txt",
    "/%2e%2e/%2e%2e/secret.txt",
    "/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/..%2f..%2fsecret.txt",
    "/..%5c..%5csecret.txt",
    "/%252e%252e/%252e%252e/secret.txt",
    "/..;/..;/secret.txt",
    "/../preview-of-another/secret.txt",
    "//secret.txt",
    "//../secret.txt",
    "/./../secret.txt",
    "/_smallwins/../../secret.txt",
    "/_smallwins/%2e%2e/app.py",
    "/_smallwins/..%2fapp.py",
    "/secret.html",
    "/linked/secret.txt",
    "/.hidden",
    "/about/../.hidden",
    "/.smallwins-manifest.json",
    "/%2esmallwins-manifest.json",
    "/.smallwins-preview",
    "/%00",
    "/about/%00",
    "/secret.txt%00.html",
    "/%ff%fe",
    "/%ED%A0%80",
    "/about/index.html/",
    "/" + "a" * 300,
    "/" + "a/" * 3000,
]


@pytest.mark.parametrize("target", OUT, ids=lambda target: str(target)[:40])
def test_nothing_outside_is_handed_out(running: Preview, target: str) -> None:
    answer = raw(running, get(target))
    assert status(answer) in (400, 404), answer[:200]
    assert SECRET.encode() not in answer
    assert b"starlette" not in answer.lower()
    assert lives(running)


@pytest.mark.parametrize(
    "page", ["/../../secret.txt", "/linked/", "/\0", "//evil.example/", "/" + "a" * 5000, "https://evil.example/", ""]
)
def test_the_news_of_no_page(running: Preview, page: str) -> None:
    answer = raw(running, get(f"/_smallwins/events?page={quote(page)}"), whole=False)
    assert status(answer) == 200
    assert lives(running)


HOSTS = [
    "evil.example",
    "evil.example:8000",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "evil@localhost@x",
    "",
]


@pytest.mark.parametrize("host", HOSTS)
def test_another_name_is_not_answered(running: Preview, host: str) -> None:
    answer = raw(running, get("/2026/02/15/", host))
    assert status(answer) in (400, 403)
    assert b"Ran 5 km" not in answer


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:1234", "127.0.0.1:1", "[::1]:8000", "me.localhost", "localhost."]
)
def test_its_own_names_are(running: Preview, host: str) -> None:
    assert status(raw(running, get("/2026/02/15/", host))) == 200


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (["Origin: https://evil.example"], 403),
        (["Origin: null"], 403),
        (["Origin: http://localhost:3000"], 403),
        (["Origin: http://localhost"], 200),
        (["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], 403),
        (["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors"], 403),
        (["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"], 200),
        (["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"], 403),
        (["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: frame"], 403),
        (["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: object"], 403),
        (["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: embed"], 403),
        (["Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"], 200),
        (["Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: no-cors"], 200),
        (["Host: evil.example"], 400),
    ],
)
def test_other_sites_may_link_and_nothing_more(running: Preview, headers: list[str], expected: int) -> None:
    assert status(raw(running, get("/2026/02/15/", "localhost", *headers))) == expected


def test_a_target_that_names_its_host(running: Preview) -> None:
    """The host that it names counts, not the header."""
    own = f"http://127.0.0.1:{running.port}"
    assert b"Ran 5 km" in raw(running, get(f"{own}/2026/02/15/"))
    assert status(raw(running, get(own))) == 200
    assert b"Ran 5 km" in raw(running, get(f"{own}/2026/02/15/", "evil.example"))
    for other in ("http://evil.example/2026/02/15/", "http:///2026/02/15/", "http://%C3%A4/", "http://[/"):
        assert status(raw(running, get(other))) == 403, other
    assert status(raw(running, get("https://localhost/2026/02/15/"))) == 404


def test_browsers_hold_it_back_from_other_sites(running: Preview) -> None:
    _, headers, _ = running.ask("/assets/site.js")
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "frame-ancestors 'none'"
    assert headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "NONSENSE"])
def test_other_methods(running: Preview, method: str) -> None:
    for path in ("/", "/2026/02/15/", "/_smallwins/events", "/_smallwins/preview.js"):
        assert running.ask(path, method)[0] == 405
    assert lives(running)


def test_a_head_has_no_body(running: Preview) -> None:
    code, headers, body = running.ask("/2026/02/15/", "HEAD")
    assert (code, body) == (200, b"")
    assert int(headers["content-length"]) > 1000


@pytest.mark.parametrize(
    "request_",
    [
        b"",
        b"\r\n\r\n",
        b"\0" * 1000,
        b"GET",
        b"GET / HTTP/1.1\r\nHost: local",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"GET  /  HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-,1-,2-,99999999999999999999-\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 500,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 100_000 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
    ids=range(19),
)
def test_what_is_no_request(running: Preview, request_: bytes) -> None:
    with socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) as line:
        answer = b""
        with suppress(OSError):  # to be hung up on is an answer too
            line.sendall(request_)
            line.shutdown(socket.SHUT_WR)
            while part := line.recv(65536):
                answer += part
    assert SECRET.encode() not in answer
    assert lives(running)


def test_half_requests_keep_nobody_waiting(running: Preview) -> None:
    lines = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(200)]
    try:
        for line in lines:
            line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        begun = time.monotonic()
        assert lives(running)
        assert time.monotonic() - begun < PATIENCE / 2
    finally:
        for line in lines:
            line.close()
    assert lives(running)


def test_listeners_who_leave_are_let_go(running: Preview) -> None:
    for _ in range(300):
        with socket.create_connection(("127.0.0.1", running.port)) as line:
            line.sendall(b"GET /_smallwins/events?page=/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
            line.recv(100)
    assert lives(running)
