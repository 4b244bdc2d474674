"""What a page is, for machines that read JSON-LD (https://schema.org): only what is true, and only where it helps.

Whole addresses need `base_url`; what would be nothing without them is left out where there is none.
"""

from collections.abc import Mapping
from typing import Any

from generator.base.url import absolute
from generator.config.schema import Site

from .page import Page

Thing = Mapping[str, Any]


def structured_data(site: Site, page: Page) -> Thing | None:
    """The page's things: the site at home, a posting where it is a story, and the way down to it. None without any."""
    if page.noindex:
        return None
    things = [thing for thing in (_website(site, page), _posting(site, page), _way(site, page)) if thing]
    if not things:
        return None
    return {"@context": "https://schema.org", "@graph": things}


def _website(site: Site, page: Page) -> Thing | None:
    if page.url != "/":
        return None
    said = {"@type": "WebSite", "name": site.title, "description": site.description, "inLanguage": site.language}
    return _filled(said | {"url": _address(site, "/"), "author": _author(site)})


def _posting(site: Site, page: Page) -> Thing | None:
    if page.published is None:
        return None
    said = {
        "@type": "BlogPosting",
        "headline": page.title,
        "datePublished": page.published.isoformat(),
        "description": page.description,
        "url": _address(site, page.url),
        "image": _address(site, page.image) if page.image else "",
        "author": _author(site),
    }
    return _filled(said)


def _way(site: Site, page: Page) -> Thing | None:
    if not site.base_url or not page.crumbs:
        return None
    steps = [*((crumb.title, crumb.url) for crumb in page.crumbs), (page.title, page.url)]
    items = [
        {"@type": "ListItem", "position": number, "name": title, "item": _address(site, url)}
        for number, (title, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _author(site: Site) -> Thing | None:
    """The person who keeps the journal, where site.yaml names one."""
    if not site.author.name:
        return None
    return _filled({"@type": "Person", "name": site.author.name, "url": site.author.url})


def _address(site: Site, url: str) -> str:
    return absolute(site.base_url, url) if site.base_url else ""


def _filled(said: Thing) -> Thing:
    """Without what is empty."""
    return {key: value for key, value in said.items() if value}
