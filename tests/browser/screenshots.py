"""Pictures of the sample site, light and dark, for docs/pictures/: `make screenshots`."""

import base64
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.site.sample import ROOT, sample_site

from .conftest import QUIET, chromium_path

PICTURES = ROOT / "docs/pictures"
PAGES = {
    "home": "",
    "today": "today/",
    "timeline": "timeline/",
    "goal": "goals/book/",
    "year": "2026/#_days",
    "review": "reviews/2026/",
    "habit": "habits/jog/",
    "alignment": "alignment/#_balance",
}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTH, HEIGHT, SCALE = 1080, 810, 1.5


def take(browser: Browser, site: Path, page: str, scheme: Scheme) -> bytes:
    """A page from its top, or from a place in it, as WebP, which Playwright itself does not write."""
    viewport: ViewportSize = {"width": WIDTH, "height": HEIGHT}
    context = browser.new_context(viewport=viewport, device_scale_factor=SCALE, color_scheme=scheme)
    opened = context.new_page()
    path, _, place = page.partition("#")
    opened.goto(f"{(site / path / 'index.html').as_uri()}#{place}")
    top = opened.evaluate("scrollY")
    clip = {"x": 0, "y": top, "width": WIDTH, "height": HEIGHT, "scale": SCALE}
    devtools = context.new_cdp_session(opened)
    shot = devtools.send("Page.captureScreenshot", {"format": "webp", "quality": 80, "clip": clip})
    context.close()
    return base64.b64decode(shot["data"])


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        site = sample_site(Path(made) / "public", offline=True)
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        for name, page in PAGES.items():
            for scheme in SCHEMES:
                (PICTURES / f"{name}-{scheme}.webp").write_bytes(take(browser, site, page, scheme))
        browser.close()
    weight = sum(path.stat().st_size for path in PICTURES.glob("*.webp"))
    print(f"{2 * len(PAGES)} pictures in {PICTURES.relative_to(ROOT)}/, {weight / 1000:,.0f} kB")


if __name__ == "__main__":
    main()
