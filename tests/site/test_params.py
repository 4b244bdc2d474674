"""`params`: the person's own words for a theme; they go where their entry goes, and no further."""

from tests.conftest import Site


def test_a_page_has_its_entry_s_own(site: Site) -> None:
    """
    == site.yaml
    title: A test
    params: {motto: Slowly}
    == templates/partials/site_foot.html
    <footer>{{ chrome.params.motto }} {{ page.params.weather|default("") }}</footer>
    == goals/run.md
    ---
    params: {weather: 007}
    ---
    == days/2026-02-15.md
    ---
    params: {weather: [fog, sun]}
    ---
    + Ran 5 km [[run]]
    """
    assert site.build().problems == ()
    assert "<footer>Slowly 007</footer>" in site.html("/goals/run/")
    assert "fog" in site.page("/2026/02/15/")
    assert "<footer>Slowly </footer>" in site.html("/")


def test_a_day_that_keeps_its_prose_keeps_them_too(site: Site) -> None:
    """
    == templates/partials/site_foot.html
    <footer>{{ page.params.weather|default("none") }}</footer>
    == days/2026-02-15.md
    ---
    prose: private
    params: {weather: fog}
    ---
    + Ran 5 km

    Not for others.
    """
    site.build()
    assert "<footer>none</footer>" in site.html("/2026/02/15/")
