"""A reader gets a whole file, the old or the new one, whenever a build puts another in its place."""

import asyncio
import json
import re
from collections.abc import Callable, MutableMapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import Response
from starlette.types import Scope

from generator.base.atomic import replace
from generator.serve.pages import Pages
from tests.serve import apart

Sent = list[MutableMapping[str, Any]]


def scope_of(url: str, **headers: str) -> Scope:
    named = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "method": "GET", "path": url, "headers": named}


def asked(pages: Pages, url: str, **headers: str) -> Response:
    return apart.run(pages.get_response(url.lstrip("/"), scope_of(url, **headers)))


def sent(response: Response, scope: Scope) -> tuple[dict[bytes, bytes], bytes]:
    """The headers and the body that go out."""
    messages: Sent = []

    async def send(message: MutableMapping[str, Any]) -> None:
        messages.append(message)

    async def receive() -> MutableMapping[str, Any]:
        await asyncio.Event().wait()
        raise AssertionError

    apart.run(response(scope, receive, send))
    return dict(messages[0]["headers"]), b"".join(message["body"] for message in messages[1:])


@pytest.mark.parametrize("new", [b"a", b"a { color: teal; background: white }"])
def test_a_style_that_is_replaced_before_it_is_sent(tmp_path: Path, new: bytes) -> None:
    style, old = tmp_path / "site.css", b"a { color: red }"
    style.write_bytes(old)
    answer = asked(Pages(tmp_path), "/site.css")
    replace(style, new)
    headers, body = sent(answer, scope_of("/site.css"))
    assert (body, headers[b"content-length"]) == (old, b"16")
    assert headers[b"content-type"] == b"text/css; charset=utf-8"
    now = asked(Pages(tmp_path), "/site.css", **{"if-none-match": headers[b"etag"].decode()})
    assert now.status_code == 200


def test_what_a_browser_has_it_need_not_get_again(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_bytes(b"a { color: red }")
    tag = asked(Pages(tmp_path), "/site.css").headers["etag"]
    assert asked(Pages(tmp_path), "/site.css", **{"if-none-match": tag}).status_code == 304


def test_a_piece_of_a_film(tmp_path: Path) -> None:
    (tmp_path / "run.mp4").write_bytes(b"0123456789")
    scope = scope_of("/run.mp4", range="bytes=2-4")
    headers, body = sent(asked(Pages(tmp_path), "/run.mp4", range="bytes=2-4"), scope)
    assert (body, headers[b"content-range"]) == (b"234", b"bytes 2-4/10")


class Late(Pages):
    """Pages to which something happens right after a file was found."""

    def __init__(self, folder: Path, found: str, happens: Callable[[], None]) -> None:
        super().__init__(folder)
        self._found, self._happens = found, happens

    def _file(self, path: str, ending: str = "") -> str:
        file = super()._file(path, ending)
        if file.endswith(self._found):
            self._happens()
        return file


def test_a_page_says_which_writing_it_is(tmp_path: Path) -> None:
    """Else its browser would take an old page for the new one, and not come for it."""
    page = tmp_path / "index.html"
    page.write_bytes(b'<link rel="stylesheet" href="site.css"><body>old</body>')
    (tmp_path / "site.css").write_bytes(b"a { color: red }")
    before = Pages(tmp_path).seen("/")
    html = bytes(asked(Late(tmp_path, "site.css", lambda: replace(page, b"<body>new</body>")), "/").body).decode()
    said = re.search(r'data-preview="(.*?)"', html)
    assert said
    assert "old" in html
    assert json.loads(unescape(said[1]))["page"] == before.page != Pages(tmp_path).seen("/").page


def test_a_page_that_goes_away_meanwhile(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    late = Late(tmp_path, "index.html", page.unlink)
    page.write_bytes(b"<body>old</body>")
    assert asked(late, "/").status_code == 404
    page.write_bytes(b"<body>old</body>")
    assert late.seen("/").page == ""
