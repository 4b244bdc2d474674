"""Under the strictest policy that a host may set: the data in a page's head is data, and the icon is a picture."""

import mimetypes
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("url", ["index.html", "goals/book/index.html", "2026/04/07/shin/index.html"])
def test_the_head_keeps_to_a_strict_policy(chromium: Browser, sample: Path, url: str) -> None:
    def answer(route: Route) -> None:
        path = sample / route.request.url.removeprefix("https://site.test/")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        headers = {"Content-Security-Policy": POLICY, "Content-Type": kind}
        if path.is_file():
            route.fulfill(body=path.read_bytes(), headers=headers)
        else:
            said.append(f"missing: {route.request.url}")
            route.fulfill(status=404, body="")

    said: list[str] = []
    page = chromium.new_page()
    try:
        page.route("**/*", answer)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.add_init_script(
            "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.blockedURI))"
        )
        page.goto(f"https://site.test/{url}")
        assert page.evaluate("window.refused") == []
        assert said == []
        data = page.locator('script[type="application/ld+json"]').text_content()
        assert data
        assert page.evaluate("data => JSON.parse(data)['@context']", data) == "https://schema.org"
        icon = page.locator('link[rel="icon"]').get_attribute("href")
        assert page.evaluate(
            "icon => new Promise(done => { const i = new Image(); i.onload = () => done(i.naturalWidth > 0); i.onerror = () => done(false); i.src = icon })",
            icon,
        )
    finally:
        page.close()
