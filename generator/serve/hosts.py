"""Who may ask. A preview holds what is private, and every page that a browser shows could try to read it here.

A site elsewhere may have its own name lead to this machine (DNS rebinding), so that only names which nobody else can
own are answered. It may also show or run a file of ours as part of itself, or show a page of ours in a frame, which
browsers say with `Sec-Fetch-Site` and `Sec-Fetch-Dest`; following a link to us is anybody's right.
"""

import ipaddress
import socket
from collections.abc import Set
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = (
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"content-security-policy", b"frame-ancestors 'none'"),
    (b"x-frame-options", b"DENY"),
)


def names_of(host: str) -> frozenset[str]:
    """The names, besides addresses, under which a server that listens on `host` may be asked."""
    names = {"localhost", host.casefold()}
    if not is_loopback(host):
        own = socket.gethostname().casefold()
        names |= {own, f"{own.partition('.')[0]}.local"}
    return frozenset(names)


def is_loopback(host: str) -> bool:
    """Whether a host leads nowhere but to this machine."""
    address = _address(host)
    return address.is_loopback if address else host.casefold() == "localhost"


def is_known(host: str, names: Set[str]) -> bool:
    """Whether the header `host` ("localhost:8000", "[::1]:8000") is one of ours: a name of `names` or an address,
    which nobody can rebind."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        urlsplit(f"//{host}").port  # noqa: B018  # it raises where that is no number
    except ValueError:
        return False
    return name in names or name.endswith(".localhost") or _address(name) is not None


def refusal(headers: Headers, names: Set[str]) -> str:
    """Why a request is not answered; "" where it is."""
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not is_known(hosts[0], names):
        return "This preview answers only to its own name: use the address that `smallwins serve` prints."
    origin = headers.get("origin")
    if origin is not None and origin.partition("://")[2] != hosts[0]:
        return "This preview answers only to its own pages."
    from_elsewhere = headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
    if from_elsewhere and headers.get("sec-fetch-dest") != "document":
        return "This preview answers only to its own pages."
    return ""


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def _plain(scope: Scope) -> Scope:
    """A request whose target names its host too (`GET http://localhost:8000/`, RFC 9112, 3.2.2) as one that doesn't;
    it is that host which counts."""
    scheme, _, rest = scope["path"].partition("://")
    if scheme.casefold() != "http":
        return scope
    host, _, path = rest.partition("/")
    headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "path": f"/{path}", "headers": [(b"host", host.encode("ascii", "replace")), *headers]}


class Guard:
    """Lets through who may ask, and tells browsers to hold the answers back from other sites."""

    def __init__(self, app: ASGIApp, names: Set[str]) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        scope = _plain(scope)
        said = refusal(Headers(scope=scope), self.names)
        answer: ASGIApp = PlainTextResponse(f"{said}\n", 403) if said else self.app
        await answer(scope, receive, send_on)
