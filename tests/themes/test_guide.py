"""docs/themes.md, done as it says: each file of its first ten minutes is written and the site is built."""

import re
from pathlib import Path

from tests.conftest import Site

GUIDE = (Path(__file__).parents[2] / "docs/themes.md").read_text("utf-8")
MINUTES = GUIDE[GUIDE.index("## Ten minutes") : GUIDE.index("## Where files")]
CHOICES, CSS, LAYOUT, THEME = re.findall(r"```\w+\n(.*?)```", MINUTES, re.DOTALL)
OPTIONS, EXAMPLE = (
    re.findall(r"```yaml\n(.*?)```", GUIDE[GUIDE.index(f"## {name}\n") :], re.DOTALL)[0]
    for name in ("Options", "The gallery")
)


def test_the_ten_minutes(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran 5 km
    """
    site.write("site.yaml", f"title: A test\n{CHOICES}")
    site.write("user.css", CSS)
    site.write("templates/layouts/base.html", LAYOUT)
    assert site.build().problems == ()
    css = (site.output / "assets/site.css").read_text("utf-8")
    assert "--accent: var(--teal);" in css
    assert css.rstrip().endswith(f"{CSS}}}".rstrip())
    assert '<link rel="me" href="https://example.social/@ada">' in site.html("/2026/02/15/")
    # The last of the four: a theme of one's own, with the options of its parent.
    site.write("themes/leaflet/theme.yaml", THEME)
    site.write("site.yaml", "title: A test\ntheme: {name: leaflet, options: {density: snug}}\n")
    assert site.build().problems == ()
    assert "--leading: 1.5;" in (site.output / "assets/site.css").read_text("utf-8")


def test_the_options_of_the_guide_are_options(site: Site) -> None:
    """
    == site.yaml
    title: A test
    theme: {name: mine, options: {corners: round, motto: Slowly, tint: "#336699", sections: [c, a]}}
    == days/2026-02-15.md
    + Ran 5 km
    == templates/partials/site_foot.html
    <footer>{{ chrome.options.motto }} {{ chrome.options.sections|join }}</footer>
    """
    site.write("themes/mine/theme.yaml", f"api: 1\nparent: drystone\n{OPTIONS}")
    assert site.build().problems == ()
    assert "<footer>Slowly ca</footer>" in site.html("/")
    assert "--tint-soft: light-dark(oklch(" in (site.output / "assets/site.css").read_text("utf-8")


def test_the_example_of_the_guide_is_one() -> None:
    own = (Path(__file__).parents[2] / "themes/drystone/examples/macros/links.yaml").read_text("utf-8")
    assert EXAMPLE in own
