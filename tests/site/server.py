"""A built site as a good host serves it: compressed, cached, under the strictest policy, at any path."""

import gzip
import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

# The same in words of our own, for what no site is built of.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'none'; connect-src 'self'; "
    "media-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def policy(folder: Path) -> str:
    """The Content-Security-Policy that the site itself asks its host for, in `_headers`: nothing inline, nothing from
    elsewhere."""
    found = re.search(r"^  Content-Security-Policy: (.+)$", (folder / "_headers").read_text("utf-8"), re.MULTILINE)
    assert found
    assert "default-src 'none'" in found[1]
    assert "unsafe" not in found[1]
    return found[1]


@contextmanager
def serve(folder: Path, base: str = "/") -> Iterator[str]:
    """The address at which `folder` stands below the path `base`, while the block runs."""
    server = _Server(("127.0.0.1", 0), _handler(folder, base))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a checker of links opens many connections at once


def _handler(folder: Path, base: str) -> type[BaseHTTPRequestHandler]:
    asked = policy(folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = self._file()
            file = found or folder / "404.html"
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            data = file.read_bytes()
            self.send_response(200 if found else 404)
            if "gzip" in self.headers.get("Accept-Encoding", "") and not kind.startswith("image/png"):
                data = gzip.compress(data, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Content-Security-Policy", asked)
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Cache-Control", "no-cache" if kind == "text/html" else "public, max-age=31536000")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(data)

        def do_HEAD(self) -> None:
            self.do_GET()

        def _file(self) -> Path | None:
            path = unquote(urlsplit(self.path).path)
            if not path.startswith(base):
                return None
            file = folder / path.removeprefix(base)
            file = file / "index.html" if path.endswith("/") else file
            return file if file.is_file() and file.resolve().is_relative_to(folder.resolve()) else None

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its own name for it
            """Say nothing."""

    return Handler
