"""/_headers, /_redirects, /.nojekyll : what hosts of static sites read (Netlify, Cloudflare Pages, GitHub Pages)."""

import re
from collections.abc import Collection, Iterator
from urllib.parse import quote, urlsplit

from generator.base.url import absolute
from generator.journal.journal import Journal

from .edition import Edition
from .file import File

_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_PICTURE = re.compile(r'<img src="(?:https?:)?//([A-Za-z0-9.:-]+)')


def files(edition: Edition, urls: Collection[str]) -> Iterator[File]:
    """Each host passes over what it doesn't know. `urls` are those of the site's pages."""
    yield File("/.nojekyll", b"")
    yield File("/_headers", headers(edition).encode())
    base = urlsplit(edition.site.base_url).path
    ways = [(old, to.url) for old, to in edition.journal.redirects.items() if to.url and old not in urls]
    if ways and edition.draws("redirect"):
        lines = (f"{absolute(base, old)} {absolute(base, new)} 301\n" for old, new in ways)
        yield File("/_redirects", "".join(lines).encode())


def headers(edition: Edition) -> str:
    """Nothing inline, and nothing from elsewhere but the pictures that entries show from there."""
    elsewhere = sorted(f"https://{quote(host, safe=':')}" for host in _hosts(edition.journal))
    policy = _POLICY | {"img-src": " ".join([_POLICY["img-src"], *elsewhere])}
    lines = {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }
    if edition.site.robots == "noindex":
        lines["X-Robots-Tag"] = "noindex"
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items())


def _hosts(journal: Journal) -> set[str]:
    """The hosts of pictures from elsewhere."""
    records = (
        *journal.values.values(), *journal.goals.values(), *journal.habits.values(), *journal.wins, *journal.setbacks,
        *journal.days.values(), *journal.reviews, *journal.pages.values(),
    )  # fmt: skip
    return {host for record in records if "<img" in record.body.html for host in _PICTURE.findall(record.body.html)}
