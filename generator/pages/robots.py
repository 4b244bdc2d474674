"""/robots.txt : what crawlers are asked."""

from collections.abc import Iterator

from generator.base.url import absolute

from .edition import Edition
from .file import File
from .sitemap import URL as SITEMAP

_NOINDEX = """\
# Every page asks not to be listed. A crawler that may not read the page could not see that, and might list its address.
"""


def files(edition: Edition) -> Iterator[File]:
    """Everybody may read everything; whether a page may be listed it says itself."""
    site = edition.site
    said = "User-agent: *\nAllow: /\n"
    if site.robots == "noindex":
        said = _NOINDEX + said
    elif site.base_url:
        said += f"\nSitemap: {absolute(site.base_url, SITEMAP)}\n"
    yield File("/robots.txt", said.encode())
