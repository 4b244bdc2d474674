"""Addresses within the site, and the links between them.

A *url* here is absolute within the site: it begins with "/" and ends with "/" for a page, "/goals/novel/". Where the
site will stand is not known: links are made relative, so that one build works at "/", at "/repo/" and on a disk.
"""

import re
from urllib.parse import quote

_SAFE = "/-._~!$&'()*+,;=:@"
_PLAIN = re.compile(rf"[\w{re.escape(_SAFE)}]*", re.ASCII).fullmatch


def file_of(url: str) -> str:
    """The file, relative to the output folder, that answers to `url`: "/goals/" → "goals/index.html"."""
    path = url.split("#", 1)[0].lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


ROOT = "\0/"
"""Stands in links for the site's root while a page is drawn. What is drawn is then the same on every page, and a
page's own depth is filled in at the end."""


def rooted(url: str, offline: bool = False) -> str:
    """The link that leads to `url`, percent-encoded, from the site's root, which `ROOT` stands for.

    `offline` spells out "index.html", which nobody does for us on file://.
    """
    path, hash_, fragment = url.partition("#")
    if offline and path.endswith("/"):
        path += "index.html"
    return ROOT + _quoted(path[1:]) + (hash_ + _quoted(fragment) if hash_ else "")


def _quoted(part: str) -> str:
    """Percent-encoded; most addresses have nothing to encode, and looking costs a tenth of encoding."""
    return part if _PLAIN(part) else quote(part, safe=_SAFE)


def root_from(url: str) -> str:
    """The way from the page at `url` to the site's root: "../../" from "/goals/novel/"."""
    return "../" * (url.count("/") - 1) or "./"


def absolute(base_url: str, url: str) -> str:
    """`url` on the host that the site is published on."""
    return base_url.rstrip("/") + (url if _PLAIN(url) else quote(url, safe=_SAFE + "#"))
