"""Addresses within the site, and the links between them.

A *url* here is absolute within the site: it begins with "/" and ends with "/" for a page, "/goals/novel/". Where the
site will stand is not known: links are made relative, so that one build works at "/", at "/repo/" and on a disk.
"""

from functools import lru_cache
from urllib.parse import quote

_SAFE = "/-._~!$&'()*+,;=:@"


def file_of(url: str) -> str:
    """The file, relative to the output folder, that answers to `url`: "/goals/" → "goals/index.html"."""
    path = url.split("#", 1)[0].lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


@lru_cache(maxsize=65536)
def relative(source: str, target: str, offline: bool = False) -> str:
    """The link to write on the page `source` so that it leads to `target`, percent-encoded.

    `offline` spells out "index.html", which nobody does for us on file://.
    """
    path, hash_, fragment = target.partition("#")
    tail = hash_ + quote(fragment, safe=_SAFE) if hash_ else ""
    if path == source and hash_:
        return tail
    here = source.split("/")[1:-1]
    parts = path.split("/")[1:]
    folders, name = parts[:-1], parts[-1]
    common = 0
    while common < len(here) and common < len(folders) and here[common] == folders[common]:
        common += 1
    steps = [".."] * (len(here) - common) + folders[common:]
    link = "".join(step + "/" for step in steps) + name
    if offline and not name:
        link += "index.html"
    if ":" in link.split("/", 1)[0]:  # RFC 3986, 4.2: it would be read as a scheme
        link = "./" + link
    return quote(link or "./", safe=_SAFE) + tail


def absolute(base_url: str, url: str) -> str:
    """`url` on the host that the site is published on."""
    return base_url.rstrip("/") + quote(url, safe=_SAFE + "#")
