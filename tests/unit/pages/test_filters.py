"""What a list can be filtered by: what it holds, and no more."""

from tests.conftest import Site

DAY = "== days/2026-02-15.md\n"


def _choices(site: Site) -> str:
    return site.html("/2026/02/").partition("<form")[2].partition("</form>")[0]


def test_choices_are_those_of_the_page(site: Site) -> None:
    """Parents can be chosen by what was done for their children; what has no line here cannot.

    == values/health.md
    == values/growth.md
    == goals/body.md
    values: health
    == goals/run.md
    ---
    title: Run
    parent: body
    values: [health]
    ---
    == goals/novel.md
    == goals/garden.md
    == days/2026-02-15.md
    + Ran one [[run]]
    + Ran two [[run]]
      stretch: true
    + Ran three [[run]]
    + Wrote [[novel]]
    + Rang Mum
    + Slept
    + Walked
    + Ate

    ## Setbacks
    + Fell [[run]]
    """
    site.write("goals/body.md", "---\ntitle: A body that works\n---\n")
    site.write("goals/run.md", "---\ntitle: Run\nparent: body\nvalues: [health]\n---\n")
    site.build()
    form = _choices(site)
    assert [token for token in ("g-body", "g-run", "g-novel", "g-garden") if f'value="{token}"' in form] == [
        "g-body",
        "g-run",
        "g-novel",
    ]
    assert 'value="v-health"' in form
    assert "v-growth" not in form
    assert 'value="win"' in form
    assert 'value="setback"' in form
    assert 'value="tick"' not in form
    assert 'name="stretch"' in form
    assert 'data-of="win g-run g-body v-health stretch"' in site.html("/2026/02/")


def test_few_lines_need_no_filter(site: Site) -> None:
    """Three lines are seen at a glance.

    == goals/run.md
    == days/2026-02-15.md
    + Ran [[run]]
    + Rang Mum
    + Slept
    """
    site.build()
    assert "<form" not in site.html("/2026/02/")
