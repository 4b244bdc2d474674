"""In the preview, what readers don't see says so wherever it is named among others; what is published says nothing."""

import re

import msgspec
import pytest

from generator.build import Request, build
from tests.conftest import TODAY, Site, write_journal

JOURNAL = """\
== values/growth.md
---
title: Growth
visibility: private
---
== values/craft.md
---
title: Craft
---
== goals/run.md
---
title: Run
values: [growth, craft]
visibility: private
next: Run 5 km
---
== goals/book.md
---
title: Book
values: [craft]
draft: true
---
== goals/open.md
---
title: Open
---
== goals/part.md
---
title: Part
parent: open
visibility: private
---
== habits/pages.md
---
title: Pages
visibility: private
---
== habits/walk.md
---
title: Walk
---
== habits/jog.md
---
title: Jog
goal: run
---
== reviews/2026.md
---
title: My year
visibility: private
moving: {run: The base grows}
---
See [[open]].
== reviews/2026-02.md
---
title: My month
---
== reviews/2026-W07.md
---
title: My week
draft: true
---
== days/2026-02-10.md
+ Ran [[run]]
  worked: shoes by the door
== days/2026-02-11.md
+ Ran again [[run]]
  worked: shoes by the door
== days/2026-02-12.md
+ Opened [[open]]
== days/2026-02-13.md
---
title: My day
draft: true
---
Of [[open]].
== days/2026-02-16.md
+ Wrote [[book]]
+ A part [[part]]
"""
NAMED = {
    "/": {"Run": "private", "Book": "draft", "Open": "", "Part": "private", "Growth": "private", "Craft": ""},
    "/goals/": {"Run": "private", "Book": "draft", "Open": "", "Part": "private", "Growth": "private", "Craft": ""},
    "/goals/open/": {"Part": "private", "My year": "private", "My day": "draft"},
    "/goals/run/": {"Jog": "private", "Growth": "private", "Craft": ""},
    "/values/": {"Growth": "private", "Craft": ""},
    "/values/craft/": {"Run": "private", "Book": "draft"},
    "/habits/": {"Pages": "private", "Walk": "", "Jog": "private", "Run": "private"},
    "/reviews/": {"My year": "private", "My month": "", "My week": "draft"},
    "/reviews/2026/": {"Run": "private", "Book": "draft", "Open": "", "Growth": "private", "Craft": ""},
    "/reviews/2026-02/": {"Run": "private", "Book": "draft", "Open": "", "Growth": "private", "Craft": ""},
    "/2026/": {"Run": "private", "Book": "draft", "Open": ""},
    "/timeline/": {"My day": "draft"},
    "/today/": {"Run": "private"},
    "/reconnect/": {"Run": "private", "Book": "draft", "Open": ""},
    "/worked/": {"Run": "private", "Ran": "private", "Ran again": "private"},
    "/alignment/": {"Growth": "private", "Craft": "", "Part": "private"},
    "/celebrations/": {"Ran": "private"},
}
_NAME = re.compile(
    r"<a [^>]*>(?:<(?:bdi|span|i)\b[^>]*>|</i>)*([^<]+)(?:</(?:bdi|span)>)*</a>"
    r"(?: <span class=\"withheld\">(\w+)</span>)?"
)


def drawn(site: Site, *, whole: bool) -> None:
    write_journal(site, JOURNAL)
    config = msgspec.structs.replace(site.config(), today_page="public")
    built = build(Request(folder=site.folder, site=config, output=site.output, today=TODAY, whole=whole, cache=False))
    assert built.problems == ()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("preview"))
    drawn(site, whole=True)
    return site


@pytest.mark.parametrize("url", NAMED)
def test_it_says_so_wherever_it_is_named_among_others(preview: Site, url: str) -> None:
    main = preview.html(url).partition("<main")[2].partition("</main>")[0]
    lists = re.sub(r"<figure.*?</figure>|<span class=\"to\">.*?</span>", "", main, flags=re.DOTALL)
    said: dict[str, set[str]] = {}
    for name, why in _NAME.findall(lists):
        said.setdefault(name, set()).add(why)
    assert {name: said.get(name) for name in NAMED[url]} == {name: {why} for name, why in NAMED[url].items()}


def test_what_is_published_says_nothing_of_it(site: Site) -> None:
    drawn(site, whole=False)
    for path, data in site.files().items():
        if path.endswith(".html"):
            assert b"withheld" not in data
