"""The thin way through: one value, one goal, one day become a site."""

from tests.conftest import Site


def test_one_value_one_goal_one_day(site: Site) -> None:
    """A win is linked to its goal, and through it to the value that the goal serves.

    == values/growth.md
    ---
    title: Growth
    identity: someone who keeps learning
    ---
    == goals/run.md
    ---
    title: Run a marathon
    values: [growth]
    measure: {unit: km, kind: max, target: 42.2}
    ---
    == days/2026-02-15.md
    + Ran 5 km with Sam [[run]]
      worked: shoes by the door
    """
    built = site.build()
    assert built.problems == ()
    assert "Ran 5 km with Sam" in site.page("/")
    assert "Run a marathon" in site.page("/2026/02/15/")
    assert "shoes by the door" in site.page("/2026/02/15/")
    assert "Growth" in site.page("/goals/run/")
    assert "Ran 5 km with Sam" in site.page("/values/growth/")
    assert '<a href="../../../goals/run/"' in site.html("/2026/02/15/")


def test_one_win_and_nothing_else(site: Site) -> None:
    """With one win the site is a handsome home and its day: no empty section, no menu entry for one.

    == wins/2026-02-14-first.md
    """
    assert site.build().problems == ()
    files = site.files()
    assert "2026/02/14/first/index.html" in files
    assert not {"goals/index.html", "values/index.html", "habits/index.html", "reviews/index.html"} & files.keys()
    assert "First" in site.page("/")
    assert "Goals" not in site.page("/")


def test_nothing_at_all(site: Site) -> None:
    """An empty journal still builds a home page."""
    (site.folder / "content").mkdir()
    assert site.build().problems == ()
    assert "index.html" in site.files()
