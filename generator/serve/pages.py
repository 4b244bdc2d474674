"""The site's files, as a browser may have them: never anything outside the folder, and nothing hidden in it."""

import json
import os
import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import msgspec
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

RESERVED = "/_smallwins"
"""Below it lies what is the preview's own. No entry can have such an address."""

_PART = re.compile(rb"<(?:link\b[^>]*\brel=\"?stylesheet\b|script\b|img\b)[^>]*>")
_WHERE = re.compile(rb"\b(?:href|src)=\"([^\"]+)\"")
_NOTHING_YET = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Nothing to show yet</title></head>
<body><h1>Nothing to show yet</h1><p>The site comes as soon as it is built.</p></body></html>
"""


class Seen(msgspec.Struct, frozen=True):
    """What a browser that shows a page has of it: which writing of the page, "" where there is none, and which of each
    of its styles, scripts and pictures, by their urls."""

    page: str = ""
    parts: Mapping[str, str] = {}


class Files(StaticFiles):
    """Files that no browser keeps without asking whether they changed, each the whole old or the whole new one."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file as one open handle knows it: a build may put another in its place before the answer is sent."""
        try:
            with Path(full_path).open("rb") as file:
                response = super().file_response(full_path, os.fstat(file.fileno()), scope, status_code)
                if not isinstance(response, FileResponse) or "range" in Headers(scope=scope):  # a piece of a film
                    return response
                return Response(file.read(), status_code, response.headers)
        except FileNotFoundError:
            raise HTTPException(404) from None


class Pages(Files):
    """The site below a folder, which may come to be later. Each page is handed out with the preview's script in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)

    async def check_config(self) -> None:
        """A folder that is not there yet is fine."""

    def seen(self, url: str) -> Seen:
        """How the page at a url stands now."""
        html, writing = _read(self._page(url))
        return self._seen(url, html, writing)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file that answers to a url, the page of a folder, or the site's page for what there is none of."""
        url = scope["path"]
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"allow": "GET, HEAD"})
        if page := self._page(url):
            return self._handed_out(url, page, 200)
        if not url.endswith("/") and self._page(f"{url}/"):
            return Response(status_code=307, headers={"location": f"./{quote(url.rpartition('/')[2])}/"})
        if self._file(url):
            return await super().get_response(path, scope)
        return self._handed_out(url, self._file("404.html"), 404)

    def _handed_out(self, url: str, file: str, status: int) -> Response:
        html, writing = _read(file)
        if status == 200 and not writing:  # it went away since
            return self._handed_out(url, self._file("404.html"), 404)
        seen = self._seen(url, html, writing) if status == 200 else Seen()
        page = _with_script(html or _NOTHING_YET, url, seen)
        return HTMLResponse(page, status, {"cache-control": "no-cache"})

    def _page(self, url: str) -> str:
        """The file of the page at a url, "" where there is none."""
        return self._file(f"{url}index.html") if url.endswith("/") else self._file(url, ".html")

    def _file(self, path: str, ending: str = "") -> str:
        """A file of the site, "" where there is none."""
        if path.endswith("/"):
            return ""
        try:
            file, status = self.lookup_path(os.path.normpath(path.lstrip("/")))
        except (OSError, ValueError):  # no file could have such a name
            return ""
        there = status is not None and status.st_mode & 0o170000 == 0o100000
        return file if there and file.endswith(ending) and not _is_hidden(path) else ""

    def _seen(self, url: str, html: bytes, writing: str) -> Seen:
        parts = {}
        for tag in _PART.findall(html):
            for where in _WHERE.findall(tag):
                part = urlsplit(urljoin(quote(url), unescape(where.decode("utf-8", "replace"))))
                path = unquote(part.path)
                if not part.netloc and (own := self._file(path)):
                    parts[path] = _writing(own)
        return Seen(writing, parts)


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in Path(path).parts)


def _read(file: str) -> tuple[bytes, str]:
    """A file and which writing of it that is, even where another takes its place meanwhile; nothing where there is
    none."""
    try:
        with Path(file).open("rb") as open_:
            return open_.read(), _name(os.fstat(open_.fileno()))
    except OSError:
        return b"", ""


def _writing(file: str) -> str:
    """Which writing of a file this is: a build leaves alone what it need not change."""
    try:
        return _name(Path(file).stat())
    except OSError:
        return ""


def _name(status: os.stat_result) -> str:
    return f"{status.st_mtime_ns:x}-{status.st_size:x}"


def _with_script(html: bytes, url: str, seen: Seen) -> bytes:
    """A page with the preview's script, which gets to know what it is part of."""
    said = escape(json.dumps({"url": url} | msgspec.to_builtins(seen)))
    script = f'<script src="{RESERVED}/preview.js" data-preview="{said}" defer></script>\n'.encode()
    head, end, rest = html.rpartition(b"</body>")
    return head + script + end + rest if end else html + script
